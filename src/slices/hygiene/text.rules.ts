/** A text as words with their places, and how words are compared. One pass over the text. */

/** A run of letters. `plain`: lower case, accents off save å ä ö, in one normal form. `folded`: those off too. */
export type Word = { readonly from: number; readonly until: number; readonly text: string; readonly plain: string; readonly folded: string }

/** Signs that are not seen: soft hyphen, zero-width space and joiners. */
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu
const marks = /\p{M}/gu
// A run of one class: no way to match it twice, so no going back.
const runs = /[\p{L}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]+/gu
const swedish = new Set('åäö')

/** Lower case without unseen signs; é as e, å ä ö kept. */
export const plainOf = (text: string): string =>
  Array.from(text.replaceAll(unseen, '').normalize('NFC').toLowerCase(), (sign) =>
    swedish.has(sign) ? sign : sign.normalize('NFD').replaceAll(marks, ''),
  ).join('')

/** As plain, with å ä ö as a a o: for those who write without them. */
export const foldedOf = (plain: string): string => plain.replaceAll(/[åä]/gu, 'a').replaceAll('ö', 'o')

/** The words of a text, in order. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(runs), (found) => {
    const plain = plainOf(found[0])
    return { from: found.index, until: found.index + found[0].length, text: found[0], plain, folded: foldedOf(plain) }
  }).filter(({ plain }) => plain !== '')

const capital = /^\p{Lu}/u

/** Written with a capital first letter. */
export const isCapital = ({ text }: Word): boolean => capital.test(text.replaceAll(unseen, ''))

/** Written as an abbreviation: two capitals or more (LVU, SiS). */
export const isAbbreviation = ({ text }: Word): boolean => (text.match(/\p{Lu}/gu) ?? []).length >= 2

/** Written in capitals only: there a capital says nothing. */
export const isShouted = ({ text, plain }: Word): boolean => plain.length > 1 && text === text.toUpperCase()

/** What stands between two words that follow each other. */
const gapBetween = (text: string, one: Word, next: Word): string => text.slice(one.until, next.from)

const inOneBreath = /^[\s\u00AD-]{1,3}$/u

/** Whether two words stand together: nothing but a space or a hyphen between them. */
export const areTogether = (text: string, one: Word | undefined, next: Word | undefined): boolean =>
  one !== undefined && next !== undefined && next.from - one.until <= 3 && inOneBreath.test(gapBetween(text, one, next))

const ends = /[.!?:;•*\n–—"”(]/u

/** Whether the word begins a sentence, a line or a point of a list: there a capital says nothing. */
export function beginsSentence(text: string, before: Word | undefined, word: Word): boolean {
  if (before === undefined) return true
  return ends.test(text.slice(before.until, word.from))
}
