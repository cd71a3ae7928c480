/** Changes of the settings of outreach in words, and their history. */
import type { Lang } from '../../kernel/lang.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { ladderSettingsFrom } from '../ladder/index.ts'
import type { SettingChange, StoredValue } from '../settings/index.ts'
import { outreachSettingsFrom, type OutreachSettings } from './outreach-settings.rules.ts'
import { outreachSettingsTexts } from './outreach-settings.texts.ts'
import { freshnessKinds, ladderDays, ladderNumbers, outreachTicks, typedOutreach } from './settings-draft.rules.ts'
import type { TypedNamed } from './settings-named.rules.ts'

/** What a change is called, and what it was and became. */
export type ToldChange = { readonly what: string; readonly before: string; readonly after: string }

/** The settings with one value stored: what is not set, or was never set, is as shipped. */
const withValue = (key: string, value: unknown): OutreachSettings =>
  outreachSettingsFrom(
    value === undefined || value === null ? [] : [{ key, value: key === 'outreach.ladder' ? ladderSettingsFrom(value) : value }],
  )

type Line = readonly [what: string, text: string]

function linesOf(settings: OutreachSettings, lang: Lang): Line[] {
  const t = outreachSettingsTexts[lang]
  const typed = typedOutreach(settings)
  const named = (rows: readonly TypedNamed[]): string =>
    rows.map(({ name, active }) => (active ? name : t.outOfUse(name))).join(', ') || t.nothing
  return [
    ...ladderNumbers.map((name): Line => [t.numbers[name], typed.numbers[name]]),
    ...ladderDays.map((name): Line => [t.days[name], typed.days[name] || t.nothing]),
    ...outreachTicks.map((tick): Line => [t.ticks[tick], typed.ticks.includes(tick) ? t.yes : t.no]),
    ...freshnessKinds.map((kind): Line => [`${t.freshness}: ${t.freshnessKinds[kind]}`, typed.freshness[kind]]),
    [t.search, named(typed.steps)],
    [t.departments, named(typed.departments)],
  ]
}

/** One line for each thing that two settings say differently. */
export function toldDifferences(lang: Lang, before: OutreachSettings, after: OutreachSettings): ToldChange[] {
  const was = new Map(linesOf(before, lang))
  return linesOf(after, lang)
    .map(([what, text]) => ({ what, before: was.get(what) ?? '', after: text }))
    .filter((line) => line.before !== line.after)
}

/** A stored change in words. */
const toldChange = (lang: Lang, { key, value: after }: StoredValue, before: unknown): ToldChange[] =>
  toldDifferences(lang, withValue(key, before), withValue(key, after))

/** Who changed what from what to what, the newest first. */
export const OutreachHistory = ({ changes, lang }: { readonly changes: readonly SettingChange[]; readonly lang: Lang }) => {
  const t = outreachSettingsTexts[lang]
  const rows = changes.flatMap(({ key, before, after, at, by }) =>
    toldChange(lang, { key, value: after }, before).map((told) => [at ?? t.always, by, told.what, told.before, told.after]),
  )
  return (
    <Card heading={t.history} id="historik">
      <Table
        columns={[{ title: t.when }, { title: t.who }, { title: t.what }, { title: t.from }, { title: t.to }]}
        rows={rows}
        empty={t.noHistory}
        stacks
      />
    </Card>
  )
}
