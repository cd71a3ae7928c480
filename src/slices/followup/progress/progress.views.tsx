/** The page of a youth's progress: a picture for each area with its tables, a period to choose, and the same as a file. And its card. */
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card, EmptyState } from '../../../ui/card.tsx'
import { DayChartFigure } from '../../../ui/day-chart.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import { Rolling, Table } from '../../../ui/table.tsx'
import type { SectionFrame } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import type { YouthProgress } from './progress.actions.ts'
import { pointsIn, progressPicture } from './progress-picture.ts'
import { happenedTable, monthsTable, weeksTable, type ProgressTable } from './progress-tables.ts'
import { progressTexts } from './progress.texts.ts'
import type { AreaProgress, Progress } from './progress.types.ts'

/** The days as they were typed. */
export type TypedPeriod = { readonly fran: string; readonly till: string }

type Props = {
  readonly shown: SectionFrame
  readonly read: YouthProgress
  readonly typed: TypedPeriod
  readonly problems: readonly FieldProblem[]
}

const WordTable = ({ table: { caption, columns, rows } }: { table: ProgressTable }) => (
  <Rolling label={caption}>
    <Table caption={caption} columns={columns.map((title) => ({ title }))} rows={rows} headed />
  </Rolling>
)

const AreaCard = ({
  area,
  progress: { period, positions },
  lang,
}: {
  area: AreaProgress
  progress: Progress
  lang: SectionFrame['lang']
}) => {
  const [months, weeks] = [monthsTable(area, lang), weeksTable(area, lang)]
  return (
    <Card heading={area[lang]}>
      <DayChartFigure chart={progressPicture(area, period, positions, lang)} isCaptionHidden>
        <WordTable table={happenedTable(area, positions, period, lang)} />
        {months !== null && <WordTable table={months} />}
        {weeks !== null && <WordTable table={weeks} />}
      </DayChartFigure>
    </Card>
  )
}

const PeriodForm = ({ shown: { lang }, read: { youth }, typed, problems }: Props) => {
  const t = progressTexts[lang]
  return (
    <form class="row low" method="get" action={`/uppfoljning/ungdom/${youth.id}/utveckling`} novalidate>
      <Field name="fran" type="date" label={t.from} value={typed.fran} problem={problemOf(problems, 'fran')} required />
      <Field name="till" type="date" label={t.until} value={typed.till} problem={problemOf(problems, 'till')} required />
      <Button variant="secondary">{t.show}</Button>
    </form>
  )
}

const FileForm = ({ shown: { frame, lang }, read: { youth, progress } }: Props) => (
  <Form frame={frame} action={`/uppfoljning/ungdom/${youth.id}/utveckling/fil`} givesFile>
    <input type="hidden" name="fran" value={progress.period.firstOn} />
    <input type="hidden" name="till" value={progress.period.lastOn} />
    <Button variant="secondary">{progressTexts[lang].print}</Button>
  </Form>
)

const Ways = (props: Props) => (
  <>
    <LinkButton href={`/uppfoljning/ungdom/${props.read.youth.id}`}>{progressTexts[props.shown.lang].back}</LinkButton>
    <FileForm {...props} />
  </>
)

/** GET /uppfoljning/ungdom/:id/utveckling. */
export const ProgressPage = (props: Props) => {
  const { shown, read, problems } = props
  const { frame, lang, may } = shown
  const t = progressTexts[lang]
  const { youth, progress } = read
  const heading = `${t.title}: ${youth.givenName} ${youth.familyName}`
  return (
    <Shell frame={frame} part="youths" may={may} heading={heading} title={t.title} below={t.lead} actions={<Ways {...props} />}>
      <FormErrors problems={problems} />
      <PeriodForm {...props} />
      <div class="stack spaced">
        {progress.areas.length === 0 && <EmptyState title={t.noAreas} />}
        {progress.areas.map((area) => (
          <AreaCard area={area} progress={progress} lang={lang} />
        ))}
      </div>
    </Shell>
  )
}

function latestCells({ months, scores, judgements, ...area }: AreaProgress, lang: SectionFrame['lang']): string[] {
  const t = progressTexts[lang]
  const [score, month, judged] = [scores.at(-1), months.at(-1), judgements.at(-1)]
  return [
    area[lang],
    score === undefined ? '–' : `${pointsIn(score.points, lang)}${score.isLow ? `, ${t.low}` : ''}`,
    month === undefined || month.mean === null ? '–' : pointsIn(month.mean, lang),
    judged === undefined ? '–' : t.progressions[judged.progression],
  ]
}

/** On the youth's page: how each area stands, and the way to the pictures. */
export const ProgressCard = ({ lang, youthId, progress }: { lang: SectionFrame['lang']; youthId: string; progress: Progress }) => {
  const t = progressTexts[lang]
  return (
    <Card heading={t.section} action={<a href={`/uppfoljning/ungdom/${youthId}/utveckling`}>{t.open}</a>}>
      <Table columns={t.latest.map((title) => ({ title }))} rows={progress.areas.map((area) => latestCells(area, lang))} headed stacks />
    </Card>
  )
}
