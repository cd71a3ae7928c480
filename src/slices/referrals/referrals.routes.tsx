/** /hanvisningar and /ungdomar/:id/hanvisningar: sending a referral, and what is written of it. */
import { z } from 'zod'
import { isRandomId } from '../../platform/random-id.ts'
import {
  goTo,
  missing,
  page,
  problemText,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { DeskPage, deskWords } from './desk.views.tsx'
import { addFiguresPage } from './figures.routes.tsx'
import { writeMeasure, type MeasureRefusal } from './measure.actions.ts'
import { addOpenReferralPages } from './open.routes.tsx'
import { referralProblems } from './problem.texts.ts'
import { readDesk, readReferrals, sendReferral, type Referrer, type SendRefusal, type Sent } from './referrals.actions.ts'
import { answerForm, linkForm, measureForm, outcomeForm, sendForm, toldForm, type AnswerForm, type SendForm } from './referrals.forms.ts'
import { referralTexts } from './referrals.texts.ts'
import { deskTabs } from './referrals.types.ts'
import { MadePage, ReferralsPage } from './referrals.views.tsx'
import { renewLink, revokeReferral, writeAnswer, writeOutcome, writeTold, type SaidRefusal, type Which } from './said.actions.ts'
import { linkAddress } from './secret.ts'
import { deskPath, referralsPath } from './words.views.tsx'

/** Where receivers reach the product, and whether mail can leave. */
type Ways = { readonly publicUrl: string; readonly hasMail: boolean }

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
type Shown = {
  readonly consentId?: string | null
  readonly typedEmail?: string | null
  readonly problems?: readonly Problem[]
  readonly status?: 200 | 409 | 422
}

async function show(
  visit: Visit,
  ways: Ways,
  { consentId = null, typedEmail = null, problems = [], status = 200 }: Shown = {},
): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const of = await readReferrals(referrerOf(visit), subjectId, consentId)
  if (of === null) return missing
  const { frame, today, newOnce } = visit
  const props = { frame, subjectId, today, of, problems, typedEmail, hasMail: ways.hasMail, newOnce }
  return page(<ReferralsPage {...props} />, status)
}

/** What is wrong at its field; a form of one of the referrals in the list has its fields named by it. */
const reshow =
  (ways: Ways) =>
  (visit: Visit, wrong: readonly FieldProblem[], typed: Typed): Promise<Answer> => {
    const { referral } = visit.params
    const problems = wrong.map(({ field, problem }) => ({
      field: referral === undefined ? field : `${field}-${referral}`,
      text: problem === 'not-an-address' ? referralTexts[visit.lang].notAnAddress : problemText(visit.lang, problem),
    }))
    const consentId = typedValue(typed, 'consent')
    return show(visit, ways, {
      consentId: consentId === '' ? null : consentId,
      typedEmail: typedValue(typed, 'email'),
      problems,
      status: 422,
    })
  }

const sendWords = (visit: Visit, reason: Exclude<SendRefusal, 'missing'>): string => {
  const t = referralTexts[visit.lang]
  return { 'no-consent': t.notInForce, changed: t.changed, 'not-followed': t.notFollowed, 'going-on': t.goingOn }[reason]
}

/** The link, shown once; or back to the list when it goes by mail. */
function made(visit: Visit, subjectId: string, { token, untilOn }: Sent, { publicUrl }: Ways): Answer {
  if (token === null) return goTo(referralsPath(subjectId), referralTexts[visit.lang].mailed)
  const link = linkAddress(publicUrl, visit.place.code, token)
  return page(<MadePage frame={visit.frame} subjectId={subjectId} link={link} untilOn={untilOn} />)
}

async function send(visit: Visit, { consent, previewed, email }: SendForm, ways: Ways): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const wish = { consentId: consent, previewed, email: ways.hasMail ? email : null }
  const decision = await sendReferral(referrerOf(visit), subjectId, wish)
  if (decision.granted) return made(visit, subjectId, decision.value, ways)
  if (decision.reason === 'missing') return missing
  const problems = [{ field: 'ny', text: sendWords(visit, decision.reason) }]
  return show(visit, ways, { consentId: consent, typedEmail: email, problems, status: 409 })
}

const whichOf = ({ params }: Visit): Which | null => {
  const [subjectId, referralId] = [params['id'] ?? '', params['referral'] ?? '']
  return isRandomId(subjectId) && isRandomId(referralId) ? { subjectId, referralId } : null
}

type Refusal = SaidRefusal | MeasureRefusal | 'not-needed'
type Said = { readonly granted: boolean; readonly reason?: Refusal }

/** Where a refusal is told. */
function fieldOf(reason: Exclude<Refusal, 'missing' | 'not-needed'>): string {
  if (reason === 'answered') return 'answer'
  if (reason === 'unknown-item') return 'item'
  return reason.startsWith('outcome') || reason === 'already-said' || reason === 'has-begun' ? 'onDay' : 'fromOn'
}

type Acting = { readonly visit: Visit; readonly ways: Ways }

/** Does it, and goes back to the list; or the page as it stands now, with why not on top. */
async function did({ visit, ways }: Acting, act: (which: Which) => Promise<Said>, notice: string): Promise<Answer> {
  const which = whichOf(visit)
  if (which === null) return missing
  const { granted, reason } = await act(which)
  if (granted || reason === 'not-needed') return goTo(referralsPath(which.subjectId), notice)
  if (reason === undefined || reason === 'missing') return missing
  const problem = { field: `${fieldOf(reason)}-${which.referralId}`, text: referralProblems[visit.lang][reason] }
  return show(visit, ways, { problems: [problem], status: 409 })
}

const answered = ({ answer, reason }: AnswerForm) =>
  answer === 'rejected' ? ({ answer, reason: reason ?? 'notForThem' } as const) : ({ answer } as const)

async function renew(visit: Visit, email: string | null, ways: Ways): Promise<Answer> {
  const which = whichOf(visit)
  if (which === null) return missing
  const decision = await renewLink(referrerOf(visit), which, ways.hasMail ? email : null)
  if (decision.granted) return made(visit, which.subjectId, decision.value, ways)
  return did({ visit, ways }, () => Promise.resolve(decision), '')
}

const saved = (visit: Visit): string => referralTexts[visit.lang].saved

const one = '/ungdomar/:id{[0-9a-f-]+}/hanvisningar/:referral{[0-9a-f-]+}'
const declared = { permit: 'referrals.work', shows: 'person', outlet: 'referrals.page' } as const

/** What is said of a referral. */
function addSaid(pages: Pages, ways: Ways): void {
  const again = reshow(ways)
  const on = (visit: Visit): Acting => ({ visit, ways })
  pages.post(
    `${one}/svar`,
    declared,
    answerForm,
    (visit, form) => did(on(visit), (which) => writeAnswer(referrerOf(visit), which, answered(form)), saved(visit)),
    again,
  )
  pages.post(
    `${one}/utfall`,
    declared,
    outcomeForm,
    (visit, { outcome, onDay }) =>
      did(on(visit), (which) => writeOutcome(referrerOf(visit), which, { kind: outcome, onDay }), saved(visit)),
    again,
  )
  pages.post(
    `${one}/vet`,
    declared,
    toldForm,
    (visit, { how }) => did(on(visit), (which) => writeTold(referrerOf(visit), which, how), saved(visit)),
    again,
  )
}

/** What is done with one. */
function addDone(pages: Pages, ways: Ways): void {
  pages.post(`${one}/aterkalla`, declared, z.strictObject({}), (visit) =>
    did({ visit, ways }, (which) => revokeReferral(referrerOf(visit), which), referralTexts[visit.lang].revoked),
  )
  pages.post(`${one}/lank`, declared, linkForm, (visit, { email }) => renew(visit, email, ways), reshow(ways))
  pages.post(
    `${one}/atgard`,
    { ...declared, permit: 'measures.write' },
    measureForm,
    (visit, form) => did({ visit, ways }, (which) => writeMeasure(referrerOf(visit), which, form), referralTexts[visit.lang].measured),
    reshow(ways),
  )
}

/** Registers the pages. `publicUrl`: where receivers reach the product, for the link. `hasMail`: whether mail can leave. */
export function addReferralsPages(pages: Pages, ways: Ways): void {
  addOpenReferralPages(pages)
  pages.get(deskPath, { permit: 'referrals.work', shows: 'persons', outlet: 'referrals.page' }, desk)
  addFiguresPage(pages)
  const path = '/ungdomar/:id{[0-9a-f-]+}/hanvisningar'
  pages.get(path, declared, (visit) => show(visit, ways, { consentId: visit.query.get('samtycke') }))
  pages.post(path, declared, sendForm, (visit, wanted) => send(visit, wanted, ways), reshow(ways))
  addSaid(pages, ways)
  addDone(pages, ways)
}
