/** What an outcome says of the number or address that was used. */
import type { Outcome } from '../ladder/index.ts'
import type { WayResult } from './outreach.types.ts'

const results: Readonly<Record<Outcome, WayResult | null>> = {
  reached: 'worked',
  declined: 'worked',
  replied: 'worked',
  noAnswer: 'noAnswer',
  voicemail: 'noAnswer',
  someoneElse: 'wrongPerson',
  wrongNumber: 'wrongPerson',
  deadNumber: 'dead',
  delivered: 'delivered',
  returned: 'returned',
  failed: 'failed',
  wrongAddress: 'returned',
  sent: null,
  notHome: null,
  informed: null,
}

/** The result to note on the way; null when the outcome says nothing of it. */
export const wayResultOf = (outcome: Outcome): WayResult | null => results[outcome]

/** How many days the way rests after the result; null: not at all. */
export const coolDaysAfter = (
  result: WayResult,
  { cooldownDays }: { readonly cooldownDays: { readonly noAnswer: number; readonly wrongPerson: number } },
): number | null => (result === 'noAnswer' ? cooldownDays.noAnswer : result === 'wrongPerson' ? cooldownDays.wrongPerson : null)
