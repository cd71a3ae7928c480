/** From lives to youths, by the law itself: two municipalities, the rule change of 2018, and who need not be loaded. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aDecision,
  aLife,
  anEnrolment,
  anInterruption,
  aProtection,
  aRegistration,
  aSetting,
  aStay,
  here,
  someLife,
  there,
} from '../../../test/support/lives.ts'
import { dateOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Life } from '../law/index.ts'
import type { PersonLife } from '../register/index.ts'
import { buildReturn } from './build.rules.ts'
import { aContact, aProfile, half, shown, someFacts } from './returns.testbed.ts'
import { coverableBirths, youthOf } from './youth.rules.ts'

const aPerson = (life: Life, secrecyMarked = false): PersonLife => ({
  personId: 1,
  subjectId: 's1',
  number: '200803142380',
  givenName: 'Prov',
  familyName: 'Provsson',
  secrecyMarked,
  life,
})
const youthIn = (life: Life, key = '2026H1', municipality = here) => youthOf(aPerson(life), municipality, aSetting(), half(key))
const linesIn = (life: Life, key = '2026H1', municipality = here, contactOn = '2026-03-31'): string[] => {
  const youth = youthIn(life, key, municipality)
  const contacts = [aContact(contactOn)]
  const facts = someFacts(youth === null ? [] : [{ ...youth, contacts, measures: [], statements: [] }], key)
  return shown(buildReturn(facts, aProfile({ key })).records)
}

describe('a youth in two municipalities', () => {
  const life = aLife({ born: '2008-03-14', registrations: [aRegistration('2008-03-14'), aRegistration('2026-04-01', there)] })
  it('is told of by both, each for its own part: out and in on the same day, a contact by the one whose day it is', () => {
    expect(linesIn(life)).toEqual(['youth 2024-06-16 05 0', 'contact 2026-03-31 4', 'exit 2026-04-01 05'])
    expect(linesIn(life, '2026H1', there)).toEqual(['youth 2026-04-01 06 0'])
    expect(linesIn(life, '2026H1', there, '2026-04-01')).toEqual(['youth 2026-04-01 06 0', 'contact 2026-04-01 4'])
    expect([linesIn(life, '2026H2'), linesIn(life, '2026H2', there)]).toEqual([[], ['youth 2026-04-01 06 0']])
  })
})

describe('the two half-years of 2018', () => {
  const enrolled = (enrolment: ReturnType<typeof anEnrolment>) => aLife({ born: '2001-02-03', enrolments: [enrolment] })
  it('have a youth in an introductory programme in the first, and out for it on 1 July', () => {
    const life = enrolled(anEnrolment('2017-08-21', '2019-06-10', { educationCode: 'IMA' }))
    expect(linesIn(life, '2018H1', here, '2018-03-01')).toEqual(['youth 2017-06-16 4 0', 'contact 2018-03-01 5'])
    expect(linesIn(life, '2018H2', here, '2018-07-01')).toEqual(['youth 2017-06-16 4 0', 'exit 2018-07-01 4'])
  })

  it('have the one who began it while it already qualified in neither, but for the summer before', () => {
    const life = enrolled(anEnrolment('2018-08-20', '2019-06-10', { educationCode: 'IMA' }))
    expect(linesIn(life, '2018H2', here, '2018-10-01')).toEqual(['youth 2017-06-16 4 0', 'exit 2018-08-20 4'])
  })

  it.each([
    ['2018-06-29', ['youth 2017-06-16 4 0'], ['youth 2017-06-16 4 0']],
    ['2018-06-30', ['youth 2017-06-16 4 0'], ['youth 2017-06-16 4 0']],
    ['2018-07-01', ['youth 2017-06-16 4 0'], ['youth 2017-06-16 4 0', 'exit 2018-07-01 4', 'youth 2018-07-02 1 0']],
  ])('tell an introductory programme interrupted on %s by the rule of each day', (on, h1, h2) => {
    const life = enrolled(anInterruption('2017-08-21', on, 'GY', 'IMA'))
    expect([linesIn(life, '2018H1', here, '2019-01-01'), linesIn(life, '2018H2', here, '2019-01-01')]).toEqual([h1, h2])
  })

  it.each([
    ['2018-06-30', ['youth 2017-06-16 4 0', 'exit 2018-06-30 3'], []],
    ['2018-07-01', ['youth 2017-06-16 4 0'], ['youth 2017-06-16 4 0', 'exit 2018-07-01 3']],
  ])('have one who began a national programme on %s out on that day, in the half-year of the day', (on, h1, h2) => {
    const life = enrolled(anEnrolment(on, '2019-06-10', { educationCode: 'NA25' }))
    expect([linesIn(life, '2018H1', here, '2019-01-01'), linesIn(life, '2018H2', here, '2019-01-01')]).toEqual([h1, h2])
  })

  it('have an interruption after 1 July with the reason of that time', () => {
    const life = enrolled(anInterruption('2017-08-21', '2018-10-10', 'GY', 'IMA'))
    expect(linesIn(life, '2018H2', here, '2018-10-12')).toEqual([
      'youth 2017-06-16 4 0',
      'exit 2018-07-01 4',
      'youth 2018-10-11 1 0',
      'contact 2018-10-12 5',
    ])
  })
})

describe('protection', () => {
  const protectionOf = (person: PersonLife) => youthOf(person, here, aSetting(), half())?.protection
  it('of the registration is more than a mark', () => {
    const life = aLife({ born: '2008-03-14' })
    const hidden = { ...life, protectedRegistration: aProtection('2026-01-10'), confirmedStays: [aStay('2020-01-01')] }
    expect([protectionOf(aPerson(life)), protectionOf(aPerson(life, true)), protectionOf(aPerson(hidden, true))]).toEqual([
      'none',
      'marked',
      'registration',
    ])
  })

  it('without a confirmed stay is on no list, and in no return', () => {
    const life = aLife({ born: '2008-03-14', protectedRegistration: aProtection('2020-01-01') })
    expect(youthIn(life)).toBeNull()
  })
})

describe('who is loaded', () => {
  it('is everybody who can be in the file: the births hold all of them, but for decisions', () => {
    fc.assert(
      fc.property(someLife, fc.constantFrom('2018H1', '2018H2', '2019H1', '2020H2', '2022H1', '2023H2', '2024H1'), (life, key) => {
        const { after, before } = coverableBirths(half(key))
        const isLoaded = life.decisions.length > 0 || (life.bornOn !== null && after < dateOf(life.bornOn) && dateOf(life.bornOn) < before)
        if (youthIn(life, key) !== null) expect(isLoaded).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('reaches whoever turns twenty on the first day, and not the day before', () => {
    const { after } = coverableBirths(half('2026H1'))
    const out = (born: string): string[] => linesIn(aLife({ born }), '2026H1')
    expect([after < ('2006-01-01' as PlainDate), out('2006-01-01').at(-1), out('2005-12-31')]).toEqual([true, 'exit 2026-01-01 01', []])
  })

  it('holds whoever a decision covers, whatever the age', () => {
    expect(youthIn(aLife({ born: '2000-01-01', decisions: [aDecision(true, '2026-02-01', '2026-03-01')] }))?.periods).toHaveLength(2)
  })
})
