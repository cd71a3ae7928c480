/** A form of contacts as it was typed, and what is wrong with it. */
import type { FieldProblem } from '../../ui/form.tsx'
import type { NoteDraft } from '../hygiene/index.ts'
import type { Return } from './contact.forms.ts'

/** `value` gives what was typed in a field, empty for what was not; `problems` are in words. */
export type TypedContact = {
  readonly value: (field: string) => string
  readonly problems: readonly FieldProblem[]
  /** The warning of what is in the note. */
  readonly note: NoteDraft
  readonly back: Return
  /** The list's query. */
  readonly view: string
}

/** Ids in the quick form: it may stand on a page that has fields of its own. */
export const callPrefix = 'samtal-'
