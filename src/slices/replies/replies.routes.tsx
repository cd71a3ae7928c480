/** Answers that wait, taking a stand on them, and the reply page itself. */
import { z } from 'zod'
import { choiceField, textField } from '../../platform/form.ts'
import type { Decision } from '../../platform/decision.ts'
import {
  goTo,
  missing,
  page,
  problemText,
  signInAgain,
  typedValue,
  type Answer,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { flagsIn, keptField, keptName, noteDraft, noteProblems } from '../hygiene/index.ts'
import { occupations } from '../ladder/index.ts'
import { acceptAnswer, reasonField, readWaiting, rejectAnswer, type DecideRefusal, type Deciding, type OptOut } from './answer.actions.ts'
import type { DecideDraft } from './decide.views.tsx'
import { WaitingPage } from './list.views.tsx'
import { addPublicReplyPages } from './public.routes.tsx'
import { repliesTexts } from './replies.texts.ts'

const from = choiceField(['list', 'youth'])
const what = z.enum(['', ...occupations], 'unknown-choice').default('')
const acceptForm = z.strictObject({ from, what, noteKept: keptField })
const rejectForm = z.strictObject({ from, reason: textField(300), noteKept: keptField })

type Shown = { readonly problem?: string; readonly draft?: DecideDraft }

async function list(visit: Visit, { problem, draft }: Shown = {}, status: 200 | 409 | 422 = 200): Promise<Answer> {
  const { place, actor, scope, isFresh, frame, today, newOnce } = visit
  const answers = await readWaiting(place.pool, { staffId: actor.staffId, scope, isFresh })
  const shown = { problem: problem ?? null, draft: draft ?? null }
  return page(<WaitingPage frame={frame} today={today} answers={answers} {...shown} newOnce={newOnce} />, status)
}

const decidingIn = ({ scope, actor, isFresh, params, today }: Visit): Deciding => ({
  scope,
  isFresh,
  today,
  staffId: actor.staffId,
  name: actor.name,
  answerId: params['answer'] ?? '',
})

type Sent = { readonly act: DecideDraft['act']; readonly from: z.infer<typeof from>; readonly typed: Typed }

/** The form as it was sent, to stand where it stood. */
const draftOf = (visit: Visit, { act, from: back, typed }: Sent, given: Pick<DecideDraft, 'problems' | 'note'>): DecideDraft => ({
  answerId: visit.params['answer'] ?? '',
  act,
  from: back,
  what: typedValue(typed, 'what'),
  reason: typedValue(typed, 'reason'),
  ...given,
})

/** Back to where it was decided. */
async function after(
  visit: Visit,
  decision: Decision<{ subjectId: string }, DecideRefusal | 'note-flags'>,
  sent: Sent,
  notice: string,
): Promise<Answer> {
  if (decision.granted) return goTo(sent.from === 'list' ? '/uppsok/svar' : `/ungdomar/${decision.value.subjectId}`, notice)
  switch (decision.reason) {
    case 'missing':
      return missing
    case 'sign-in-again':
      return signInAgain
    case 'already-decided':
      return list(visit, { problem: repliesTexts[visit.lang].alreadyDecided }, 409)
    case 'note-flags': {
      const flags = flagsIn(decision)
      return list(visit, { draft: draftOf(visit, sent, { problems: noteProblems(flags, visit.lang), note: noteDraft(flags, '') }) }, 422)
    }
  }
}

/** A reason that is missing or too long stands as it was typed. */
function reshowReject(visit: Visit, problem: string, typed: Typed): Promise<Answer> {
  const problems = [{ field: reasonField(visit.params['answer'] ?? ''), text: problemText(visit.lang, problem) }]
  const sent = { act: 'reject', from: typedValue(typed, 'from') === 'youth' ? 'youth' : 'list', typed } as const
  return list(visit, { draft: draftOf(visit, sent, { problems, note: noteDraft([], typedValue(typed, keptName)) }) }, 422)
}

/** Registers the pages. `optOut`: the outbox's own way of noting a channel that somebody said no to. */
export function addRepliesPages(pages: Pages, optOut: OptOut): void {
  addPublicReplyPages(pages)
  const declared = { permit: 'outreach.log', shows: 'persons', outlet: 'replies.page' } as const
  pages.get('/uppsok/svar', declared, (visit) => list(visit))
  pages.post('/uppsok/svar/:answer{[0-9a-f-]{36}}/godta', declared, acceptForm, async (visit, form, typed) => {
    const wanted = { what: form.what === '' ? null : form.what, noteKept: form.noteKept }
    const decision = await acceptAnswer(visit.place.pool, decidingIn(visit), wanted, optOut)
    return after(visit, decision, { act: 'accept', from: form.from, typed }, repliesTexts[visit.lang].accepted)
  })
  pages.post(
    '/uppsok/svar/:answer{[0-9a-f-]{36}}/avvisa',
    declared,
    rejectForm,
    async (visit, form, typed) => {
      const decision = await rejectAnswer(visit.place.pool, decidingIn(visit), form)
      return after(visit, decision, { act: 'reject', from: form.from, typed }, repliesTexts[visit.lang].rejected)
    },
    (visit, [first], typed) => reshowReject(visit, first?.problem ?? '', typed),
  )
}
