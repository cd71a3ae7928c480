/** The desk of measures and the rounds of the personnel group in the browser. */
import { isRandomId } from '../../platform/random-id.ts'
import type { z } from 'zod'
import {
  goTo,
  missing,
  page,
  signInAgain,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { deskTexts } from './desk.texts.ts'
import { DeskPage, roundPath, type RoundDraft } from './desk.views.tsx'
import type { Draft } from './draft.ts'
import { closeForm, decideForm, roundForm } from './measures.forms.ts'
import { typedDraft, wordsOf } from './measures-visit.ts'
import { closeRound, decide, openRound, readColleagues, readDesk, readRound, type DeskReader } from './round.actions.ts'
import type { RoundProblem } from './round.rules.ts'
import { RoundPage } from './round.views.tsx'

const readerOf = ({ place, scope, actor, isFresh, today }: Visit): DeskReader => ({
  pool: place.pool,
  scope,
  staffId: actor.staffId,
  name: actor.name,
  unitId: actor.unit?.id ?? null,
  isFresh,
  today,
})

async function showDesk(visit: Visit, draft: RoundDraft | null, status: 200 | 422): Promise<Answer> {
  const { frame, today, newOnce, may, actor } = visit
  const reader = readerOf(visit)
  const colleagues = may('measures.decide') ? await readColleagues(reader) : []
  const props = {
    frame,
    today,
    newOnce,
    colleagues,
    desk: await readDesk(reader),
    mayDecide: may('measures.decide'),
    mayEdit: may('catalogue.edit'),
  }
  return page(<DeskPage {...props} draft={draft ?? { on: today, present: [actor.staffId], problems: [], isOpen: false }} />, status)
}

const roundAgain = (visit: Visit, typed: Typed, problems: readonly FieldProblem[]): Promise<Answer> =>
  showDesk(
    visit,
    {
      on: typedValue(typed, 'on'),
      present: typed['present'] ?? [],
      problems: problems.map(({ field, problem }) => ({ field, text: wordsOf(visit.lang, problem) })),
      isOpen: true,
    },
    422,
  )

const roundField = (problem: RoundProblem): string => (problem === 'ahead' || problem === 'too-long-ago' ? 'on' : 'present')

async function open(visit: Visit, { on, present }: z.infer<typeof roundForm>, typed: Typed): Promise<Answer> {
  const opened = await openRound(readerOf(visit), { heldOn: on, present })
  if (opened.granted) return goTo(roundPath(opened.value), deskTexts[visit.lang].roundOpened)
  return roundAgain(visit, typed, [{ field: roundField(opened.reason), problem: opened.reason }])
}

type RoundShown = { readonly sent: { readonly measureId: string; readonly draft: Draft } | null; readonly problem: string | null }

async function showRound(visit: Visit, { sent, problem }: RoundShown, status: 200 | 409 | 422): Promise<Answer> {
  const roundId = visit.params['round']
  const opened = isRandomId(roundId) ? await readRound(readerOf(visit), roundId) : null
  if (opened === null) return missing
  const { frame, newOnce, actor } = visit
  const mayDecide = !opened.round.isClosed && opened.round.present.some(({ id }) => id === actor.staffId)
  return page(<RoundPage {...{ frame, opened, mayDecide, sent, problem, newOnce }} />, status)
}

async function decideOne(
  visit: Visit,
  { measure: measureId, outcome, ground, noteKept }: z.infer<typeof decideForm>,
  typed: Typed,
): Promise<Answer> {
  const roundId = visit.params['round']
  if (!isRandomId(roundId)) return missing
  const texts = deskTexts[visit.lang]
  const made = await decide(readerOf(visit), { roundId, measureId, outcome, ground, kept: noteKept })
  if (made.granted) return goTo(roundPath(roundId), texts.decided)
  const { reason, faults, flags } = made
  if (reason === 'missing') return missing
  if (reason === 'sign-in-again') return signInAgain
  const sent = { measureId, draft: typedDraft(visit, typed, faults, flags) }
  if (reason === 'faults' || reason === 'note-flags') return showRound(visit, { sent, problem: null }, 422)
  return showRound(visit, { sent, problem: texts.refused[reason] }, 409)
}

async function close(visit: Visit): Promise<Answer> {
  const roundId = visit.params['round']
  if (!isRandomId(roundId)) return missing
  const closed = await closeRound(readerOf(visit), roundId)
  if (closed.granted) return goTo('/atgarder', deskTexts[visit.lang].closedNotice)
  return closed.reason === 'missing' ? missing : showRound(visit, { sent: null, problem: deskTexts[visit.lang].refused.closed }, 409)
}

/** Registers the pages. */
export function addDeskPages(pages: Pages): void {
  const read = { permit: 'measures.write', shows: 'persons', outlet: 'measures.page' } as const
  const decides = { permit: 'measures.decide', shows: 'persons', outlet: 'measures.page' } as const
  pages.get('/atgarder', read, (visit) => showDesk(visit, null, 200))
  pages.post('/atgarder/rundor', decides, roundForm, open, (visit, problems, typed) => roundAgain(visit, typed, problems))
  const one = roundPath(':round{[0-9a-f-]+}')
  pages.get(one, decides, (visit) => showRound(visit, { sent: null, problem: null }, 200))
  pages.post(`${one}/beslut`, decides, decideForm, decideOne, (visit, problems, typed) =>
    showRound(visit, { sent: { measureId: typedValue(typed, 'measure'), draft: typedDraft(visit, typed, problems) }, problem: null }, 422),
  )
  pages.post(`${one}/avsluta`, decides, closeForm, close)
}
