/**
 * What a notice means for somebody we know: whether a source says the same already, and what accepting it changes. A notice is a proposal; an
 * interruption that is accepted ends an enrolment, whatever the school system's file still says (DOMAIN.md 3.2).
 */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { noticeSource } from '../law/index.ts'
import type { Event, KnownEnrolment } from './notices.types.ts'

const days = (a: PlainDate, b: PlainDate): number => Math.abs(dayOf(a) - dayOf(b))
const isWithdrawn = ({ startOn, endOn, cancelled }: KnownEnrolment): boolean => cancelled && endOn !== null && endOn < startOn

/** Whether a source other than notices says the same within the tolerance. An absence is in no source of ours. */
export function agreesWith(event: Event, known: readonly KnownEnrolment[], toleranceDays: number): boolean {
  const told = known.filter(({ source }) => source !== noticeSource)
  if (event.kind === 'start') return told.some((one) => !isWithdrawn(one) && days(one.startOn, event.startOn) <= toleranceDays)
  if (event.kind === 'end') {
    return told.some((one) => !isWithdrawn(one) && one.endOn !== null && days(one.endOn, event.lastDayOn) <= toleranceDays)
  }
  return false
}

/** What accepting does: a new enrolment, one that ends, or nothing to change and why. */
export type Change =
  | { readonly effect: 'began'; readonly startOn: PlainDate; readonly schoolType: string; readonly educationCode: string }
  | {
      readonly effect: 'ended'
      readonly of: KnownEnrolment
      /** What a notice has said before of the same studies, whose place it takes; null when none has. */
      readonly insteadOf: number | null
      readonly endOn: PlainDate
      readonly cancelled: boolean
    }
  | { readonly effect: 'none' | 'sourceSaysSo' | 'nothingToEnd' | 'already' }

/** The one that began last first; of those that began together one from a notice. */
const latestFirst = (a: KnownEnrolment, b: KnownEnrolment): number =>
  a.startOn === b.startOn ? Number(b.source === noticeSource) - Number(a.source === noticeSource) : a.startOn < b.startOn ? 1 : -1

/** The enrolment that an end is about: followed on the last day, the one that began last; one from a notice before others. */
function endedBy(lastDayOn: PlainDate, known: readonly KnownEnrolment[]): KnownEnrolment | null {
  const followed = known.filter((one) => !isWithdrawn(one) && one.startOn <= lastDayOn && (one.endOn === null || one.endOn >= lastDayOn))
  return followed.toSorted(latestFirst)[0] ?? null
}

/** What accepting the notice does to what is known of the pupil's studies at the school unit. */
export function changeOf(event: Event, known: readonly KnownEnrolment[], toleranceDays: number): Change {
  if (event.kind === 'absence') return { effect: 'none' }
  if (agreesWith(event, known, toleranceDays)) return { effect: 'sourceSaysSo' }
  const own = known.filter(({ source }) => source === noticeSource)
  if (event.kind === 'start') {
    const { startOn, schoolType, educationCode } = event
    const isTold = own.some((one) => one.startOn === startOn && one.schoolType === schoolType)
    return isTold ? { effect: 'already' } : { effect: 'began', startOn, schoolType, educationCode }
  }
  if (own.some(({ endOn }) => endOn === event.lastDayOn)) return { effect: 'already' }
  const of = endedBy(event.lastDayOn, known)
  if (of === null) return { effect: 'nothingToEnd' }
  // Also one that told another end of the same studies: there is one word of the school's about each at a time, and this is the last.
  const insteadOf = own.find(({ schoolType, startOn }) => schoolType === of.schoolType && startOn === of.startOn)?.id ?? null
  return { effect: 'ended', of, insteadOf, endOn: event.lastDayOn, cancelled: event.how === 'interrupted' }
}

const words = (name: string): string[] =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)

type Named = { readonly givenName: string; readonly familyName: string }

const shareWord = (a: string, b: string): boolean => {
  const other = new Set(words(b))
  return words(a).some((word) => other.has(word))
}

/** Whether two names can be the same human being's: a word of each is the same. A number that was mistyped is seen on it. */
export const namesAgree = (told: Named, known: Named): boolean =>
  shareWord(told.givenName, known.givenName) && shareWord(told.familyName, known.familyName)
