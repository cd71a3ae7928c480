/** The radar in figures: the number that is to be none, day by day, and what became of those who were not admitted. */
import type { Lang } from '../../kernel/lang.ts'
import { Card, Details } from '../../ui/card.tsx'
import type { Chart } from '../../ui/chart-drawing.ts'
import { ChartFigure } from '../../ui/chart.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Rolling, Table, type Cell } from '../../ui/table.tsx'
import { groups } from './admissions.types.ts'
import type { DayFigures, Outcome } from './figures.rules.ts'
import type { RadarFigures } from './radar.actions.ts'
import { radarTexts } from './radar.texts.ts'
import { radarPath } from './radar.views.tsx'

type Props = { readonly frame: Frame; readonly figures: RadarFigures }

/** Those that the number can be of, and the study certificates beside it. */
const counted = groups.filter((group) => group !== 'admitted')

/** A point a week, and the last day: as many as can be read. */
const weekly = (days: readonly DayFigures[]): DayFigures[] => days.filter((_, index) => (days.length - 1 - index) % 7 === 0)

function chartOf(days: readonly DayFigures[], lang: Lang): Chart {
  const texts = radarTexts[lang]
  const points = weekly(days)
  return {
    kind: 'line',
    title: texts.chart,
    heading: texts.day,
    categories: points.map(({ on }) => shortDay(on, lang)),
    series: [{ label: texts.september, values: points.map(({ total }) => total) }],
  }
}

const DayTable = ({ days, lang }: { days: readonly DayFigures[]; lang: Lang }) => {
  const texts = radarTexts[lang]
  const columns = [texts.day, texts.september, ...counted.map((group) => texts.groups[group]), texts.placed]
  const rows = days
    .toReversed()
    .map(({ on, total, by, placed }) => [shortDay(on, lang), total, ...counted.map((group) => by[group]), placed])
  return (
    <Details summary={texts.perDay}>
      <Rolling label={texts.perDay}>
        <Table columns={columns.map((title, index) => ({ title, isNumber: index > 0 }))} rows={rows} headed caption={texts.perDay} />
      </Rolling>
    </Details>
  )
}

function outcomeRow({ round, state, ...of }: Outcome, lang: Lang): Cell[] {
  const texts = radarTexts[lang]
  const name = `${texts.rounds[round]}: ${texts.unplaced[state].toLowerCase()}`
  return [name, of.youths, of.invited, of.guided, of.changedChoice, of.placed, of.placedAfterGuidance, of.youths - of.placed]
}

const Outcomes = ({ outcomes, lang }: { outcomes: readonly Outcome[]; lang: Lang }) => {
  const texts = radarTexts[lang]
  const columns = Object.values(texts.outcomeColumns).map((title, index) => ({ title, isNumber: index > 0 }))
  return (
    <Card heading={texts.outcomes}>
      <p class="muted">{texts.outcomesLead}</p>
      <Table columns={columns} rows={outcomes.map((outcome) => outcomeRow(outcome, lang))} empty={texts.noOutcomes} headed stacks />
    </Card>
  )
}

/** The page. */
export const RadarFiguresPage = ({ frame, figures: { radar, on, days, outcomes } }: Props) => {
  const { lang } = frame
  const texts = radarTexts[lang]
  // Before the first list nobody is counted: a curve of none would say that all had a place.
  const drawn = days.filter((day) => radar.listedFromOn !== null && day.on >= radar.listedFromOn)
  const crumbs = [
    { href: `${radarPath}?ar=${radar.year}`, label: texts.season(radar.year) },
    { href: '', label: texts.figuresTitle },
  ]
  return (
    <Page frame={frame} title={texts.figuresTitle} crumbs={crumbs} wide>
      <PageHead heading={texts.figuresTitle} below={texts.figuresLead(longDay(on, lang))} />
      <div class="stack">
        <Card heading={texts.chart}>
          {drawn.length === 0 ? (
            <p class="muted">{days.length === 0 ? texts.noDays : texts.noOutcomes}</p>
          ) : (
            <ChartFigure chart={chartOf(drawn, lang)} isCaptionHidden hasOwnTable />
          )}
          <DayTable days={days} lang={lang} />
        </Card>
        <Outcomes outcomes={outcomes} lang={lang} />
      </div>
    </Page>
  )
}
