/** The list of correction cases and the page of one. */
import { z } from 'zod'
import { choiceField, optionalText, wholeField } from '../../platform/form.ts'
import {
  goTo,
  missing,
  page,
  problemText,
  signInAgain,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { flagsIn, keptField, keptName, noteDraft, noteProblems, notWarned } from '../hygiene/index.ts'
import { answerCorrection, readCorrection, readCorrections, type CorrectionReader } from './corrections.actions.ts'
import { correctionTexts } from './corrections.texts.ts'
import { correctionAnswers } from './corrections.types.ts'
import { CorrectionPage, CorrectionsPage, stateAddresses, type AnswerDraft } from './corrections.views.tsx'

const form = z.strictObject({ version: wholeField, answer: choiceField(correctionAnswers), note: optionalText(2000), noteKept: keptField })

const readerOf = ({ scope, actor, isFresh }: Visit): CorrectionReader => ({ scope, by: actor.staffId, isFresh })
const toldTo = ({ lang, today }: Visit) => ({ lang, today })

/** Ids are numbers of the database; anything else is no case. */
const idOf = ({ params }: Visit): number => Number(/^\d{1,9}$/.exec(params['id'] ?? '')?.[0] ?? -1)

async function list(visit: Visit): Promise<Answer> {
  const asked = visit.query.get('lage') ?? ''
  const state = stateAddresses.find(([, address]) => address === asked)?.[0] ?? null
  const shown = Math.min(Math.max(1, Math.trunc(Number(visit.query.get('sida'))) || 1), 10_000)
  const found = await readCorrections(visit.place.pool, readerOf(visit), { state, page: shown })
  return page(<CorrectionsPage frame={visit.frame} told={toldTo(visit)} list={found} state={state} page={shown} />)
}

const nothingTyped: AnswerDraft = { answer: '', note: '', problems: [], warning: notWarned, isStale: false, isClosed: false }

async function show(visit: Visit, draft: Partial<AnswerDraft>, status: 200 | 409 | 422): Promise<Answer> {
  const found = await readCorrection(visit.place.pool, readerOf(visit), idOf(visit))
  if (found === 'missing') return missing
  if (found === 'sign-in-again') return signInAgain
  const whole = { ...nothingTyped, ...draft }
  return page(<CorrectionPage frame={visit.frame} told={toldTo(visit)} found={found} draft={whole} once={visit.newOnce()} />, status)
}

async function answer(visit: Visit, given: z.infer<typeof form>, typed: Typed): Promise<Answer> {
  const draft = { answer: given.answer, note: given.note, warning: noteDraft([], typedValue(typed, keptName)) }
  const decision = await answerCorrection(visit.place.pool, readerOf(visit), { ...given, id: idOf(visit) })
  if (decision.granted) return goTo(`/rattelser/${decision.value.id}`, correctionTexts[visit.lang].saved)
  if (decision.reason === 'missing') return missing
  if (decision.reason === 'note-flags') {
    const flags = flagsIn(decision)
    return show(visit, { ...draft, problems: noteProblems(flags, visit.lang), warning: noteDraft(flags, '') }, 422)
  }
  const isClosed = decision.reason === 'already-closed'
  return show(visit, { ...draft, isStale: true, isClosed }, 409)
}

const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  show(
    visit,
    {
      answer: typedValue(typed, 'answer'),
      note: typedValue(typed, 'note'),
      warning: noteDraft([], typedValue(typed, keptName)),
      problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
    },
    422,
  )

/** The list, one case, and its answer. */
export function addCorrectionPages(pages: Pages): void {
  const declared = { permit: 'youth.correct', shows: 'persons', outlet: 'youth.page' } as const
  pages.get('/rattelser', declared, (visit) => list(visit))
  pages.get('/rattelser/:id', declared, (visit) => show(visit, {}, 200))
  pages.post('/rattelser/:id', declared, form, answer, reshow)
}
