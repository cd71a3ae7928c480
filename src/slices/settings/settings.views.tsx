/** GET /installningar: every setting with what it means, what is shipped, what is in force, and how it came to be so. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, type Day } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, Details } from '../../ui/card.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { shippedEducations, type EducationRow, type LawSettings } from '../law/index.ts'
import { changesOf, comingTermYear, formRows, formYears, inOrder } from './draft.rules.ts'
import type { SettingChange, SettingsOverview } from './settings.actions.ts'
import { shippedFreshDays, shippedGapDays, shippedGuard, shippedSummer, type MunicipalitySettings } from './settings.rules.ts'
import { ownPageTexts } from './own-pages.texts.ts'
import { settingsTexts, type Told } from './settings.texts.ts'
import { typedSources, writeBySource } from './sources.rules.ts'
import { rowChanges, rowText, summerDays } from './told.rules.ts'

type Texts = (typeof settingsTexts)[Lang]

const guardText = (t: Texts, settings: Pick<MunicipalitySettings, 'guard' | 'freshDays'>): string => {
  const { fewer, more, people } = typedSources(settings)
  return t.guardText(fewer, more, people)
}

const freshText = (t: Texts, { freshDays }: Pick<MunicipalitySettings, 'freshDays'>): string =>
  [t.days(freshDays.days), ...writeBySource(freshDays).split('\n')].filter((text) => text !== '').join(', ')

const termEnds = (t: Texts, { law }: MunicipalitySettings, today: Day): Child => (
  <ul class="plain">
    {formYears(law.termEnds, today).map((year) => {
      const on = law.termEnds.get(year)
      return <li>{`${year}: ${on === undefined ? t.june15 : dateOf(on)}`}</li>
    })}
  </ul>
)

/** The education table as a table to read. */
const Educations = ({ rows, lang }: { readonly rows: readonly EducationRow[]; readonly lang: Lang }) => {
  const t = settingsTexts[lang]
  return (
    <Table
      columns={[{ title: t.schoolType }, { title: t.educationCode }, { title: t.counts }, { title: t.qualifiesFrom }]}
      rows={formRows(inOrder(rows)).map(({ schoolType, educationCode, counts, qualifiesFromOn }) => [
        schoolType,
        educationCode ?? t.anyCode,
        t.kinds[counts],
        qualifiesFromOn === null ? '–' : dateOf(qualifiesFromOn),
      ])}
      headed
      stacks
    />
  )
}

const educationsNow = (t: Texts, rows: readonly EducationRow[]): Child => {
  const changed = rowChanges(shippedEducations, rows)
  return (
    <>
      {changed.map(({ name, after }) => (
        <p>{`${name}: ${rowText(after, t.kinds, t.removed)}`}</p>
      ))}
      <a href="#utbildningar">{t.rowsCount(formRows(rows).length)}</a>
    </>
  )
}

const shippedFresh = { days: shippedFreshDays, bySource: {} }

const EducationCard = ({ rows, lang }: { rows: readonly EducationRow[]; lang: Lang }) => {
  const t = settingsTexts[lang]
  return (
    <Card heading={t.names.educations} id="utbildningar">
      <p>{t.meanings.educations}</p>
      <Details summary={t.rowsCount(formRows(rows).length)}>
        <Educations rows={rows} lang={lang} />
      </Details>
    </Card>
  )
}

type Row = { readonly setting: Told; readonly now: Child; readonly shipped: Child }

const Group = ({ rows, t }: { rows: readonly Row[]; t: Texts }) => (
  <Table
    columns={[{ title: t.setting }, { title: t.now }, { title: t.shipped }]}
    rows={rows.map(({ setting, now, shipped }) => [<TwoLines below={t.meanings[setting]}>{t.names[setting]}</TwoLines>, now, shipped])}
    headed
    stacks
  />
)

function lawRows(t: Texts, settings: MunicipalitySettings, today: Day): Row[] {
  const { law } = settings
  return [
    { setting: 'termEnds', now: termEnds(t, settings, today), shipped: t.june15 },
    { setting: 'educations', now: educationsNow(t, law.educations), shipped: t.rowsCount(formRows(shippedEducations).length) },
    { setting: 'gap', now: t.days(law.shortGapDays), shipped: t.days(shippedGapDays) },
    { setting: 'summer', now: t.between(...summerDays(law.summer)), shipped: t.between(...summerDays(shippedSummer)) },
  ]
}

function sourceRows(t: Texts, settings: MunicipalitySettings): Row[] {
  const shipped = { guard: shippedGuard, freshDays: shippedFresh }
  return [
    { setting: 'guard', now: guardText(t, settings), shipped: guardText(t, shipped) },
    { setting: 'fresh', now: freshText(t, settings), shipped: freshText(t, shipped) },
  ]
}

function nameOf(t: Texts, key: string): string {
  const year = /^termEnd\.(\d{4})$/.exec(key)?.[1]
  if (year !== undefined) return t.termEnd(Number(year))
  const source = /^sources\.freshDays\.(.+)$/.exec(key)?.[1]
  if (source !== undefined) return `${t.names.fresh}: ${source}`
  const names: Readonly<Record<string, Told>> = {
    educations: 'educations',
    'gap.shortDays': 'gap',
    'gap.summer': 'summer',
    guard: 'guard',
    'sources.freshDays': 'fresh',
  }
  const found = names[key]
  return found === undefined ? key : t.names[found]
}

/** A stored value in words; the education table is told by the rows that differ. Values were checked when they were stored. */
function valueText(lang: Lang, key: string, value: unknown): string {
  const t = settingsTexts[lang]
  if (value === null || value === undefined) return t.notSet
  if (key === 'gap.shortDays') return t.days(Number(value))
  if (key === 'gap.summer') return t.between(...summerDays(value as typeof shippedSummer))
  if (key === 'guard') return guardText(t, { guard: value as typeof shippedGuard, freshDays: shippedFresh })
  if (key.startsWith('sources.freshDays')) return t.days(Number(value))
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The table that was stored; the shipped one where none was. */
const rowsOf = (value: unknown): readonly EducationRow[] => (Array.isArray(value) ? (value as EducationRow[]) : shippedEducations)

/** What a change of one key is called, and its two values in words: one line for each row of the education table that differs. */
export function changeTexts(lang: Lang, key: string, before: unknown, after: unknown): { what: string; before: string; after: string }[] {
  const t = settingsTexts[lang]
  const what = nameOf(t, key)
  if (key !== 'educations') return [{ what, before: valueText(lang, key, before), after: valueText(lang, key, after) }]
  return rowChanges(rowsOf(before), rowsOf(after)).map((change) => ({
    what: `${what}: ${change.name}`,
    before: rowText(change.before, t.kinds, t.removed),
    after: rowText(change.after, t.kinds, t.removed),
  }))
}

/** What a draft says otherwise than what is in force, in words. */
export function draftTexts(lang: Lang, present: LawSettings, draft: LawSettings): { what: string; before: string; after: string }[] {
  const now = new Map(changesOf(draft, present).map(({ key, value }) => [key, value]))
  return changesOf(present, draft).flatMap(({ key, value }) => changeTexts(lang, key, now.get(key), value))
}

const History = ({ changes, lang }: { changes: readonly SettingChange[]; lang: Lang }) => {
  const t = settingsTexts[lang]
  const rows = changes.flatMap(({ key, before, after, hadBefore, at, by }) =>
    changeTexts(lang, key, before, after).map((texts) => [
      at ?? t.always,
      by,
      texts.what,
      hadBefore || key === 'educations' ? texts.before : t.asShipped,
      texts.after,
    ]),
  )
  return (
    <Card heading={t.history} id="historik">
      <Table
        columns={[{ title: t.when }, { title: t.who }, { title: t.setting }, { title: t.from }, { title: t.to }]}
        rows={rows}
        empty={t.noHistory}
        stacks
      />
    </Card>
  )
}

/** Settings that have a page of their own. */
const ownPages = [
  ['outreach', '/uppsok/installningar'],
  ['visits', '/besok/installningar'],
  ['notes', '/installningar/anteckningar'],
  ['figures', '/installningar/siffror'],
  ['measures', '/atgarder/katalog'],
  ['coding', '/kodning'],
  ['survey', '/installningar/enkater'],
  ['prevention', '/forebyggande/installningar'],
  ['radar', '/radar/installningar'],
  ['consents', '/hanvisningar/installningar'],
  ['transfers', '/overflytt/nycklar'],
] as const

type OwnPagesProps = { readonly lang: Lang; readonly link: (href: string, text: string) => Child }

const OwnPages = ({ lang, link }: OwnPagesProps) => (
  <>
    {ownPages.map(([of, href]) => {
      const { title, meaning, change } = ownPageTexts[lang][of]
      return (
        <Card heading={title} action={link(href, change)}>
          <p>{meaning}</p>
        </Card>
      )
    })}
  </>
)

type Props = { readonly frame: Frame; readonly mayEdit: boolean; readonly today: Day; readonly overview: SettingsOverview }

const crumbsOf = (t: Texts) => [
  { href: '/organisation', label: t.organisation },
  { href: '/installningar', label: t.title },
]

/** GET /installningar */
export const SettingsPage = ({ frame, mayEdit, today, overview: { settings, changes } }: Props) => {
  const { lang } = frame
  const t = settingsTexts[lang]
  const coming = comingTermYear(today)
  const link = (href: string, text: string) => (mayEdit ? <LinkButton href={href}>{text}</LinkButton> : undefined)
  return (
    <Page frame={frame} title={t.title} crumbs={crumbsOf(t)}>
      <PageHead heading={t.title} below={t.intro} />
      {!settings.law.termEnds.has(coming) && <Alert kind="warning">{t.comingMissing(coming)}</Alert>}
      <div class="stack">
        <Card heading={t.law} action={link('/installningar/regler', t.changeLaw)}>
          <Group rows={lawRows(t, settings, today)} t={t} />
        </Card>
        <EducationCard rows={settings.law.educations} lang={lang} />
        <Card heading={t.sources} action={link('/installningar/kallor', t.changeSources)}>
          <Group rows={sourceRows(t, settings)} t={t} />
        </Card>
        <OwnPages lang={lang} link={link} />
        <History changes={changes} lang={lang} />
      </div>
    </Page>
  )
}
