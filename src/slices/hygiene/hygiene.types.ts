/** The words of note hygiene: what in a free text about a youth may not belong in the register, where it stands, and what its writer said of it. */

/** What is flagged. `local`: a word of the municipality's own list. */
export const flagKinds = ['identityNumber', 'name', 'kin', 'diagnosis', 'crime', 'benefit', 'local'] as const
export type FlagKind = (typeof flagKinds)[number]

/** A place in a text: UTF-16 units from (included) to until (not), and the word as it was written there. */
export type NoteFlag = { readonly kind: FlagKind; readonly word: string; readonly from: number; readonly until: number }

/** The municipality's own words: flagged too, and never flagged. */
export type NoteWords = { readonly extra: readonly string[]; readonly never: readonly string[] }

/** Whom the text is about and who works here: their names are no news. Names whole, as they are written. */
export type NoteAbout = {
  readonly ownNames: readonly string[]
  readonly colleagues?: readonly string[]
  /** The youth's own numbers, where they belong: in a text to the source that keeps them. */
  readonly ownNumbers?: readonly string[]
  readonly words?: NoteWords
}

/** A free text of a form. `field` is the id that its problems lead to. */
export type NoteText = { readonly field: string; readonly text: string }
export type FieldFlag = NoteFlag & { readonly field: string }

/** What was seen and kept by the tick: flags by kind and word. A flag that was not shown is not kept by it. */
export type Kept = readonly string[]

/** All that was flagged in a form's texts; `asked` is what its writer has not answered for. */
export type NoteCheck = { readonly flags: readonly FieldFlag[]; readonly asked: readonly FieldFlag[] }

/** What is shown of a flag. */
export type ShownFlag = Pick<NoteFlag, 'kind' | 'word'>
