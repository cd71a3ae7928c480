/** Consent: edge days, guardians, what a package holds, and the other grounds. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { consentSettingsFrom, readConsentDraft, shippedConsents } from './consent-settings.rules.ts'
import { consentState, decideConsent, inOrder, isUnder18, type ConsentFacts } from './consent.rules.ts'
import { receiverKinds, sharedFields, type ConsentWish, type SharedFacts } from './consents.types.ts'
import { grounds, otherGrounds } from './ground.rules.ts'
import { packageSchema, packageShape } from './package.forms.ts'
import { fieldsIn, packageOf, packageText } from './package.rules.ts'
import { packageRows } from './package.texts.ts'

const date = (text: string): PlainDate => text as PlainDate
const today = date('2026-11-20')
const aWish = (wish: Partial<ConsentWish> = {}): ConsentWish => ({
  purpose: 'joinActivity',
  receiverKind: 'internal',
  receiverName: 'Jobbtorget',
  fields: ['name', 'phones'],
  how: 'inPerson',
  givenOn: today,
  untilOn: date('2027-05-01'),
  guardianOn: null,
  ...wish,
})
const of17: ConsentFacts = { bornOn: date('2008-11-21'), isProtected: false, isFollowed: true, today }
const of18: ConsentFacts = { ...of17, bornOn: date('2008-11-20') }
const reasonOf = (wish: Partial<ConsentWish>, facts = of18, settings = shippedConsents): string | null => {
  const decision = decideConsent(aWish(wish), facts, settings)
  return decision.granted ? null : decision.reason
}

describe('a consent', () => {
  it.each([
    [{}, null],
    [{ fields: ['phones'] }, 'nothing-tells-who'],
    [{ fields: ['number'] }, null],
    [{ givenOn: date('2026-11-21') }, 'given-ahead'],
    [{ untilOn: date('2026-11-19') }, 'over-already'],
    [{ untilOn: today }, null],
    [{ untilOn: date('2027-11-20') }, null],
    [{ untilOn: date('2027-11-21') }, 'too-long'],
    [{ guardianOn: today }, 'no-guardian'],
  ] as const)('%j: %s', (wish, reason) => {
    expect(reasonOf(wish)).toBe(reason)
  })

  it('is never of somebody protected, or whom nobody follows', () => {
    expect(reasonOf({}, { ...of18, isProtected: true })).toBe('protected')
    expect(reasonOf({}, { ...of18, isFollowed: false })).toBe('not-followed')
  })

  it.each([
    ['own', of17, null, null],
    ['own', of17, today, 'no-guardian'],
    ['guardianToo', of17, null, 'needs-guardian'],
    ['guardianToo', of17, today, null],
    ['guardianToo', of17, date('2026-11-21'), 'guardian-ahead'],
    ['guardianToo', of18, null, null],
    ['guardianToo', of18, today, 'no-guardian'],
    ['guardianToo', { ...of18, bornOn: null }, null, 'needs-guardian'],
  ] as const)('with the setting %s for %j and a guardian on %s: %s', (under18, facts, guardianOn, reason) => {
    expect(reasonOf({ guardianOn }, facts, { ...shippedConsents, under18 })).toBe(reason)
  })

  it('holds to the end of its last day, and what is withdrawn stays so', () => {
    expect(consentState({ untilOn: today, withdrawnOn: null }, today)).toBe('live')
    expect(consentState({ untilOn: date('2026-11-19'), withdrawnOn: null }, today)).toBe('expired')
    expect(consentState({ untilOn: date('2026-11-19'), withdrawnOn: today }, today)).toBe('withdrawn')
  })

  it('of somebody born on a leap day is an adult’s from 1 March', () => {
    expect([date('2026-02-28'), date('2026-03-01')].map((on) => isUnder18(date('2008-02-29'), on))).toEqual([true, false])
  })
})

const text = fc.string({ maxLength: 30 })
const aDay = fc.constantFrom(date('2008-02-29'), date('2026-11-20'), date('2026-01-01'))
const facts: fc.Arbitrary<SharedFacts> = fc.record({
  givenName: text,
  familyName: text,
  bornOn: fc.option(aDay),
  number: fc.option(fc.constant('200803142389')),
  street: text,
  postalCode: text,
  locality: text,
  phones: fc.array(text, { maxLength: 3 }),
  emails: fc.array(text, { maxLength: 3 }),
  occupation: fc.option(fc.record({ kind: fc.constantFrom('work', 'studies', 'other', 'none'), statedOn: aDay })),
  measures: fc.array(fc.record({ name: text, fromOn: aDay, untilOn: fc.option(aDay) }), { maxLength: 3 }),
  planGoal: text,
})
const chosen = fc.subarray([...sharedFields], { minLength: 1 })

describe('what a receiver sees', () => {
  it('is exactly the chosen fields, in the file, on the page and in the schema', () => {
    fc.assert(
      fc.property(facts, chosen, (known, fields) => {
        const shared = packageOf(known, fields)
        expect(fieldsIn(shared)).toEqual(inOrder(fields))
        expect(packageRows(shared, 'sv').map(({ field }) => field)).toEqual(inOrder(fields))
        expect(packageShape.parse(JSON.parse(packageText(shared)))).toEqual(shared)
      }),
    )
  })

  it('does not change with what was not chosen', () => {
    fc.assert(
      fc.property(facts, facts, chosen, (one, other, fields) => {
        const mixed = { ...other, ...Object.fromEntries(Object.entries(one).filter(([key]) => keysOf(fields).has(key))) }
        expect(packageText(packageOf(mixed, fields))).toBe(packageText(packageOf(one, fields)))
      }),
    )
  })

  it('says so of a field of which nothing is known', () => {
    const nothing = { givenName: 'Ida', familyName: '', bornOn: null, number: null, street: '', postalCode: '', locality: '' }
    const known = { ...nothing, phones: [], emails: [], occupation: null, measures: [], planGoal: '' }
    expect(packageRows(packageOf(known, [...sharedFields]), 'sv').map(({ lines }) => lines)).toEqual([
      ['Ida'],
      ...Array.from({ length: 8 }, () => ['inget är känt']),
    ])
  })

  it('has a schema that refuses what is not in it', () => {
    expect(JSON.parse(packageSchema())).toMatchObject({ type: 'object', additionalProperties: false, required: ['format'] })
  })
})

/** The facts that the fields are made from. */
function keysOf(fields: readonly string[]): ReadonlySet<string> {
  const of: Readonly<Record<string, readonly string[]>> = {
    name: ['givenName', 'familyName'],
    birthDate: ['bornOn'],
    address: ['street', 'postalCode', 'locality'],
  }
  return new Set(fields.flatMap((field) => of[field] ?? [field]))
}

describe('without consent', () => {
  it('every ground is told, whether or not it bears, and none is chosen', () => {
    for (const receiver of receiverKinds) {
      for (const under of [true, false]) {
        const said = otherGrounds({ receiver, isUnder18: under })
        expect(said.map(({ ground }) => ground)).toEqual([...grounds])
        expect(said.find(({ ground }) => ground === 'worry')?.bearing).toBe(under ? 'look' : 'no')
        expect(said.find(({ ground }) => ground === 'ownBoard')?.bearing).toBe(receiver === 'partner' ? 'no' : 'look')
      }
    }
  })
})

describe('the settings', () => {
  it('are the shipped ones where nothing is set, and what was typed where it can be read', () => {
    expect(consentSettingsFrom([])).toEqual(shippedConsents)
    const typed = { under18: 'guardianToo', longestDays: '30', answerDays: ' 7 ', outcomeDays: '60' }
    expect(readConsentDraft(typed)).toEqual({ under18: 'guardianToo', longestDays: 30, answerDays: 7, outcomeDays: 60 })
    expect(readConsentDraft({ ...typed, under18: 'alla', longestDays: '731', answerDays: '' })).toEqual([
      'under18',
      'longestDays',
      'answerDays',
    ])
  })
})
