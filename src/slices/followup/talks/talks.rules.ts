/** When the actors may be called together and the talk held, and what a report may hold and when. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysLater, plusMonths } from '../calendar/month.rules.ts'
import type { Recipient } from '../instrument/instrument.types.ts'
import { lastsOn } from '../signals/signals.rules.ts'
import type { ConfirmedSignal, Signal } from '../signals/signals.types.ts'
import { heldBy, isReported, reportDueOn, type ReportRoutine } from './report-due.rules.ts'
import {
  calledActors,
  type Invitation,
  type LeftOut,
  type Report,
  type ReportTexts,
  type Talk,
  type TalkActor,
  type Template,
} from './talks.types.ts'

export const longestText = 4000
/** Nobody calls to a talk further ahead than this. The database says the same. */
const mostDaysAhead = 92

/** The recipient's signals that last on the day. */
export const followedOn = (signals: readonly Signal[], recipient: Recipient, on: PlainDate): ConfirmedSignal[] =>
  heldBy(signals, recipient).filter((signal) => lastsOn(signal, on) && signal.heldFrom <= on)

/** The talks of today and later on whose day their process no longer has the youth: nobody is left who could hold them. */
export const leftBehind = <One extends Talk>(talks: readonly One[], signals: readonly Signal[], today: PlainDate): One[] =>
  talks.filter(({ state, recipient, on }) => state === 'called' && on >= today && followedOn(signals, recipient, on).length === 0)

export type CallRefusal = 'not-followed' | 'ended' | 'passed' | 'too-far' | 'actor-left-out' | 'no-why' | 'twice'

type Call = { readonly on: PlainDate; readonly invited: readonly Invitation[]; readonly leftOut: readonly LeftOut[] }

/** Why the recipient has nothing to do with the youth on the day: never had a signal, or all have ended. Null: it has. */
export function notFollowed(signals: readonly Signal[], recipient: Recipient, on: PlainDate): 'not-followed' | 'ended' | null {
  if (followedOn(signals, recipient, on).length > 0) return null
  const held = heldBy(signals, recipient)
  return held.length > 0 && held.every(({ endedOn }) => endedOn !== null && endedOn < on) ? 'ended' : 'not-followed'
}

/** The actors that are neither invited nor left out for a reason. */
export const forgotten = ({ invited, leftOut }: Omit<Call, 'on'>): TalkActor[] =>
  calledActors.filter((actor) => !invited.some((one) => one.actor === actor) && !leftOut.some((one) => one.actor === actor))

/**
 * Whether the recipient may call the actors to a talk on the day. `actor-left-out`: the trustee, the housing staff or the youth is neither invited
 * nor left out for a reason (seeds/000: all are called, school staff when needed). `twice`: invited and left out at once.
 */
export function mayCall(
  { on, invited, leftOut }: Call,
  { signals, recipient, today }: { readonly signals: readonly Signal[]; readonly recipient: Recipient; readonly today: PlainDate },
): Decision<null, CallRefusal> {
  const nothing = notFollowed(signals, recipient, today)
  if (nothing !== null) return refuse(nothing)
  if (on < today) return refuse('passed')
  if (on > daysLater(today, mostDaysAhead)) return refuse('too-far')
  if (forgotten({ invited, leftOut }).length > 0) return refuse('actor-left-out')
  if (leftOut.some(({ why }) => why.trim() === '')) return refuse('no-why')
  return leftOut.some(({ actor }) => invited.some((one) => one.actor === actor)) ? refuse('twice') : grant(null)
}

export type HoldRefusal = 'already-held' | 'cancelled' | 'ahead' | 'nobody-came' | 'not-called' | 'somebody-else-first'

/** Whether the talk may be said to be held, with those who came. */
export function mayHold(
  talk: Talk,
  {
    seen,
    came,
    invited,
    today,
  }: { readonly seen: number; readonly came: readonly string[]; readonly invited: readonly string[]; readonly today: PlainDate },
): Decision<null, HoldRefusal> {
  if (talk.version !== seen) return refuse('somebody-else-first')
  if (talk.state !== 'called') return refuse(talk.state === 'held' ? 'already-held' : 'cancelled')
  if (talk.on > today) return refuse('ahead')
  if (came.length === 0) return refuse('nobody-came')
  return came.every((one) => invited.includes(one)) ? grant(null) : refuse('not-called')
}

/** Whether the talk may be cancelled, with a reason. */
export function mayCancel(
  talk: Talk,
  seen: number,
  why: string,
): Decision<null, 'already-held' | 'cancelled' | 'no-why' | 'somebody-else-first'> {
  if (talk.version !== seen) return refuse('somebody-else-first')
  if (talk.state !== 'called') return refuse(talk.state === 'held' ? 'already-held' : 'cancelled')
  return why.trim() === '' ? refuse('no-why') : grant(null)
}

export type ReportRefusal =
  | 'not-followed'
  | 'ended'
  | 'no-month'
  | 'month-ahead'
  | 'not-owed'
  | 'already-reported'
  | 'somebody-else-first'
  | 'no-why'

/**
 * The recipient's signals that a report of the month written today is about: long enough in force that 1st, and not stopped before today. On the day of
 * a stop the report is no longer owed, and may still be written.
 */
export const reportable = (
  signals: readonly Signal[],
  recipient: Recipient,
  { month, today, routine }: { readonly month: PlainDate; readonly today: PlainDate; readonly routine: ReportRoutine },
): ConfirmedSignal[] =>
  heldBy(signals, recipient).filter(
    ({ heldFrom, endedOn }) =>
      isReported({ heldFrom, endedOn: null }, month, routine) &&
      (endedOn === null || (endedOn >= today && endedOn >= reportDueOn(month, routine))),
  )

type Reporting = {
  readonly signals: readonly Signal[]
  readonly recipient: Recipient
  readonly reports: readonly Report[]
  readonly today: PlainDate
  readonly routine: ReportRoutine
}

/**
 * The version that the report of the month becomes. Refused: `ended` (the recipient's follow-up of the youth is over: there is nobody to report to),
 * `month-ahead` (it may be written from the 1st before), `not-owed` (no signal was long enough in force that 1st), `already-reported` (corrected
 * from the version seen, with a reason).
 */
export function mayReport(
  { month, seen, why }: { readonly month: PlainDate; readonly seen: number | null; readonly why: string },
  { signals, recipient, reports, today, routine }: Reporting,
): Decision<number, ReportRefusal> {
  const nothing = notFollowed(signals, recipient, today)
  if (nothing !== null) return refuse(nothing)
  if (!month.endsWith('-01')) return refuse('no-month')
  if (plusMonths(month, -1) > today) return refuse('month-ahead')
  if (reportable(signals, recipient, { month, today, routine }).length === 0) return refuse('not-owed')
  const before = reports.find((one) => one.recipient === recipient && one.month === month)
  if (before === undefined) return seen === null ? grant(1) : refuse('somebody-else-first')
  if (seen === null) return refuse('already-reported')
  if (seen !== before.version) return refuse('somebody-else-first')
  return why.trim() === '' ? refuse('no-why') : grant(before.version + 1)
}

export type TextProblem = { readonly field: string; readonly problem: 'required' | 'too-long' | 'unknown' }

/** The fields of a report by the template, for the areas it is about, in their order. */
export const reportFields = ({ sections }: Template, areas: readonly string[]): { field: string; required: boolean }[] =>
  sections.flatMap(({ key, perArea, required }) =>
    perArea ? areas.map((area) => ({ field: `${key}.${area}`, required })) : [{ field: key, required }],
  )

/** What is wrong with the texts of a report: what the template asks for and is empty, what is too long, and what it does not ask for. */
export function textProblems(template: Template, areas: readonly string[], texts: ReportTexts): TextProblem[] {
  const fields = reportFields(template, areas)
  const asked = fields.flatMap(({ field, required }): TextProblem[] => {
    const text = (texts[field] ?? '').trim()
    if (text.length > longestText) return [{ field, problem: 'too-long' }]
    return required && text === '' ? [{ field, problem: 'required' }] : []
  })
  const unknown = Object.keys(texts).filter((key) => !fields.some(({ field }) => field === key))
  return [...asked, ...unknown.map((field): TextProblem => ({ field, problem: 'unknown' }))]
}
