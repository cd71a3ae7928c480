/** Random pasts, in which units and sexes add up to the whole, and so do the rows that say so. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statusOf } from '../worklist/status.rules.ts'
import { tableOf } from './cells.rules.ts'
import { standingOn } from './count-day.rules.ts'
import { aQuestion, date, facts } from './facts.testbed.ts'
import { someDay, someYouth } from './random-past.testbed.ts'
import { indicatorNames, indicators } from './registry.rules.ts'

describe('random pasts', () => {
  it.each(indicatorNames)('%s: units and sexes add up to the whole, and so do the rows that say so', (name) => {
    fc.assert(
      fc.property(fc.array(someYouth, { maxLength: 8 }), (youths) => {
        const question = aQuestion('2026-01-01', '2026-07-01', ['unit', 'sex'])
        const { rows, groups, values } = tableOf(facts(...youths), indicators[name], question)
        const at = (row: string, ...place: readonly string[]): number => {
          const group = groups.findIndex((one) => one.join('|') === place.join('|'))
          return values[group]?.[rows.findIndex(({ key }) => key === row)] ?? 0
        }
        for (const row of rows.filter(({ kind }) => kind !== 'share')) {
          const units = ['1', '2', '-'].map((unit) => at(row.key, unit, '*'))
          const sexes = ['woman', 'man', '-'].map((sex) => at(row.key, '*', sex))
          expect([units.reduce((a, b) => a + b), sexes.reduce((a, b) => a + b)]).toEqual([at(row.key, '*', '*'), at(row.key, '*', '*')])
          expect(['woman', 'man', '-'].reduce((sum, sex) => sum + at(row.key, '1', sex), 0)).toBe(at(row.key, '1', '*'))
        }
        const { sums } = indicators[name]
        const window = { fromOn: question.fromOn, untilOn: question.untilOn, lastOn: date('2026-06-30') }
        for (const { plus, minus } of sums(facts(...youths), window)) {
          for (const group of groups) {
            const total = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + at(key, ...group), 0)
            expect(total(plus), `${plus.join()} = ${minus.join()}`).toBe(total(minus))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('where the covered stand is what the lists say, day by day', () => {
    fc.assert(
      fc.property(someYouth, someDay, (youth, day) => {
        fc.pre(youth.periods.some(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || day < untilOn)))
        const named = { name: '', plannedUntilOn: null }
        const measures = youth.measures.map((one) => ({ ...one, ...named }))
        const otherForms = youth.otherForms.map((one) => ({ ...one, name: '' }))
        const { reason } = statusOf({ periods: youth.periods, watches: youth.watches, measures, otherForms, isUnconfirmed: false }, day)
        expect(standingOn(youth, day)).toBe(reason.tab)
      }),
    )
  })
})

describe('a reader bound to a unit', () => {
  it('counts what the unit has in the whole table, and nobody protected without the right', () => {
    fc.assert(
      fc.property(fc.array(someYouth, { maxLength: 8 }), fc.constantFrom(...indicatorNames), (youths, name) => {
        const some = youths.map((youth, n) => ({ ...youth, isProtected: n % 3 === 0 }))
        const question = aQuestion('2026-01-01', '2026-07-01', ['unit'])
        const own = tableOf(facts(...some), indicators[name], question, { units: [1], mayReadProtected: false })
        const all = tableOf(facts(...some.filter(({ isProtected }) => !isProtected)), indicators[name], question)
        const unit = all.groups.findIndex(([at]) => at === '1')
        expect(own.groups).toEqual([['*'], ['1'], ['-']])
        expect([own.values[0], own.values[1]]).toEqual([all.values[unit], all.values[unit]])
      }),
    )
  })
})
