/** GET /enkater/resultat: trends of a questionnaire, each with its picture and its table, and nothing where too few answered. */
import type { Permission } from '../../kernel/permission.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState } from '../../ui/card.tsx'
import type { Chart } from '../../ui/chart-drawing.ts'
import { ChartFigure } from '../../ui/chart.tsx'
import { Select } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Rolling, Table } from '../../ui/table.tsx'
import { FigureWays } from '../figures/index.ts'
import { optionWords } from './question-words.ts'
import type { Results } from './results.actions.ts'
import { questionnairePath, resultsPath, surveyPath } from './survey-links.ts'
import { surveyTexts } from './survey.texts.ts'
import type { Question } from './survey.types.ts'
import { curvesOf, percentsOf, quarterName, type Trend } from './trend.rules.ts'

type Props = { readonly frame: Frame; readonly results: Results; readonly may: (permission: Permission) => boolean }
type Texts = (typeof surveyTexts)[Frame['lang']]

const Picker = ({ results: { questionnaires, chosen, units, unit }, t }: { results: Results; t: Texts }) => (
  <form class="row low" method="get" action={resultsPath}>
    <Select
      name="enkat"
      label={t.trends.questionnaire}
      options={questionnaires.map(({ key, content }) => ({ value: key, label: content.title.sv }))}
      value={chosen.key}
    />
    <Select
      name="enhet"
      label={t.trends.unit}
      options={units.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={unit === null ? '' : String(unit.id)}
      blank={t.trends.everybody}
    />
    <Button variant="secondary">{t.trends.show}</Button>
  </form>
)

/** What the curve of a question stands for: the good steps of a scale together, those who said yes, each choice by itself. */
const curveLabels = (question: Question, t: Texts): readonly string[] =>
  question.kind === 'scale'
    ? [t.trends.good]
    : optionWords(question, 'sv')
        .map(({ text }) => text)
        .slice(0, curvesOf(question).length)

const sumOf = (percents: readonly number[], options: readonly number[]): number =>
  options.reduce((sum, option) => sum + (percents[option] ?? 0), 0)

const chartOf = ({ question, points }: Trend, t: Texts): Chart => ({
  ...(question.kind === 'choice' ? { kind: 'columns', isStacked: true } : { kind: 'line' }),
  title: question.text.sv,
  heading: t.trends.quarter,
  categories: points.map(({ quarter }) => quarterName(quarter, t.trends.quarterSign)),
  series: curvesOf(question).map((options, nth) => ({
    label: curveLabels(question, t)[nth] ?? '',
    values: points.map(({ of }) => (of === null ? null : sumOf(percentsOf(of), options))),
  })),
  isPercent: true,
})

const Numbers = ({ trend: { question, points }, t }: { trend: Trend; t: Texts }) => {
  const options = optionWords(question, 'sv').map(({ text }) => text)
  const rows = points.map(({ quarter, of }) => [
    quarterName(quarter, t.trends.quarterSign),
    ...(of === null
      ? [<span class="muted">{t.trends.tooFew}</span>, ...options.map(() => '–')]
      : [of.answers, ...percentsOf(of).map((percent) => `${percent} %`)]),
  ])
  const columns = [t.trends.quarter, t.trends.answers, ...options].map((title, index) => ({ title, isNumber: index > 0 }))
  return (
    <Rolling label={question.text.sv}>
      <Table columns={columns} rows={rows} headed />
    </Rolling>
  )
}

const Drawn = ({ trend, t }: { trend: Trend; t: Texts }) => {
  const chart = chartOf(trend, t)
  const [only, another] = chart.series
  return (
    <>
      {only !== undefined && another === undefined && <p class="muted">{t.trends.drawn(only.label)}</p>}
      <ChartFigure chart={chart} hasOwnTable isCaptionHidden />
    </>
  )
}

const TrendCard = ({ trend, isAsked, t }: { trend: Trend; isAsked: boolean; t: Texts }) => (
  <Card heading={trend.question.text.sv}>
    {!isAsked && <p class="muted">{t.trends.old}</p>}
    {trend.points.some(({ of }) => of !== null) ? <Drawn trend={trend} t={t} /> : <p>{t.trends.hidden}</p>}
    <Numbers trend={trend} t={t} />
  </Card>
)

const Head = ({ results: { chosen, unit, minimum, trends }, t }: { results: Results; t: Texts }) => (
  <PageHead heading={t.trends.title} below={t.trends.lead(minimum)}>
    <LinkButton href={questionnairePath(chosen.key)} variant="tertiary">
      {t.trends.questions}
    </LinkButton>
    {trends.length > 0 && (
      <LinkButton href={`${resultsPath}.csv?enkat=${chosen.key}${unit === null ? '' : `&enhet=${unit.id}`}`}>{t.trends.csv}</LinkButton>
    )}
  </PageHead>
)

/** The page. */
export const ResultsPage = ({ frame, results, may }: Props) => {
  const t = surveyTexts[frame.lang]
  const { trends, chosen } = results
  const asked = new Set(chosen.content.questions.map(({ key }) => key))
  const crumbs = may('survey.hand')
    ? [
        { href: surveyPath, label: t.title },
        { href: '', label: t.results },
      ]
    : []
  return (
    <Page frame={frame} title={t.trends.title} crumbs={crumbs}>
      <Head results={results} t={t} />
      <FigureWays current="surveys" may={may} />
      <div class="stack">
        <Picker results={results} t={t} />
        {trends.length === 0 && (
          <EmptyState title={t.trends.empty}>
            <p>{t.trends.emptyWhat}</p>
          </EmptyState>
        )}
        {trends.map((trend) => (
          <TrendCard trend={trend} isAsked={asked.has(trend.question.key)} t={t} />
        ))}
      </div>
    </Page>
  )
}
