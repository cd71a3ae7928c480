/** The quick call log: a key for each result, and the number that stands first. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Outcome } from '../ladder/index.ts'
import type { Way } from './outreach.types.ts'

/** The results in the order of their keys, 1 to 7. */
export const quickOutcomes: readonly Outcome[] = [
  'reached',
  'noAnswer',
  'voicemail',
  'someoneElse',
  'wrongNumber',
  'deadNumber',
  'declined',
]

const rests = ({ cooldownUntil }: Way, today: PlainDate): boolean => cooldownUntil !== null && cooldownUntil > today

/** The numbers that can be called, those that rest last. */
export const callable = (ways: readonly Way[], today: PlainDate): Way[] =>
  ways
    .filter(({ kind, deadOn }) => kind === 'phone' && deadOn === null)
    .toSorted((one, other) => Number(rests(one, today)) - Number(rests(other, today)))

/** The numbers that are not called. */
export const deadPhones = (ways: readonly Way[]): Way[] => ways.filter(({ kind, deadOn }) => kind === 'phone' && deadOn !== null)
