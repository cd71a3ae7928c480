/** From a visit to what the actions of measures ask with, and from what was typed to a form that is shown again. */
import { problemText, typedValue, type FieldProblem, type Typed, type Visit } from '../access/index.ts'
import { flagsInKept, keptName, noteProblems, type FieldFlag } from '../hygiene/index.ts'
import type { Draft } from './draft.ts'
import { ownProblem } from './words.texts.ts'
import type { Writer } from './youth.actions.ts'

/** Who reads and writes, at the moment of the request. */
export const writerOf = ({ place, actor, scope, today, isFresh }: Visit): Writer => ({
  pool: place.pool,
  scope,
  staffId: actor.staffId,
  name: actor.name,
  isFresh,
  today,
})

/** A problem in words: ours, or one of the common ones. */
export const wordsOf = (lang: Visit['lang'], problem: string): string => ownProblem(lang, problem) ?? problemText(lang, problem)

/** What was typed, with its problems; `flags` are those of a refusal, else those that were kept by the tick that came with it. */
export function typedDraft({ lang }: Visit, typed: Typed, problems: readonly FieldProblem[], flags: readonly FieldFlag[] = []): Draft {
  const kept = flagsInKept(typedValue(typed, keptName))
  return {
    value: (field) => typedValue(typed, field),
    problems: [...problems.map(({ field, problem }) => ({ field, text: wordsOf(lang, problem) })), ...noteProblems(flags, lang)],
    flags: flags.length > 0 ? flags : kept,
    isKept: flags.length === 0 && kept.length > 0,
  }
}
