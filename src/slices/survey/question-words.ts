/** A question's words in a language: what nobody has translated is Swedish, and says so. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { surveyWords } from './survey-words.ts'
import type { Question, Wording } from './survey.types.ts'

/** A text and the language that it is in. */
export type Worded = { readonly text: string; readonly lang: ContactLang }

/** The text in the language, or in Swedish. */
export function worded(wording: Wording, lang: ContactLang): Worded {
  const text = wording[lang]
  return text === undefined ? { text: wording.sv, lang: 'sv' } : { text, lang }
}

/** The options of a question, in their order. */
export function optionWords(question: Question, lang: ContactLang): readonly Worded[] {
  if (question.kind === 'choice') return question.options.map((option) => worded(option, lang))
  const texts = question.kind === 'scale' ? surveyWords[lang].scale : surveyWords[lang].yesNo
  return texts.map((text) => ({ text, lang }))
}
