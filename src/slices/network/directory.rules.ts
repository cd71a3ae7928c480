/** Which partners of the directory are looked at. */
import type { Partner, PartnerKind } from './network.types.ts'

/** `kind`: null, all. `words`: each must stand somewhere in what is said of the partner. */
export type DirectoryView = { readonly kind: PartnerKind | null; readonly words: string }

/** So many partners are seen at a glance; of more one is searched for. */
export const searchedFrom = 8

const saidOf = ({ name, area, offers, meets, contact }: Partner): string =>
  [name, area, offers, meets, contact].join(' ').toLocaleLowerCase('sv')

/** The partners of the view, in the order given. */
export const partnersIn = (partners: readonly Partner[], { kind, words }: DirectoryView): Partner[] => {
  const wanted = words
    .toLocaleLowerCase('sv')
    .split(/\s+/)
    .filter((word) => word !== '')
  return partners.filter((one) => (kind === null || one.kind === kind) && wanted.every((word) => saidOf(one).includes(word)))
}
