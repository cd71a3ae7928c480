/** What is hidden, and that nobody can work it out: an attacker of its own tries, by bounds and search, on random tables. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableOf } from './cells.rules.ts'
import { aContact, aQuestion, aYouth, date, facts } from './facts.testbed.ts'
import { windowOf } from './facts.rules.ts'
import { cellKey, every, type At, type IndicatorTable, type Sum } from './indicator.types.ts'
import { someYouth } from './random-past.testbed.ts'
import { indicatorNames, indicators } from './registry.rules.ts'
import { suppressed } from './suppress.rules.ts'

type Equation = { readonly plus: readonly string[]; readonly minus: readonly string[] }

/** Everything that is known to add up: margins along each dimension, and the rows that say so. */
function equationsOf({ rows, groups }: IndicatorTable, sums: readonly Sum[]): Equation[] {
  const counted = rows.filter(({ kind }) => kind !== 'share').map(({ key }) => key)
  const depth = groups[0]?.length ?? 0
  const margins = counted.flatMap((row) =>
    groups.flatMap((at) =>
      Array.from({ length: depth }, (_, dimension) => dimension)
        .filter((dimension) => at[dimension] === every)
        .map((dimension) => ({
          plus: [cellKey(row, at)],
          minus: groups
            .filter((one) => one[dimension] !== every && one.every((key, index) => index === dimension || key === at[index]))
            .map((one) => cellKey(row, one)),
        })),
    ),
  )
  const own = sums.flatMap(({ plus, minus }) =>
    groups.map((at) => ({ plus: plus.map((row) => cellKey(row, at)), minus: minus.map((row) => cellKey(row, at)) })),
  )
  return [...margins, ...own]
}

type Bounds = ReadonlyMap<string, readonly [least: number, most: number]>

/** Narrows what each cell can be until nothing more follows; null: nothing fits. */
function narrowed(bounds: Bounds, equations: readonly Equation[]): Bounds | null {
  const found = new Map(bounds)
  for (let changed = true; changed;) {
    changed = false
    for (const { plus, minus } of equations) {
      const terms = [...plus.map((key) => [key, 1] as const), ...minus.map((key) => [key, -1] as const)]
      const ends = (key: string, sign: number): readonly [number, number] => {
        const [least, most] = found.get(key) ?? [0, 0]
        return sign > 0 ? [least, most] : [-most, -least]
      }
      const low = terms.reduce((sum, [key, sign]) => sum + ends(key, sign)[0], 0)
      const high = terms.reduce((sum, [key, sign]) => sum + ends(key, sign)[1], 0)
      if (low > 0 || high < 0) return null
      for (const [key, sign] of terms) {
        const [least, most] = ends(key, sign)
        const [from, to] = [Math.max(least, -(high - most)), Math.min(most, -(low - least))]
        if (from > to) return null
        if (from === least && to === most) continue
        found.set(key, sign > 0 ? [from, to] : [-to, -from])
        changed = true
      }
    }
  }
  return found
}

/** Whether some table fits the bounds. */
function fits(bounds: Bounds, equations: readonly Equation[]): boolean {
  const found = narrowed(bounds, equations)
  if (found === null) return false
  const open = [...found].find(([, [least, most]]) => least < most)
  if (open === undefined) return true
  const [key, [least, most]] = open
  for (let value = least; value <= most; value++) if (fits(new Map(found).set(key, [value, value]), equations)) return true
  return false
}

/** The hidden cells that can be one number only, to somebody who sees the rest. Two steps from the truth is far enough to look. */
function recovered(whole: IndicatorTable, shown: IndicatorTable, sums: readonly Sum[]): string[] {
  const equations = equationsOf(whole, sums)
  const truth = new Map<string, number>()
  whole.rows.forEach(({ key, kind }, row) => {
    if (kind !== 'share') whole.groups.forEach((at, group) => truth.set(cellKey(key, at), whole.values[group]?.[row] ?? 0))
  })
  const bounds = new Map(
    [...truth].map(([key, n]) => [key, shown.hidden.has(key) ? ([Math.max(0, n - 2), n + 2] as const) : ([n, n] as const)]),
  )
  return [...truth]
    .filter(([key]) => shown.hidden.has(key))
    .flatMap(([key, n]) => {
      const others = [n - 1, n + 1, n - 2, n + 2].filter((other) => other >= 0)
      return others.some((other) => fits(new Map(bounds).set(key, [other, other]), equations)) ? [] : [key]
    })
}

/** A table of one row over units (and sexes), with its margins. */
function aTable(cells: readonly (readonly number[])[], isFlat = false): IndicatorTable {
  const units = ['1', '2', '3', '4'].slice(0, cells.length)
  const sexes = ['woman', 'man', '-'].slice(0, cells[0]?.length ?? 0)
  const at = (unit: string, sex: string): number =>
    cells.reduce(
      (sum, own, u) =>
        sum + own.reduce((part, n, s) => part + ((unit === every || unit === units[u]) && (sex === every || sex === sexes[s]) ? n : 0), 0),
      0,
    )
  const groups: At[] = isFlat
    ? [every, ...units].map((unit) => [unit])
    : [every, ...units].flatMap((unit) => [every, ...sexes].map((sex) => [unit, sex]))
  return {
    rows: [{ key: 'n', kind: 'count' }],
    groups,
    values: groups.map(([unit = every, sex = every]) => [at(unit, sex)]),
    hidden: new Set(),
  }
}

const shownOf = (table: IndicatorTable, below = 5): (number | null)[] => suppressed(table, [], below).values.map(([n]) => n ?? null)

describe('small numbers', () => {
  it.each([
    ['nothing small', [[5], [9]], [14, 5, 9]],
    ['zero is nobody', [[0], [9]], [9, 0, 9]],
    ['four, and so another: else the sum tells', [[4], [9], [7]], [20, null, 9, null]],
    ['two small ones keep each other', [[4], [3], [9]], [16, null, null, 9]],
    ['two, and the other is zero', [[2], [0]], [null, null, 0]],
  ] as const)('%s', (_, cells, expected) => expect(shownOf(aTable(cells, true))).toEqual(expected))

  it('the limit is a setting: one hides nothing', () => {
    expect(shownOf(aTable([[1], [2]], true), 1)).toEqual([3, 1, 2])
    expect(shownOf(aTable([[5], [6], [7]], true), 6)).toEqual([18, null, null, 7])
  })

  it('a share of something hidden is hidden, in its own place only', () => {
    const youths = Array.from({ length: 9 }, (_, n) =>
      aYouth({ unitId: n < 3 ? 1 : 2, contacts: [aContact('2026-02-01 letter', { unitId: n < 3 ? 1 : 2 })] }),
    )
    const question = aQuestion('2026-01-01', '2026-07-01', ['unit'])
    const table = suppressed(tableOf(facts(...youths), indicators['outreach-list'], question), [], 5)
    expect(table.hidden.has(cellKey('letter.answeredShare', ['1']))).toBe(true)
    expect(table.hidden.has(cellKey('letter.answeredShare', ['*']))).toBe(false)
  })

  it('rows that add up do not tell either', () => {
    const rows = ['all', 'a', 'b'].map((key) => ({ key, kind: 'count' }) as const)
    const table = { rows, groups: [[]], values: [[12, 3, 9]], hidden: new Set<string>() }
    expect(suppressed(table, [{ plus: ['all'], minus: ['a', 'b'] }], 5).values).toEqual([[12, null, null]])
    const flows = {
      rows: ['before', 'in', 'out', 'after'].map((key) => ({ key, kind: 'count' }) as const),
      groups: [[]],
      values: [[50, 3, 10, 43]],
      hidden: new Set<string>(),
    }
    const hidden = suppressed(flows, [{ plus: ['before', 'in'], minus: ['after', 'out'] }], 5)
    expect(recovered(flows, hidden, [{ plus: ['before', 'in'], minus: ['after', 'out'] }])).toEqual([])
    expect(hidden.hidden.size).toBe(2)
  })

  it('the flow of months hides nothing behind what a picture of the day tells', () => {
    const flow = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 90 }), flow, (before, months) => {
        const [fromOn, untilOn] = [date('2026-01-01'), date(`2026-0${months.length + 1}-01`)]
        const window = windowOf({ fromOn, untilOn, on: untilOn, by: [] })
        const rows = indicators.flow.rows(facts(), window)
        const covered = months.map((_, nth) => months.slice(0, nth + 1).reduce((sum, [came, left]) => sum + came - left, before))
        const totals = [before, ...([0, 1] as const).map((part) => months.reduce((sum, month) => sum + month[part], 0))]
        const values = [[...totals, ...months.flatMap(([came, left], nth) => [came, left, covered[nth] ?? 0])]]
        const table = { rows, groups: [[]], values, hidden: new Set<string>() }
        const sums = indicators.flow.sums(facts(), window)
        const shown = suppressed(table, sums, 5)
        expect([...shown.hidden].filter((key) => /covered|before/.test(key))).toEqual([])
        expect(recovered(table, shown, sums)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('the attacker is good: one hidden cell of a line, and a bridge between two squares, are found out', () => {
    const line = aTable([[4], [9], [7]], true)
    expect(recovered(line, { ...line, hidden: new Set([cellKey('n', ['1'])]) }, [])).toEqual([cellKey('n', ['1'])])
    const table = aTable([
      [6, 7, 8],
      [6, 7, 8],
      [6, 7, 8],
    ])
    const hide = (...places: readonly string[]) => new Set(places.map((place) => cellKey('n', place.split(' '))))
    const bridge = hide('1 woman', '1 man', '2 woman', '2 man', '2 -')
    expect(recovered(table, { ...table, hidden: bridge }, [])).toEqual([cellKey('n', ['2', '-'])])
  })
})

describe('no hidden number can be worked out', () => {
  const someCells = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })).chain(([units, sexes]) =>
    fc.array(fc.array(fc.constantFrom(0, 0, 1, 2, 3, 4, 5, 6, 9, 30), { minLength: sexes, maxLength: sexes }), {
      minLength: units,
      maxLength: units,
    }),
  )

  it('of one row by unit, or by unit and sex', () => {
    fc.assert(
      fc.property(someCells, fc.boolean(), (cells, isFlat) => {
        const table = aTable(cells, isFlat)
        const shown = suppressed(table, [], 5)
        expect(recovered(table, shown, [])).toEqual([])
        const small = table.groups.filter((_, group) => [1, 2, 3, 4].includes(table.values[group]?.[0] ?? 0))
        expect(small.every((at) => shown.hidden.has(cellKey('n', at)))).toBe(true)
        expect(
          table.groups.every((at, group) => shown.hidden.has(cellKey('n', at)) || shown.values[group]?.[0] === table.values[group]?.[0]),
        ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it.each(indicatorNames)('of %s by unit', (name) => {
    fc.assert(
      fc.property(fc.array(someYouth, { maxLength: 9 }), (youths) => {
        const question = { ...aQuestion('2026-01-01', '2026-03-01', ['unit']), on: date('2026-12-31') }
        const all = facts(...youths)
        const sums = indicators[name].sums(all, windowOf(question))
        const table = tableOf(all, indicators[name], question)
        expect(recovered(table, suppressed(table, sums, 5), sums)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})
