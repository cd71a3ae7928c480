/** On what ground a partner may be asked about a youth: consent first, what is said else, and nothing assumed. */
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { askOn, consentToAskOn, groundsFor, type AskConsent } from './ask.rules.ts'
import { partnerKinds } from './network.types.ts'

const on = (text: string) => text as PlainDate
const aConsent = (given: Partial<AskConsent> = {}): AskConsent => ({
  id: 1,
  fields: ['name', 'birthDate'],
  untilOn: on('2027-01-31'),
  ...given,
})

describe('the grounds', () => {
  it.each([
    ['unit', ['consent', 'sameBoard', 'noHarm', 'ownWork', 'generalClause']],
    ['youthClinic', ['consent', 'noHarm', 'ownWork', 'generalClause']],
    ['project', ['consent', 'noHarm', 'ownWork']],
    ['other', ['consent', 'noHarm', 'ownWork']],
  ] as const)('for a partner that is %s: %j', (kind, grounds) => {
    expect(groundsFor(kind)).toEqual(grounds)
  })

  it('have consent for everybody, and the same board for own units alone', () => {
    for (const kind of partnerKinds) {
      expect(groundsFor(kind)[0]).toBe('consent')
      expect(groundsFor(kind).includes('sameBoard')).toBe(kind === 'unit')
    }
  })
})

describe('the consent to ask on', () => {
  it.each<[string, readonly AskConsent[], number | null]>([
    ['none', [], null],
    ['that holds as long as the link', [aConsent({ untilOn: on('2026-12-11') })], 1],
    ['that ends before it', [aConsent({ untilOn: on('2026-12-10') })], null],
    ['that lets no name be told', [aConsent({ fields: ['number', 'phones'] })], null],
    ['the one that holds longest', [aConsent(), aConsent({ id: 2, untilOn: on('2027-06-30') })], 2],
  ])('%s', (_, covering, id) => {
    expect(consentToAskOn(covering, on('2026-12-11'))?.id ?? null).toBe(id)
  })
})

describe('one youth', () => {
  it.each([
    ['consent', null, null],
    ['noHarm', null, { ground: 'noHarm', consent: null, shown: ['givenName', 'familyName', 'birthYear'] }],
  ] as const)('without a consent, with %s said: %j', (said, consent, expected) => {
    expect(askOn(said, consent)).toEqual(expected)
  })

  it('with a consent is asked about on that whatever is said, and no more is shown than it says', () => {
    const consent = aConsent({ fields: ['name'] })
    expect(askOn('ownWork', consent)).toEqual({ ground: 'consent', consent, shown: ['givenName', 'familyName'] })
    expect(askOn('consent', aConsent())?.shown).toEqual(['givenName', 'familyName', 'birthYear'])
  })
})
