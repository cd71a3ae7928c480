/** Answers that wait, taking a stand on them, and the reply page itself. */
import { z } from 'zod'
import { choiceField, textField } from '../../platform/form.ts'
import type { Decision } from '../../platform/decision.ts'
import { goTo, missing, page, problemText, signInAgain, type Answer, type Pages, type Visit } from '../access/index.ts'
import { occupations } from '../ladder/index.ts'
import { acceptAnswer, readWaiting, rejectAnswer, type DecideRefusal, type Deciding, type OptOut } from './answer.actions.ts'
import { WaitingPage } from './list.views.tsx'
import { addPublicReplyPages } from './public.routes.tsx'
import { repliesTexts } from './replies.texts.ts'

const from = choiceField(['list', 'youth'])
const what = z.enum(['', ...occupations], 'unknown-choice').default('')
const acceptForm = z.strictObject({ from, what })
const rejectForm = z.strictObject({ from, reason: textField(300) })

async function list(visit: Visit, problem: string | null = null, status: 200 | 409 | 422 = 200): Promise<Answer> {
  const { place, actor, scope, isFresh, frame, today, newOnce } = visit
  const answers = await readWaiting(place.pool, { staffId: actor.staffId, scope, isFresh })
  return page(<WaitingPage frame={frame} today={today} answers={answers} problem={problem} newOnce={newOnce} />, status)
}

const decidingIn = ({ scope, actor, isFresh, params, today }: Visit): Deciding => ({
  scope,
  isFresh,
  today,
  staffId: actor.staffId,
  name: actor.name,
  answerId: params['answer'] ?? '',
})

/** Back to where it was decided. */
async function after(
  visit: Visit,
  decision: Decision<{ subjectId: string }, DecideRefusal>,
  back: z.infer<typeof from>,
  notice: string,
): Promise<Answer> {
  if (decision.granted) return goTo(back === 'list' ? '/uppsok/svar' : `/ungdomar/${decision.value.subjectId}`, notice)
  switch (decision.reason) {
    case 'missing':
      return missing
    case 'sign-in-again':
      return signInAgain
    case 'already-decided':
      return list(visit, repliesTexts[visit.lang].alreadyDecided, 409)
  }
}

/** Registers the pages. `optOut`: the outbox's own way of noting a channel that somebody said no to. */
export function addRepliesPages(pages: Pages, optOut: OptOut): void {
  addPublicReplyPages(pages)
  const declared = { permit: 'outreach.log', shows: 'persons', outlet: 'replies.page' } as const
  pages.get('/uppsok/svar', declared, (visit) => list(visit))
  pages.post('/uppsok/svar/:answer{[0-9a-f-]{36}}/godta', declared, acceptForm, async (visit, form) => {
    const decision = await acceptAnswer(visit.place.pool, decidingIn(visit), form.what === '' ? null : form.what, optOut)
    return after(visit, decision, form.from, repliesTexts[visit.lang].accepted)
  })
  pages.post(
    '/uppsok/svar/:answer{[0-9a-f-]{36}}/avvisa',
    declared,
    rejectForm,
    async (visit, form) => {
      const decision = await rejectAnswer(visit.place.pool, decidingIn(visit), form.reason)
      return after(visit, decision, form.from, repliesTexts[visit.lang].rejected)
    },
    (visit, [first]) => list(visit, `${repliesTexts[visit.lang].rejectReason} ${problemText(visit.lang, first?.problem ?? '')}`, 422),
  )
}
