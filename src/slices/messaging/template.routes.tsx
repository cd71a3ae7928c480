/** /utskick/mallar: the templates, one text with its versions, and its form. */
import type { z } from 'zod'
import { pdfOf } from '../../platform/pdf.ts'
import {
  file,
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
import { faultsOf, noteProofread, readOverviewOfTemplates, readSampleAround, readVersions, saveTemplate } from './template.actions.ts'
import { templateAddress, templateIn, templatesAddress } from './template-address.ts'
import { proofreadForm, templateForm } from './template.forms.ts'
import { TemplateFormPage, type TemplateFormProps } from './template-form.views.tsx'
import { measureOf, sampleOf, type SampleAround } from './template-measure.ts'
import { templateTexts } from './template.texts.ts'
import type { TemplateFault, TemplateName, TemplateText, TemplateVersion } from './template.types.ts'
import { TemplatePage, TemplatesPage } from './template.views.tsx'

const toldTo = ({ lang, today }: Visit) => ({ lang, today })

const aroundOf = ({ place, today }: Visit, publicUrl: string): Promise<SampleAround> =>
  readSampleAround(place.pool, { place: { code: place.code, name: place.name }, publicUrl, today })

async function list(visit: Visit): Promise<Answer> {
  const overview = await readOverviewOfTemplates(visit.place.pool)
  return page(<TemplatesPage frame={visit.frame} overview={overview} maySet={visit.may('settings.edit')} />)
}

/** The version that the address asks for, or the one in force. */
const askedFor = ({ query }: Visit, versions: readonly TemplateVersion[]): TemplateVersion | undefined =>
  query.has('version') ? versions.find(({ version }) => String(version) === query.get('version')) : versions[0]

type Found = { readonly name: TemplateName; readonly versions: readonly TemplateVersion[]; readonly shown: TemplateVersion }

/** The text of the address with its versions; null when there is none such. */
async function found(visit: Visit): Promise<Found | null> {
  const name = templateIn(visit.params)
  if (name === null) return null
  const versions = await readVersions(visit.place.pool, name)
  const shown = askedFor(visit, versions)
  return shown === undefined ? null : { name, versions, shown }
}

async function show(visit: Visit, publicUrl: string): Promise<Answer> {
  const text = await found(visit)
  if (text === null) return missing
  const given = await aroundOf(visit, publicUrl)
  const sample = sampleOf(text.shown, given)
  return page(
    <TemplatePage
      frame={visit.frame}
      told={toldTo(visit)}
      {...text}
      isCompared={visit.query.has('jamfor')}
      sample={sample.granted ? sample.value : null}
      measure={measureOf(sample)}
      smsOre={given.settings.smsOre}
      mayEdit={visit.may('templates.edit')}
      newOnce={visit.newOnce}
    />,
  )
}

async function preview(visit: Visit, publicUrl: string): Promise<Answer> {
  const text = await found(visit)
  if (text === null) return missing
  const sample = sampleOf(text.shown, await aroundOf(visit, publicUrl))
  if (!sample.granted || sample.value.kind !== 'paper') return missing
  const { setUp, part } = sample.value
  return file(`prov-${text.name.key}-${text.name.lang}.pdf`, 'application/pdf', new Uint8Array(pdfOf(`${setUp}\n${part}`)))
}

type Draft = { readonly text: TemplateText; readonly from: number } & Partial<
  Pick<TemplateFormProps, 'problems' | 'differences' | 'isRight'>
>

async function showForm(visit: Visit, publicUrl: string, name: TemplateName, draft: Draft, status: 200 | 409 | 422): Promise<Answer> {
  const given = await aroundOf(visit, publicUrl)
  const sample = sampleOf({ ...name, ...draft.text, version: 0 }, given)
  return page(
    <TemplateFormPage
      frame={visit.frame}
      once={visit.newOnce()}
      name={name}
      problems={[]}
      differences={null}
      isRight={false}
      sample={sample.granted ? sample.value : null}
      measure={measureOf(sample)}
      smsOre={given.settings.smsOre}
      {...draft}
    />,
    status,
  )
}

async function edit(visit: Visit, publicUrl: string): Promise<Answer> {
  const text = await found(visit)
  if (text === null) return missing
  return showForm(visit, publicUrl, text.name, { text: text.shown, from: text.versions[0]?.version ?? 0 }, 200)
}

const worded = ({ lang }: Visit, faults: readonly TemplateFault[]) =>
  faults.map(({ fault, where, detail }) => ({ field: where, text: templateTexts[lang].faults[fault](detail) }))

/** Somebody saved meanwhile: both texts, and the form carries on from the newest version. */
async function stale(visit: Visit, publicUrl: string, name: TemplateName, text: TemplateText): Promise<Answer> {
  const t = templateTexts[visit.lang]
  const [newest] = await readVersions(visit.place.pool, name)
  const rows = [
    { what: t.subject, mine: text.subject, theirs: newest?.subject ?? '' },
    { what: t.body, mine: text.body, theirs: newest?.body ?? '' },
  ]
  const differences = rows
    .filter(({ mine, theirs }) => mine !== theirs)
    .map(({ what, mine, theirs }) => ({ what, mine: <span class="as-typed">{mine}</span>, theirs: <span class="as-typed">{theirs}</span> }))
  return showForm(visit, publicUrl, name, { text, from: newest?.version ?? 0, differences }, 409)
}

async function save(visit: Visit, publicUrl: string, { from, does, ...text }: z.infer<typeof templateForm>): Promise<Answer> {
  const name = templateIn(visit.params)
  if (name === null) return missing
  const { faults } = faultsOf(name, text, await aroundOf(visit, publicUrl))
  if (faults.length > 0) return showForm(visit, publicUrl, name, { text, from, problems: worded(visit, faults) }, 422)
  if (does === 'check') return showForm(visit, publicUrl, name, { text, from, isRight: true }, 200)
  const [newest] = await readVersions(visit.place.pool, name)
  if (newest?.version === from && newest.subject === text.subject && newest.body === text.body) {
    return goTo(templateAddress(name), templateTexts[visit.lang].unchanged)
  }
  const saved = await saveTemplate(visit.place.pool, { name, text, from, by: visit.actor.staffId })
  return saved.granted ? goTo(templateAddress(name), templateTexts[visit.lang].done(saved.value)) : stale(visit, publicUrl, name, text)
}

async function reshow(visit: Visit, publicUrl: string, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> {
  const name = templateIn(visit.params)
  if (name === null) return missing
  const text = { subject: typedValue(typed, 'subject'), body: typedValue(typed, 'body') }
  const texts = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
  return showForm(visit, publicUrl, name, { text, from: Number(typedValue(typed, 'from')) || 0, problems: texts }, 422)
}

async function proofread(visit: Visit, { version, translator }: z.infer<typeof proofreadForm>): Promise<Answer> {
  const name = templateIn(visit.params)
  if (name === null) return missing
  const noted = await noteProofread(visit.place.pool, { name, version, proofreadBy: translator, by: visit.actor.staffId })
  const t = templateTexts[visit.lang]
  if (!noted.granted && noted.reason === 'missing') return missing
  return goTo(templateAddress(name, version), noted.granted ? t.notedRead : t.alreadyNoted)
}

/** Registers the pages. `publicUrl`: where the codes of samples would lead. */
export function addTemplatePages(pages: Pages, publicUrl: string): void {
  const read = { permit: 'worklist.read', shows: 'settings' } as const
  const write = { permit: 'templates.edit', shows: 'settings' } as const
  const one = `${templatesAddress}/:key/:lang`
  pages.get(templatesAddress, read, list)
  pages.get(one, read, (visit) => show(visit, publicUrl))
  pages.get(`${one}/prov`, read, (visit) => preview(visit, publicUrl))
  pages.get(`${one}/andra`, write, (visit) => edit(visit, publicUrl))
  pages.post(
    `${one}/andra`,
    write,
    templateForm,
    (visit, form) => save(visit, publicUrl, form),
    (visit, problems, typed) => reshow(visit, publicUrl, problems, typed),
  )
  pages.post(`${one}/korrektur`, write, proofreadForm, proofread, (visit) => show(visit, publicUrl))
}
