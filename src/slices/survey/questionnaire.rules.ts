/** Questionnaires as data: what can be answered, the next question of somebody who answers, and what a change keeps. */
import type { Question, QuestionKind, Questionnaire, Said, Wording } from './survey.types.ts'

/** The steps of a scale, from very bad to very good. The two best are what is told of it in one number. */
const scaleSteps = 5
export const goodSteps = [3, 4] as const

/** How many options a question has. */
export const optionsOf = (question: Question): number =>
  question.kind === 'choice' ? question.options.length : question.kind === 'scale' ? scaleSteps : 2

/** What is sent for a question that somebody passes over. */
export const skipped = 'nej-tack'

/** Where somebody is who answers: at a question, with what has been chosen before it; or done. */
export type AnswerStep =
  | {
      readonly kind: 'ask'
      readonly index: number
      readonly kept: readonly (readonly [question: string, value: string])[]
      readonly problem: 'unknown' | 'nothing' | null
    }
  | { readonly kind: 'done'; readonly said: Said }

const isOption = (question: Question, value: string): boolean => /^\d$/.test(value) && Number(value) < optionsOf(question)

/** The first question without an answer, or one whose answer is none of its options. Who skips everything has not answered. */
export function stepOf({ questions }: Questionnaire, valueOf: (key: string) => string): AnswerStep {
  const kept: (readonly [string, string])[] = []
  for (const [index, question] of questions.entries()) {
    const value = valueOf(question.key)
    if (value === '') return { kind: 'ask', index, kept, problem: null }
    if (value !== skipped && !isOption(question, value)) return { kind: 'ask', index, kept, problem: 'unknown' }
    kept.push([question.key, value])
  }
  const chosen = kept.filter(([, value]) => value !== skipped)
  if (chosen.length === 0) return { kind: 'ask', index: 0, kept: [], problem: 'nothing' }
  return { kind: 'done', said: Object.fromEntries(chosen.map(([key, value]) => [key, Number(value)])) }
}

/** A question as it was typed, in Swedish. `options`: one a line. */
export type TypedQuestion = { readonly text: string; readonly kind: QuestionKind; readonly options: string }

export type TypedQuestionnaire = Pick<Questionnaire, 'occasion' | 'inUse'> & {
  readonly title: string
  readonly questions: readonly TypedQuestion[]
}

/** Questions that a form has room for. */
export const mostQuestions = 6
const [fewestOptions, mostOptions] = [2, 7]
const longest = { title: 80, text: 200, option: 80 } as const

export type DraftProblem = 'titleMissing' | 'titleLong' | 'noQuestion' | 'questionLong' | 'optionsCount' | 'optionLong' | 'optionTwice'
export type DraftProblemAt = { readonly field: string; readonly problem: DraftProblem }

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '')

function problemsOf({ text, kind, options }: TypedQuestion, nth: number): DraftProblemAt[] {
  const problems: DraftProblemAt[] = text.length > longest.text ? [{ field: `text${nth}`, problem: 'questionLong' }] : []
  if (kind !== 'choice') return problems
  const lines = linesOf(options)
  const field = `options${nth}`
  if (lines.length < fewestOptions || lines.length > mostOptions) return [...problems, { field, problem: 'optionsCount' }]
  if (lines.some((line) => line.length > longest.option)) return [...problems, { field, problem: 'optionLong' }]
  return new Set(lines).size < lines.length ? [...problems, { field, problem: 'optionTwice' }] : problems
}

/** Every text of a questionnaire. */
const wordingsOf = ({ title, questions }: Questionnaire): Wording[] => [
  title,
  ...questions.flatMap((question) => [question.text, ...(question.kind === 'choice' ? question.options : [])]),
]

const swedishOf = (question: Question): string =>
  [question.kind, question.text.sv, ...(question.kind === 'choice' ? question.options.map(({ sv }) => sv) : [])].join('\n')

type Numbered = { readonly nth: number; readonly question: TypedQuestion }

/** The questions with their keys: a question in the same Swedish words is the same question, another is a new one with a trend of its own. */
function keyed(numbered: readonly Numbered[], wording: (text: string) => Wording, past: readonly Question[]): Question[] {
  const known = new Map(past.map((question) => [swedishOf(question), question.key]))
  const taken = new Set(past.map(({ key }) => key))
  const given = new Set<string>()
  const free = (): string => {
    let n = 1
    while (taken.has(`q${n}`)) n++
    return `q${n}`
  }
  return numbered.map(({ question: { text, kind, options } }) => {
    const bare = { key: '', text: wording(text) }
    const question: Question = kind === 'choice' ? { ...bare, kind, options: linesOf(options).map(wording) } : { ...bare, kind }
    const old = known.get(swedishOf(question))
    const key = old !== undefined && !given.has(old) ? old : free()
    taken.add(key)
    given.add(key)
    return { ...question, key }
  })
}

/**
 * What was typed as the next version, or what is wrong with it. Texts that are as they were keep their translations; `past` is every version there
 * has been, so that a question that comes back has its trend again and no key is used twice.
 */
export function readDraft(
  typed: TypedQuestionnaire,
  past: readonly Questionnaire[],
): { readonly content: Questionnaire } | { readonly problems: readonly DraftProblemAt[] } {
  const title = typed.title.trim()
  const numbered = typed.questions
    .map((question, index) => ({ nth: index + 1, question: { ...question, text: linesOf(question.text).join(' ') } }))
    .filter(({ question }) => question.text !== '')
  const problems: DraftProblemAt[] = [
    ...(title === '' ? [{ field: 'title', problem: 'titleMissing' } as const] : []),
    ...(title.length > longest.title ? [{ field: 'title', problem: 'titleLong' } as const] : []),
    ...(numbered.length === 0 ? [{ field: 'text1', problem: 'noQuestion' } as const] : []),
    ...numbered.flatMap(({ question, nth }) => problemsOf(question, nth)),
  ]
  if (problems.length > 0) return { problems }
  const known = new Map(past.flatMap(wordingsOf).map((text) => [text.sv, text]))
  const wording = (sv: string): Wording => known.get(sv) ?? { sv }
  const questions = keyed(
    numbered,
    wording,
    past.flatMap((one) => one.questions),
  )
  return { content: { occasion: typed.occasion, inUse: typed.inUse, title: wording(title), questions } }
}

/** A questionnaire as its form shows it. */
export const typedOf = ({ occasion, inUse, title, questions }: Questionnaire): TypedQuestionnaire => ({
  occasion,
  inUse,
  title: title.sv,
  questions: questions.map((question) => ({
    text: question.text.sv,
    kind: question.kind,
    options: question.kind === 'choice' ? question.options.map(({ sv }) => sv).join('\n') : '',
  })),
})
