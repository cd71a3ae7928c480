/** /ungdomar/:id/samtycken: recording a consent by way of its preview, withdrawing one, and what the law says without one. */
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
import { flagsIn, keptName, noteDraft, noteProblems, notWarned } from '../hygiene/index.ts'
import { addConsentSettingsPages } from './consent-settings.routes.tsx'
import { decideConsent, isUnder18, type ConsentRefusal } from './consent.rules.ts'
import { factsOf, readConsents, recordConsent, withdrawConsent, type ConsentsOfYouth, type Recorder } from './consents.actions.ts'
import { consentForm, previewedForm, wishOf, type ConsentForm, type PreviewedForm } from './consents.forms.ts'
import { consentTexts } from './consents.texts.ts'
import { receiverKinds, type ConsentWish } from './consents.types.ts'
import { ConsentsPage, consentsPath, type ConsentDraft } from './consents.views.tsx'
import { otherGrounds } from './ground.rules.ts'
import { GroundsPage, PreviewPage } from './look.views.tsx'
import { packageOf } from './package.rules.ts'
import { hashOfPackage } from './preview.ts'
import type { ApplySettings } from '../settings/index.ts'

const recorderOf = ({ place, scope, actor, today }: Visit): Recorder => ({ pool: place.pool, scope, staffId: actor.staffId, today })

const nothingTyped: ConsentDraft = { value: () => '', values: () => ['name'], problems: [], note: notWarned }

const draftOf = (typed: Typed, problems: ConsentDraft['problems']): ConsentDraft => ({
  value: (field) => typedValue(typed, field),
  values: (field) => typed[field] ?? [],
  problems,
  note: noteDraft([], typedValue(typed, keptName)),
})

const view = (visit: Visit, of: ConsentsOfYouth, draft: ConsentDraft, status: 200 | 409 | 422): Answer => {
  const { frame, newOnce, today } = visit
  return page(<ConsentsPage frame={frame} subjectId={of.youth.subjectId} today={today} of={of} draft={draft} newOnce={newOnce} />, status)
}

async function found(visit: Visit): Promise<ConsentsOfYouth | null> {
  const subjectId = visit.params['id'] ?? ''
  return isRandomId(subjectId) ? readConsents(recorderOf(visit), subjectId) : null
}

async function show(visit: Visit, draft: ConsentDraft, status: 200 | 409 | 422): Promise<Answer> {
  const of = await found(visit)
  return of === null ? missing : view(visit, of, draft, status)
}

/** Which field a refusal is told at. */
const fieldOf: Readonly<Record<ConsentRefusal, string>> = {
  protected: 'purpose',
  'not-followed': 'purpose',
  'nothing-tells-who': 'fields',
  'given-ahead': 'givenOn',
  'over-already': 'untilOn',
  'too-long': 'untilOn',
  'needs-guardian': 'guardianOn',
  'no-guardian': 'guardianOn',
  'guardian-ahead': 'guardianOn',
}

const refused = (visit: Visit, typed: Typed, reason: ConsentRefusal): ConsentDraft =>
  draftOf(typed, [{ field: fieldOf[reason], text: consentTexts[visit.lang].problems[reason] }])

/** The preview of a wish, made by the function that makes what is sent. */
function preview(visit: Visit, of: ConsentsOfYouth, wish: ConsentWish, typed: Typed, isChanged: boolean): Answer {
  const shared = packageOf(of.facts, wish.fields)
  const sent = Object.entries(typed).filter(([name]) => name !== 'previewed')
  const again = sent.flatMap(([name, values]) => values.map((value) => [name, value] as const))
  return page(
    <PreviewPage
      frame={visit.frame}
      subjectId={of.youth.subjectId}
      shared={shared}
      typed={[...again, ['previewed', hashOfPackage(shared)]]}
      isChanged={isChanged}
      once={visit.newOnce()}
    />,
    isChanged ? 409 : 200,
  )
}

async function look(visit: Visit, wanted: ConsentForm, typed: Typed, isChanged = false): Promise<Answer> {
  const of = await found(visit)
  if (of === null) return missing
  const wish = wishOf(wanted)
  const decided = decideConsent(wish, factsOf(of, visit.today), of.settings)
  return decided.granted ? preview(visit, of, wish, typed, isChanged) : view(visit, of, refused(visit, typed, decided.reason), 422)
}

async function save(visit: Visit, wanted: PreviewedForm, typed: Typed): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const { previewed, noteKept } = wanted
  const decision = await recordConsent(recorderOf(visit), subjectId, { ...wishOf(wanted), previewed, noteKept })
  if (decision.granted) return goTo(consentsPath(subjectId), consentTexts[visit.lang].saved)
  const { reason } = decision
  if (reason === 'missing') return missing
  if (reason === 'changed') return look(visit, wanted, typed, true)
  if (reason !== 'note-flags') return show(visit, refused(visit, typed, reason), 422)
  const flags = flagsIn(decision)
  return show(visit, { ...draftOf(typed, noteProblems(flags, visit.lang)), note: noteDraft(flags, '') }, 422)
}

async function withdraw(visit: Visit): Promise<Answer> {
  const [subjectId, consentId] = [visit.params['id'] ?? '', visit.params['consent'] ?? '']
  if (!isRandomId(subjectId) || !isRandomId(consentId)) return missing
  const decision = await withdrawConsent(recorderOf(visit), subjectId, consentId)
  if (!decision.granted && decision.reason === 'missing') return missing
  const t = consentTexts[visit.lang]
  return goTo(`/ungdomar/${subjectId}/hanvisningar`, decision.granted ? t.withdrawn : t.over)
}

async function without(visit: Visit): Promise<Answer> {
  const of = await found(visit)
  if (of === null) return missing
  const receiver = receiverKinds.find((kind) => kind === visit.query.get('till')) ?? 'partner'
  const said = otherGrounds({ receiver, isUnder18: isUnder18(of.youth.bornOn, visit.today) })
  return page(<GroundsPage frame={visit.frame} subjectId={of.youth.subjectId} said={said} />)
}

const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  show(
    visit,
    draftOf(
      typed,
      problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
    ),
    422,
  )

/** Registers the pages. `apply` saves settings (matching). */
export function addConsentsPages(pages: Pages, apply: ApplySettings): void {
  const declared = { permit: 'consents.write', shows: 'person', outlet: 'consents.page' } as const
  const path = '/ungdomar/:id{[0-9a-f-]+}/samtycken'
  pages.get(path, declared, (visit) => show(visit, nothingTyped, 200))
  pages.get(`${path}/utan`, declared, without)
  pages.post(`${path}/forhandsvisa`, declared, consentForm, (visit, wanted, typed) => look(visit, wanted, typed), reshow)
  pages.post(path, declared, previewedForm, save, reshow)
  pages.post(`${path}/skriv`, declared, previewedForm, (visit, _, typed) => show(visit, draftOf(typed, []), 200), reshow)
  pages.post(`${path}/:consent{[0-9a-f-]+}/aterkalla`, declared, z.strictObject({}), withdraw)
  addConsentSettingsPages(pages, apply)
}
