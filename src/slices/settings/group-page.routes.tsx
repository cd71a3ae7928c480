/** The page of one group of settings of another slice: shown, saved from a version, and shown again with nothing lost. */
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { z } from 'zod'
import type { Lang } from '../../kernel/lang.ts'
import type { Difference } from '../../ui/both.tsx'
import type { FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { goTo, page, problemText, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import type { StoredValue } from './draft.rules.ts'
import {
  readGroup,
  type ApplySettings,
  type PresentGroup,
  type SettingChange,
  type SettingGroup,
  type SettingRow,
} from './settings.actions.ts'

/** What the view of such a page is handed. `differences`: somebody else saved first. */
export type GroupPageProps<TypedText> = {
  readonly frame: Frame
  readonly once: string
  readonly typed: TypedText
  readonly version: number
  readonly changes: readonly SettingChange[]
  readonly problems: readonly FieldProblem[]
  readonly differences: readonly Difference[] | null
}

/** What is read of a form: the settings it says, or what is wrong field by field, in words. */
export type ReadGroup<Settings> = { readonly draft: Settings } | { readonly problems: readonly FieldProblem[] }

/** What a slice says of its settings. The form holds a whole number `version`; what else it holds is for `typedFrom`. */
export type SettingsGroupPage<Settings, TypedText> = {
  readonly path: string
  readonly group: SettingGroup
  readonly form: z.ZodType<{ readonly version: number }>
  /** Where a running night is told. */
  readonly firstField: string
  readonly settingsFrom: (rows: readonly SettingRow[]) => Settings
  /** The settings in force as the form shows them, and the form as it came, whether or not it could be read. */
  readonly typedOf: (settings: Settings) => TypedText
  readonly typedFrom: (fields: Typed) => TypedText
  readonly read: (typed: TypedText, present: Settings, lang: Lang) => ReadGroup<Settings>
  readonly changesOf: (present: Settings, draft: Settings) => readonly StoredValue[]
  readonly differencesOf: (lang: Lang, present: Settings, draft: Settings) => readonly Difference[]
  readonly texts: (lang: Lang) => { readonly unchanged: string; readonly saved: string; readonly nightRunning: string }
  readonly view: (props: GroupPageProps<TypedText>) => JSX.Element
}

type Shown<TypedText> = Pick<GroupPageProps<TypedText>, 'typed'> & Partial<GroupPageProps<TypedText>>

const show = <Settings, TypedText>(
  visit: Visit,
  { view }: SettingsGroupPage<Settings, TypedText>,
  { version, changes }: PresentGroup<Settings>,
  shown: Shown<TypedText>,
  status: 200 | 409 | 422 | 503,
): Answer => page(view({ frame: visit.frame, once: visit.newOnce(), version, changes, problems: [], differences: null, ...shown }), status)

async function save<Settings, TypedText>(
  visit: Visit,
  of: SettingsGroupPage<Settings, TypedText>,
  { version, fields, apply }: { readonly version: number; readonly fields: Typed; readonly apply: ApplySettings },
): Promise<Answer> {
  const { lang, place, actor, today } = visit
  const t = of.texts(lang)
  const typed = of.typedFrom(fields)
  const present = await readGroup(place.pool, of.group, of.settingsFrom)
  const read = of.read(typed, present.settings, lang)
  if ('problems' in read) return show(visit, of, present, { typed, version, problems: read.problems }, 422)
  const values = of.changesOf(present.settings, read.draft)
  if (values.length === 0) return goTo(of.path, t.unchanged)
  const decision = await apply(place, { group: of.group, values, version, by: actor.staffId, on: today })
  if (decision.granted) return goTo(of.path, t.saved)
  if (decision.reason === 'night-is-running') {
    return show(visit, of, present, { typed, version, problems: [{ field: of.firstField, text: t.nightRunning }] }, 503)
  }
  const newest = await readGroup(place.pool, of.group, of.settingsFrom)
  return show(visit, of, newest, { typed, differences: of.differencesOf(lang, newest.settings, read.draft) }, 409)
}

/** Registers the page. `apply` saves, and sees to it that what follows from the settings is right at once (matching). */
export function addSettingsGroupPage<Settings, TypedText>(
  pages: Pages,
  apply: ApplySettings,
  of: SettingsGroupPage<Settings, TypedText>,
): void {
  const edit = { permit: 'settings.edit', shows: 'settings' } as const
  const present = (visit: Visit) => readGroup(visit.place.pool, of.group, of.settingsFrom)
  pages.get(of.path, edit, async (visit) => {
    const now = await present(visit)
    return show(visit, of, now, { typed: of.typedOf(now.settings) }, 200)
  })
  pages.post(
    of.path,
    edit,
    of.form,
    (visit, { version }, fields) => save(visit, of, { version, fields, apply }),
    async (visit, problems, fields) => {
      const texts = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
      const version = Number(typedValue(fields, 'version')) || 0
      return show(visit, of, await present(visit), { typed: of.typedFrom(fields), version, problems: texts }, 422)
    },
  )
}
