/** Counting again: what became known late, what was corrected and what was struck, of each count. */
import { describe, expect, it } from 'vitest'
import { changedCells, changedLives, type ChangedCell, type LifeChange, type Side } from './again.rules.ts'
import { cellsOf, tableFrom, tableOf } from './cells.rules.ts'
import { aContact, aMeasure, anOccupation, aPeriod, aQuestion, aYouth, date, facts } from './facts.testbed.ts'
import type { FactYouth } from './facts.types.ts'
import type { Dimension } from './indicator.types.ts'
import { lifeChanges } from './life-change.rules.ts'
import { indicators, type IndicatorName } from './registry.rules.ts'

const self = (personId: number): number => personId
const side = (...youths: readonly FactYouth[]): Side => ({ facts: facts(...youths), rootOf: self })

type Asked = {
  readonly by?: readonly Dimension[]
  readonly changes?: ReadonlyMap<number, readonly LifeChange[]>
  readonly rootOf?: (id: number) => number
}
function again(name: IndicatorName, then: Side, now: Side, { by = [], changes = new Map(), rootOf = self }: Asked = {}): ChangedCell[] {
  const question = aQuestion('2026-01-01', '2026-07-01', by)
  const sides = { indicator: indicators[name], question, past: { ...then, rootOf }, present: { ...now, rootOf } }
  return changedCells(sides, { rootOf, changes })
}

/** `row at: +contact late`. */
const shown = (cells: readonly ChangedCell[], row: string): string[] =>
  cells
    .filter((cell) => cell.row === row)
    .map(
      ({ at, marks }) =>
        `${at.join(' ')}: ${marks.map(({ direction, cause }) => `${direction === 'entered' ? '+' : '-'}${cause.what} ${cause.why}`).join(', ')}`,
    )

const youth = aYouth()

describe('a figure counted again', () => {
  it('is made of the same when nothing became known', () => {
    const one = aYouth({ contacts: [aContact('2026-02-01 phone!')], measures: [aMeasure('2026-03-01')] })
    for (const name of ['outreach-list', 'half-year', 'unit-status'] as const) expect(again(name, side(one), side(one))).toEqual([])
  })

  it('a contact that was written down late, and one that was struck', () => {
    const [first, second] = [aContact('2026-02-01 phone!'), aContact('2026-02-02 letter')]
    const [then, now] = [side({ ...youth, contacts: [second] }), side({ ...youth, contacts: [first] })]
    const cells = again('outreach-list', then, now)
    expect([shown(cells, 'phone.made'), shown(cells, 'letter.made'), shown(cells, 'reached')]).toEqual([
      [': +contact late'],
      [': -contact struck'],
      [': +contact late'],
    ])
  })

  it('an answer that came late is why a step is answered', () => {
    const letter = aContact('2026-02-01 letter')
    const cells = again(
      'outreach-list',
      side({ ...youth, contacts: [letter] }),
      side({ ...youth, contacts: [letter, aContact('2026-02-05 letter<')] }),
    )
    expect(shown(cells, 'letter.answered')).toEqual([': +contact late'])
    expect(shown(cells, 'letter.made')).toEqual([])
  })

  it('a measure whose end was said late, or corrected out of the period', () => {
    const measure = aMeasure('2026-02-01')
    const ended = { ...measure, untilOn: date('2026-06-01'), endReason: 'studies' }
    const moved = { ...ended, untilOn: date('2026-07-01') }
    const of = (one: typeof measure): Side => side({ ...youth, measures: [one] })
    expect(shown(again('support-list', of(measure), of(ended)), 'ended.studies')).toEqual([': +measure late'])
    expect(shown(again('support-list', of(ended), of(moved)), 'ended.studies')).toEqual([': -measure correctedDay'])
  })

  it('two late notices and one corrected date: three came in, one by one with why', () => {
    const ids = [1, 2, 3]
    const without = ids.map((personId) => aYouth({ personId, periods: personId === 3 ? [aPeriod('2026-08-01')] : [] }))
    const covered = ids.map((personId) => aYouth({ personId, periods: [aPeriod('2026-03-01')] }))
    const changes = lifeChanges([
      { personId: 1, what: 'enrolment', fresh: 1, closed: 1, ended: 1 },
      { personId: 2, what: 'registration', fresh: 1, closed: 0, ended: 0 },
      { personId: 3, what: 'credential', fresh: 1, closed: 1, ended: 0 },
    ])
    const [then, now] = [side(...without), side(...covered)]
    expect(changedLives({ past: then, present: now })).toEqual(ids)
    expect(shown(again('half-year', then, now, { changes }), 'covered')).toEqual([
      ': +enrolment late, +registration late, +credential correctedDay',
    ])
  })

  it('somebody counted in another unit now is no change of the whole', () => {
    const cells = again('half-year', side(youth), side({ ...youth, unitId: 2 }), { by: ['unit'] })
    expect(shown(cells, 'covered')).toEqual(['1: -unit moved', '2: +unit moved'])
  })

  it('two records that are one now', () => {
    const [a, b] = [aYouth({ personId: 101 }), aYouth({ personId: 102 })]
    const cells = again('half-year', side(a, b), side(a), { rootOf: (id) => (id === 102 ? 101 : id) })
    expect(shown(cells, 'covered')).toEqual([': -person merged'])
  })

  it('what is taken back of an occupation moves the youth from one row to another', () => {
    const said = anOccupation('2026-06-01 work')
    const cells = again('not-known', side({ ...youth, occupations: [said] }), side(youth))
    expect([shown(cells, 'known.work'), shown(cells, 'notKnown.notAsked'), shown(cells, 'covered')]).toEqual([
      [': -occupation struck'],
      [': +occupation struck'],
      [],
    ])
  })

  it('nothing differs of the youth, but what counts does: the settings', () => {
    const measure = aMeasure('2026-02-01')
    const cells = again(
      'support-list',
      side({ ...youth, measures: [{ ...measure, counts: false }] }),
      side({ ...youth, measures: [measure] }),
    )
    expect(shown(cells, 'begun')).toEqual([': +measure corrected'])
  })
})

describe('the reasons of a life', () => {
  it.each([
    [{ what: 'enrolment', fresh: 1, closed: 1, ended: 1 }, 'late'],
    [{ what: 'enrolment', fresh: 1, closed: 1, ended: 0 }, 'correctedDay'],
    [{ what: 'death', fresh: 1, closed: 0, ended: 0 }, 'late'],
    [{ what: 'decision', fresh: 0, closed: 1, ended: 0 }, 'struck'],
    [{ what: 'same_person', fresh: 1, closed: 0, ended: 0 }, 'merged'],
  ] as const)('%o', (counts, why) => {
    expect(lifeChanges([{ personId: 1, ...counts }]).get(1)).toEqual([{ what: counts.what, why }])
  })
})

describe('what is kept of a table', () => {
  it('makes the same table, shares too', () => {
    const table = tableOf(
      facts(youth, aYouth({ unitId: 2, contacts: [aContact('2026-02-02 letter')] })),
      indicators['outreach-list'],
      aQuestion('2026-01-01', '2026-07-01', ['unit', 'sex']),
    )
    expect(tableFrom({ rows: table.rows, cells: JSON.parse(JSON.stringify(cellsOf(table))) as ReturnType<typeof cellsOf> })).toEqual(table)
  })
})
