/** What came of referrals: a line for all, and one for each receiver; and why some were rejected. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import type { Permission } from '../../kernel/permission.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState } from '../../ui/card.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { cellKey, every, FigureWays, halfYears, hiddenSign, type HalfYear } from '../figures/index.ts'
import type { ReadFigures } from './figures.actions.ts'
import { figureRows, type FigureRow } from './figures-table.ts'
import { figureTexts } from './figures.texts.ts'
import { referralTexts } from './referrals.texts.ts'
import { rejectReasons } from './referrals.types.ts'
import { deskPath } from './words.views.tsx'

export const figuresPath = '/siffror/hanvisningar'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly half: HalfYear
  readonly read: ReadFigures
  readonly may: (permission: Permission) => boolean
}

/** The number of a place; null: hidden. */
function valueOf({ table }: ReadFigures, row: FigureRow, group: string): number | null {
  if (table.hidden.has(cellKey(row, [group]))) return null
  const at = table.groups.findIndex(([key]) => key === group)
  return table.values[at]?.[figureRows.indexOf(row)] ?? 0
}

const Hidden = ({ lang }: { readonly lang: Lang }) => <abbr title={figureTexts[lang].hidden}>{hiddenSign}</abbr>

const shown = (value: number | null, lang: Lang): Child => (value === null ? <Hidden lang={lang} /> : String(value))

/** A number with its share of those sent; the share is hidden with either of them. */
function withShare(read: ReadFigures, row: FigureRow, group: string, lang: Lang): Child {
  const [part, whole] = [valueOf(read, row, group), valueOf(read, 'sent', group)]
  if (part === null || whole === null || whole === 0) return shown(part, lang)
  return figureTexts[lang].share(String(part), String(Math.round((100 * part) / whole)))
}

function nameOf(group: string, lang: Lang): string {
  const t = figureTexts[lang]
  if (group === every) return t.all
  const [kind, name] = [group.slice(0, group.indexOf(':')), group.slice(group.indexOf(':') + 1)]
  return name === '' ? t.kinds[kind as keyof typeof t.kinds] : name
}

function lineOf(read: ReadFigures, group: string, lang: Lang): Cell[] {
  const t = figureTexts[lang]
  const days = read.days.get(group) ?? null
  return [
    group === every ? <strong>{nameOf(group, lang)}</strong> : nameOf(group, lang),
    shown(valueOf(read, 'sent', group), lang),
    withShare(read, 'accepted', group, lang),
    withShare(read, 'rejected', group, lang),
    withShare(read, 'revoked', group, lang),
    withShare(read, 'withdrawn', group, lang),
    withShare(read, 'expired', group, lang),
    shown(valueOf(read, 'waits', group), lang),
    days === null ? <abbr title={t.notTold}>–</abbr> : String(days),
  ]
}

const Why = ({ read, lang }: { readonly read: ReadFigures; readonly lang: Lang }) => {
  const t = figureTexts[lang]
  const rows = rejectReasons.map((reason) => [referralTexts[lang].reasons[reason], shown(valueOf(read, reason, every), lang)])
  return (
    <Card heading={t.why}>
      <Table columns={[{ title: t.reason }, { title: t.count, isNumber: true }]} rows={rows} headed />
    </Card>
  )
}

const Began = ({ read, lang }: { readonly read: ReadFigures; readonly lang: Lang }) => {
  const [began, of] = [valueOf(read, 'began', every), valueOf(read, 'accepted', every)]
  return began === null || of === null ? <></> : <p>{figureTexts[lang].began(String(began), String(of))}</p>
}

const Shown = ({ read, lang }: { readonly read: ReadFigures; readonly lang: Lang }) => {
  const t = figureTexts[lang]
  if (read.receivers.length === 0) return <EmptyState title={t.none}>{t.noneText}</EmptyState>
  const columns = Object.values(t.columns).map((title, index) => ({ title, isNumber: index > 0 }))
  return (
    <>
      <Table columns={columns} rows={[every, ...read.receivers].map((group) => lineOf(read, group, lang))} headed stacks />
      <Began read={read} lang={lang} />
      <Why read={read} lang={lang} />
      <p class="muted">{t.note}</p>
    </>
  )
}

/** The page. */
export const FiguresPage = ({ frame, today, half, read, may }: Props) => {
  const { lang } = frame
  const t = figureTexts[lang]
  const crumbs = [
    { href: '/siffror', label: t.figures },
    { href: '', label: t.title },
  ]
  const links = halfYears(today).map(({ key }) => ({
    href: `${figuresPath}?halvar=${key}`,
    label: t.half(key),
    count: null,
    current: key === half.key,
  }))
  return (
    <Page frame={frame} title={t.title} wide crumbs={crumbs}>
      <PageHead heading={t.title} below={t.lead(read.smallBelow)}>
        {may('referrals.work') && <LinkButton href={deskPath}>{t.desk}</LinkButton>}
      </PageHead>
      <FigureWays current="referrals" may={may} />
      <Tabs label={t.label} links={links} />
      <div class="stack">
        <Shown read={read} lang={lang} />
      </div>
    </Page>
  )
}
