/** What stands in a form, and what is wrong with it: for views, made by routes. */
import type { FieldFlag, ShownFlag } from '../hygiene/index.ts'

export type DraftProblem = { readonly field: string; readonly text: string }

export type Draft = {
  readonly value: (field: string) => string
  /** At the fields' names; a view puts the prefix of its form before them. */
  readonly problems: readonly DraftProblem[]
  /** What was flagged in its free text. */
  readonly flags: readonly (FieldFlag | ShownFlag)[]
  readonly isKept: boolean
}

export const emptyDraft = (begins: Readonly<Record<string, string>> = {}): Draft => ({
  value: (field) => begins[field] ?? '',
  problems: [],
  flags: [],
  isKept: false,
})

/** The forms of one measure's page. Only one of them is sent at a time. */
export const sentForms = ['change', 'end', 'stage', 'stop', 'strike', 'resume', 'strikeStage'] as const
export type SentForm = (typeof sentForms)[number]
export type Sent = { readonly form: SentForm; readonly draft: Draft }
