/** What an answer to a question means. An answer is a fact with a source and a freshness; the kind of another actor is never a fact (2006:39 5 §). */
import { occupationKnownBy, type Occupation } from '../ladder/index.ts'
import type { OccupationSource } from '../outreach/index.ts'
import { shownFields, type Asks, type QuestionAnswer, type ReceiverKind, type ShownField } from './questions.types.ts'

/** How long a question can be answered. */
export const validDays = [7, 14, 30] as const

/**
 * What the youth is said to do after the answer, and who says so; null when the answer says nothing of it. A no is no occupation: there may be
 * another. That somebody has been deregistered says what she no longer does.
 */
export const statedBy = (
  kind: ReceiverKind,
  answer: QuestionAnswer,
  asks: Asks = 'begun',
): { readonly occupation: Occupation; readonly source: OccupationSource } | null =>
  answer === 'yes' && asks === 'begun' ? { occupation: occupationKnownBy[kind], source: kind } : null

/** The channel that the answer is counted on: a school, or the partner network. */
export const channelOf = (kind: ReceiverKind): 'school' | 'partner' => (kind === 'school' ? 'school' : 'partner')

/** Whether somebody can tell whom it is about: a surname, or a given name with a day of birth. A year alone, or a given name alone, could be anybody. */
export function tellsWho(shown: readonly ShownField[]): boolean {
  const shows = (field: ShownField): boolean => shown.includes(field)
  return (
    (shows('familyName') && shows('givenName')) || (shows('givenName') && shows('birthDate')) || (shows('familyName') && shows('birthDate'))
  )
}

/** The fields in their own order, each once. */
export const inOrder = (shown: readonly string[]): ShownField[] => shownFields.filter((field) => shown.includes(field))

/** The name of another actor is kept only while the question waits. */
export const keepsName = (kind: ReceiverKind): boolean => kind !== 'otherActor'
