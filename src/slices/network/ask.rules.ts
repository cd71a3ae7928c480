/** On what ground a partner may be asked about a youth. Consent is looked up; anything else is said by the one who asks. The database refuses what these refuse. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Consent, Purpose } from '../consents/index.ts'
import type { AskGround, PartnerKind } from './network.types.ts'

/** Purposes of a consent that a partner may be asked for. */
export const askedFor: readonly Purpose[] = ['planTogether', 'followUp']

/** No authority: the general clause (OSL 10:27) is not for them. */
const noAuthority: readonly PartnerKind[] = ['project', 'other']

/** The grounds that can be said for a partner of a kind, consent first. Within one board there is no limit of secrecy (OSL 8:1, 8:2). */
export const groundsFor = (kind: PartnerKind): AskGround[] => [
  'consent',
  ...(kind === 'unit' ? (['sameBoard'] as const) : []),
  'noHarm',
  'ownWork',
  ...(noAuthority.includes(kind) ? [] : (['generalClause'] as const)),
]

/** Of a consent, what the question needs to know. */
export type AskConsent = Pick<Consent, 'id' | 'fields' | 'untilOn'>

/** The consent to ask on: of those that cover it, one that lets the name be told, the one that holds longest; null: none. */
export const consentToAskOn = <One extends AskConsent>(covering: readonly One[], linkOver: PlainDate): One | null =>
  covering
    .filter(({ fields, untilOn }) => fields.includes('name') && untilOn >= linkOver)
    .reduce<One | null>((best, one) => (best === null || one.untilOn > best.untilOn ? one : best), null)

/** What a partner needs to know whom it is about, and no more. */
const enough = ['givenName', 'familyName', 'birthYear'] as const

export type AskOn = { readonly ground: AskGround; readonly consent: AskConsent | null; readonly shown: readonly (typeof enough)[number][] }

/** The ground of one youth's question: her consent when there is one, else what was said; null: only consent was said, and there is none. */
export function askOn(said: AskGround, consent: AskConsent | null): AskOn | null {
  if (consent !== null) {
    const shown = enough.filter((field) => field !== 'birthYear' || consent.fields.includes('birthDate'))
    return { ground: 'consent', consent, shown }
  }
  return said === 'consent' ? null : { ground: said, consent: null, shown: enough }
}
