/** Occupation at registration: each edge day by itself, what outranks what, and a naive recount. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isKnownOccupation } from './occupation.rules.ts'
import {
  occupationAtRegistration,
  occupationSaidOn,
  occupationToldOn,
  registrationOccupations,
  type RegistrationOccupation,
  type RegistrationRule,
  type SaidOccupation,
  type Told,
} from './registration.rules.ts'
import { occupations, type Occupation, type OccupationState } from './ladder.types.ts'

const date = (text: string) => text as PlainDate
const dateOrNull = (text: string | null) => text as PlainDate | null
type Row = readonly [kind: Occupation, statedOn: string, sinceOn?: string | null, reviewOn?: string]
const saidOf = (rows: readonly Row[]): SaidOccupation[] =>
  rows.map(([kind, statedOn, sinceOn = null, reviewOn = '2027-01-01']) => ({
    kind,
    statedOn: date(statedOn),
    sinceOn: dateOrNull(sinceOn),
    reviewOn: date(reviewOn),
  }))
type Study = Told['studies'][number]
const study = (kind: Study['kind'], fromOn: string, untilOn: string | null = null, qualifies = false): Study => ({
  kind,
  fromOn: date(fromOn),
  untilOn: dateOrNull(untilOn),
  qualifies,
})
const registered = { fromOn: date('2026-03-10'), untilOn: null }
const rule: RegistrationRule = { withinDays: 30, asksSchool: true, lastOn: null }

describe('what was said, on a day', () => {
  it.each<[string, Row[], string, OccupationState]>([
    ['nothing', [], '2026-03-10', 'notAsked'],
    ['the day before it was said', [['work', '2026-03-11']], '2026-03-10', 'notAsked'],
    ['the day it was said', [['work', '2026-03-10']], '2026-03-10', 'work'],
    [
      'the last of two',
      [
        ['work', '2026-03-01'],
        ['none', '2026-03-02'],
      ],
      '2026-03-10',
      'none',
    ],
    [
      'the later of one day, in the order it was said',
      [
        ['work', '2026-03-02'],
        ['none', '2026-03-02'],
      ],
      '2026-03-10',
      'none',
    ],
    ['the day before its review', [['work', '2026-03-01', null, '2026-03-11']], '2026-03-10', 'work'],
    ['its review day', [['work', '2026-03-01', null, '2026-03-10']], '2026-03-10', 'lapsed'],
    [
      'an earlier one does not come back when the last lapses',
      [
        ['work', '2026-01-01'],
        ['none', '2026-03-01', null, '2026-03-10'],
      ],
      '2026-03-10',
      'lapsed',
    ],
  ])('%s', (_, said, on, state) => {
    expect(occupationSaidOn(saidOf(said), date(on))).toBe(state)
  })
})

describe('what is told on a day', () => {
  it.each<[string, Row[], Study[], RegistrationOccupation]>([
    ['nothing of nobody', [], [], 'notAsked'],
    ['asked in vain', [['unknown', '2026-03-01']], [], 'unknown'],
    ['lapsed', [['work', '2026-01-01', null, '2026-03-01']], [], 'unknown'],
    ['a school where nothing is said', [], [study('otherForm', '2026-01-01')], 'studies'],
    ['a school of an unknown level', [], [study('levelUnknown', '2026-01-01')], 'studies'],
    ['a school where it has lapsed', [['work', '2026-01-01', null, '2026-03-01']], [study('otherForm', '2026-01-01')], 'studies'],
    ['what is said outranks a school', [['none', '2026-03-01']], [study('otherForm', '2026-01-01')], 'none'],
    ['introductory outranks another form', [], [study('otherForm', '2026-01-01'), study('introductory', '2026-02-01')], 'introductory'],
    [
      'an introductory programme that takes the youth out is no occupation',
      [],
      [study('introductory', '2026-02-01', null, true)],
      'notAsked',
    ],
    ['the first day of a study', [], [study('otherForm', '2026-03-10')], 'studies'],
    ['the day before it', [], [study('otherForm', '2026-03-11')], 'notAsked'],
    ['the last day of a study', [], [study('otherForm', '2026-01-01', '2026-03-11')], 'studies'],
    ['the day after it', [], [study('otherForm', '2026-01-01', '2026-03-10')], 'notAsked'],
    ['an education that nobody has decided about is no occupation', [], [study('undecided', '2026-01-01')], 'notAsked'],
  ])('%s', (_, said, studies, expected) => {
    expect(occupationToldOn({ said: saidOf(said), studies }, date('2026-03-10'), true)).toBe(expected)
  })

  it('without asking a school, is only what was said', () => {
    expect(occupationToldOn({ said: [], studies: [study('otherForm', '2026-01-01')] }, date('2026-03-10'), false)).toBe('notAsked')
  })
})

describe('at registration', () => {
  it.each<[string, Row[], Partial<RegistrationRule>, RegistrationOccupation]>([
    ['known on the first day', [['work', '2026-03-10']], {}, 'work'],
    ['said on the thirtieth day', [['work', '2026-04-09']], {}, 'work'],
    ['said on the day after it', [['work', '2026-04-10']], {}, 'notAsked'],
    ['said on the last of fewer days', [['work', '2026-03-17']], { withinDays: 7 }, 'work'],
    ['said after fewer days', [['work', '2026-03-18']], { withinDays: 7 }, 'notAsked'],
    ['no days: only what was known', [['work', '2026-03-11']], { withinDays: 0 }, 'notAsked'],
    ['said on the last day looked at', [['work', '2026-03-20']], { lastOn: date('2026-03-20') }, 'work'],
    ['said after the last day looked at', [['work', '2026-03-21']], { lastOn: date('2026-03-20') }, 'notAsked'],
    ['looking on does not stretch the days', [['work', '2026-04-10']], { lastOn: date('2026-12-31') }, 'notAsked'],
    ['since the first day', [['work', '2026-03-20', '2026-03-10']], {}, 'work'],
    ['since the day after it', [['work', '2026-03-20', '2026-03-11']], {}, 'notAsked'],
    [
      'the first that tells something',
      [
        ['unknown', '2026-03-12'],
        ['work', '2026-03-15'],
        ['none', '2026-03-20'],
      ],
      {},
      'work',
    ],
    ['asked in vain', [['unknown', '2026-03-12']], {}, 'unknown'],
    ['asked in vain before, and not since', [['unknown', '2026-03-01']], {}, 'unknown'],
    [
      'lapsed by then, and said anew within the days',
      [
        ['none', '2026-01-01', null, '2026-03-10'],
        ['work', '2026-03-20'],
      ],
      {},
      'work',
    ],
    [
      'known by then outranks what is said after',
      [
        ['none', '2026-03-01'],
        ['work', '2026-03-20'],
      ],
      {},
      'none',
    ],
  ])('%s', (_, said, given, expected) => {
    expect(occupationAtRegistration({ said: saidOf(said), studies: [] }, registered, { ...rule, ...given })).toBe(expected)
  })

  it.each([
    ['2026-03-19', 'work'],
    ['2026-03-20', 'notAsked'],
  ] as const)('of a period that ended on 20 March, said on %s: %s', (statedOn, expected) => {
    const period = { fromOn: date('2026-03-10'), untilOn: date('2026-03-20') }
    expect(occupationAtRegistration({ said: saidOf([['work', statedOn]]), studies: [] }, period, rule)).toBe(expected)
  })

  it('a school on the first day outranks what is said after it, when a school is asked', () => {
    const told: Told = { said: saidOf([['work', '2026-03-12']]), studies: [study('otherForm', '2026-01-01')] }
    expect(occupationAtRegistration(told, registered, rule)).toBe('studies')
    expect(occupationAtRegistration(told, registered, { ...rule, asksSchool: false })).toBe('work')
  })

  it('is one of its words, and what is said outside the days changes nothing', () => {
    const someSaid = fc
      .array(fc.tuple(fc.constantFrom(...occupations), fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 90 })), {
        maxLength: 6,
      })
      .map((rows) =>
        rows
          .map(([kind, after, fresh]): SaidOccupation => {
            const stated = plusDays(dayOf(registered.fromOn), after)
            return { kind, statedOn: dateOf(stated), sinceOn: null, reviewOn: dateOf(plusDays(stated, fresh)) }
          })
          .toSorted((a, b) => (a.statedOn < b.statedOn ? -1 : a.statedOn > b.statedOn ? 1 : 0)),
      )
    fc.assert(
      fc.property(someSaid, (said) => {
        const found = occupationAtRegistration({ said, studies: [] }, registered, rule)
        expect(registrationOccupations).toContain(found)
        const near = said.filter(({ statedOn }) => statedOn <= date('2026-04-09'))
        expect(occupationAtRegistration({ said: near, studies: [] }, registered, rule)).toBe(found)
        const isKnownThen = isKnownOccupation(occupationSaidOn(said, registered.fromOn))
        expect(found === 'notAsked').toBe(near.length === 0)
        if (isKnownThen) expect(found).toBe(occupationSaidOn(said, registered.fromOn))
      }),
    )
  })
})
