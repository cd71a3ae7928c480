/** The nouns of questionnaires: what is asked, in which words, and what is kept of the answers. There is no free text: it can tell who wrote it. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

export const occasions = ['start', 'group', 'meeting'] as const
export type Occasion = (typeof occasions)[number]
export const questionKinds = ['scale', 'yesNo', 'choice'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Words in Swedish, and in the languages that somebody has translated them to. */
export type Wording = { readonly sv: string } & Readonly<Partial<Record<ContactLang, string>>>

/** A question. `key` is the same in every version where it is asked in the same Swedish words: its trend goes on. */
export type Question =
  | { readonly key: string; readonly kind: 'scale' | 'yesNo'; readonly text: Wording }
  | { readonly key: string; readonly kind: 'choice'; readonly text: Wording; readonly options: readonly Wording[] }

export type Questionnaire = {
  readonly occasion: Occasion
  /** One that is not in use is not handed out any more; its results stay. */
  readonly inUse: boolean
  readonly title: Wording
  readonly questions: readonly Question[]
}

/** A version as it was saved, or as it is shipped (`savedBy` null). */
export type QuestionnaireVersion = {
  readonly key: string
  readonly version: number
  readonly content: Questionnaire
  readonly savedBy: string | null
  readonly savedOn: PlainDate | null
}

/** What somebody chose: the option's place from zero, for each question that was not skipped. */
export type Said = Readonly<Record<string, number>>

/** How many chose an option, of a unit in a quarter. It is all that is kept of answers. */
export type Tally = {
  readonly unitId: number
  /** The first day of the quarter. */
  readonly quarter: PlainDate
  readonly question: string
  readonly option: number
  readonly n: number
}

export type SurveyUnit = { readonly id: number; readonly name: string; readonly active: boolean }
