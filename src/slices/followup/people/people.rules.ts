/** What may be written of a youth: a number that is one, a birthday that fits it, a home at a time, and followers from the process. */
import { IdentityNumber, parseIdentityNumber } from '../../../kernel/identity-number.ts'
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import { parsePhone } from '../../../platform/phone.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../../platform/plain-date.ts'
import type { MemberRole, Process } from '../members/members.types.ts'
import type { Follower, Stay, YouthWish } from './people.types.ts'

/** Why a field of a youth or of somebody who is called cannot be used; in words in `people-form.texts`. */
export const writtenProblems = [
  'missing',
  'not-a-number',
  'check-digit',
  'no-such-day',
  'needs-birthday',
  'birthday-differs',
  'born-later',
  'not-a-phone',
  'not-an-email',
  'needs-ground',
  'number-taken',
] as const
export type WrittenProblem = (typeof writtenProblems)[number]

/** A problem and the field it is in. */
export type FieldFault = { readonly field: string; readonly problem: WrittenProblem }

/** A youth's particulars as they were written, before number, phone and e-mail are read. */
export type WrittenYouth = Omit<YouthWish, 'bornOn'> & {
  /** Only needed when the number does not say it. */
  readonly bornOn: PlainDate | null
}

const faultIn = (field: string, problem: WrittenProblem | null): readonly FieldFault[] => (problem === null ? [] : [{ field, problem }])

/** An e-mail address has something before and after its one @, and a dot in what comes after. */
export const emailProblem = (email: string): WrittenProblem | null =>
  email === '' || /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email) ? null : 'not-an-email'

/** The phone as E.164; empty when none is given, null when it is no number. */
export function phoneIn(written: string): string | null {
  if (written.trim() === '') return ''
  const read = parsePhone(written)
  return read.granted ? read.value : null
}

/** What is wrong with the number, phone and e-mail that were typed, whatever else is missing: everything is told at once. */
export function typedFaults(typed: (field: string) => string, today: PlainDate): readonly FieldFault[] {
  const number = typed('number').trim() === '' ? null : parseIdentityNumber(typed('number'), dayOf(today))
  return [
    ...faultIn('number', typeof number === 'string' ? number : null),
    ...faultIn('phone', phoneIn(typed('phone')) === null ? 'not-a-phone' : null),
    ...faultIn('email', emailProblem(typed('email').trim())),
  ]
}

/** The birthday that the number says, else the one that was written. An interim number, or one with an unknown month, says none. */
function birthdayOf(number: IdentityNumber, written: PlainDate | null, today: PlainDate): PlainDate | WrittenProblem {
  const said = number.bornOn === null ? null : dateOf(number.bornOn)
  if (said === null && written === null) return 'needs-birthday'
  if (said !== null && written !== null && said !== written) return 'birthday-differs'
  const bornOn = said ?? written ?? today
  return bornOn > today ? 'born-later' : bornOn
}

const isProblem = (read: string): read is WrittenProblem => writtenProblems.some((one) => one === read)

/**
 * Reads a youth's particulars on a day. All that is wrong is told at once, field by field.
 * The birthday comes from the number when it has one (SKV 704); a samordningsnummer may have none, and then it must be written.
 */
export function readYouth(
  written: WrittenYouth,
  today: PlainDate,
): Decision<YouthWish, 'faults'> & { readonly faults: readonly FieldFault[] } {
  const number = parseIdentityNumber(written.number, dayOf(today))
  const bornOn = number instanceof IdentityNumber ? birthdayOf(number, written.bornOn, today) : null
  const phone = phoneIn(written.phone)
  const faults = [
    ...faultIn('number', number instanceof IdentityNumber ? null : number),
    ...faultIn('bornOn', bornOn !== null && isProblem(bornOn) ? bornOn : null),
    ...faultIn('phone', phone === null ? 'not-a-phone' : null),
    ...faultIn('email', emailProblem(written.email)),
    ...faultIn('keptGround', written.keptBecause === 'other' && written.keptGround === '' ? 'needs-ground' : null),
  ]
  if (faults.length > 0 || !(number instanceof IdentityNumber) || bornOn === null || isProblem(bornOn))
    return { ...refuse('faults'), faults }
  return { ...grant({ ...written, number: number.reveal(), bornOn, phone: phone ?? '' }), faults: [] }
}

export type MoveRefusal = 'same-unit' | 'before-last' | 'too-far' | 'not-here'

/** A move is written beforehand at most so many days. */
export const mostDaysAhead = 366

/**
 * Whether a youth moves to a unit (null: moves out) on a day. Refused: `same-unit` (they live there), `before-last` (on or before the day they
 * came to where they live now), `too-far` (more than a year ahead), `not-here` (moves out without a home here).
 */
export function mayMove(
  stays: readonly Stay[],
  { unitId, on }: { readonly unitId: string | null; readonly on: PlainDate },
  today: PlainDate,
): Decision<null, MoveRefusal> {
  if (dayOf(on) > plusDays(dayOf(today), mostDaysAhead)) return refuse('too-far')
  const home = stays.find(({ untilOn }) => untilOn === null)
  if (home === undefined) {
    const last = stays.map(({ untilOn }) => untilOn ?? '').reduce((latest, one) => (one > latest ? one : latest), '')
    return unitId === null ? refuse('not-here') : on < last ? refuse('before-last') : grant(null)
  }
  if (home.unitId === unitId) return refuse('same-unit')
  return on <= home.fromOn ? refuse('before-last') : grant(null)
}

export type FollowRefusal = 'not-in-process' | 'already-follows'

/** Whether a member may be written in as the one who follows a youth in a process: they work in it, and do not follow already. */
export function mayFollow(
  followers: readonly Follower[],
  { staffId, process, roles }: { readonly staffId: string; readonly process: Process; readonly roles: readonly MemberRole[] },
): Decision<null, FollowRefusal> {
  if (!roles.includes(process)) return refuse('not-in-process')
  const isThere = followers.some((one) => one.staffId === staffId && one.process === process && one.untilOn === null)
  return isThere ? refuse('already-follows') : grant(null)
}

/** Which particulars differ: their names go into the log, never what they were. */
export const changedParts = (before: YouthWish, after: YouthWish): readonly string[] =>
  (Object.keys(after) as (keyof YouthWish)[]).filter((part) => before[part] !== after[part]).toSorted()
