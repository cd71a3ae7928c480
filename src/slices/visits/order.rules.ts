/** In which order a round is walked: by address as people read them, moved by hand where that is better, and at what time. */
import type { Address } from './visits.types.ts'

const swedish = new Intl.Collator('sv', { sensitivity: 'base' })

type ReadAddress = { readonly street: string; readonly number: number; readonly letter: string; readonly rest: string }

/** What stands after the number of a house: stairs and flats. */
const within = /\s+(?:lgh|läg|lag|tr|vån|uppg|bv|nb|\d+\s*tr)\b.*$/i

/** `Storgatan 10 B lgh 1101` read as street, house number, letter and the rest. Without a number it is 0: before every numbered house. */
export function readAddress(street: string): ReadAddress {
  const text = street.trim().replaceAll(/\s+/g, ' ')
  const rest = within.exec(text)?.[0] ?? ''
  const house = text.slice(0, text.length - rest.length)
  const [, name = house, number = '0', letter = ''] = /^(.*\D)\s?(\d{1,9})\s?(\p{L}?)$/u.exec(house) ?? []
  return { street: name.trim(), number: Number(number), letter, rest: rest.trim() }
}

const digits = (code: string): string => code.replaceAll(/\D/g, '')
const plainly = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Compares two addresses: street, number as a number, letter, postal code, then what is inside the house. */
export function compareAddresses(a: Address, b: Address): number {
  const [first, second] = [readAddress(a.street), readAddress(b.street)]
  return (
    swedish.compare(first.street, second.street) ||
    first.number - second.number ||
    swedish.compare(first.letter, second.letter) ||
    plainly(digits(a.postalCode), digits(b.postalCode)) ||
    plainly(first.rest, second.rest) ||
    plainly(a.street, b.street)
  )
}

/** Stops in the order of their addresses; those at the same address keep theirs. */
export const byAddress = <Stop extends Address>(stops: readonly Stop[]): Stop[] => stops.toSorted(compareAddresses)

/** The ids with one moved a step up (-1) or down (1); at the end of the list it stays. */
export function moved<Id>(ids: readonly Id[], id: Id, step: -1 | 1): Id[] {
  const at = ids.indexOf(id)
  const other = ids[at + step]
  if (at < 0 || other === undefined) return [...ids]
  return ids.map((one, index) => (index === at ? other : index === at + step ? id : one))
}

/** Minutes since midnight of `HH:MM`. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const twoDigits = (value: number): string => String(value).padStart(2, '0')
/** `HH:MM` of minutes since midnight. */
export const timeOf = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`

const shortest = 5

/** Times for so many stops, evenly over the round and on whole five minutes; none is after the round's end. */
export function spreadTimes(startsAt: string, endsAt: string, stops: number): string[] {
  const [start, end] = [minuteOf(startsAt), minuteOf(endsAt)]
  const each = Math.max(shortest, Math.floor((end - start) / Math.max(1, stops) / shortest) * shortest)
  return Array.from({ length: stops }, (_, index) => timeOf(Math.min(start + index * each, Math.max(start, end - 1))))
}
