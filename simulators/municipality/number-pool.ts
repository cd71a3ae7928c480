/** Hands out the published test numbers of each birth year, each once. */
import { randomFrom, shuffled } from './random.ts'
import { isTestNumber, otherTestNumber, testNumbersOf } from './test-numbers.ts'

export type NumberPool = {
  /** The next unused number of the birth year, in a drawn order. */
  readonly take: (year: number) => string
  /** A certain number, for somebody built by hand. */
  readonly reserve: (number: string) => string
  /** The other number of the same birthday; null when it is in use. */
  readonly takeOther: (number: string) => string | null
}

/** A pool in the order that the seed gives. */
export function numberPool(seed: number): NumberPool {
  const used = new Set<string>()
  const left = new Map<number, string[]>()
  const numbersOf = (year: number): string[] => {
    const known = left.get(year) ?? shuffled(testNumbersOf(year), randomFrom(seed, year))
    left.set(year, known)
    return known
  }
  const reserve = (number: string): string => {
    if (!isTestNumber(number) || used.has(number)) throw new RangeError('not a free test number')
    used.add(number)
    return number
  }
  const take = (year: number): string => {
    const numbers = numbersOf(year)
    for (let number = numbers.pop(); number !== undefined; number = numbers.pop()) if (!used.has(number)) return reserve(number)
    throw new RangeError(`Skatteverket has published no more test numbers for births in ${year}: ask for a smaller cohort`)
  }
  const takeOther = (number: string): string | null => {
    const other = otherTestNumber(number)
    return other === null || used.has(other) ? null : reserve(other)
  }
  return { take, reserve, takeOther }
}
