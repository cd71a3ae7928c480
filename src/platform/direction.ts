/** Text that runs from right to left, and what must still be read from left to right in it: numbers, codes, addresses. */
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'prs', 'ps', 'ur'])

/** The direction of a language (BCP 47, `ar`, `sv-SE`). */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr')

/** From a Latin letter, a digit or a plus to the last of them; between them stands what numbers and addresses are written with. */
const foreign = /[+\p{Script=Latin}\d](?:(?:[\p{Script=Latin}\p{M}\d .,:;/@&?=#%+_'-]|\(\d\))*[\p{Script=Latin}\d/])?/gu
const isolated = /\u2066[^\u2066-\u2069]*\u2069|[^\u2066-\u2069]+/g

/**
 * The text with its numbers and foreign words isolated (Unicode's LRI and PDI), when its language runs from right to left: without
 * them `08-465 004 00` is shown with its groups the other way round. Such a text can be shown anywhere: on paper, on a page, in an SMS.
 */
export function isolatedNumbers(text: string, language: string): string {
  if (directionOf(language) === 'ltr') return text
  return text.replaceAll(isolated, (part) => (part.startsWith('\u2066') ? part : part.replaceAll(foreign, '\u2066$&\u2069')))
}
