/** /hanvisningar and /ungdomar/:id/hanvisningar: sending a referral, and what is written of it. */
import { z } from 'zod'
import { choiceField, dateField } from '../../platform/form.ts'
import { isRandomId } from '../../platform/random-id.ts'
import { goTo, missing, page, problemText, type Answer, type FieldProblem, type Pages, type Visit } from '../access/index.ts'
import { DeskPage, deskWords } from './desk.views.tsx'
import { addOpenReferralPages } from './open.routes.tsx'
import { openTexts } from './open.texts.ts'
import { readDesk, readReferrals, sendReferral, type Referrer, type SendRefusal } from './referrals.actions.ts'
import { referralTexts } from './referrals.texts.ts'
import { deskTabs, outcomeKinds, rejectReasons, tellingWays } from './referrals.types.ts'
import { MadePage, ReferralsPage } from './referrals.views.tsx'
import { revokeReferral, writeAnswer, writeOutcome, writeTold, type SaidRefusal, type Which } from './said.actions.ts'
import { deskPath, referralsPath } from './words.views.tsx'

const referrerOf = ({ place, scope, actor, today }: Visit): Referrer => ({
  pool: place.pool,
  scope,
  staffId: actor.staffId,
  name: actor.name,
  today,
})

async function desk(visit: Visit): Promise<Answer> {
  const { frame, today } = visit
  const tab = deskTabs.find((one) => deskWords[one] === visit.query.get('flik')) ?? 'waiting'
  const read = await readDesk(referrerOf(visit))
  return page(<DeskPage frame={frame} today={today} desk={read} tab={tab} maySettings={visit.may('settings.edit')} />)
}

type Problem = { readonly field: string; readonly text: string }
type Shown = { readonly consentId?: string | null; readonly problems?: readonly Problem[]; readonly status?: 200 | 409 | 422 }

async function show(visit: Visit, { consentId = null, problems = [], status = 200 }: Shown = {}): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const of = await readReferrals(referrerOf(visit), subjectId, consentId)
  if (of === null) return missing
  const { frame, today, newOnce } = visit
  const body = <ReferralsPage frame={frame} subjectId={subjectId} today={today} of={of} problems={problems} newOnce={newOnce} />
  return page(body, status)
}

const reshow = (visit: Visit, problems: readonly FieldProblem[]): Promise<Answer> =>
  show(visit, { problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })), status: 422 })

const sendForm = z.strictObject({
  consent: z.string().refine(isRandomId, 'unknown-choice'),
  previewed: z.string().regex(/^[0-9a-f]{64}$/, 'unknown-choice'),
})

const sendWords = (visit: Visit, reason: Exclude<SendRefusal, 'missing'>): string => {
  const t = referralTexts[visit.lang]
  return { 'no-consent': t.notInForce, changed: t.changed, 'not-followed': t.notFollowed }[reason]
}

async function send(visit: Visit, { consent, previewed }: z.infer<typeof sendForm>, publicUrl: string): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const decision = await sendReferral(referrerOf(visit), subjectId, { consentId: consent, previewed })
  if (!decision.granted) {
    if (decision.reason === 'missing') return missing
    return show(visit, { consentId: consent, problems: [{ field: 'ny', text: sendWords(visit, decision.reason) }], status: 409 })
  }
  const { place, frame } = visit
  const { token, untilOn } = decision.value
  const link = `${publicUrl}/hanvisning/${place.code}/${token}`
  return page(<MadePage frame={frame} subjectId={subjectId} link={link} untilOn={untilOn} />)
}

const whichOf = ({ params }: Visit): Which | null => {
  const [subjectId, referralId] = [params['id'] ?? '', params['referral'] ?? '']
  return isRandomId(subjectId) && isRandomId(referralId) ? { subjectId, referralId } : null
}

type Said = { readonly granted: boolean; readonly reason?: SaidRefusal | 'not-needed' }

/** Does it, and goes back to the list; or the page as it stands now, with why not on top. */
async function did(visit: Visit, act: (which: Which) => Promise<Said>, notice: string): Promise<Answer> {
  const which = whichOf(visit)
  if (which === null) return missing
  const { granted, reason } = await act(which)
  if (granted || reason === 'not-needed') return goTo(referralsPath(which.subjectId), notice)
  if (reason === undefined || reason === 'missing') return missing
  return show(visit, { problems: [{ field: `onDay-${which.referralId}`, text: openTexts[visit.lang].problems[reason] }], status: 409 })
}

const answerForm = z
  .strictObject({ answer: choiceField(['accepted', 'rejected']), reason: choiceField(rejectReasons).optional() })
  .refine(({ answer, reason }) => answer === 'accepted' || reason !== undefined, { path: ['reason'], error: 'unknown-choice' })
const outcomeForm = z.strictObject({ outcome: choiceField(outcomeKinds), onDay: dateField })
const toldForm = z.strictObject({ how: choiceField(tellingWays) })

const answer = (visit: Visit, { answer: said, reason }: z.infer<typeof answerForm>): Promise<Answer> =>
  did(
    visit,
    (which) =>
      writeAnswer(referrerOf(visit), which, said === 'rejected' ? { answer: said, reason: reason ?? 'notForThem' } : { answer: said }),
    referralTexts[visit.lang].saved,
  )

const saved = (visit: Visit): string => referralTexts[visit.lang].saved

function addActs(pages: Pages): void {
  const declared = { permit: 'referrals.work', shows: 'person', outlet: 'referrals.page' } as const
  const one = '/ungdomar/:id{[0-9a-f-]+}/hanvisningar/:referral{[0-9a-f-]+}'
  pages.post(`${one}/svar`, declared, answerForm, answer, reshow)
  pages.post(
    `${one}/utfall`,
    declared,
    outcomeForm,
    (visit, { outcome, onDay }) => did(visit, (which) => writeOutcome(referrerOf(visit), which, { kind: outcome, onDay }), saved(visit)),
    reshow,
  )
  pages.post(
    `${one}/vet`,
    declared,
    toldForm,
    (visit, { how }) => did(visit, (which) => writeTold(referrerOf(visit), which, how), saved(visit)),
    reshow,
  )
  pages.post(`${one}/aterkalla`, declared, z.strictObject({}), (visit) =>
    did(visit, (which) => revokeReferral(referrerOf(visit), which), referralTexts[visit.lang].revoked),
  )
}

/** Registers the pages. `publicUrl`: where receivers reach the product, for the link. */
export function addReferralsPages(pages: Pages, publicUrl: string): void {
  addOpenReferralPages(pages)
  pages.get(deskPath, { permit: 'referrals.work', shows: 'persons', outlet: 'referrals.page' }, desk)
  const path = '/ungdomar/:id{[0-9a-f-]+}/hanvisningar'
  const declared = { permit: 'referrals.work', shows: 'person', outlet: 'referrals.page' } as const
  pages.get(path, declared, (visit) => show(visit, { consentId: visit.query.get('samtycke') }))
  pages.post(path, declared, sendForm, (visit, wanted) => send(visit, wanted, publicUrl), reshow)
  addActs(pages)
}
