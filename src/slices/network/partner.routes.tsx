/** /natverk: the directory, one partner, and agreements. Nothing here shows any youth. */
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
import { agreementForm, partnerForm, partnerFrom, type AgreementForm, type PartnerForm } from './network.forms.ts'
import { networkTexts } from './network.texts.ts'
import { partnerKinds, type Partner } from './network.types.ts'
import {
  addAgreement,
  addPartner,
  callOffAgreement,
  changePartner,
  readDirectory,
  readPartner,
  type NetworkEditor,
  type PartnerRefusal,
} from './partner.actions.ts'
import { PartnerFormPage } from './partner-form.views.tsx'
import { DirectoryPage } from './directory.views.tsx'
import { PartnerPage, type NetworkDraft } from './partner.views.tsx'
import { networkPath, partnerPath, type NetworkRights } from './words.views.tsx'

type Status = 200 | 409 | 422

const rightsOf = ({ may }: Visit): NetworkRights => ({ mayEdit: may('network.edit'), mayMeet: may('questions.ask') })
const editorOf = ({ place, actor, today }: Visit): NetworkEditor => ({ pool: place.pool, staffId: actor.staffId, today })

const wordsOf = (lang: Visit['lang'], problem: string): string => {
  const own: Readonly<Record<string, string>> = networkTexts[lang].problems
  return own[problem] ?? problemText(lang, problem)
}

/** What was typed, with its problems in words. */
export const typedDraft = ({ lang }: Visit, typed: Typed, problems: readonly FieldProblem[]): NetworkDraft => ({
  value: (field) => typedValue(typed, field),
  problems: problems.map(({ field, problem }) => ({ field, text: wordsOf(lang, problem) })),
})

const nothingTyped: NetworkDraft = { value: () => '', problems: [] }

async function directory(visit: Visit): Promise<Answer> {
  const { frame, today, place, query } = visit
  const kind = partnerKinds.find((one) => one === query.get('slag')) ?? null
  const view = { kind, words: (query.get('sok') ?? '').trim().slice(0, 60) }
  const found = await readDirectory(place.pool, today)
  return page(<DirectoryPage {...{ frame, today, view }} directory={found} {...rightsOf(visit)} />)
}

const idOf = ({ params }: Visit): string | null => (isRandomId(params['id'] ?? '') ? (params['id'] ?? '') : null)

/** One partner; with what was typed in one of its forms. */
export async function showPartner(visit: Visit, draft: NetworkDraft = nothingTyped, status: Status = 200): Promise<Answer> {
  const id = idOf(visit)
  const of = id === null ? null : await readPartner(visit.place.pool, id, visit.today)
  if (of === null) return missing
  const { frame, today, newOnce } = visit
  return page(<PartnerPage frame={frame} today={today} of={of} draft={draft} newOnce={newOnce} {...rightsOf(visit)} />, status)
}

const showNew = ({ frame, newOnce }: Visit, draft: NetworkDraft, status: Status): Answer =>
  page(<PartnerFormPage frame={frame} partner={null} draft={draft} once={newOnce()} />, status)

const asItIs = (partner: Partner): NetworkDraft => {
  const said: Readonly<Record<string, string>> = {
    ...partner,
    version: String(partner.version),
    phone: partner.phone ?? '',
    email: partner.email ?? '',
    endedOn: partner.endedOn ?? '',
  }
  return { value: (field) => said[field] ?? '', problems: [] }
}

async function showChange(visit: Visit, draft: NetworkDraft | null, status: Status): Promise<Answer> {
  const id = idOf(visit)
  const of = id === null ? null : await readPartner(visit.place.pool, id, visit.today)
  if (of === null) return missing
  const { frame, newOnce } = visit
  return page(<PartnerFormPage frame={frame} partner={of.partner} draft={draft ?? asItIs(of.partner)} once={newOnce()} />, status)
}

/** Which field a refusal stands at, and how the page answers. */
const refusedAt: Readonly<Record<Exclude<PartnerRefusal, 'missing'>, readonly [field: string, status: 409 | 422]>> = {
  'name-taken': ['name', 422],
  personal: ['offers', 422],
  'somebody-first': ['name', 409],
}

async function add(visit: Visit, form: PartnerForm, typed: Typed): Promise<Answer> {
  const decision = await addPartner(editorOf(visit), partnerFrom(form))
  if (decision.granted) return goTo(partnerPath(decision.value), networkTexts[visit.lang].added)
  if (decision.reason === 'missing') return missing
  const [field, status] = refusedAt[decision.reason]
  return showNew(visit, typedDraft(visit, typed, [{ field, problem: decision.reason }]), status)
}

async function change(visit: Visit, form: PartnerForm, typed: Typed): Promise<Answer> {
  const id = idOf(visit)
  if (id === null) return missing
  const decision = await changePartner(editorOf(visit), { partnerId: id, version: form.version }, partnerFrom(form))
  if (decision.granted) return goTo(partnerPath(id), networkTexts[visit.lang].saved)
  if (decision.reason === 'missing') return missing
  const [field, status] = refusedAt[decision.reason]
  return showChange(visit, typedDraft(visit, typed, [{ field, problem: decision.reason }]), status)
}

async function agree(visit: Visit, form: AgreementForm, typed: Typed): Promise<Answer> {
  const id = idOf(visit)
  if (id === null) return missing
  if (form.renews !== null && !isRandomId(form.renews)) return missing
  const saved = await addAgreement(editorOf(visit), id, form)
  if (saved.granted) return goTo(partnerPath(id), networkTexts[visit.lang].agreementAdded)
  if (saved.reason === 'missing') return missing
  const own = { personal: 'name', 'renews-none': 'renews' } as const
  const problems = saved.reason === 'faults' ? saved.faults : [{ field: own[saved.reason], problem: saved.reason }]
  return showPartner(visit, typedDraft(visit, typed, problems), 422)
}

async function callOff(visit: Visit): Promise<Answer> {
  const [id, agreement] = [idOf(visit), visit.params['agreement'] ?? '']
  if (id === null || !isRandomId(agreement)) return missing
  const decision = await callOffAgreement(editorOf(visit), id, agreement)
  return decision.granted ? goTo(partnerPath(id), networkTexts[visit.lang].calledOff) : missing
}

const reads = { permit: 'network.read', shows: 'nothing' } as const
const edits = { permit: 'network.edit', shows: 'nothing' } as const
const path = `${networkPath}/:id{[0-9a-f-]{36}}`

/** Registers the pages. */
export function addPartnerPages(pages: Pages): void {
  pages.get(networkPath, reads, directory)
  pages.get(`${networkPath}/ny`, edits, (visit) => showNew(visit, nothingTyped, 200))
  pages.post(`${networkPath}/ny`, edits, partnerForm, add, (visit, problems, typed) =>
    Promise.resolve(showNew(visit, typedDraft(visit, typed, problems), 422)),
  )
  pages.get(path, reads, (visit) => showPartner(visit))
  pages.get(`${path}/andra`, edits, (visit) => showChange(visit, null, 200))
  pages.post(`${path}/andra`, edits, partnerForm, change, (visit, problems, typed) =>
    showChange(visit, typedDraft(visit, typed, problems), 422),
  )
  pages.post(`${path}/avtal`, edits, agreementForm, agree, (visit, problems, typed) =>
    showPartner(visit, typedDraft(visit, typed, problems), 422),
  )
  pages.post(`${path}/avtal/:agreement{[0-9a-f-]{36}}/saga-upp`, edits, z.strictObject({}), callOff)
}
