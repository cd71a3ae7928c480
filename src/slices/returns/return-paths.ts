/** The addresses of the return's pages. A half-year is the only thing in them besides random ids. */
import type { Control } from './control.types.ts'
import type { Block } from './returns.types.ts'

export const returnPath = '/halvarsuppgiften'
const under =
  (part: string) =>
  (half: string): string =>
    `${returnPath}${part}?halvar=${half}`

export const returnPaths = {
  desk: under(''),
  control: (half: string, control: Control, page = 1): string =>
    `${returnPath}?halvar=${half}&kontroll=${control}${page === 1 ? '' : `&sida=${page}`}`,
  preview: (half: string, block: Block = 'youth', page = 1): string =>
    `${returnPath}/filen?halvar=${half}&block=${block}${page === 1 ? '' : `&sida=${page}`}`,
  text: under('/filen/text'),
  xlsx: under('/filen/excel'),
  deliver: under('/leverera'),
  diff: under('/andrat'),
  profile: under('/profil'),
  delivery: (deliveryId: string): string => `${returnPath}/leveranser/${deliveryId}`,
}
