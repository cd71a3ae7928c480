/** Municipality codes: four digits, the first two a county. */
declare const municipalityCode: unique symbol
export type MunicipalityCode = string & { readonly [municipalityCode]: true }

const counties: ReadonlySet<string> = new Set('01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25'.split(' '))

/** Null when no Swedish municipality can have the code. */
export const parseMunicipalityCode = (text: string): MunicipalityCode | null =>
  /^\d{4}$/.test(text) && counties.has(text.slice(0, 2)) && text.slice(2) !== '00' ? (text as MunicipalityCode) : null
