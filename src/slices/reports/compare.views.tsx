/** The municipality beside its own earlier periods and what others have published. */
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Select } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Rolling, Table, type Cell } from '../../ui/table.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import { indicatorTitles, rowText, type Compared, type Comparison, type FigureNames, type ShownReference } from '../figures/index.ts'
import { comparable, periodName, recentPeriods, type ComparedQuestion } from './compare-period.rules.ts'
import { compareTexts } from './compare.texts.ts'
import { reportsTexts } from './reports.texts.ts'
import { tooSmall } from './section.ts'

type Words = { readonly names: FigureNames; readonly lang: Lang }

/** What a figure of others is of: its rows, or a share of a row. */
export function rowsText({ row, whole }: { readonly row: string; readonly whole: string | null }, { names, lang }: Words): string {
  const t = compareTexts[lang]
  const part = row
    .split('+')
    .map((key) => rowText(key, names, lang))
    .join(t.plus)
  return whole === null ? part : t.of(part, rowText(whole, names, lang))
}

export const valueText = (value: number | 'small' | null, kind: Comparison['kind'], lang: Lang): string =>
  value === 'small' ? tooSmall : value === null ? '–' : `${numberText(value, lang)}${kind === 'percent' ? '\u00A0%' : ''}`

/** The source of a figure of others, as a link when it has an address. */
export const Source = ({ of: { source, url }, lang }: { of: Pick<ShownReference, 'source' | 'url'>; lang: Lang }) => (
  <small class="below">
    {url === null ? (
      compareTexts[lang].source(source)
    ) : (
      <a href={url} rel="noreferrer external">
        {compareTexts[lang].source(source)}
      </a>
    )}
  </small>
)

type Days = { readonly fromOn: PlainDate; readonly untilOn: PlainDate }

const periodText = (days: Days, lang: Lang): string => {
  const name = periodName(days)
  if (name !== null) return name
  const last = dateOf(plusDays(dayOf(days.untilOn), -1))
  return last === days.fromOn ? shortDay(last, lang) : `${shortDay(days.fromOn, lang)} – ${shortDay(last, lang)}`
}

const OursTable = ({ label, tables, names, lang }: { readonly label: string } & Pick<Compared, 'tables'> & Words) => {
  const t = compareTexts[lang]
  const [first] = tables
  if (first === undefined) return null
  const valueOf = ({ rows, values, hidden, groups }: (typeof first)['table'], key: string): Cell => {
    if (hidden.has(`${key} ${(groups[0] ?? []).join('|')}`)) return tooSmall
    const index = rows.findIndex((row) => row.key === key)
    const value = values[0]?.[index] ?? null
    if (value === null) return '–'
    return rows[index]?.kind === 'share' ? `${numberText(value, lang)}\u00A0%` : value
  }
  return (
    <Rolling label={label}>
      <Table
        columns={[{ title: t.what }, ...tables.map(({ asked }) => ({ title: periodText(asked.question, lang), isNumber: true }))]}
        rows={first.table.rows.map(({ key }) => [rowText(key, names, lang), ...tables.map(({ table }) => valueOf(table, key))])}
        headed
      />
    </Rolling>
  )
}

const OursLine = ({ ours, kind, lang }: { ours: Comparison['ours'][number]; kind: Comparison['kind']; lang: Lang }) => (
  <li class="nowrap">{`${valueText(ours.value, kind, lang)}\u00A0${compareTexts[lang].at(periodText(ours, lang))}`}</li>
)

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const OtherLine = ({ other, lang }: { other: ShownReference; lang: Lang }) => (
  <li>
    {`${capital(other.ofWhom)}: ${valueText(other.value, other.kind, lang)} ${compareTexts[lang].at(other.period)}`}
    <Source of={other} lang={lang} />
  </li>
)

const Others = ({ comparisons, names, lang }: Pick<Compared, 'comparisons'> & Words) => {
  const t = compareTexts[lang]
  if (comparisons.length === 0)
    return (
      <EmptyState title={t.noReference}>
        <p>{t.noReferenceHelp}</p>
      </EmptyState>
    )
  const rows = comparisons.map((one): Cell[] => [
    rowsText(one, { names, lang }),
    <ul class="plain nowrap">
      {one.ours.map((ours) => (
        <OursLine ours={ours} kind={one.kind} lang={lang} />
      ))}
    </ul>,
    <ul class="plain">
      {one.others.map((other) => (
        <OtherLine other={other} lang={lang} />
      ))}
    </ul>,
  ])
  return (
    <>
      <p class="muted">{t.othersBelow}</p>
      <Table columns={[t.what, t.here, t.otherColumn].map((title) => ({ title }))} rows={rows} headed stacks />
    </>
  )
}

const Picker = ({ frame: { lang }, today, question }: Pick<Props, 'frame' | 'today' | 'question'>) => {
  const t = compareTexts[lang]
  const periods = [...new Set([...recentPeriods(today), question.period])]
  return (
    <form class="row low" method="get" action="/rapporter/jamfor">
      <Select
        name="figur"
        label={t.figure}
        value={question.figure}
        options={comparable.map((value) => ({ value, label: indicatorTitles[lang][value].title }))}
      />
      <Select name="period" label={t.period} value={question.period} options={periods.map((value) => ({ value, label: value }))} />
      <Button variant="secondary">{t.show}</Button>
    </form>
  )
}

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly question: ComparedQuestion
  readonly compared: Compared
  /** What the reader counts by name; null: the whole municipality. */
  readonly units: string | null
  readonly mayWrite: boolean
}

/** GET /rapporter/jamfor */
export const ComparePage = ({ frame, today, question, compared, units, mayWrite }: Props) => {
  const { lang } = frame
  const [t, r] = [compareTexts[lang], reportsTexts[lang]]
  const { tables, comparisons, names } = compared
  const ours = units === null ? t.ours : t.oursOf(units)
  const crumbs = [
    { href: '/siffror', label: r.figures },
    { href: '/rapporter', label: r.title },
    { href: '/rapporter/jamfor', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      <PageHead heading={t.title} below={t.below}>
        {mayWrite && <LinkButton href="/rapporter/jamfor/siffror">{t.edit}</LinkButton>}
      </PageHead>
      {units !== null && <p class="muted">{r.paperScope(units)}</p>}
      {question.problem !== null && <Alert kind="warning">{t.problems[question.problem]}</Alert>}
      <Picker frame={frame} today={today} question={question} />
      <div class="stack">
        <Card heading={ours} id="egna">
          <p class="muted">{t.oursBelow}</p>
          <OursTable label={ours} tables={tables} names={names} lang={lang} />
        </Card>
        <Card heading={t.others} id="andra">
          <Others comparisons={comparisons} names={names} lang={lang} />
        </Card>
      </div>
    </Page>
  )
}
