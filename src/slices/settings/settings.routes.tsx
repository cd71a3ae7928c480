/** /installningar: reading the settings and changing them. */
import { dayOf } from '../../platform/plain-date.ts'
import { goTo, page, problemText, typedValue, type Answer, type FieldProblem, type Pages, type Typed, type Visit } from '../access/index.ts'
import type { LawSettings } from '../law/index.ts'
import { changesOf, readLaw, typedLaw, type LawProblemAt, type StoredValue, type TypedLaw } from './draft.rules.ts'
import { addNoteWordsPages } from './notes.routes.tsx'
import { readOverview, readSettings, type ApplySettings, type PresentSettings, type SettingsWish } from './settings.actions.ts'
import { lawForm, sourcesForm, typedLawFrom, typedSourcesFrom, type LawForm } from './settings.forms.ts'
import { settingsTexts } from './settings.texts.ts'
import { LawFormPage, SourcesFormPage } from './settings-forms.views.tsx'
import { changeTexts, SettingsPage } from './settings.views.tsx'
import { readSources, sourceChangesOf, typedSources, type SourcesProblemAt, type TypedSources } from './sources.rules.ts'

type Texted = { field: string; text: string }
type Difference = { what: string; mine: string; theirs: string }
type Shown<T> = { typed: T; version: number; problems?: Texted[]; differences?: Difference[] }
type Status = 200 | 409 | 422 | 503

const worded = ({ lang }: Visit, problems: readonly (LawProblemAt | SourcesProblemAt)[]): Texted[] =>
  problems.map(({ field, problem }) => ({ field, text: settingsTexts[lang].problems[problem] }))

const common = ({ lang }: Visit, problems: readonly FieldProblem[]): Texted[] =>
  problems.map(({ field, problem }) => ({ field, text: problemText(lang, problem) }))

/** The law's form as a page: for this slice, and for the rehearsal that hands it back. */
export const showLaw = (visit: Visit, { typed, version, problems = [], differences }: Shown<TypedLaw>, status: Status): Answer =>
  page(
    <LawFormPage
      frame={visit.frame}
      once={visit.newOnce()}
      version={version}
      typed={typed}
      problems={problems}
      differences={differences}
      mayRehearse={visit.may('rules.rehearse')}
    />,
    status,
  )

const showSources = (visit: Visit, { typed, version, problems = [], differences }: Shown<TypedSources>, status: Status): Answer =>
  page(
    <SourcesFormPage
      frame={visit.frame}
      once={visit.newOnce()}
      version={version}
      typed={typed}
      problems={problems}
      differences={differences}
    />,
    status,
  )

export type LawDraft = {
  readonly draft: LawSettings
  readonly typed: TypedLaw
  readonly version: number
  readonly present: PresentSettings
}

/** The law's form as a draft, or the page that says what is wrong with it. */
export async function lawDraftOf(visit: Visit, form: LawForm): Promise<LawDraft | Answer> {
  const present = await readSettings(visit.place.pool, 'law')
  const typed = typedLawFrom(form)
  const { draft, problems } = readLaw(typed, present.settings.law)
  if (problems.length > 0) return showLaw(visit, { typed, version: form.version, problems: worded(visit, problems) }, 422)
  return { draft, typed, version: form.version, present }
}

/** Values the draft says otherwise than what is in force, side by side. */
function differencesOf({ lang }: Visit, values: readonly StoredValue[], stored: readonly StoredValue[]): Difference[] {
  const now = new Map(stored.map(({ key, value }) => [key, value]))
  return values.flatMap(({ key, value }) =>
    changeTexts(lang, key, now.get(key), value).map(({ what, before, after }) => ({ what, mine: after, theirs: before })),
  )
}

const wishOf = ({ actor, today }: Visit, wish: Pick<SettingsWish, 'group' | 'values' | 'version'>): SettingsWish => ({
  ...wish,
  by: actor.staffId,
  on: today,
})

async function saveLaw(visit: Visit, form: LawForm, apply: ApplySettings): Promise<Answer> {
  const found = await lawDraftOf(visit, form)
  if ('kind' in found) return found
  const { draft, typed, version, present } = found
  const t = settingsTexts[visit.lang]
  const values = changesOf(present.settings.law, draft)
  if (values.length === 0) return goTo('/installningar', t.unchanged)
  const decision = await apply(visit.place, wishOf(visit, { group: 'law', values, version }))
  if (decision.granted) return goTo('/installningar', t.saved)
  if (decision.reason === 'night-is-running') {
    return showLaw(visit, { typed, version, problems: [{ field: 'gapDays', text: t.nightRunning }] }, 503)
  }
  const newest = await readSettings(visit.place.pool, 'law')
  const mine = changesOf(newest.settings.law, draft)
  return showLaw(
    visit,
    { typed, version: newest.version, differences: differencesOf(visit, mine, changesOf(draft, newest.settings.law)) },
    409,
  )
}

async function saveSources(visit: Visit, typed: TypedSources, version: number, apply: ApplySettings): Promise<Answer> {
  const { draft, problems } = readSources(typed)
  if (problems.length > 0) return showSources(visit, { typed, version, problems: worded(visit, problems) }, 422)
  const t = settingsTexts[visit.lang]
  const present = await readSettings(visit.place.pool, 'sources')
  const values = sourceChangesOf(present.settings, draft)
  if (values.length === 0) return goTo('/installningar', t.unchanged)
  const decision = await apply(visit.place, wishOf(visit, { group: 'sources', values, version }))
  if (decision.granted) return goTo('/installningar', t.savedSources)
  if (decision.reason === 'night-is-running') {
    return showSources(visit, { typed, version, problems: [{ field: 'fewer', text: t.nightRunning }] }, 503)
  }
  const newest = await readSettings(visit.place.pool, 'sources')
  const differences = differencesOf(visit, sourceChangesOf(newest.settings, draft), sourceChangesOf(draft, newest.settings))
  return showSources(visit, { typed, version: newest.version, differences }, 409)
}

/** The law's form when its fields could not even be read. */
export const reshowLaw = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Answer => {
  const all = (field: string) => [...(typed[field] ?? [])]
  const lists = {
    schoolType: all('schoolType'),
    educationCode: all('educationCode'),
    counts: all('counts'),
    qualifiesFrom: all('qualifiesFrom'),
  }
  const one = (field: string) => typedValue(typed, field)
  const texts = { gapDays: one('gapDays'), summerFrom: one('summerFrom'), summerUntil: one('summerUntil') }
  const shown = typedLawFrom({ ...lists, ...texts, termYear: all('termYear'), termEnd: all('termEnd') })
  return showLaw(visit, { typed: shown, version: Number(one('version')) || 0, problems: common(visit, problems) }, 422)
}

const reshowSources = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Answer => {
  const one = (field: string) => typedValue(typed, field)
  const shown = {
    fewer: one('fewer'),
    more: one('more'),
    people: one('people'),
    freshDays: one('freshDays'),
    freshBySource: one('freshBySource'),
  }
  return showSources(visit, { typed: shown, version: Number(one('version')) || 0, problems: common(visit, problems) }, 422)
}

/** Registers the settings' pages. `apply` saves and recomputes (matching). */
export function addSettingsPages(pages: Pages, apply: ApplySettings): void {
  const edit = { permit: 'settings.edit', shows: 'settings' } as const
  pages.get('/installningar', { permit: 'organisation.read', shows: 'settings' }, async ({ place, frame, may, today }) =>
    page(<SettingsPage frame={frame} mayEdit={may('settings.edit')} today={dayOf(today)} overview={await readOverview(place.pool)} />),
  )
  addNoteWordsPages(pages, apply)
  pages.get('/installningar/regler', edit, async (visit) => {
    const { settings, version } = await readSettings(visit.place.pool, 'law')
    return showLaw(visit, { typed: typedLaw(settings.law, dayOf(visit.today)), version }, 200)
  })
  pages.post('/installningar/regler', edit, lawForm, (visit, form) => saveLaw(visit, form, apply), reshowLaw)
  // The draft of a rehearsal, to be changed further: nothing is saved.
  pages.post('/installningar/regler/fortsatt', edit, lawForm, (visit, form) =>
    showLaw(visit, { typed: typedLawFrom(form), version: form.version }, 200),
  )
  pages.get('/installningar/kallor', edit, async (visit) => {
    const { settings, version } = await readSettings(visit.place.pool, 'sources')
    return showSources(visit, { typed: typedSources(settings), version }, 200)
  })
  const saveTyped = (visit: Visit, form: Parameters<typeof typedSourcesFrom>[0]) =>
    saveSources(visit, typedSourcesFrom(form), form.version, apply)
  pages.post('/installningar/kallor', edit, sourcesForm, saveTyped, reshowSources)
}
