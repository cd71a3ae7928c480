import { describe, expect, test } from 'vitest'
import { hasRightCheckDigit } from '../../src/kernel/identity-number.ts'
import { dayOf, type Day, type PlainDate } from '../../src/platform/plain-date.ts'
import { responsibilityPeriods, shippedEducations } from '../../src/slices/law/index.ts'
import { benchDiplomas, benchEnrolments, benchPopulation, type BenchOrder } from './bench-files.ts'
import { benchLivesOf } from './replayed.ts'

const order: BenchOrder = { residents: 20_000, municipality: '0180', seed: 7 }
const whole = async (chunks: AsyncIterable<string>): Promise<string> => (await Array.fromAsync(chunks)).join('')
const linesIn = (text: string) => text.split('\n').filter((line) => line !== '')
const numbersIn = (text: string) => [...text.matchAll(/<PersonNr>(\d{12})</g)].map(([, number]) => number ?? '')

describe('bench files', () => {
  test('numbers are right and unique', async () => {
    const numbers = numbersIn(await whole(benchPopulation(order)))
    expect(new Set(numbers).size).toBe(order.residents)
    expect(numbers.filter((number) => !hasRightCheckDigit(number))).toEqual([])
  })

  test('chunks are about 64 kB', async () => {
    for await (const chunk of benchEnrolments(order)) expect(chunk.length).toBeLessThan(70_000)
  })

  test('about 2.3 enrolments a resident, about a tenth of those aged 16-19 covered', async () => {
    const enrolments = await whole(benchEnrolments(order))
    expect(linesIn(enrolments).length / order.residents).toBeGreaterThan(2.1)
    expect(linesIn(enrolments).length / order.residents).toBeLessThan(2.5)
    const lives = benchLivesOf(await whole(benchPopulation(order)), enrolments, await whole(benchDiplomas(order)))
    const on = dayOf('2026-11-20' as PlainDate)
    const settings = {
      termEnds: new Map<number, Day>(),
      shortGapDays: 14,
      summer: { from: [5, 1], until: [9, 30] },
      educations: shippedEducations,
    } as const
    const covered = lives.filter((life) =>
      responsibilityPeriods(life, '0180', settings).some(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn)),
    )
    expect(covered.length / (order.residents * 0.8)).toBeGreaterThan(0.08)
    expect(covered.length / (order.residents * 0.8)).toBeLessThan(0.12)
  })

  test.each([
    ['population', benchPopulation],
    ['enrolments', benchEnrolments],
    ['diplomas', benchDiplomas],
  ])('round 2 changes about half a per cent of the %s', async (_, rowsOf) => {
    const [first, second] = [linesIn(await whole(rowsOf({ ...order, round: 1 }))), linesIn(await whole(rowsOf({ ...order, round: 2 })))]
    const before = new Set(first)
    const other = second.filter((line) => !before.has(line)).length
    expect(other / second.length).toBeGreaterThan(0.002)
    expect(other / second.length).toBeLessThan(0.01)
  })

  test('the same order gives the same bytes', async () => {
    expect(await whole(benchEnrolments(order))).toBe(await whole(benchEnrolments(order)))
  })
})
