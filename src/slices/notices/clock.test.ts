/** The clocks of notices, and how they are shown: an attacker of its own tries every table that could be the true one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { shownClocks, type ShownClocks } from './clock-hidden.ts'
import { clockRows, clocksOf, fewestForMedian, medianOf, type ClockRow } from './clock.rules.ts'
import type { Timed } from './notices.types.ts'

const timed = (more: Partial<Timed> = {}): Timed => ({
  authority: 'Friskolan',
  unit: 'Norra',
  kind: 'end',
  eventOn: date('2026-11-02'),
  toldOn: date('2026-11-09'),
  receivedOn: date('2026-11-09'),
  attemptOn: null,
  isToContact: true,
  ...more,
})

describe('the clocks', () => {
  it('count days from event to notice and from notice to the first attempt', () => {
    const all = [
      timed({ attemptOn: date('2026-11-11') }),
      timed({ attemptOn: date('2026-11-09') }),
      timed({ attemptOn: date('2026-11-19'), eventOn: date('2026-10-20') }),
      timed({ isToContact: false }),
      timed(),
    ]
    expect(clocksOf(all, date('2026-11-26'), { lateDays: 14 })).toEqual({
      notices: 5,
      late: 1,
      toNotice: 7,
      toContact: 4,
      attempted: 3,
      toAttempt: 2,
      waitingLongest: 17,
    })
  })
  it('count a school by the day it told, and us by the day it came, when another municipality sent it on', () => {
    const forwarded = timed({ toldOn: date('2026-11-03'), receivedOn: date('2026-11-23'), attemptOn: date('2026-11-25') })
    const { late, toNotice, toAttempt } = clocksOf([forwarded, forwarded, forwarded], date('2026-11-26'), { lateDays: 14 })
    expect({ late, toNotice, toAttempt }).toEqual({ late: 0, toNotice: 1, toAttempt: 2 })
  })
  it('have a median of enough only, between the least and the most', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { maxLength: 30 }), (values) => {
        const median = medianOf(values)
        expect(median === null).toBe(values.length < fewestForMedian)
        if (median === null) return
        expect(values.filter((value) => value <= median).length * 2).toBeGreaterThanOrEqual(values.length)
        expect(values.filter((value) => value >= median).length * 2).toBeGreaterThanOrEqual(values.length)
      }),
    )
  })
  it('add up: the authority’s line is its schools’', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ authority: fc.constantFrom('A', 'B'), unit: fc.constantFrom('1', '2', '3'), isToContact: fc.boolean() }), {
          maxLength: 40,
        }),
        (some) => {
          const rows = clockRows(
            some.map((one) => timed(one)),
            date('2026-11-26'),
            { lateDays: 14 },
          )
          for (const whole of rows.filter(({ unit }) => unit === null)) {
            const parts = rows.filter((row) => row.unit !== null && row.authority === whole.authority)
            for (const key of ['notices', 'late', 'toContact', 'attempted'] as const) {
              expect(parts.reduce((sum, { clocks }) => sum + clocks[key], 0)).toBe(whole.clocks[key])
            }
          }
          expect(rows.filter(({ unit }) => unit === null).reduce((sum, { clocks }) => sum + clocks.notices, 0)).toBe(some.length)
        },
      ),
    )
  })
})

const counts = ['notices', 'late', 'toContact', 'attempted'] as const
type Counts = Readonly<Record<(typeof counts)[number], number>>

/** One line of the page: the authority's own first. */
const aRow = (unit: string | null, some: Counts): ClockRow => ({
  authority: 'Friskolan',
  unit,
  clocks: { ...some, toNotice: 7, toAttempt: 2, waitingLongest: some.toContact > some.attempted ? 30 : null },
})
const sumOf = (schools: readonly Counts[], count: keyof Counts): number => schools.reduce((sum, one) => sum + one[count], 0)
const authorityOf = (schools: readonly Counts[]): Counts => ({
  notices: sumOf(schools, 'notices'),
  late: sumOf(schools, 'late'),
  toContact: sumOf(schools, 'toContact'),
  attempted: sumOf(schools, 'attempted'),
})
const rowsOf = (schools: readonly Counts[]): ClockRow[] => [
  aRow(null, authorityOf(schools)),
  ...schools.map((one, index) => aRow(String(index), one)),
]
const shownOf = (schools: readonly Counts[], below = 5): ShownClocks[] => shownClocks(rowsOf(schools), below).map(({ shown }) => shown)

/** The numbers of a line, and what is left of one when a part of it is taken away. */
const told = ({ notices, late, toContact, attempted }: Counts): number[] => [
  notices,
  late,
  toContact,
  attempted,
  notices - late,
  notices - toContact,
  toContact - attempted,
]

/** Every line of a school that looks the same, as far as one step from the truth. */
function linesLike(line: Counts, shown: ShownClocks): Counts[] {
  let all = [line]
  for (const count of counts.filter((one) => shown[one] === null)) {
    all = all.flatMap((one) => [-1, 0, 1].map((step) => ({ ...one, [count]: one[count] + step })))
  }
  return all.filter((one) => told(one).every((number) => number >= 0))
}

/** Every authority that looks the same. */
function lookalikes(schools: readonly Counts[], [whole, ...own]: readonly ShownClocks[]): Counts[][] {
  let all: Counts[][] = [[]]
  schools.forEach((school, index) => {
    const shown = own[index]
    if (shown !== undefined) all = all.flatMap((some) => linesLike(school, shown).map((line) => [...some, line]))
  })
  const agrees = (some: readonly Counts[]): boolean =>
    counts.every((count) => whole?.[count] === null || whole?.[count] === authorityOf(some)[count])
  return all.filter(agrees)
}

const someCounts: fc.Arbitrary<Counts> = fc
  .tuple(fc.oneof(fc.nat(4), fc.nat(14)), fc.nat(100), fc.nat(100), fc.nat(100))
  .map(([rest, a, b, c]) => {
    const notices = rest + 1
    const toContact = b % (notices + 1)
    return { notices, late: a % (notices + 1), toContact, attempted: c % (toContact + 1) }
  })

describe('small numbers of the clocks', () => {
  const four = { notices: 4, late: 1, toContact: 1, attempted: 1 }
  const many = { notices: 30, late: 9, toContact: 20, attempted: 12 }

  it('are not shown, nor the days behind them; zeros and the rest are', () => {
    expect(shownOf([four])[1]).toEqual({
      notices: null,
      late: null,
      toContact: null,
      attempted: null,
      toNotice: 'few',
      toAttempt: 'few',
      waitingLongest: 'nobody',
    })
    expect(shownOf([many])[1]).toEqual({ ...many, toNotice: 7, toAttempt: 2, waitingLongest: 30 })
    expect(shownOf([{ ...many, toContact: 0, attempted: 0 }])[0]).toMatchObject({
      attempted: 0,
      toAttempt: 'nobody',
      waitingLongest: 'nobody',
    })
    expect(shownOf([four], 1)[1]).toEqual({ ...four, toNotice: 7, toAttempt: 'few', waitingLongest: 'nobody' })
  })

  it('do not tell how long a single one has waited, or that all but one were late', () => {
    const [whole] = shownOf([{ notices: 20, late: 19, toContact: 12, attempted: 11 }])
    expect(whole?.waitingLongest).toBe('few')
    expect([whole?.notices, whole?.late]).toContain(null)
    expect([whole?.toContact, whole?.attempted]).toContain(null)
  })

  it('cannot be worked out from what is shown, of one school or two', () => {
    fc.assert(
      fc.property(fc.array(someCounts, { minLength: 1, maxLength: 2 }), (schools) => {
        const shown = shownOf(schools)
        const could = lookalikes(schools, shown)
        const places = [authorityOf, ...schools.map((_, index) => (some: readonly Counts[]) => some[index] ?? authorityOf(some))]
        places.forEach((placeOf, place) => {
          told(placeOf(schools)).forEach((number, index) => {
            const count = counts[index]
            const isHidden = count !== undefined && shown[place]?.[count] === null
            if (count !== undefined && !isHidden) expect(shown[place]?.[count]).toBe(number)
            if (!isHidden && (number === 0 || number >= 5)) return
            expect(new Set(could.map((some) => told(placeOf(some))[index])).size).toBeGreaterThan(1)
          })
        })
      }),
      { numRuns: 100 },
    )
  })
})
