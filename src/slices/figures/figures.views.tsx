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
import { FigureWays } from './figure-ways.views.tsx'
import { ItemTable } from './figure-items.views.tsx'
import { figuresTexts } from './figures.texts.ts'
import { figureChannels, groupings, type Grouping } from './figures.types.ts'
import { itemFigures, outreachHidden, type OutreachHidden } from './outreach-hidden.rules.ts'
import { numbersOf, type NumbersOf } from './outreach-number.views.tsx'
import { overviewTexts } from './overview.texts.ts'
import { addressOf, lastDayOf, lastDays, schoolYearOf, type PeriodProblem } from './period.rules.ts'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly figures: OutreachFigures
  readonly problem: PeriodProblem | null
  /** The reader counts the whole municipality. */
  readonly isWhole: boolean
  readonly may: (permission: Permission) => boolean
}
type Shown = Props & { readonly hidden: OutreachHidden }
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

const nameOf = ({ name }: Group, t: Texts, by: Grouping, isWhole: boolean): string =>
  name ?? (by === 'none' && !isWhole ? t.own : t.noGroup[by])

const Channels = ({ frame: { lang }, figures: { groups, question }, hidden }: Shown) => {
  const t = figuresTexts[lang]
  const isSplit = question.by !== 'none'
  const { group, channel, made, answered, share: part, reached } = t.columns
  const numbers = [made, answered, part, reached].map((title) => ({ title, isNumber: true }))
  const rows = groups.flatMap((one) =>
    figureChannels
      .filter((name) => !isSplit || one.channels[name].made > 0)
      .map((name): Cell[] => {
        const { number, share } = numbersOf(one, hidden, lang)
        const at = `channel.${name}`
        const cells = [number(`${at}.made`), number(`${at}.answered`), share(`${at}.answered`, `${at}.made`), number(`${at}.reached`)]
        return [...(isSplit ? [nameOf(one, t, question.by, true)] : []), t.channels[name], ...cells]
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
  readonly cells: (numbers: NumbersOf, group: Group) => readonly Cell[]
}

const GroupTable = ({ props, heading, below, titles, cells }: PerGroup & { props: Shown }) => {
  const { groups, question } = props.figures
  const { lang } = props.frame
  const t = figuresTexts[lang]
  return (
    <Card heading={heading}>
      {below !== undefined && <p class="muted">{below}</p>}
      <Table
        columns={[{ title: t.columns.group }, ...titles.map((title) => ({ title, isNumber: true }))]}
        rows={groups.map((group) => [nameOf(group, t, question.by, props.isWhole), ...cells(numbersOf(group, props.hidden, lang), group)])}
        headed
        stacks
      />
    </Card>
  )
}

const named =
  (names: readonly string[]) =>
  ({ number }: NumbersOf): Cell[] =>
    names.map(number)
const funnelCells = named(['funnel.written', 'funnel.answered', 'funnel.spokenWith', 'funnel.choseSupport'])

const Funnel = (props: Shown) => {
  const t = figuresTexts[props.frame.lang]
  const { written, answered, spokenWith, choseSupport } = t.funnelColumns
  return <GroupTable props={props} heading={t.funnelHeading} titles={[written, answered, spokenWith, choseSupport]} cells={funnelCells} />
}

const waitCells = ({ number, withShare, days }: NumbersOf, { waits: w }: Group): Cell[] => [
  ...['covered', 'waits.entered', 'waits.due', 'waits.begun'].map(number),
  withShare('waits.begunInTime', 'waits.due'),
  number('waits.reached'),
  days(w.medianToAttempt, 'waits.begun'),
  days(w.medianToReached, 'waits.reached'),
]

const WaitTable = (props: Shown) => {
  const t = figuresTexts[props.frame.lang]
  const { covered, entered, due, begun, begunInTime, reached, medianToAttempt, medianToReached } = t.waitsColumns
  const titles = [covered, entered, due, begun, begunInTime, reached, medianToAttempt, medianToReached]
  return <GroupTable props={props} heading={t.waitsHeading} below={t.median} titles={titles} cells={waitCells} />
}

const SupportTable = (props: Shown) => {
  const t = figuresTexts[props.frame.lang]
  const { departments, groups } = props.figures
  const used = departments.filter(({ key, active }) => active || groups.some(({ support }) => support.chose[key] !== undefined))
  const cells = ({ number, withShare }: NumbersOf) => [
    number('support.reached'),
    ...used.map(({ key }) => withShare(`chose.${key}`, 'support.reached')),
  ]
  const titles = [t.supportColumns.reached, ...used.map(({ name }) => name)]
  return <GroupTable props={props} heading={t.supportHeading} below={t.supportBelow} titles={titles} cells={cells} />
}

const outsideCells = named(
  ['youths', 'made', 'answered', 'reached', 'choseSupport', 'measures.begun', 'measures.youths'].map((name) => `outside.${name}`),
)
const measureCells = named(['measures.begun', 'measures.youths'])

/** Measures that began, of the covered. */
const MeasureTable = (props: Shown) => {
  const t = figuresTexts[props.frame.lang]
  const { begun, youths } = t.measuresColumns
  return <GroupTable props={props} heading={t.measuresHeading} below={t.measuresBelow} titles={[begun, youths]} cells={measureCells} />
}

/** What was done with those outside the target group; nothing is said where there was none. */
const OutsideTable = (props: Shown) => {
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
  const { frame, figures } = props
  const t = figuresTexts[frame.lang]
  if (hasNothing(figures)) {
    return (
      <EmptyState title={t.empty}>
        <p>{t.emptyHelp}</p>
      </EmptyState>
    )
  }
  const items = itemFigures(figures.items)
  const hidden = outreachHidden({ groups: figures.groups, items }, figures.question.by !== 'none', figures.smallBelow)
  const shown = { ...props, hidden }
  return (
    <>
      <Channels {...shown} />
      <Funnel {...shown} />
      <WaitTable {...shown} />
      <SupportTable {...shown} />
      <MeasureTable {...shown} />
      <ItemTable items={items} hidden={hidden} lang={frame.lang} />
      <OutsideTable {...shown} />
      {hidden.isAny && <p class="muted">{overviewTexts[frame.lang].small(figures.smallBelow)}</p>}
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
