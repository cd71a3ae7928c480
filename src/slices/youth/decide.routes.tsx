/** The decision page: saying what no source says, and taking it back. */
import { isRandomId } from '../../platform/random-id.ts'
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
import { keptName, noteDraft, noteProblems, notWarned } from '../hygiene/index.ts'
import type { ManualKind } from '../register/index.ts'
import { decide, takeBack, type Decided } from './decide.actions.ts'
import { decideForm, withdrawForm, type WithdrawForm } from './decide.forms.ts'
import type { DecideForm } from './decide.types.ts'
import { DecidePage, kindsFor, type DecideDraft } from './decide.views.tsx'
import { manualKinds, manualTexts } from './manual.texts.ts'
import { readYouth } from './youth.actions.ts'
import { pathOfYouth, readerOf, toldTo } from './visit.ts'

const nothingTyped: DecideDraft = { kind: 'decision', value: () => '', problems: [], note: notWarned, obstacle: null, withdraws: null }

const kindOf = (text: string | null): ManualKind => manualKinds.find((kind) => kind === text) ?? 'decision'

const questionOf = ({ params, place, today }: Visit) => ({
  subjectId: params['id'] ?? '',
  municipality: place.code,
  on: today,
  knownOn: null,
})

const wordsOf = (lang: Visit['lang'], problem: string): string => {
  const own: Readonly<Record<string, string>> = manualTexts[lang].problems
  return Object.hasOwn(own, problem) ? (own[problem] ?? problem) : problemText(lang, problem)
}

/** The page around a draft, read anew. */
async function show(visit: Visit, draft: DecideDraft, status: 200 | 409 | 422 | 503): Promise<Answer> {
  const question = questionOf(visit)
  if (!isRandomId(question.subjectId)) return missing
  const answer = await readYouth(visit.place.pool, readerOf(visit), question)
  if (answer.kind === 'missing') return missing
  if (answer.kind === 'sign-in-again') return signInAgain
  const kind = kindsFor(answer.youth).includes(draft.kind) ? draft.kind : 'decision'
  const { frame, newOnce } = visit
  return page(<DecidePage frame={frame} youth={answer.youth} told={toldTo(visit)} draft={{ ...draft, kind }} newOnce={newOnce} />, status)
}

const draftOf = (visit: Visit, typed: Typed, problems: readonly FieldProblem[]): DecideDraft => ({
  ...nothingTyped,
  kind: kindOf(typedValue(typed, 'kind')),
  value: (field) => typedValue(typed, field),
  problems: problems.map(({ field, problem }) => ({ field, text: wordsOf(visit.lang, problem) })),
  note: noteDraft([], typedValue(typed, keptName)),
})

const withdrawDraftOf = (visit: Visit, typed: Typed, problems: readonly FieldProblem[]): DecideDraft => ({
  ...draftOf(visit, typed, []),
  value: () => '',
  problems: problems.map(({ problem }) => ({ field: 'withdraw-ground', text: wordsOf(visit.lang, problem) })),
  withdraws: { factId: typedValue(typed, 'factId'), ground: typedValue(typed, 'ground') },
})

/** Saving asks for no new sign-in: what was typed would be lost. The page that comes after it does. */
const actingOf = (visit: Visit) => ({
  reader: { ...readerOf(visit), isFresh: true },
  question: questionOf(visit),
  by: { staffId: visit.actor.staffId, name: visit.actor.name, on: visit.today },
})

function answerOf(visit: Visit, decided: Decided, draft: DecideDraft, notice: string): Promise<Answer> | Answer {
  switch (decided.kind) {
    case 'done':
      return goTo(pathOfYouth(visit.params['id'] ?? ''), notice)
    case 'missing':
      return missing
    case 'sign-in-again':
      return signInAgain
    case 'night-is-running':
      return show(visit, { ...draft, obstacle: 'running' }, 503)
    case 'not-said':
      return show(visit, { ...nothingTyped, kind: draft.kind, obstacle: 'notSaid' }, 409)
    case 'note-flags':
      return show(visit, { ...draft, problems: noteProblems(decided.flags, visit.lang), note: noteDraft(decided.flags, '') }, 422)
    case 'faults':
      return show(
        visit,
        { ...draft, problems: decided.faults.map(({ field, problem }) => ({ field, text: wordsOf(visit.lang, problem) })) },
        422,
      )
  }
}

async function say(visit: Visit, form: DecideForm, typed: Typed): Promise<Answer> {
  if (!isRandomId(visit.params['id'] ?? '')) return missing
  const { place, lang } = visit
  return answerOf(visit, await decide(place, actingOf(visit), form), draftOf(visit, typed, []), manualTexts[lang].saved)
}

async function withdraw(visit: Visit, form: WithdrawForm, typed: Typed): Promise<Answer> {
  if (!isRandomId(visit.params['id'] ?? '')) return missing
  const { place, lang } = visit
  return answerOf(visit, await takeBack(place, actingOf(visit), form), withdrawDraftOf(visit, typed, []), manualTexts[lang].withdrawn)
}

/** The decision page and its two forms. */
export function addDecidePages(pages: Pages): void {
  const declared = { permit: 'youth.decide', shows: 'person', outlet: 'youth.page' } as const
  const path = '/ungdomar/:id{[0-9a-f-]+}/beslut'
  pages.get(path, declared, (visit) => show(visit, { ...nothingTyped, kind: kindOf(visit.query.get('slag')) }, 200))
  pages.post(
    path,
    declared,
    decideForm,
    (visit, form, typed) => say(visit, form, typed),
    (visit, problems, typed) => show(visit, draftOf(visit, typed, problems), 422),
  )
  pages.post(
    `${path}/ta-tillbaka`,
    declared,
    withdrawForm,
    (visit, form, typed) => withdraw(visit, form, typed),
    (visit, problems, typed) => show(visit, withdrawDraftOf(visit, typed, problems), 422),
  )
}
