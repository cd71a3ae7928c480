/** In what order letters lie in the merged documents, and what the print shop's list says. */

/** What is known of a letter in the folder, without its markup. */
export type ListedLetter = {
  readonly messageId: string
  readonly kind: 'brev' | 'kort'
  readonly language: string
  /** '' when there is no address on it. */
  readonly postalCode: string
}

/** A document of many letters, one after the other. */
export type MergedFile = { readonly name: string; readonly letters: readonly ListedLetter[] }

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byPostalCode = (a: ListedLetter, b: ListedLetter): number =>
  order(a.postalCode === '' ? '~' : a.postalCode, b.postalCode === '' ? '~' : b.postalCode) || order(a.messageId, b.messageId)

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** The merged documents: letters and cards apart, each by postal code, no more than `most` in one. */
export const mergedFiles = (letters: readonly ListedLetter[], most: number): MergedFile[] =>
  (['brev', 'kort'] as const).flatMap((kind) => {
    const sorted = letters.filter((one) => one.kind === kind).toSorted(byPostalCode)
    return Array.from({ length: Math.ceil(sorted.length / most) }, (_, nth) => ({
      name: `alla-${kind}-${twoDigits(nth + 1)}.pdf`,
      letters: sorted.slice(nth * most, (nth + 1) * most),
    }))
  })

/** The columns of the list. No name, no address and no identity number: those are on the letters. */
export const manifestColumns = ['Postnummer', 'Fil', 'Språk', 'Meddelande', 'Samlad fil', 'Plats i samlad fil'] as const

/** The list's rows, in the order of the merged documents. */
export const manifestRows = (files: readonly MergedFile[]): (string | number)[][] =>
  files.flatMap(({ name, letters }) =>
    letters.map(({ postalCode, kind, messageId, language }, index) => [
      postalCode,
      `${kind}/${messageId}.pdf`,
      language,
      messageId,
      name,
      index + 1,
    ]),
  )
