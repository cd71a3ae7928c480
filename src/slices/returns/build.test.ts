/** The five blocks: what belongs to which half-year, with the days at its edges (DOMAIN.md 7). */
import { describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { buildReturn } from './build.rules.ts'
import { aContact, aMeasure, anAttempt, aPeriod, aProfile, aStatement, aStudy, aYouth, shown, someFacts } from './returns.testbed.ts'
import type { ReturnYouth } from './returns.types.ts'

const blocksOf = (youth: Partial<ReturnYouth>, key = '2026H1', profile = aProfile({ key })): string[] =>
  shown(buildReturn(someFacts([aYouth(youth)], key), profile).records)
const both = (youth: Partial<ReturnYouth>): readonly [string[], string[]] => [blocksOf(youth, '2026H1'), blocksOf(youth, '2026H2')]
const entered = 'youth 2025-09-01 05 4'

describe('block 1 and 5, the youth and the exit', () => {
  it.each([
    ['open', aPeriod('2025-09-01'), [entered], [entered]],
    ['out on 30 June', aPeriod('2025-09-01', '2026-06-30'), [entered, 'exit 2026-06-30 05'], []],
    [
      'out on 1 July: covered on 30 June, and the exit is of the next',
      aPeriod('2025-09-01', '2026-07-01'),
      [entered],
      [entered, 'exit 2026-07-01 05'],
    ],
    ['out on 31 December', aPeriod('2025-09-01', '2026-12-31'), [entered], [entered, 'exit 2026-12-31 05']],
    ['out on 1 January after', aPeriod('2025-09-01', '2027-01-01'), [entered], [entered]],
    ['in on 30 June', aPeriod('2026-06-30'), ['youth 2026-06-30 05 4'], ['youth 2026-06-30 05 4']],
    ['in on 1 July', aPeriod('2026-07-01'), [], ['youth 2026-07-01 05 4']],
    ['out before', aPeriod('2025-09-01', '2025-12-31'), [], []],
    ['out on the first day', aPeriod('2025-09-01', '2026-01-01'), [entered, 'exit 2026-01-01 05'], []],
  ])('%s', (_, period, h1, h2) => expect(both({ periods: [period] })).toEqual([h1, h2]))

  it('has several periods of one youth, each with its own reasons, also in the same half-year', () => {
    const periods = [
      aPeriod('2025-09-01', '2026-02-02', { exitReason: 'inEducation', exitStudy: 'national' }),
      aPeriod('2026-04-10', '2026-06-01', { entryReason: 'interruptedNational', exitReason: 'turned20' }),
    ]
    expect(blocksOf({ periods })).toEqual([entered, 'exit 2026-02-02 03', 'youth 2026-04-10 02 4', 'exit 2026-06-01 01'])
  })

  it('tells introductory programmes apart where the profile does, and only on the day they qualify', () => {
    const periods = [aPeriod('2017-09-01', '2018-07-01', { exitReason: 'inEducation', exitStudy: 'introductory' })]
    const studies = [aStudy('introductory', '2017-08-21', '2018-07-01'), aStudy('introductory', '2018-07-01', null, true)]
    const youth = { periods, studies, statements: [] }
    expect(blocksOf(youth, '2018H1')).toEqual(['youth 2017-09-01 4 2'])
    expect(blocksOf(youth, '2018H2')).toEqual(['youth 2017-09-01 4 2', 'exit 2018-07-01 4'])
    const national = { ...youth, periods: [{ ...periods[0], exitStudy: 'national' }] } as Partial<ReturnYouth>
    expect(blocksOf(national, '2018H2').at(-1)).toBe('exit 2018-07-01 3')
  })

  it('is as it looked on the day it was asked: an exit that lies ahead is not told', () => {
    const youth = aYouth({ periods: [aPeriod('2025-09-01', '2026-06-10'), aPeriod('2026-06-20')] })
    const seen = (on: string) => shown(buildReturn(someFacts([youth], '2026H1', on), aProfile()).records)
    expect(seen('2026-06-09')).toEqual([entered])
    expect(seen('2026-06-10')).toEqual([entered, 'exit 2026-06-10 05'])
    expect(seen('2026-06-20')).toEqual([entered, 'exit 2026-06-10 05', 'youth 2026-06-20 05 4'])
  })
})

describe('the occupation at registration', () => {
  const of = (statements: ReturnYouth['statements'], given: Partial<ReturnYouth> = {}) =>
    blocksOf({ periods: [aPeriod('2026-03-01')], statements, ...given })[0]
      ?.split(' ')
      .at(-1)
  it.each([
    ['said before', [aStatement('2026-02-01')], '4'],
    ['said before and lapsed that day', [aStatement('2026-02-01', 'work', '2026-03-01')], '0'],
    ['said within thirty days', [aStatement('2026-03-31', 'none')], '1'],
    ['said on the thirty-first', [aStatement('2026-04-01', 'none')], '0'],
    ['the first that was said, not the last', [aStatement('2026-03-05', 'none'), aStatement('2026-03-10', 'work')], '1'],
    ['what began after the registration', [aStatement('2026-03-10', 'work', '2999-01-01', '2026-03-09')], '0'],
    ['what had begun before it', [aStatement('2026-03-10', 'work', '2999-01-01', '2026-02-20')], '4'],
    ['asked in vain and then said', [aStatement('2026-03-05', 'unknown'), aStatement('2026-03-10', 'abroad')], '5'],
    ['nothing', [], '0'],
  ])('%s', (_, statements, code) => expect(of(statements)).toBe(code))

  it('is of the period: what is said after its exit tells nothing of it', () => {
    expect(of([aStatement('2026-03-20')], { periods: [aPeriod('2026-03-01', '2026-03-20')] })).toBe('0')
    expect(of([aStatement('2026-03-19')], { periods: [aPeriod('2026-03-01', '2026-03-20')] })).toBe('4')
  })

  it('is what a school says where nothing is known, if the profile says so', () => {
    const studies = [aStudy('otherForm', '2026-01-10', null)]
    expect(of([], { studies })).toBe('2')
    expect(of([aStatement('2026-02-01', 'none')], { studies })).toBe('1')
    expect(of([], { studies: [aStudy('undecided', '2026-01-10', null)] })).toBe('0')
    const profile = aProfile({ rules: { occupationFromSchool: false } })
    expect(blocksOf({ periods: [aPeriod('2026-03-01')], statements: [], studies }, '2026H1', profile)).toEqual(['youth 2026-03-01 05 0'])
  })
})

describe('block 2, contacts', () => {
  const period = aPeriod('2026-02-01', '2026-06-10')
  const told = (contacts: ReturnYouth['contacts'], given: Partial<ReturnYouth> = {}) =>
    blocksOf({ periods: [period], contacts, ...given }).filter((line) => line.startsWith('contact'))
  it('has every contact in a period in the half-year, and none on the day of the exit or after', () => {
    expect(told(['2026-01-31', '2026-02-01', '2026-06-09', '2026-06-10', '2026-06-11'].map((on) => aContact(on)))).toEqual([
      'contact 2026-02-01 4',
      'contact 2026-06-09 4',
    ])
  })

  it('has the occupation of its own day: said in it, else what was known then', () => {
    const statements = [aStatement('2026-01-15', 'none', '2026-03-01'), aStatement('2026-04-01', 'abroad')]
    const contacts = ['2026-02-20', '2026-03-01', '2026-04-01'].map((on) => aContact(on, on, { occupation: null }))
    expect(told([...contacts, aContact('2026-05-01', 'x', { occupation: 'unknown' })], { statements })).toEqual([
      'contact 2026-02-20 1',
      'contact 2026-03-01 0',
      'contact 2026-04-01 5',
      'contact 2026-05-01 0',
    ])
  })

  it('has no attempts, unless the profile says so', () => {
    const youth = { periods: [period], contacts: [anAttempt('2026-03-01'), aContact('2026-03-02')] }
    expect(told(youth.contacts)).toEqual(['contact 2026-03-02 4'])
    const all = aProfile({ rules: { contacts: 'reachedOrAttempted' } })
    expect(blocksOf(youth, '2026H1', all).filter((line) => line.startsWith('contact'))).toHaveLength(2)
  })

  it('has several the same day, in the order they happened', () => {
    const contacts = [aContact('2026-03-02', 'x', { occupation: 'none' }), aContact('2026-03-02', 'y')]
    expect(told(contacts)).toEqual(['contact 2026-03-02 1', 'contact 2026-03-02 4'])
  })
})

describe('blocks 3 and 4, measures', () => {
  const measuresOf = (measures: ReturnYouth['measures'], key = '2026H1', given: Partial<ReturnYouth> = {}) =>
    blocksOf({ measures, ...given }, key).filter((line) => line.startsWith('measure'))
  it.each([
    ['within', aMeasure('2026-02-01', '2026-03-01'), ['measureBegun 2026-02-01 02', 'measureEnded 2026-03-01 02 1 4'], []],
    ['over the boundary', aMeasure('2026-06-30', '2026-07-01'), ['measureBegun 2026-06-30 02'], ['measureEnded 2026-07-01 02 1 4']],
    ['from the year before', aMeasure('2025-11-01', '2026-06-30'), ['measureEnded 2026-06-30 02 1 4'], []],
    ['going on', aMeasure('2026-02-01'), ['measureBegun 2026-02-01 02'], []],
    ['that never began', aMeasure('2026-02-01', '2026-02-01', { endReason: 'neverBegan' }), [], []],
    ['that does not count', aMeasure('2026-02-01', '2026-03-01', { counts: false }), [], []],
    ['that began before the responsibility', aMeasure('2025-08-31', '2026-03-01'), [], []],
  ])('%s', (_, measure, h1, h2) => expect([measuresOf([measure]), measuresOf([measure], '2026H2')]).toEqual([h1, h2]))

  it('has the end on the day of the exit, not after it, and in a later period it ended in', () => {
    const end = (on: string, periods: ReturnYouth['periods']) => measuresOf([aMeasure('2026-02-01', on)], '2026H1', { periods })
    const left = [aPeriod('2025-09-01', '2026-04-01')]
    expect(end('2026-04-01', left)).toHaveLength(2)
    expect(end('2026-04-02', left)).toEqual(['measureBegun 2026-02-01 02'])
    expect(end('2026-05-02', [...left, aPeriod('2026-05-01')])).toEqual(['measureBegun 2026-02-01 02', 'measureEnded 2026-05-02 02 1 4'])
  })

  it('takes single talks where the profile takes all', () => {
    const talk = aMeasure('2026-02-01', null, { itemKey: 'singleTalk', counts: false })
    expect(blocksOf({ measures: [talk] }, '2026H1', aProfile({ rules: { measures: 'all' } }))).toContain('measureBegun 2026-02-01 01')
  })

  it('takes the code of an own item from the catalogue, and says what has none', () => {
    const own = (code: string | null) =>
      buildReturn(someFacts([aYouth({ measures: [aMeasure('2026-02-01', null, { itemKey: 'pottery', code })] })]), aProfile())
    expect(shown(own('13').records)).toContain('measureBegun 2026-02-01 13')
    expect([own('13').uncoded, own(null).uncoded]).toEqual([[], ['codes.measureKinds.pottery']])
    expect(['1;3', '=1', 'Ł'].map((code) => own(code).uncoded.length)).toEqual([1, 1, 1])
  })

  it('tells what nobody asked after a measure as its own code', () => {
    expect(measuresOf([aMeasure('2026-02-01', '2026-03-01', { occupationAfter: null })]).at(-1)).toBe('measureEnded 2026-03-01 02 1 0')
  })
})

describe('those who are protected', () => {
  const protections = ['none', 'marked', 'registration'] as const
  const youths = protections.map((protection, index) =>
    aYouth({ personId: index, subjectId: `s${index}`, protection, number: aNumber(`2008031${index}`) }),
  )
  it.each([
    ['include', 'include', 3, 0, 2],
    ['leaveOut', 'include', 2, 1, 1],
    ['include', 'leaveOut', 2, 1, 1],
    ['leaveOut', 'leaveOut', 1, 2, 0],
  ] as const)('marked %s, protected registration %s', (secrecyMarked, protectedRegistration, many, leftOut, inFile) => {
    const { counts } = buildReturn(someFacts(youths), aProfile({ rules: { secrecyMarked, protectedRegistration } }))
    expect(counts).toMatchObject({ youths: many, leftOut, protected: inFile, rows: many })
  })
})

describe('counts and order', () => {
  it('of nothing are zeros', () => {
    expect(buildReturn(someFacts([]), aProfile())).toEqual({
      records: [],
      lines: [],
      uncoded: [],
      counts: { youths: 0, rows: 0, leftOut: 0, protected: 0, blocks: { youth: 0, contact: 0, measureBegun: 0, measureEnded: 0, exit: 0 } },
    })
  })

  it('is by number, period, block and day; whoever has no number comes last', () => {
    const first = aYouth({ personId: 2, subjectId: 's2', number: aNumber('20070101'), contacts: [aContact('2026-03-01')] })
    const none = aYouth({ personId: 3, subjectId: 's3', number: null })
    const { records } = buildReturn(someFacts([none, aYouth(), first]), aProfile())
    expect(records.map(({ personId, block }) => `${personId} ${block}`)).toEqual(['2 youth', '2 contact', '1 youth', '3 youth'])
  })
})
