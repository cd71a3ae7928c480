/** The list of those who turn 20: how near, and what is left to do with each. */
import { LinkButton } from '../../ui/button.tsx'
import { Card, Figures, Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines, type Cell } from '../../ui/table.tsx'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Turning } from './turning20.actions.ts'
import { daysLeft, leftToDo } from './turning20.rules.ts'
import { stages } from './turning20.types.ts'
import { turningTexts } from './turning20.texts.ts'

export const turningPath = '/fyller-20'
export const onePath = (subjectId: string): string => `/ungdomar/${subjectId}/fyller-20`

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly list: readonly Turning[]
  readonly fallen: number
  readonly mayWrite: boolean
  readonly mayTransfers: boolean
}

function cellsOf({ youth, facts }: Turning, { frame: { lang }, today }: Props): Cell[] {
  const texts = turningTexts[lang]
  const { ending } = facts
  return [
    <span>
      <a href={onePath(youth.subjectId)}>{`${youth.givenName} ${youth.familyName}`.trim()}</a>
      {youth.isProtected && [' ', <Tag tone="warning">{texts.protectedTag}</Tag>]}
    </span>,
    <TwoLines below={texts.days(daysLeft(facts.turns20On, today))} lateBelow={ending === null && facts.turns20On <= today}>
      {shortDay(facts.turns20On, lang)}
    </TwoLines>,
    ending === null ? texts.left(leftToDo(facts)) : texts.outcomes[ending.outcome],
    <TwoLines below={youth.unit ?? ''}>{youth.staff ?? texts.noStaff}</TwoLines>,
  ]
}

const Part = ({ heading, some, ...props }: Props & { readonly heading: string; readonly some: readonly Turning[] }) => {
  const texts = turningTexts[props.frame.lang]
  return (
    <Card heading={heading}>
      <Table
        columns={texts.columns.map((title) => ({ title }))}
        rows={some.map((one) => cellsOf(one, props))}
        empty={texts.nobody}
        headed
        stacks
      />
    </Card>
  )
}

const Counts = ({ frame, list, fallen }: Props) => {
  const texts = turningTexts[frame.lang]
  const open = list.filter(({ facts }) => facts.ending === null)
  const count = (...of: readonly string[]): number => open.filter(({ stage }) => of.includes(stage)).length
  const figures = [
    { label: texts.counted.over, value: count('over') },
    { label: texts.counted.week, value: count('in7') },
    { label: texts.counted.month, value: count('in7', 'in30') },
    ...(fallen === 0 ? [] : [{ label: texts.fallen, value: fallen }]),
    { label: texts.counted.nobody, value: list.filter(({ facts }) => facts.ending?.outcome === 'nobodyTookOver').length },
  ]
  return (
    <Card>
      <Figures figures={figures} />
    </Card>
  )
}

const crumbsOf = (lang: Frame['lang']) => [
  { href: '/samverkan', label: turningTexts[lang].together },
  { href: '', label: turningTexts[lang].title },
]

/** The page. */
export const TurningPage = (props: Props) => {
  const { frame, list, mayWrite, mayTransfers } = props
  const texts = turningTexts[frame.lang]
  const open = list.filter(({ facts }) => facts.ending === null)
  const ended = list.filter(({ facts }) => facts.ending !== null)
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbsOf(frame.lang)}>
      <PageHead heading={texts.title} below={texts.lead}>
        {mayWrite && <LinkButton href="/utskick/ny?tjugo=90">{texts.letters}</LinkButton>}
        {mayTransfers && <LinkButton href="/overflytt">{texts.transfers}</LinkButton>}
      </PageHead>
      <div class="stack">
        <Counts {...props} />
        {stages.map((stage) => (
          <Part {...props} heading={texts.stages[stage]} some={open.filter((one) => one.stage === stage)} />
        ))}
        {ended.length > 0 && <Part {...props} heading={texts.ended} some={ended} />}
      </div>
    </Page>
  )
}
