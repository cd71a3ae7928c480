/** What makes a consent one: whose it is, for how long it holds, and who must have said yes. Consent is never the ground for the register. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { birthday, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { ConsentSettings } from './consent-settings.rules.ts'
import { sharedFields, type Consent, type ConsentState, type ConsentWish, type SharedField } from './consents.types.ts'

/** The fields in their own order, each once. */
export const inOrder = (fields: readonly string[]): SharedField[] => sharedFields.filter((field) => fields.includes(field))

/** Whether somebody is under 18 on the day; a youth whose birth date nobody knows counts as under. */
export const isUnder18 = (bornOn: PlainDate | null, on: PlainDate): boolean => bornOn === null || dayOf(on) < birthday(dayOf(bornOn), 18)

export type ConsentRefusal =
  /** Somebody protected: nothing is shared through the product. */
  | 'protected'
  /** Neither covered nor watched: nothing new is written (förordning 2006:39 4 §). */
  | 'not-followed'
  | 'nothing-tells-who'
  | 'given-ahead'
  | 'over-already'
  | 'too-long'
  | 'needs-guardian'
  | 'no-guardian'
  | 'guardian-ahead'

/** Of whom and when it is asked. */
export type ConsentFacts = {
  readonly bornOn: PlainDate | null
  readonly isProtected: boolean
  readonly isFollowed: boolean
  readonly today: PlainDate
}

/** A guardian's yes: needed where the setting says so, and else never kept (förordning 2006:39 4 §: no guardians in the register). */
function guardianRefusal(
  { guardianOn, givenOn }: ConsentWish,
  { bornOn, today }: ConsentFacts,
  { under18 }: ConsentSettings,
): ConsentRefusal | null {
  const isNeeded = under18 === 'guardianToo' && isUnder18(bornOn, givenOn)
  if (!isNeeded) return guardianOn === null ? null : 'no-guardian'
  if (guardianOn === null) return 'needs-guardian'
  return guardianOn > today ? 'guardian-ahead' : null
}

/** Whether it can be recorded. It holds to the end of its last day. */
export function decideConsent(wish: ConsentWish, facts: ConsentFacts, settings: ConsentSettings): Decision<null, ConsentRefusal> {
  const { fields, givenOn, untilOn } = wish
  if (facts.isProtected) return refuse('protected')
  if (!facts.isFollowed) return refuse('not-followed')
  if (!fields.includes('name') && !fields.includes('number')) return refuse('nothing-tells-who')
  if (givenOn > facts.today) return refuse('given-ahead')
  if (untilOn < facts.today || untilOn < givenOn) return refuse('over-already')
  if (dayOf(untilOn) > plusDays(dayOf(givenOn), settings.longestDays)) return refuse('too-long')
  const wrong = guardianRefusal(wish, facts, settings)
  return wrong === null ? grant(null) : refuse(wrong)
}

/** Where a consent stands on the day. Withdrawn stays withdrawn, also when it would have run out since. */
export const consentState = ({ untilOn, withdrawnOn }: Pick<Consent, 'untilOn' | 'withdrawnOn'>, on: PlainDate): ConsentState =>
  withdrawnOn !== null ? 'withdrawn' : untilOn < on ? 'expired' : 'live'
