/** What has been heard of a statement that lapses: whether it says the same, something else, or nothing of it. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { occupationKnownBy, type Occupation } from '../ladder/index.ts'
import type { Heard, HeardAnswer, HeardReply } from './expiry.types.ts'
import type { SaidOccupation } from './occupation.types.ts'
import type { OccupationSource } from './outreach.types.ts'

/** What somebody does is asked about again so many days before it lapses, as in the list `expires`. */
const expiresDays = 14

/** The last review day that stands among what lapses soon. */
export const expiresUntil = (today: PlainDate): PlainDate => dateOf(plusDays(dayOf(today), expiresDays))

/** An answer that says what the youth does. */
export type Speaking = HeardReply | HeardAnswer

/** What the answer says the youth does; null when it says nothing of it. */
function saysOf(heard: Heard): Occupation | null {
  switch (heard.way) {
    case 'reply':
      return heard.answer === 'studying' ? 'studies' : heard.answer === 'working' ? 'work' : null
    case 'question':
      return heard.answer === 'yes' ? occupationKnownBy[heard.receiver] : null
    case 'contact':
      return null
  }
}

/** A no from the one who would know. */
const denies = (heard: Heard, kind: Occupation): boolean =>
  heard.way === 'question' && heard.answer === 'no' && occupationKnownBy[heard.receiver] === kind

export type Verdict =
  | { readonly kind: 'agrees'; readonly by: Speaking }
  | { readonly kind: 'differs'; readonly by: Heard }
  | { readonly kind: 'silent' }

const isSpeaking = (heard: Heard): heard is Speaking => heard.way !== 'contact'

/** What follows from what was heard since: one that says otherwise weighs more than one that agrees, and then a person decides. */
export function verdictOf({ kind }: Pick<SaidOccupation, 'kind'>, heard: readonly Heard[]): Verdict {
  const other = heard.find((one) => denies(one, kind) || (saysOf(one) !== null && saysOf(one) !== kind))
  if (other !== undefined) return { kind: 'differs', by: other }
  const same = heard.filter(isSpeaking).find((one) => saysOf(one) === kind)
  return same === undefined ? { kind: 'silent' } : { kind: 'agrees', by: same }
}

/** Whether the row can be ticked at all: that nobody knew is asked about again, and what is said otherwise is for a person to decide. */
export const canTick = (said: Pick<SaidOccupation, 'kind'>, heard: readonly Heard[]): boolean =>
  said.kind !== 'unknown' && verdictOf(said, heard).kind !== 'differs'

/** Who says so, in an answer. */
export const sourceOf = (heard: Speaking): OccupationSource => (heard.way === 'reply' ? 'youth' : heard.receiver)
