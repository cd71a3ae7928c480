/** The outreach figures as tables: what was done, from letter to support, how long it took, and what was chosen. */
import type { Permission } from '../../kernel/permission.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Details, EmptyState } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field, Select } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import { Chips } from '../../ui/tabs.tsx'
import type { OutreachFigures } from './figures.actions.ts'
import { percentOf } from './figures.rules.ts'
import { FigureWays } from './figure-ways.views.tsx'
import { ItemTable } from './figure-items.views.tsx'
import { figuresTexts } from './figures.texts.ts'
import { figureChannels, groupings, type Grouping } from './figures.types.ts'
import { addressOf, lastDayOf, lastDays, schoolYearOf, type PeriodProblem } from './period.rules.ts'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly figures: OutreachFigures
  readonly problem: PeriodProblem | null
  readonly may: (permission: Permission) => boolean
}
type Texts = (typeof figuresTexts)[Frame['lang']]
type Group = OutreachFigures['groups'][number]

const perWords: Readonly<Record<Grouping, string>> = { none: '', unit: 'enhet', district: 'omrade' }

const PeriodForm = ({ frame: { lang }, figures: { question } }: Props) => {
  const t = figuresTexts[lang]
  return (
    <form class="row low" method="get" action="/siffror/uppsokande">
      <Field name="fran" type="date" label={t.from} value={question.fromOn} />
      <Field name="till" type="date" label={t.to} value={lastDayOf(question)} />
      <Select
        name="per"
        label={t.by}
        value={perWords[question.by]}
        options={groupings.map((one) => ({ value: perWords[one], label: t.groupings[one] }))}
      />
      <Button variant="secondary">{t.show}</Button>
    </form>
  )
}

const Near = ({ frame: { lang }, today, figures: { question } }: Props) => {
  const t = figuresTexts[lang]
  const near = [
    [t.schoolYear, schoolYearOf(today)],
    [t.lastSchoolYear, schoolYearOf(today, 1)],
    [t.last30, lastDays(today, 30)],
  ] as const
  const links = near.map(([label, period]) => {
    const href = addressOf({ ...period, by: question.by })
    return { href, label, count: null, current: href === addressOf(question) }
  })
  return <Chips label={t.periods} links={links} />
}

const nameOf = ({ name }: Group, t: Texts, by: Grouping): string => name ?? t.noGroup[by]
const share = (part: number, whole: number, t: Texts): string => {
  const percent = percentOf(part, whole)
  return percent === null ? t.none : t.percent(percent)
}

const Channels = ({ frame: { lang }, figures: { groups, question } }: Props) => {
  const t = figuresTexts[lang]
  const isSplit = question.by !== 'none'
  const { group, channel, made, answered, share: part, reached } = t.columns
  const numbers = [made, answered, part, reached].map((title) => ({ title, isNumber: true }))
  const rows = groups.flatMap((one) =>
    figureChannels
      .filter((name) => !isSplit || one.channels[name].made > 0)
      .map((name): Cell[] => {
        const counted = one.channels[name]
        const cells = [counted.made, counted.answered, share(counted.answered, counted.made, t), counted.reached]
        return [...(isSplit ? [nameOf(one, t, question.by)] : []), t.channels[name], ...cells]
      }),
  )
  return (
    <Card heading={t.channelsHeading}>
      <Table columns={[...(isSplit ? [{ title: group }] : []), { title: channel }, ...numbers]} rows={rows} headed stacks empty={t.empty} />
    </Card>
  )
}

type PerGroup = {
  readonly heading: string
  readonly below?: string
  readonly titles: readonly string[]
  readonly cells: (group: Group) => readonly Cell[]
}

const GroupTable = ({ props, heading, below, titles, cells }: PerGroup & { props: Props }) => {
  const { groups, question } = props.figures
  const t = figuresTexts[props.frame.lang]
  return (
    <Card heading={heading}>
      {below !== undefined && <p class="muted">{below}</p>}
      <Table
        columns={[{ title: t.columns.group }, ...titles.map((title) => ({ title, isNumber: true }))]}
        rows={groups.map((group) => [nameOf(group, t, question.by), ...cells(group)])}
        headed
        stacks
      />
    </Card>
  )
}

const funnelCells = ({ funnel: f }: Group): Cell[] => [f.written, f.answered, f.spokenWith, f.choseSupport]

const Funnel = (props: Props) => {
  const t = figuresTexts[props.frame.lang]
  const { written, answered, spokenWith, choseSupport } = t.funnelColumns
  return <GroupTable props={props} heading={t.funnelHeading} titles={[written, answered, spokenWith, choseSupport]} cells={funnelCells} />
}

const WaitTable = (props: Props) => {
  const t = figuresTexts[props.frame.lang]
  const { covered, entered, due, begun, begunInTime, reached, medianToAttempt, medianToReached } = t.waitsColumns
  const cells = ({ covered: all, waits: w }: Group) => [
    all,
    w.entered,
    w.due,
    w.begun,
    `${w.begunInTime} (${share(w.begunInTime, w.due, t)})`,
    w.reached,
    w.medianToAttempt ?? t.none,
    w.medianToReached ?? t.none,
  ]
  const titles = [covered, entered, due, begun, begunInTime, reached, medianToAttempt, medianToReached]
  return <GroupTable props={props} heading={t.waitsHeading} below={t.median} titles={titles} cells={cells} />
}

const SupportTable = (props: Props) => {
  const t = figuresTexts[props.frame.lang]
  const { departments, groups } = props.figures
  const used = departments.filter(({ key, active }) => active || groups.some(({ support }) => support.chose[key] !== undefined))
  const cells = ({ support }: Group) => [
    support.reached,
    ...used.map(({ key }) => `${support.chose[key] ?? 0} (${share(support.chose[key] ?? 0, support.reached, t)})`),
  ]
  const titles = [t.supportColumns.reached, ...used.map(({ name }) => name)]
  return <GroupTable props={props} heading={t.supportHeading} below={t.supportBelow} titles={titles} cells={cells} />
}

const sumOf = ({ channels }: Group['outside'], of: 'made' | 'answered'): number =>
  figureChannels.reduce((sum, channel) => sum + channels[channel][of], 0)

const outsideCells = ({ outside: o }: Group): Cell[] => [
  o.youths,
  sumOf(o, 'made'),
  sumOf(o, 'answered'),
  o.reached,
  o.choseSupport,
  o.measures.begun,
  o.measures.youths,
]

const measureCells = ({ measures }: Group): Cell[] => [measures.begun, measures.youths]

/** Measures that began, of the covered. */
const MeasureTable = (props: Props) => {
  const t = figuresTexts[props.frame.lang]
  const { begun, youths } = t.measuresColumns
  return <GroupTable props={props} heading={t.measuresHeading} below={t.measuresBelow} titles={[begun, youths]} cells={measureCells} />
}

/** What was done with those outside the target group; nothing is said where there was none. */
const OutsideTable = (props: Props) => {
  const t = figuresTexts[props.frame.lang]
  if (props.figures.groups.every(({ outside }) => outside.youths + outside.measures.begun === 0)) return null
  const { youths, made, answered, reached, choseSupport, measures, measured } = t.outsideColumns
  const titles = [youths, made, answered, reached, choseSupport, measures, measured]
  return <GroupTable props={props} heading={t.outsideHeading} below={t.outsideBelow} titles={titles} cells={outsideCells} />
}

const hasNothing = ({ groups }: OutreachFigures): boolean =>
  groups.every(
    ({ covered, channels, waits, support, outside, measures }) =>
      covered + waits.entered + support.reached + measures.begun + outside.youths + outside.measures.begun === 0 &&
      figureChannels.every((channel) => channels[channel].made === 0),
  )

const Figures = (props: Props) => {
  const t = figuresTexts[props.frame.lang]
  if (hasNothing(props.figures)) {
    return (
      <EmptyState title={t.empty}>
        <p>{t.emptyHelp}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <Channels {...props} />
      <Funnel {...props} />
      <WaitTable {...props} />
      <SupportTable {...props} />
      <MeasureTable {...props} />
      <ItemTable items={props.figures.items} lang={props.frame.lang} />
      <OutsideTable {...props} />
    </>
  )
}

/** The page. */
export const OutreachFiguresPage = (props: Props) => {
  const { frame, figures, problem, may } = props
  const t = figuresTexts[frame.lang]
  const { question } = figures
  return (
    <Page frame={frame} title={t.title} wide>
      <PageHead heading={t.title} below={t.below(shortDay(question.fromOn, frame.lang), shortDay(lastDayOf(question), frame.lang))} />
      <FigureWays current="outreach" may={may} />
      <div class="stack">
        {problem !== null && <Alert kind="warning">{t.problems[problem]}</Alert>}
        <PeriodForm {...props} />
        <Near {...props} />
        <Figures {...props} />
        <Details summary={t.rules}>
          <ul>
            {t.rulesText.map((rule) => (
              <li>{rule}</li>
            ))}
          </ul>
        </Details>
      </div>
    </Page>
  )
}
