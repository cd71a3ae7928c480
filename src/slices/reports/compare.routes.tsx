/** Comparing in the browser, and writing down what others have published. */
import { z } from 'zod'
import { goTo, missing, page, typedValue, type Answer, type FieldProblem, type Pages, type Typed, type Visit } from '../access/index.ts'
import {
  dropReference,
  readComparison,
  readIndicators,
  readPastReferences,
  readReferences,
  ReferenceForm,
  saveReference,
  type Reference,
} from '../figures/index.ts'
import { comparedFrom, referenceKey } from './compare-period.rules.ts'
import { compareTexts } from './compare.texts.ts'
import { ComparePage } from './compare.views.tsx'
import { unitsCounted } from './report-visit.tsx'
import { ReferencePage, ReferencesPage, type ReferenceDraft, type ReferenceWords } from './reference.views.tsx'

const counts = { permit: 'figures.read', shows: 'counts', outlet: 'figures.page' } as const
const writes = { permit: 'figures.publish', shows: 'settings' } as const

const fields = ['row', 'whole', 'ofWhom', 'period', 'value', 'source', 'url'] as const

/** The key of what is new follows from what it says: it is no field. All figures of others that are written are of the half-year's rows. */
const typedForm = z.strictObject(Object.fromEntries(fields.map((field) => [field, z.string().default('')])))

const readerOf = ({ place, actor, scope }: Visit) => ({ actor: actor.staffId, scope, municipality: place.code })

async function compare(visit: Visit): Promise<Answer> {
  const { place, query, today, frame, may } = visit
  const question = comparedFrom(query, today)
  const compared = await readComparison(place.pool, readerOf(visit), question.asked)
  const units = unitsCounted(visit.scope, compared.names)
  return page(<ComparePage {...{ frame, today, question, compared, units }} mayWrite={may('figures.publish')} />)
}

/** The rows that a figure of others can be of, and what they are called. */
async function wordsFor(visit: Visit): Promise<ReferenceWords> {
  const { asked } = comparedFrom(new URLSearchParams(), visit.today)
  const { indicators, names } = await readIndicators(visit.place.pool, readerOf(visit), [asked], { hideSmall: true })
  const rows = indicators[0]?.table.rows.flatMap(({ key, kind }) => (kind === 'share' ? [] : [key])) ?? []
  return { names, rows }
}

const draftOf = ({ lang }: Visit, typed: Typed, problems: readonly FieldProblem[]): ReferenceDraft => {
  const t = compareTexts[lang]
  const known = [...new Set(problems.map(({ field }) => field))]
  return {
    values: Object.fromEntries(fields.map((field) => [field, typedValue(typed, field)])),
    problems: known.map((field) => ({ field, text: t.fields[field] ?? t.wrong })),
  }
}

const nothing: ReferenceDraft = { values: {}, problems: [] }

async function showAll(visit: Visit, draft: ReferenceDraft, status: 200 | 422 = 200): Promise<Answer> {
  const { place, actor, frame, newOnce } = visit
  const references = await readReferences(place.pool, actor.staffId)
  return page(<ReferencesPage frame={frame} references={references} words={await wordsFor(visit)} once={newOnce()} draft={draft} />, status)
}

const valuesOf = ({ row, whole, ofWhom, period, value, source, url }: Reference): ReferenceDraft => ({
  values: { row, whole: whole ?? '', ofWhom, period, value: String(value).replace('.', ','), source, url: url ?? '' },
  problems: [],
})

async function showOne(visit: Visit, draft: ReferenceDraft | null, status: 200 | 422 = 200): Promise<Answer> {
  const { place, actor, frame, newOnce, params } = visit
  const { shipped, past } = await readPastReferences(place.pool, actor.staffId, params['key'] ?? '')
  const of = past.find(({ until }) => until === null) ?? shipped ?? past[0]
  if (of === undefined) return missing
  const props = { frame, of, past, shipped, words: await wordsFor(visit), once: newOnce(), dropOnce: newOnce() }
  return page(<ReferencePage {...props} draft={draft ?? valuesOf(of)} />, status)
}

type Read = { readonly reference: Reference } | { readonly problems: readonly FieldProblem[] }

function read(typed: Typed, key: string | null): Read {
  const said = Object.fromEntries(fields.map((field) => [field, typedValue(typed, field)]))
  const { ofWhom = '', period = '', row = '', whole = '' } = said
  const made = key ?? referenceKey(ofWhom.trim(), period, row, whole === '' ? null : whole)
  const parsed = ReferenceForm.safeParse({ ...said, key: made === '' ? 'x' : made, name: 'half-year' })
  if (parsed.success) return { reference: parsed.data }
  return { problems: parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? 'row'), problem: message })) }
}

async function save(visit: Visit, typed: Typed, key: string | null): Promise<Answer> {
  const found = read(typed, key)
  if ('problems' in found) {
    const draft = draftOf(visit, typed, found.problems)
    return key === null ? showAll(visit, draft, 422) : showOne(visit, draft, 422)
  }
  const { place, actor, lang } = visit
  await saveReference(place.pool, { staffId: actor.staffId, name: actor.name }, found.reference)
  return goTo('/rapporter/jamfor/siffror', compareTexts[lang].saved)
}

async function drop({ place, actor, lang, params }: Visit): Promise<Answer> {
  const dropped = await dropReference(place.pool, { staffId: actor.staffId, name: actor.name }, params['key'] ?? '')
  return dropped.granted ? goTo('/rapporter/jamfor/siffror', compareTexts[lang].dropped) : missing
}

/** Registers the pages. */
export function addComparePages(pages: Pages): void {
  const one = '/rapporter/jamfor/siffror/:key{[a-zA-Z0-9][a-zA-Z0-9.-]*}'
  pages.get('/rapporter/jamfor', counts, compare)
  pages.get('/rapporter/jamfor/siffror', writes, (visit) => showAll(visit, nothing))
  pages.post(
    '/rapporter/jamfor/siffror',
    writes,
    typedForm,
    (visit, _, typed) => save(visit, typed, null),
    (visit, problems, typed) => showAll(visit, draftOf(visit, typed, problems), 422),
  )
  pages.get(one, writes, (visit) => showOne(visit, null))
  pages.post(
    one,
    writes,
    typedForm,
    (visit, _, typed) => save(visit, typed, visit.params['key'] ?? ''),
    (visit, problems, typed) => showOne(visit, draftOf(visit, typed, problems), 422),
  )
  pages.post(`${one}/bort`, writes, z.strictObject({}), drop, (visit) => showOne(visit, null))
}
