/**
 * Whether a notice that was sent makes sense by itself. Nothing of the register is known here: a notice is judged by its own words and the
 * sender's schools, so that no answer to it can say anything of the pupil.
 */
import { parseIdentityNumber, type IdentityProblem } from '../../kernel/identity-number.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { birthday, dayOf, parseDate, type Day, type PlainDate } from '../../platform/plain-date.ts'
import type { NoticeSettings } from './notice-settings.rules.ts'
import type { Earlier, Event, Notice, SentNotice } from './notices.types.ts'

/** What is wrong with a field of a notice. In words in `problem.texts`. */
export type NoticeProblem =
  | Exclude<IdentityProblem, 'not-a-number'>
  | 'not-an-identity-number'
  | 'interim-number'
  | 'over-20'
  | 'not-a-date'
  | 'day-ahead'
  | 'day-too-early'
  | 'end-before-start'
  | 'period-too-long'
  | 'too-many-hours'
  | 'contact-needed'
  | 'unknown-school'

export type ProblemAt = { readonly field: string; readonly problem: string }

/** How far ahead an event can be told, in days. An absence has been. */
const mostAhead = { start: 200, end: 120, absence: 0 } as const
const longestAbsence = 370

/** The day that the clock is counted from, and the field it stands in. */
export function eventDay(event: Event): { readonly on: PlainDate; readonly field: string } {
  switch (event.kind) {
    case 'start':
      return { on: event.startOn, field: 'startOn' }
    case 'end':
      return { on: event.lastDayOn, field: 'lastDayOn' }
    case 'absence':
      return { on: event.untilOn, field: 'untilOn' }
  }
}

/** The days of what was sent; null when one of them is no real day. */
function eventOf(sent: SentNotice): Event | null {
  const days = { start: 'startOn', end: 'lastDayOn', absence: 'untilOn' } as const
  const on = parseDate(String((sent as Readonly<Record<string, unknown>>)[days[sent.kind]]))
  if (on === null) return null
  switch (sent.kind) {
    case 'start':
      return { kind: 'start', startOn: on, schoolType: sent.schoolType, educationCode: sent.educationCode ?? '' }
    case 'end':
      return { kind: 'end', lastDayOn: on, how: sent.how }
    case 'absence': {
      const fromOn = parseDate(sent.fromOn)
      const { hours, reportedToCsn, schoolDid = [] } = sent
      return fromOn === null ? null : { kind: 'absence', fromOn, untilOn: on, hours, reportedToCsn, schoolDid: [...new Set(schoolDid)] }
    }
  }
}

function periodProblems(event: Event): ProblemAt[] {
  if (event.kind !== 'absence') return []
  const days = dayOf(event.untilOn) - dayOf(event.fromOn) + 1
  if (days < 1) return [{ field: 'untilOn', problem: 'end-before-start' }]
  if (days > longestAbsence) return [{ field: 'fromOn', problem: 'period-too-long' }]
  return event.hours > days * 24 ? [{ field: 'hours', problem: 'too-many-hours' }] : []
}

function dayProblems(event: Event, bornOn: Day | null, today: PlainDate): ProblemAt[] {
  const { on, field } = eventDay(event)
  const day = dayOf(on)
  if (day - dayOf(today) > mostAhead[event.kind]) return [{ field, problem: 'day-ahead' }]
  if (bornOn === null) return []
  // Nobody begins upper secondary school before the year of turning twelve: the day, or the number, is mistyped.
  if (day < birthday(bornOn, 12)) return [{ field, problem: 'day-too-early' }]
  // The duty to notify is of pupils under 20 (15:15, 18:15).
  return day >= birthday(bornOn, 20) ? [{ field: 'number', problem: 'over-20' }] : []
}

type Numbered = { readonly digits: string; readonly bornOn: Day | null } | { readonly problem: NoticeProblem }

function numberOf(written: string, today: PlainDate): Numbered {
  const read = parseIdentityNumber(written, dayOf(today))
  if (typeof read === 'string') return { problem: read === 'not-a-number' ? 'not-an-identity-number' : read }
  // Interim numbers are unique only within a school authority: here they would be anybody.
  return read.kind === 'interim' ? { problem: 'interim-number' } : { digits: read.reveal(), bornOn: read.bornOn }
}

export type Judging = {
  readonly today: PlainDate
  /** The codes of the school units that the sender may notify for. */
  readonly units: readonly string[]
}

/** A refused notice, with everything that is wrong with it. */
export type Judged =
  | { readonly granted: true; readonly value: Notice }
  | { readonly granted: false; readonly problems: readonly ProblemAt[] }

/** The notice, or everything that is wrong with it. `today` is the day it is received. */
export function judge(sent: SentNotice, { today, units }: Judging): Judged {
  const numbered = numberOf(sent.number, today)
  const event = eventOf(sent)
  const { contactPhone = '', contactEmail = '' } = sent
  const problems: ProblemAt[] = [
    ...(units.includes(sent.schoolUnit) ? [] : [{ field: 'schoolUnit', problem: 'unknown-school' }]),
    ...('problem' in numbered ? [{ field: 'number', problem: numbered.problem }] : []),
    ...(contactPhone === '' && contactEmail === '' ? [{ field: 'contactPhone', problem: 'contact-needed' }] : []),
    ...(event === null ? [{ field: dateFieldOf(sent), problem: 'not-a-date' }] : periodProblems(event)),
    ...(event === null || 'problem' in numbered ? [] : dayProblems(event, numbered.bornOn, today)),
  ]
  if (problems.length > 0 || event === null || 'problem' in numbered) return { granted: false, problems }
  const { schoolUnit: unitCode, givenName, familyName, contactName } = sent
  const names = { givenName: givenName.trim(), familyName: familyName.trim(), contactName: contactName.trim() }
  return grant({ event, unitCode, number: numbered.digits, ...names, contactPhone: contactPhone.trim(), contactEmail: contactEmail.trim() })
}

function dateFieldOf(sent: SentNotice): string {
  if (sent.kind === 'start') return 'startOn'
  if (sent.kind === 'end') return 'lastDayOn'
  return parseDate(sent.fromOn) === null ? 'fromOn' : 'untilOn'
}

/** Days from the event to the day it was told; 0 when it was told ahead. */
export const daysToNotice = (eventOn: PlainDate, receivedOn: PlainDate): number => Math.max(0, dayOf(receivedOn) - dayOf(eventOn))

/** Whether the notice came late. It is received all the same: late is better than never. */
export const isLate = (eventOn: PlainDate, receivedOn: PlainDate, { lateDays }: Pick<NoticeSettings, 'lateDays'>): boolean =>
  daysToNotice(eventOn, receivedOn) > lateDays

/**
 * The notice that this one repeats; null when it is new. The same day is the same event, whatever else is said of it: it is annulled to say
 * otherwise. A start or an end besides repeats one within the days of the setting, unless it says another ending; an absence that ends another
 * day is another. One that came `keepDays` ago or more is remembered no longer, whatever became of it: those that were refused have lost their
 * pupil by then, and a school that sends again is not to learn from the answer which they were.
 */
export function repeated(
  notice: Notice,
  earlier: readonly Earlier[],
  { duplicateDays, keepDays }: Pick<NoticeSettings, 'duplicateDays' | 'keepDays'>,
  today: PlainDate,
): Earlier | null {
  const { event } = notice
  const isRemembered = ({ receivedOn }: Earlier): boolean => dayOf(today) - dayOf(receivedOn) < keepDays
  const { on } = eventDay(event)
  const near = ({ eventOn }: Earlier): boolean => Math.abs(dayOf(eventOn) - dayOf(on)) <= duplicateDays
  const same = (one: Earlier): boolean => {
    if (one.eventOn === on) return true
    return event.kind !== 'absence' && near(one) && (event.kind === 'start' || one.how === event.how)
  }
  return earlier.find((one) => isRemembered(one) && same(one)) ?? null
}

/** How many times the event has been told before, of those whose memory is out: so that each is one in the database. */
export function timesBefore(eventOn: PlainDate, earlier: readonly Earlier[]): number {
  return Math.max(-1, ...earlier.filter((one) => one.eventOn === eventOn).map(({ again }) => again)) + 1
}

/** CSN's own test, which is not the law's: four hours or more in a month. Told as hours in thirty days of the period. */
export function hoursInMonth({ fromOn, untilOn, hours }: Extract<Event, { kind: 'absence' }>): number {
  const days = dayOf(untilOn) - dayOf(fromOn) + 1
  return days <= 31 ? hours : Math.round((hours / days) * 300) / 10
}
const csnHours = 4

/** Whether the absence reaches what CSN goes by. */
export const reachesCsn = (absence: Extract<Event, { kind: 'absence' }>): boolean => hoursInMonth(absence) >= csnHours

export type AnnulRefusal = 'missing' | 'already-annulled'

/** Whether a sender's own notice can be annulled. One that is not the sender's is as if there were none. */
export const mayAnnul = (found: { readonly isAnnulled: boolean } | null): Decision<null, AnnulRefusal> =>
  found === null ? refuse('missing') : found.isAnnulled ? refuse('already-annulled') : grant(null)
