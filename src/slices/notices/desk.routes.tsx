/** The desk of notices, the page of one, and what is decided there. */
import { isRandomId } from '../../platform/random-id.ts'
import { z } from 'zod'
import { choiceField } from '../../platform/form.ts'
import { parseMunicipalityCode } from '../../kernel/municipality-code.ts'
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
import { decideNotice, handOverNotice, readDesk, readNotice, undoNotice, type DeskReader, type Refusal } from './desk.actions.ts'
import { tabs, type Wish } from './desk.types.ts'
import { DeskPage, tabWords } from './desk.views.tsx'
import { NoticePage } from './notice.views.tsx'
import type { DecideDraft } from './decide.views.tsx'
import { decideTexts } from './decide.texts.ts'
import { refusals, schoolAnswers } from './notices.types.ts'
import { noticePath } from './words.views.tsx'

const readerOf = ({ place, scope, actor, today, isFresh }: Visit): DeskReader => ({
  pool: place.pool,
  code: place.code,
  scope,
  staffId: actor.staffId,
  today,
  isFresh,
})

async function desk(visit: Visit): Promise<Answer> {
  const asked = visit.query.get('flik') ?? ''
  const tab = tabs.find((one) => tabWords[one] === asked) ?? 'waiting'
  const shown = Math.min(Math.max(1, Math.trunc(Number(visit.query.get('sida'))) || 1), 10_000)
  const found = await readDesk(readerOf(visit), tab, shown)
  const { frame, today, may } = visit
  const rights = { mayClocks: may('figures.read'), maySchools: may('notices.schools') }
  return page(<DeskPage frame={frame} today={today} desk={found} tab={tab} page={shown} {...rights} />)
}

const nothingTyped: DecideDraft = { value: () => '', problems: [], refusal: null }

async function show(visit: Visit, draft: DecideDraft, status: 200 | 409 | 422 | 503): Promise<Answer> {
  const noticeId = visit.params['id'] ?? ''
  if (!isRandomId(noticeId)) return missing
  const found = await readNotice(readerOf(visit), noticeId)
  if (found === 'missing') return missing
  if (found === 'sign-in-again') return signInAgain
  const { frame, today, newOnce, may } = visit
  return page(
    <NoticePage frame={frame} today={today} found={found} draft={draft} mayDecide={may('notices.decide')} newOnce={newOnce} />,
    status,
  )
}

/** What a refusal is answered with: the notice as it stands now, with why on top. */
function refused(visit: Visit, reason: Refusal, typed: Typed): Promise<Answer> | Answer {
  if (reason === 'missing') return missing
  if (reason === 'sign-in-again') return signInAgain
  const refusal = decideTexts[visit.lang].problems[reason]
  return show(visit, { ...nothingTyped, value: (field) => typedValue(typed, field), refusal }, reason === 'night-is-running' ? 503 : 409)
}

async function decide(visit: Visit, wish: Wish, typed: Typed): Promise<Answer> {
  const noticeId = visit.params['id'] ?? ''
  if (!isRandomId(noticeId)) return missing
  const decision = await decideNotice(readerOf(visit), noticeId, wish)
  return decision.granted ? goTo(noticePath(noticeId), decideTexts[visit.lang].saved) : refused(visit, decision.reason, typed)
}

async function undo(visit: Visit): Promise<Answer> {
  const noticeId = visit.params['id'] ?? ''
  if (!isRandomId(noticeId)) return missing
  const decision = await undoNotice(readerOf(visit), noticeId)
  return decision.granted ? goTo(noticePath(noticeId), decideTexts[visit.lang].undone) : refused(visit, decision.reason, {})
}

async function handedOver(visit: Visit): Promise<Answer> {
  const noticeId = visit.params['id'] ?? ''
  if (!isRandomId(noticeId)) return missing
  const decision = await handOverNotice(readerOf(visit), noticeId)
  return decision.granted ? goTo(noticePath(noticeId), decideTexts[visit.lang].handedOver) : refused(visit, decision.reason, {})
}

const wordsOf = (visit: Visit, { field, problem }: FieldProblem): string =>
  field === 'to' ? decideTexts[visit.lang].wrongCode : problemText(visit.lang, problem)

const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  show(
    visit,
    {
      value: (field) => typedValue(typed, field),
      problems: problems.map((one) => ({ field: one.field, text: wordsOf(visit, one) })),
      refusal: null,
    },
    422,
  )

const codeField = z
  .string({ error: 'required' })
  .transform((text) => text.trim())
  .refine((text) => parseMunicipalityCode(text) !== null, { error: 'unknown-choice' })

const path = '/anmalningar/:id{[0-9a-f-]+}'

/** What is decided about one notice, each by a form of its own. */
function addDeciding(pages: Pages): void {
  const deciding = { permit: 'notices.decide', shows: 'person', outlet: 'notices.page' } as const
  const nothing = z.strictObject({})
  pages.post(`${path}/godta`, deciding, nothing, (visit, _form, typed) => decide(visit, { outcome: 'accepted' }, typed))
  pages.post(
    `${path}/avsla`,
    deciding,
    z.strictObject({ reason: choiceField(refusals) }),
    (visit, { reason }, typed) => decide(visit, { outcome: 'refused', reason }, typed),
    reshow,
  )
  pages.post(
    `${path}/skicka-vidare`,
    deciding,
    z.strictObject({ to: codeField }),
    (visit, { to }, typed) => decide(visit, { outcome: 'forwarded', to }, typed),
    reshow,
  )
  pages.post(
    `${path}/svara`,
    deciding,
    z.strictObject({ answer: choiceField(schoolAnswers) }),
    (visit, { answer }, typed) => decide(visit, { outcome: 'answered', answer }, typed),
    reshow,
  )
  pages.post(`${path}/overlamnad`, deciding, nothing, (visit) => handedOver(visit))
  pages.post(`${path}/angra`, deciding, nothing, (visit) => undo(visit))
}

/** Registers the pages. */
export function addDeskPages(pages: Pages): void {
  pages.get('/anmalningar', { permit: 'notices.read', shows: 'persons', outlet: 'notices.page' }, desk)
  pages.get(path, { permit: 'notices.read', shows: 'person', outlet: 'notices.page' }, (visit) => show(visit, nothingTyped, 200))
  addDeciding(pages)
}
