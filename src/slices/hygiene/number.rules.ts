/**
 * Identity numbers in a text, right or not by the check digit: a slip of the pen is somebody's number all the same. Telephone numbers, days
 * and times are told apart by how their digits are grouped; where a group could be either, the check digit decides.
 */
import { hasRightCheckDigit } from '../../kernel/check-digit.ts'
import type { NoteFlag } from './hygiene.types.ts'

/** A run of digits and where it stands. */
type Digits = { readonly from: number; readonly until: number; readonly text: string }

const runs = /\d+/gu
const letter = /[\p{L}\p{M}]/u
const joins = /^[ \u00A0\u202F]{0,2}[-+‐‑–—]?[ \u00A0\u202F]{0,2}$/u
const tail = /^[ \u00A0]?[-–]?[ \u00A0]?(?:TF\d\d|[TRSUWXJKLMN]\d{3})(?![\p{L}\p{M}\d])/iu

const digitsOf = (text: string): Digits[] =>
  Array.from(text.matchAll(runs), (found) => ({ from: found.index, until: found.index + found[0].length, text: found[0] }))

/** How groups of digits make an identity number. `checked`: only with the right check digit, since the groups are those of a day as well. */
const shapes: readonly { readonly groups: readonly number[]; readonly checked: boolean }[] = [
  { groups: [12], checked: false },
  { groups: [8, 4], checked: false },
  { groups: [8, 2, 2], checked: true },
  { groups: [4, 2, 2, 4], checked: true },
  { groups: [4, 4, 4], checked: true },
  { groups: [10], checked: false },
  { groups: [6, 4], checked: false },
  { groups: [6, 2, 2], checked: true },
  { groups: [2, 2, 2, 4], checked: true },
]

/** A month, and a day of it or the day plus 60. Unknown ones (00) are only in coordination numbers. */
function isBirthField(six: string): boolean {
  const [month, day] = [Number(six.slice(2, 4)), Number(six.slice(4, 6))]
  return day > 31 ? day >= 60 && day <= 91 && month <= 12 : day >= 1 && month >= 1 && month <= 12
}

const isRight = (ten: string): boolean => hasRightCheckDigit(`19${ten}`)

/** Ten digits in a row that begin as Swedish mobile numbers do: a number only when all of it is right, and never with a day plus 60. */
const isMobileLike = (ten: string): boolean => /^07[02369]/u.test(ten)

const isTime = (four: string): boolean => Number(four.slice(0, 2)) < 24 && Number(four.slice(2)) < 60 && Number(four.slice(2)) % 5 === 0

function isNumber(digits: string, gap: string, shape: (typeof shapes)[number]): boolean {
  const ten = digits.slice(-10)
  if (digits.length === 12 && !/^(?:18|19|20)/u.test(digits)) return false
  if (!isBirthField(ten.slice(0, 6))) return false
  if (shape.groups.length === 1 && digits.length === 10 && isMobileLike(ten)) return isRight(ten) && Number(ten.slice(4, 6)) <= 31
  const looksTimed = shape.groups.length === 2 && gap.trim() === '' && isTime(ten.slice(6))
  return shape.checked || looksTimed ? isRight(ten) : true
}

const touchesLetter = (text: string, from: number, until: number): boolean =>
  (from > 0 && letter.test(text[from - 1] ?? '')) || letter.test(text[until] ?? '')

type Found = { readonly from: number; readonly until: number; readonly taken: number }

function matched(text: string, runsHere: readonly Digits[], at: number, shape: (typeof shapes)[number]): Found | null {
  const parts = runsHere.slice(at, at + shape.groups.length)
  if (parts.length < shape.groups.length || parts.some((part, i) => part.text.length !== shape.groups[i])) return null
  const gaps = parts.slice(1).map((part, i) => text.slice(parts[i]?.until, part.from))
  if (gaps.some((gap) => gap.length > 5 || !joins.test(gap))) return null
  const [from, until] = [parts[0]?.from ?? 0, parts.at(-1)?.until ?? 0]
  // +46 701 …, 12.345, 1/12: part of something longer.
  if (touchesLetter(text, from, until) || /[+.,/]$/u.test(text.slice(Math.max(0, from - 1), from))) return null
  if (shape.checked && /^-\d/u.test(text.slice(until, until + 2))) return null
  return isNumber(parts.map((part) => part.text).join(''), gaps[0] ?? '', shape) ? { from, until, taken: parts.length } : null
}

/** A TF or T number: a birth day and the four signs that the schools make. */
function interim(text: string, { from, until, text: digits }: Digits): Found | null {
  if ((digits.length !== 6 && digits.length !== 8) || (from > 0 && letter.test(text[from - 1] ?? ''))) return null
  if (!isBirthField(digits.slice(-6))) return null
  const found = tail.exec(text.slice(until, until + 9))
  return found === null ? null : { from, until: until + found[0].length, taken: 1 }
}

/** The identity numbers of a text, in order. */
export function numberFlags(text: string): NoteFlag[] {
  const all = digitsOf(text)
  const flags: NoteFlag[] = []
  for (let at = 0; at < all.length;) {
    const one = all[at]
    const found = one === undefined ? null : (interim(text, one) ?? firstOf(text, all, at))
    if (found !== null)
      flags.push({ kind: 'identityNumber', word: text.slice(found.from, found.until), from: found.from, until: found.until })
    at += found?.taken ?? 1
  }
  return flags
}

function firstOf(text: string, all: readonly Digits[], at: number): Found | null {
  for (const shape of shapes) {
    const found = matched(text, all, at, shape)
    if (found !== null) return found
  }
  return null
}
