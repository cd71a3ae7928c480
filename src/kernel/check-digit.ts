/** The check digit of Swedish identity numbers, by itself: scripts of pages ask for it too. */

/** Whether the last digit is right by the Luhn rule over the last ten digits. */
export function hasRightCheckDigit(twelve: string): boolean {
  let sum = 0
  for (let i = 2; i < 12; i++) {
    const digit = twelve.charCodeAt(i) - 48
    const weighted = i % 2 === 0 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum % 10 === 0
}
