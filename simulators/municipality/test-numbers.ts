/**
 * Skatteverket's published test numbers, which no person has or will get.
 * For the birth years 2004-2013 they are two a day: the date, 238 or 239, and the check digit.
 */
import { dateOf, dayFrom, dayOf, plusDays, type Day, type PlainDate } from '../../src/platform/plain-date.ts'

/** The birth years for which the pattern has been compared with the published list, number by number. */
const testNumberYears = { first: 2004, last: 2013 } as const

/** Numbers that fit the pattern but are not on the published list: somebody may have them. */
const notPublished: ReadonlySet<string> = new Set(['200505092387', '200709112395', '200712282383', '201012112387', '201112302383'])

/** The check digit of nine digits (Luhn). */
export function checkDigit(nineDigits: string): number {
  let sum = 0
  for (let i = 0; i < 9; i++) {
    const digit = nineDigits.charCodeAt(i) - 48
    const weighted = i % 2 === 0 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return (10 - (sum % 10)) % 10
}

/** The number of the pattern; `isTestNumber` says whether it is published. */
export function testNumber(on: PlainDate, serial: '238' | '239'): string {
  const eleven = on.replaceAll('-', '') + serial
  return eleven + checkDigit(eleven.slice(2))
}

/** Whether the number is one of Skatteverket's published test numbers for the birth years above. */
export function isTestNumber(number: string): boolean {
  const year = Number(number.slice(0, 4))
  const inYears = /^\d{8}23[89]\d$/.test(number) && year >= testNumberYears.first && year <= testNumberYears.last
  return inYears && number === number.slice(0, 11) + checkDigit(number.slice(2, 11)) && !notPublished.has(number)
}

/** Every published test number of a birth year, in order. */
export function testNumbersOf(year: number): string[] {
  if (year < testNumberYears.first || year > testNumberYears.last) throw new RangeError(`no checked test numbers for births in ${year}`)
  const numbers: string[] = []
  for (let day = dayFrom(year, 1, 1); day < dayFrom(year + 1, 1, 1); day = plusDays(day, 1)) {
    const on = dateOf(day)
    numbers.push(testNumber(on, '238'), testNumber(on, '239'))
  }
  return numbers.filter((number) => !notPublished.has(number))
}

/** The other test number of the same birthday, as when a sex marker is corrected; null when it is not published. */
export function otherTestNumber(number: string): string | null {
  const other = testNumber(dateOfNumber(number), number[10] === '8' ? '239' : '238')
  return notPublished.has(other) ? null : other
}

const dateOfNumber = (number: string): PlainDate => `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}` as PlainDate

/** The birthday that the number says. */
export const bornOnOf = (number: string): Day => dayOf(dateOfNumber(number))
