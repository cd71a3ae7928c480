/** The figures of a stretch of time, as tables with the days at the edges. */
import { describe, expect, it } from 'vitest'
import { aContact, aMeasure, anOccupation, aPeriod, aQuestion, aYouth, counted, date } from './facts.testbed.ts'
import type { FactYouth } from './facts.types.ts'

const half = aQuestion('2026-01-01', '2026-07-01')
type Case = readonly [says: string, youth: Partial<FactYouth>, expected: Readonly<Record<string, number>>]

describe('the half-year', () => {
  const from = { periods: [aPeriod('2025-10-01 -- 2026-06-30 turned20')] }
  const cases: readonly Case[] = [
    ['before it began, and left on its last day', from, { covered: 1, fromBefore: 1, exit: 1, 'exit.turned20': 1 }],
    ['left on the day after: in the next half-year', { periods: [aPeriod('2025-10-01 -- 2026-07-01')] }, { covered: 1, fromBefore: 1 }],
    [
      'left on its first day: no day of it, and the exit is in it',
      { periods: [aPeriod('2025-10-01 -- 2026-01-01')] },
      { exit: 1, 'exit.turned20': 1 },
    ],
    ['came in on its first day: new', { periods: [aPeriod('2026-01-01')] }, { covered: 1, new: 1, entry: 1, 'entry.neverStarted': 1 }],
    ['came in on its last day', { periods: [aPeriod('2026-06-30')] }, { covered: 1, new: 1, entry: 1, 'entry.neverStarted': 1 }],
    ['came in the day after', { periods: [aPeriod('2026-07-01')] }, {}],
    [
      'two periods, the first from before: from before, and one entry',
      { periods: [aPeriod('2025-10-01 -- 2026-02-01 moved'), aPeriod('2026-05-01')] },
      { covered: 1, fromBefore: 1, entry: 1, 'entry.neverStarted': 1, exit: 1, 'exit.moved': 1 },
    ],
  ]
  it.each(cases)('%s', (_, youth, expected) => {
    const found = counted('half-year', half, [aYouth(youth)])
    const known = Object.fromEntries(Object.entries(found).filter(([row]) => !/^(registration|known|notKnown)/.test(row)))
    expect(known).toEqual(expected)
  })

  const study = { kind: 'introductory', fromOn: date('2017-08-20'), untilOn: date('2018-07-01'), qualifies: false } as const
  it('an introductory programme is an occupation until 30 June 2018, and a way out from 1 July', () => {
    const youth = aYouth({
      periods: [aPeriod('2017-08-20 -- 2018-07-01 inEducation', { entryReason: 'interruptedNational' })],
      studies: [study, { ...study, fromOn: date('2018-07-01'), untilOn: null, qualifies: true }],
    })
    const spring = counted('half-year', aQuestion('2018-01-01', '2018-07-01'), [youth])
    expect(spring).toMatchObject({ covered: 1, fromBefore: 1, 'registration.introductory': 1 })
    expect(spring['exit']).toBeUndefined()
    const autumn = counted('half-year', aQuestion('2018-07-01', '2019-01-01'), [youth])
    expect(autumn).toEqual({ exit: 1, 'exit.inEducation': 1, 'exit.inEducation.introductory': 1 })
  })

  it.each([
    ['known on the day', [anOccupation('2025-12-20 work')], 'work'],
    ['lapsed on the day, and nothing since', [anOccupation('2025-09-01 work')], 'unknown'],
    ['said thirty days later', [anOccupation('2026-01-31 other')], 'other'],
    ['said thirty-one days later', [anOccupation('2026-02-01 other')], 'notAsked'],
    ['said later of what began later', [anOccupation('2026-01-20 work', { sinceOn: date('2026-01-02') })], 'notAsked'],
    ['asked in vain', [anOccupation('2026-01-20 unknown')], 'unknown'],
  ])('occupation at registration: %s', (_, occupations, expected) => {
    expect(counted('half-year', half, [aYouth({ occupations })])).toMatchObject({ [`registration.${expected}`]: 1 })
  })

  it('declined the first offer, or the second; of one day the one that was declined comes first', () => {
    const offer = (on: string) => ({ id: 1, on: date(on), unitId: 1 })
    const answers = [
      counted('half-year', half, [aYouth({ offers: [offer('2026-02-01')] })]),
      counted('half-year', half, [aYouth({ offers: [offer('2026-02-01')], measures: [aMeasure('2026-02-01')] })]),
      counted('half-year', half, [aYouth({ offers: [offer('2026-02-02')], measures: [aMeasure('2026-02-01')] })]),
      counted('half-year', half, [aYouth({ measures: [aMeasure('2026-02-02')] })]),
    ]
    expect(answers.map(({ offered, declinedFirst }) => [offered, declinedFirst])).toEqual([
      [1, 1],
      [1, 1],
      [1, undefined],
      [1, undefined],
    ])
  })
})

describe('measures', () => {
  it.each([
    ['over the whole period', '2025-12-01', { measured: 1 }],
    ['ended on the first day: no day in it, and the end is', '2025-12-01 -- 2026-01-01 studies', { ended: 1, 'ended.studies': 1 }],
    ['ended on the day after the last', '2026-03-01 -- 2026-07-01', { measured: 1, begun: 1 }],
    ['began and ended on one day: never was', '2026-03-01 -- 2026-03-01', {}],
    ['began on the last day', '2026-06-30', { measured: 1, begun: 1 }],
    ['began before the youth was covered', '2025-10-01 -- 2026-05-01', { measured: 1 }],
  ])('%s', (_, said, expected) => {
    const youth = aYouth({ periods: [aPeriod('2025-11-01')], measures: [aMeasure(said)] })
    const found = counted('support-list', half, [youth])
    const rows = ['measured', 'begun', 'ended', 'ended.studies', 'outside']
    expect(Object.fromEntries(Object.entries(found).filter(([row]) => rows.includes(row)))).toEqual(expected)
  })

  it('end reasons are told in all and of each, by the department of the measure', () => {
    const measures = [
      aMeasure('2026-01-02 -- 2026-02-01 studies', { department: 'education' }),
      aMeasure('2026-02-02 -- 2026-03-01 moved', { department: 'labourMarket', itemKey: 'practice', unitId: 2 }),
    ]
    const youth = aYouth({ measures })
    expect(counted('support-list', half, [youth])).toEqual({
      covered: 1,
      measured: 1,
      'measured.education': 1,
      'measured.labourMarket': 1,
      begun: 2,
      ended: 2,
      'ended.studies': 1,
      'ended.moved': 1,
      'endedOf.guidance': 1,
      'endedOf.guidance.studies': 1,
      'endedOf.practice': 1,
      'endedOf.practice.moved': 1,
    })
    const byUnit = aQuestion('2026-01-01', '2026-07-01', ['unit'])
    expect(counted('support-list', byUnit, [youth], ['2'])).toMatchObject({ begun: 1, 'ended.moved': 1, 'measured.labourMarket': 1 })
    expect(counted('support-list', byUnit, [youth], ['2'])['measured']).toBeUndefined()
  })
})

describe('the list of outreach', () => {
  it('counts letters, cards, calls and visits with answers, and who chose whose support', () => {
    const contacts = [
      aContact('2026-01-10 letter'),
      aContact('2026-01-12 phone!', { department: 'education', unitId: 2 }),
      aContact('2026-02-01 visitCard'),
      aContact('2026-02-03 homeVisit'),
      aContact('2026-02-04 letter<', { department: 'labourMarket' }),
    ]
    expect(counted('outreach-list', half, [aYouth({ contacts })])).toEqual({
      covered: 1,
      'letter.made': 1,
      'visitCard.made': 1,
      'phone.made': 1,
      'phone.answered': 1,
      'phone.reached': 1,
      'homeVisit.made': 1,
      'homeVisit.answered': 1,
      'homeVisit.reached': 1,
      reached: 1,
      support: 1,
      'support.education': 1,
      'support.labourMarket': 1,
    })
  })
  it('what was done on a day that was not covered is outside', () => {
    const youth = aYouth({ periods: [aPeriod('2026-02-01')], contacts: [aContact('2026-01-31 phone!'), aContact('2026-02-01 phone!')] })
    expect(counted('outreach-list', half, [youth])).toMatchObject({ 'phone.made': 1, reached: 1, outside: 1 })
  })
})

describe('the units’ report', () => {
  const stage = { id: 1, isEmployment: false, fromOn: date('2026-02-01'), endedOn: null, outcome: null, reason: null } as const
  const employment = { itemKey: 'youthEmployment', leadsToEmployment: true, placement: 'approved' } as const
  it.each([
    ['before any stage', [], { employment: 1, 'employment.onWay': 1 }],
    ['in a stage before', [stage], { employment: 1, 'employment.onWay': 1 }],
    ['employed', [{ ...stage, isEmployment: true }], { employment: 1, 'employment.in': 1 }],
    ['employed until the last day', [{ ...stage, isEmployment: true, endedOn: date('2026-07-01') }], { employment: 1, 'employment.in': 1 }],
    [
      'interrupted on the last day',
      [{ ...stage, endedOn: date('2026-06-30'), outcome: 'interrupted', reason: 'moved' } as const],
      { employment: 1, 'employment.onWay': 1, interrupted: 1, 'interrupted.moved': 1 },
    ],
  ])('youth employment: %s', (_, stages, expected) => {
    const youth = aYouth({ measures: [aMeasure('2026-02-01', { ...employment, stages })] })
    expect(counted('unit-status', half, [youth])).toEqual({ enrolled: 1, ...expected })
  })
  it('a proposal is neither in it nor on the way', () => {
    const youth = aYouth({ measures: [aMeasure('2026-02-01', { ...employment, placement: 'waiting' })] })
    expect(counted('unit-status', half, [youth])).toEqual({ 'employment.waiting': 1 })
  })
  it('a number that was found works until a call says otherwise', () => {
    const search = { id: 1, on: date('2026-03-01'), isFound: true, wayId: 7, unitId: 1, districtId: null }
    const found = (outcome: 'deadNumber' | 'noAnswer') =>
      counted('unit-status', half, [aYouth({ searches: [search], contacts: [aContact('2026-03-02 phone', { wayId: 7, outcome })] })])
    expect(found('deadNumber')).toEqual({ searched: 1, 'searched.found': 1 })
    expect(found('noAnswer')).toEqual({ searched: 1, 'searched.found': 1, 'searched.works': 1 })
  })
  it('a youth reached in two units is counted where she was reached first', () => {
    const contacts = [aContact('2026-02-01 phone!', { unitId: 2 }), aContact('2026-03-01 phone!', { unitId: 1 })]
    const byUnit = aQuestion('2026-01-01', '2026-07-01', ['unit'])
    const at = (unit: string) => counted('unit-status', byUnit, [aYouth({ contacts })], [unit])
    expect([at('2'), at('1'), at('*')]).toEqual([{ reached: 1 }, {}, { reached: 1 }])
  })
})
