/** The radar in figures: the number that is to be none, day by day, and what became of those who were not admitted. */
import type { Lang } from '../../kernel/lang.ts'
import type { Permission } from '../../kernel/permission.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card, Details } from '../../ui/card.tsx'
import type { Chart, ChartEvent } from '../../ui/chart-drawing.ts'
import { ChartFigure } from '../../ui/chart.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Rolling, Table, type Cell } from '../../ui/table.tsx'
import { FigureWays, HiddenNumber, hiddenSign } from '../figures/index.ts'
import { groups } from './admissions.types.ts'
import type { DayColumn, Shown, ShownDay, ShownOutcome } from './figures-hidden.ts'
import type { RadarFigures } from './radar.actions.ts'
import { radarTexts } from './radar.texts.ts'
import { radarPath, tabPath } from './radar.views.tsx'
import type { RadarTab } from './radar-tabs.rules.ts'
import type { Radar } from './season.rules.ts'

type Props = { readonly frame: Frame; readonly figures: RadarFigures; readonly may: (permission: Permission) => boolean }

/** Those that the number can be of, and the study certificates beside it. */
const counted = groups.filter((group) => group !== 'admitted')

/** A point a week, the last day, and the first day of each list: as many as can be read. */
const drawnDays = (days: readonly ShownDay[], { roundDays, showUpOn }: Radar): ShownDay[] =>
  days.filter(({ on }, index) => (days.length - 1 - index) % 7 === 0 || on === showUpOn || roundDays.some((round) => round.on === on))

/** Both admissions, and the day from which all must have come. */
function eventsOf(days: readonly ShownDay[], { roundDays, showUpOn }: Radar, lang: Lang): ChartEvent[] {
  const texts = radarTexts[lang]
  const all = [
    ...roundDays.map(({ round, on }) => ({ on, label: `${texts.rounds[round]}, ${shortDay(on, lang)}` })),
    { on: showUpOn, label: `${texts.mustHaveCome}, ${shortDay(showUpOn, lang)}` },
  ]
  return all.flatMap(({ on, label }) => {
    const at = days.findIndex((day) => day.on === on)
    return at < 0 ? [] : [{ at, label }]
  })
}

function chartOf(days: readonly ShownDay[], radar: Radar, lang: Lang): Chart {
  const texts = radarTexts[lang]
  const points = drawnDays(days, radar)
  return {
    kind: 'line',
    title: texts.chart,
    heading: texts.day,
    categories: points.map(({ on }) => shortDay(on, lang)),
    series: [{ label: texts.september, values: points.map(({ shown: { total } }) => total ?? hiddenSign) }],
    events: eventsOf(points, radar, lang),
  }
}

const numberCell = (number: Shown, lang: Lang): Cell => number ?? <HiddenNumber lang={lang} />

/** The tab of the radar that holds those whom a number of today counts. */
const tabOf: Readonly<Record<DayColumn, RadarTab>> = {
  total: 'lacking',
  placed: 'placed',
  notApplied: 'notApplied',
  notAdmitted: 'notAdmitted',
  reserve: 'reserve',
  admittedAbsent: 'admittedAbsent',
  notInList: 'notInList',
  studyCertificate: 'studyCertificate',
}

const columns: readonly DayColumn[] = ['total', ...counted, 'placed']

/** Whoever may open the youths opens a number of the day that the radar stands on, a small one too. */
function dayRow({ on, shown }: ShownDay, { frame: { lang }, figures, may }: Props): Cell[] {
  const opens = on === figures.on && may('radar.work')
  const cellOf = (column: DayColumn): Cell =>
    opens && shown[column] !== 0 ? (
      <a href={tabPath(figures.radar.year, tabOf[column])}>{numberCell(shown[column], lang)}</a>
    ) : (
      numberCell(shown[column], lang)
    )
  return [shortDay(on, lang), ...columns.map(cellOf)]
}

const DayTable = (props: Props) => {
  const { frame, figures } = props
  const texts = radarTexts[frame.lang]
  const titles = [texts.day, texts.september, ...counted.map((group) => texts.groups[group]), texts.placed]
  const rows = figures.days.toReversed().map((day) => dayRow(day, props))
  return (
    <Details summary={texts.perDay}>
      <Rolling label={texts.perDay}>
        <Table columns={titles.map((title, index) => ({ title, isNumber: index > 0 }))} rows={rows} headed caption={texts.perDay} />
      </Rolling>
    </Details>
  )
}

const outcomeColumns = ['youths', 'invited', 'guided', 'changedChoice', 'placed', 'placedAfterGuidance', 'left', 'without'] as const

function outcomeRow({ round, state, shown }: ShownOutcome, lang: Lang): Cell[] {
  const texts = radarTexts[lang]
  return [
    `${texts.rounds[round]}: ${texts.unplaced[state].toLowerCase()}`,
    ...outcomeColumns.map((column) => numberCell(shown[column], lang)),
  ]
}

const Outcomes = ({ frame: { lang }, figures: { outcomes } }: Props) => {
  const texts = radarTexts[lang]
  const titles = [texts.outcomeColumns.state, ...outcomeColumns.map((column) => texts.outcomeColumns[column])]
  return (
    <Card heading={texts.outcomes}>
      <p class="muted">{texts.outcomesLead}</p>
      <Table
        columns={titles.map((title, index) => ({ title, isNumber: index > 0 }))}
        rows={outcomes.map((outcome) => outcomeRow(outcome, lang))}
        empty={texts.noOutcomes}
        headed
        stacks
      />
    </Card>
  )
}

/** The page. */
export const RadarFiguresPage = (props: Props) => {
  const { frame, may, figures } = props
  const { radar, on, days, smallBelow } = figures
  const texts = radarTexts[frame.lang]
  // Before the first list nobody is counted: a curve of none would say that all had a place.
  const drawn = days.filter((day) => radar.listedFromOn !== null && day.on >= radar.listedFromOn)
  const crumbs = [
    { href: '/siffror', label: texts.figuresAbove },
    { href: '', label: texts.figuresTitle },
  ]
  return (
    <Page frame={frame} title={texts.figuresTitle} crumbs={crumbs} wide>
      <PageHead heading={`${texts.season(radar.year)}: ${texts.inFigures}`} below={texts.figuresLead(longDay(on, frame.lang))}>
        {may('radar.work') && <LinkButton href={`${radarPath}?ar=${radar.year}`}>{texts.title}</LinkButton>}
      </PageHead>
      <FigureWays current="radar" may={may} />
      <div class="stack">
        <Card heading={texts.chart}>
          {drawn.length === 0 ? (
            <p class="muted">{days.length === 0 ? texts.noDays : texts.noOutcomes}</p>
          ) : (
            <ChartFigure chart={chartOf(drawn, radar, frame.lang)} isCaptionHidden hasOwnTable />
          )}
          <DayTable {...props} />
        </Card>
        <Outcomes {...props} />
        {smallBelow > 1 && <p class="muted">{texts.small(smallBelow)}</p>}
      </div>
    </Page>
  )
}
