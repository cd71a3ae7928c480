/** GET /siffror/tal and /siffror/tal/:name: all figures, and one as a picture and a table. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Permission } from '../../kernel/permission.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Cards, Details } from '../../ui/card.tsx'
import { ChartFigure } from '../../ui/chart.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field, Select } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { fileAddress, fileFormats, perWords, raiseAddress, type AskProblem } from './ask.rules.ts'
import { figureChart } from './figure-charts.ts'
import { FigureTable } from './figure-table.views.tsx'
import { FigureWays } from './figure-ways.views.tsx'
import { figureTexts } from './figure.texts.ts'
import { figureWayTexts } from './figure-ways.texts.ts'
import type { FigureNames, ReadIndicator } from './indicator.actions.ts'
import { dimensionTexts, indicatorTitles, rowText } from './indicator.texts.ts'
import { lastDayOf } from './period.rules.ts'
import { indicatorNames, indicators } from './registry.rules.ts'

type May = (permission: Permission) => boolean
type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly may: May
  readonly read: ReadIndicator
  readonly names: FigureNames
  /** The row that is looked at. */
  readonly row: string
  readonly smallBelow: number
  /** The reader counts the whole municipality. */
  readonly isWhole: boolean
  readonly problem: AskProblem | null
}

/** The way here: the overview, and all figures. */
export const figureCrumbs = (lang: Frame['lang']) => [
  { href: '/siffror', label: figureWayTexts[lang].overview },
  { href: '/siffror/tal', label: figureTexts[lang].allTitle },
]

/** All figures by name. */
export const AllFiguresPage = ({ frame, may }: Pick<Props, 'frame' | 'may'>) => {
  const t = figureTexts[frame.lang]
  return (
    <Page frame={frame} title={t.allTitle}>
      <PageHead heading={t.allTitle} below={t.allBelow} />
      <FigureWays current="all" may={may} />
      <Cards>
        {indicatorNames.map((name) => {
          const { title, below } = indicatorTitles[frame.lang][name]
          return (
            <Card heading={<a href={`/siffror/tal/${name}`}>{title}</a>}>
              <p>{below}</p>
              <small class="muted">{indicators[name].of === 'day' ? t.ofDay : t.ofPeriod}</small>
            </Card>
          )
        })}
      </Cards>
    </Page>
  )
}

/** The second splitting asks for a row, since only one can be shown crosswise; the picture of a split figure is of one row too. */
const RowChoice = ({ frame: { lang }, read, names, row }: Props) =>
  read.question.by.length === 0 ? null : (
    <Select
      name="rad"
      label={figureTexts[lang].rowCounted}
      value={row}
      options={read.table.rows.map(({ key }) => ({ value: key, label: rowText(key, names, lang) }))}
    />
  )

const Splitting = ({ frame: { lang }, read }: Props) => {
  const t = figureTexts[lang]
  const options = [
    { value: '', label: t.notSplit },
    ...indicators[read.name].dimensions.map((one) => ({ value: perWords[one], label: dimensionTexts[lang][one] })),
  ]
  return (
    <>
      {([t.first, t.second] as const).map((label, index) => {
        const own = read.question.by[index]
        return <Select id={`per-${index + 1}`} name="per" label={label} value={own === undefined ? '' : perWords[own]} options={options} />
      })}
    </>
  )
}

const Question = (props: Props) => {
  const { frame, read } = props
  const t = figureTexts[frame.lang]
  const last = lastDayOf(read.question)
  return (
    <form class="row low" method="get" action={`/siffror/tal/${read.name}`}>
      {indicators[read.name].of === 'day' ? (
        <Field name="dag" type="date" label={t.day} value={last} />
      ) : (
        <>
          <Field name="fran" type="date" label={t.from} value={read.question.fromOn} />
          <Field name="till" type="date" label={t.to} value={last} />
        </>
      )}
      <Splitting {...props} />
      <RowChoice {...props} />
      <Button variant="secondary">{t.show}</Button>
    </form>
  )
}

const isZero = ({ table: { hidden, values } }: ReadIndicator): boolean =>
  hidden.size === 0 && values.every((own) => own.every((value) => value === null || value === 0))

const Files = ({ frame: { lang }, read, may, row }: Props) => {
  const t = figureTexts[lang]
  return (
    <>
      {may('steering.raise') && <LinkButton href={raiseAddress(read.name, read.question, row)}>{t.raise}</LinkButton>}
      {fileFormats.map((format) => (
        <LinkButton href={fileAddress(read.name, read.question, format)}>{`${t.download} ${t.formats[format]}`}</LinkButton>
      ))}
    </>
  )
}

const Rules = ({ lang }: { lang: Frame['lang'] }) => {
  const t = figureTexts[lang]
  return (
    <Details summary={t.rules}>
      <ul>
        {t.rulesText.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
    </Details>
  )
}

/** Who should be in the register and is not is told elsewhere, of today. */
const TowardsCoverage = ({ frame: { lang }, read, today, may }: Props) => {
  const t = figureTexts[lang]
  if (read.name !== 'on-day' || lastDayOf(read.question) !== today || !may('coverage.read')) return null
  return (
    <p>
      {t.onDayHere} <a href="/tackning">{t.coverage}</a>
    </p>
  )
}

const Numbers = (props: Props) => {
  const { frame, read, names, row, smallBelow, may } = props
  const t = figureTexts[frame.lang]
  const chart = figureChart({ read, names, lang: frame.lang }, row)
  const mayOpen = may('worklist.read')
  return (
    <>
      {isZero(read) && <Alert kind="info">{t.empty}</Alert>}
      <Card>
        <ChartFigure chart={chart} hasOwnTable />
      </Card>
      <Card>
        <FigureTable read={read} names={names} lang={frame.lang} row={row} mayOpen={mayOpen} />
        {read.table.hidden.size > 0 && <p class="muted">{t.small(smallBelow)}</p>}
        {mayOpen && <p class="muted">{t.behindBelow}</p>}
      </Card>
    </>
  )
}

/** The page of one figure. */
export const FigurePage = (props: Props) => {
  const { frame, read, problem, may, isWhole } = props
  const { lang } = frame
  const { title, below } = indicatorTitles[lang][read.name]
  const last = shortDay(lastDayOf(read.question), lang)
  const when = indicators[read.name].of === 'day' ? last : `${shortDay(read.question.fromOn, lang)} – ${last}`
  return (
    <Page frame={frame} title={title} crumbs={[...figureCrumbs(lang), { href: '', label: title }]} wide>
      <PageHead heading={`${title}, ${when}`} below={below}>
        <Files {...props} />
      </PageHead>
      <FigureWays current="all" may={may} />
      <div class="stack">
        {!isWhole && <p class="muted">{figureTexts[lang].ownUnits}</p>}
        {problem !== null && <Alert kind="warning">{`${figureTexts[lang].problems[problem]} ${figureTexts[lang].meanwhile}`}</Alert>}
        <Question {...props} />
        <Numbers {...props} />
        <TowardsCoverage {...props} />
        <Rules lang={lang} />
      </div>
    </Page>
  )
}
