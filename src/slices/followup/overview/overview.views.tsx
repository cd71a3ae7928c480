/** The overview: which area progresses least, area by area with a picture, and unit by unit. */
import type { Lang } from '../../../kernel/lang.ts'
import { Button } from '../../../ui/button.tsx'
import { Card, Details, EmptyState } from '../../../ui/card.tsx'
import type { Chart } from '../../../ui/chart-drawing.ts'
import { ChartFigure } from '../../../ui/chart.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import { Rolling, Table } from '../../../ui/table.tsx'
import { pointsText } from '../instrument/score.rules.ts'
import { pointsIn } from '../progress/progress-picture.ts'
import { progressTexts } from '../progress/progress.texts.ts'
import type { TypedPeriod } from '../progress/progress.views.tsx'
import type { SectionFrame } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import type { ReadOverview } from './overview.actions.ts'
import type { AreaStanding, GroupStanding } from './overview.rules.ts'
import { overviewTexts } from './overview.texts.ts'

type Props = {
  readonly shown: SectionFrame
  readonly read: ReadOverview
  readonly typed: TypedPeriod
  readonly problems: readonly FieldProblem[]
}

const nameIn = ({ areas }: ReadOverview, key: string, lang: Lang): string => areas.find((area) => area.key === key)?.[lang] ?? key
const named = (read: ReadOverview, keys: readonly string[], lang: Lang): string => keys.map((key) => nameIn(read, key, lang)).join(', ')

/** Hundredths of a per cent with one decimal and a sign: -160 is `−1,6 %`. */
export function changeText(change: number | null, lang: Lang): string {
  if (change === null) return '–'
  const tenths = Math.round(change / 10) * 10
  return `${tenths > 0 ? '+' : ''}${pointsText(tenths === 0 ? 0 : tenths, lang === 'sv' ? ',' : '.')} %`
}

function areaRow(
  read: ReadOverview,
  { area, compared, first, last, change, up, same, down, low, assessed }: AreaStanding,
  lang: Lang,
): string[] {
  const t = overviewTexts[lang]
  const points = (value: number | null): string => (value === null ? '–' : pointsIn(value, lang))
  return [
    nameIn(read, area, lang),
    String(compared),
    points(first),
    points(last),
    changeText(change, lang),
    compared === 0 ? '–' : t.ways(up, same, down),
    t.ofAll(low, assessed),
  ]
}

/** Points as numbers of the chart. */
const hundredths = (value: number | null): number | null => (value === null ? null : value / 100)

function chartOf(read: ReadOverview, { areas }: GroupStanding, lang: Lang): Chart {
  const t = overviewTexts[lang]
  return {
    kind: 'bars',
    title: t.chart,
    heading: t.area,
    categories: areas.map(({ area }) => nameIn(read, area, lang)),
    series: [
      { label: t.first, values: areas.map(({ first }) => hundredths(first)) },
      { label: t.last, values: areas.map(({ last }) => hundredths(last)) },
    ],
  }
}

const AllAreas = ({ read, all, lang }: { read: ReadOverview; all: GroupStanding; lang: Lang }) => {
  const t = overviewTexts[lang]
  return (
    <Card heading={t.areas}>
      <div class="stack">
        <ChartFigure chart={chartOf(read, all, lang)} hasOwnTable />
        <Rolling label={t.areas}>
          <Table columns={t.columns.map((title) => ({ title }))} rows={all.areas.map((area) => areaRow(read, area, lang))} headed />
        </Rolling>
      </div>
    </Card>
  )
}

const Units = ({ read, lang }: { read: ReadOverview; lang: Lang }) => {
  const t = overviewTexts[lang]
  const titles = [t.unit, t.youths, ...read.areas.map((area) => area[lang]), t.leastColumn]
  const rows = read.groups.map(({ unit, isAll, youths, areas, least }) => [
    isAll ? t.all : (unit ?? t.noUnit),
    String(youths),
    ...areas.map(({ change, compared }) => `${changeText(change, lang)} ${t.compared(compared)}`),
    least.length === 0 ? '–' : named(read, least, lang),
  ])
  return (
    <Card heading={t.units}>
      <p class="muted">{t.unitsLead}</p>
      <Rolling label={t.units}>
        <Table columns={titles.map((title) => ({ title }))} rows={rows} headed />
      </Rolling>
    </Card>
  )
}

const PeriodForm = ({ lang, typed, problems }: Pick<Props, 'typed' | 'problems'> & { lang: Lang }) => {
  const t = progressTexts[lang]
  return (
    <form class="row low" method="get" action="/uppfoljning/overblick" novalidate>
      <Field name="fran" type="date" label={t.from} value={typed.fran} problem={problemOf(problems, 'fran')} required />
      <Field name="till" type="date" label={t.until} value={typed.till} problem={problemOf(problems, 'till')} required />
      <Button variant="secondary">{t.show}</Button>
    </form>
  )
}

const Least = ({ read, all, lang }: { read: ReadOverview; all: GroupStanding; lang: Lang }) => {
  const t = overviewTexts[lang]
  return all.least.length === 0 ? (
    <EmptyState title={t.none}>
      <p>{t.noneHint}</p>
    </EmptyState>
  ) : (
    <Card heading={t.least(named(read, all.least, lang))}>
      <p class="muted">{t.leastLead}</p>
    </Card>
  )
}

/** GET /uppfoljning/overblick. */
export const OverviewPage = ({ shown: { frame, lang, may }, read, typed, problems }: Props) => {
  const t = overviewTexts[lang]
  const [all] = read.groups
  return (
    <Shell frame={frame} part="overview" may={may} heading={t.title} below={t.lead}>
      <FormErrors problems={problems} />
      <PeriodForm lang={lang} typed={typed} problems={problems} />
      <div class="stack spaced">
        {all !== undefined && <Least read={read} all={all} lang={lang} />}
        {all !== undefined && read.areas.length > 0 && <AllAreas read={read} all={all} lang={lang} />}
        {read.areas.length > 0 && <Units read={read} lang={lang} />}
        <Details summary={t.rule}>
          <p>{t.ruleText}</p>
        </Details>
      </div>
    </Shell>
  )
}
