/** What the routes about one youth share: who writes, whose file it is, and what was typed. */
import { missing, problemText, signInAgain, type Answer, type Typed, type Visit } from '../../access/index.ts'
import type { Lang } from '../../../kernel/lang.ts'
import type { FieldProblem } from '../../../ui/form.tsx'
import { readerOf } from '../reader.ts'
import type { Unreached, Writer } from './people.actions.ts'
import { writtenProblems, type FieldFault, type WrittenProblem } from './people.rules.ts'
import { peopleFormTexts } from './people-form.texts.ts'
import type { TypedFields } from './particulars.views.tsx'
import type { YouthFile } from './people.types.ts'
import { readYouthPage } from './youth-page.actions.ts'

export const writerOf = (visit: Visit): Writer => ({ reader: readerOf(visit), today: visit.today, isFresh: visit.isFresh })

export const youthIdOf = ({ params }: Visit): string => params['id'] ?? ''

/** The youth's file, or the answer that says why not. */
export async function fileOf(visit: Visit): Promise<{ readonly file: YouthFile } | { readonly answer: Answer }> {
  const { place, isFresh, today, may } = visit
  const found = await readYouthPage(place.pool, readerOf(visit), { youthId: youthIdOf(visit), isFresh, today, sections: [], may })
  return typeof found === 'string' ? { answer: unreached(found) } : { file: found.file }
}

export const unreached = (reason: Unreached): Answer => (reason === 'missing' ? missing : signInAgain)
export const isUnreached = (reason: string): reason is Unreached => reason === 'missing' || reason === 'sign-in-again'

export const nothingTyped: TypedFields = () => ''
export const typedFields =
  (typed: Typed): TypedFields =>
  (field) =>
    typed[field]?.[0] ?? ''

const isWritten = (problem: string): problem is WrittenProblem => writtenProblems.some((one) => one === problem)

/** Problems of a form or of a rule in words. */
export const inWords = (
  faults: readonly (FieldFault | { readonly field: string; readonly problem: string })[],
  lang: Lang,
): FieldProblem[] =>
  faults.map(({ field, problem }) => ({
    field,
    text: isWritten(problem) ? peopleFormTexts[lang].problems[problem] : problemText(lang, problem),
  }))
