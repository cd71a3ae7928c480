/** What was typed in a form of steering, with its problems in words. */
import { problemText, typedValue, type FieldProblem, type Typed, type Visit } from '../access/index.ts'
import type { ItemDraft } from './item.views.tsx'
import { steeringTexts } from './steering.texts.ts'

const wordsOf = (lang: Visit['lang'], problem: string): string => {
  const own: Readonly<Record<string, string>> = steeringTexts[lang].problems
  return own[problem] ?? problemText(lang, problem)
}

/** The form as it was typed. */
export const typedItem = ({ lang }: Visit, typed: Typed, problems: readonly FieldProblem[]): ItemDraft => ({
  value: (field) => typedValue(typed, field),
  problems: problems.map(({ field, problem }) => ({ field, text: wordsOf(lang, problem) })),
})
