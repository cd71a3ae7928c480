/** The reply page's form, read once at the edge. Problems are keys of the page's own words, which every language has. */
import { z } from 'zod'
import { parsePhone } from '../../platform/phone.ts'
import { parseDate, type PlainDate } from '../../platform/plain-date.ts'
import type { Typed } from '../access/index.ts'
import type { ReplyWords } from './reply-words.types.ts'
import { answerKinds, askAgains, callDays, dayParts, type Answered, type AnswerKind } from './replies.types.ts'

export type AnswerProblem = Exclude<keyof ReplyWords['problems'], 'title'>
export type AnswerProblemAt = { readonly field: string; readonly problem: AnswerProblem }

const longestPlace = 100
const longestText = 300

/** One line, however it was typed. */
const line = (longest: number, missing: AnswerProblem | null) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim().replaceAll(/\s+/g, ' '))
    .pipe(missing === null ? z.string().max(longest, 'tooLong') : z.string().min(1, missing).max(longest, 'tooLong'))

/** A month, or a day or year, as somebody writes it. */
const since = (today: PlainDate) =>
  z
    .string()
    .default('')
    .transform((text, context): PlainDate | null => {
      const typed = text.trim()
      if (typed === '') return null
      const found = parseDate(/^\d{4}$/.test(typed) ? `${typed}-01-01` : /^\d{4}-\d{2}$/.test(typed) ? `${typed}-01` : typed)
      if (found !== null && found >= '2010-01-01' && found <= today) return found
      context.addIssue({ code: 'custom', message: found !== null && found > today ? 'sinceAhead' : 'sinceUnclear' })
      return z.NEVER
    })

const phone = z
  .string()
  .default('')
  .transform((text, context): string => {
    const parsed = parsePhone(text)
    if (parsed.granted) return parsed.value
    context.addIssue({ code: 'custom', message: text.trim() === '' ? 'phoneMissing' : 'phoneWrong' })
    return z.NEVER
  })

const choice = <const Choices extends readonly [string, ...string[]]>(choices: Choices, missing: AnswerProblem) =>
  z.enum(choices, { error: ({ input }) => (input === undefined ? missing : 'unknownChoice') })

const shapeOf = (kind: AnswerKind, today: PlainDate) => {
  switch (kind) {
    case 'callMe':
      return z.object({ day: choice(callDays, 'dayMissing'), part: choice(dayParts, 'dayPartMissing'), phone })
    case 'studying':
      return z.object({ place: line(longestPlace, 'schoolMissing'), since: since(today) })
    case 'working':
      return z.object({ place: line(longestPlace, null), since: since(today) })
    case 'somethingElse':
      return z.object({ text: line(longestText, 'textMissing') })
    case 'notNow':
      return z.object({ again: choice(askAgains, 'unknownChoice').default('nextTerm') })
  }
}

/** The kind that a text names; null for none of ours. */
export const kindOf = (text: string): AnswerKind | null => answerKinds.find((kind) => kind === text) ?? null

/** What was typed as an answer of the kind; or what is wrong, field by field. Fields that are not the kind's own are passed over. */
export function readAnswer(kind: AnswerKind, typed: Typed, today: PlainDate): Answered | readonly AnswerProblemAt[] {
  const fields = Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, values[0]]))
  const parsed = shapeOf(kind, today).safeParse(fields)
  if (parsed.success) return { kind, ...parsed.data } as Answered
  return parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), problem: message as AnswerProblem }))
}

export const isProblems = (read: ReturnType<typeof readAnswer>): read is readonly AnswerProblemAt[] => Array.isArray(read)
