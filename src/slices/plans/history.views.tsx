/** The versions of a plan: the list, one of them, and what differs between any two, field by field and step by step. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, DefinitionList, Tag } from '../../ui/card.tsx'
import { instantText } from '../../ui/day.texts.ts'
import { Select } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { differencesBetween, type PlanDifference, type StepDifference } from './diff.rules.ts'
import { historyTexts } from './history.texts.ts'
import { placeOf } from './moved.rules.ts'
import type { PlanHistory } from './plan.actions.ts'
import { planPath, underPlan } from './plan-links.ts'
import { planWords } from './plan-words.texts.ts'
import { planTexts } from './plans.texts.ts'
import { planColumns, type PlanVersion } from './plans.types.ts'
import { differenceTitle, fieldText, spanText, stepLine } from './step.views.tsx'

export type HistoryProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly today: PlainDate
  readonly history: PlanHistory
  /** The two that are compared, the earlier first; the same one twice is read by itself. */
  readonly from: PlanVersion
  readonly to: PlanVersion
}

const pathOf = ({ subjectId, history }: HistoryProps, from: number, to: number): string =>
  `${underPlan(subjectId, 'versioner', history.plan.planId)}&fran=${from}&till=${to}#visas`

const byText = ({ byName }: PlanVersion, lang: Lang): string => (byName === '' ? historyTexts[lang].byYouth : byName)

const rowOf = (version: PlanVersion, props: HistoryProps) => {
  const { frame, today } = props
  const [t, w] = [historyTexts[frame.lang], planWords[frame.lang]]
  const { number, change, status, savedAt, acknowledged } = version
  return [
    <a href={pathOf(props, number, number)} aria-label={t.read(number)}>
      {t.version(number)}
    </a>,
    <TwoLines below={w.statuses[status]}>{w.changes[change]}</TwoLines>,
    instantText(savedAt, today, frame.lang),
    byText(version, frame.lang),
    acknowledged === null ? t.none : w.hows[acknowledged.how],
  ]
}

const List = (props: HistoryProps) => {
  const t = historyTexts[props.frame.lang]
  const { version, what, when, by, acknowledged } = t.columns
  const columns = [version, what, when, by, acknowledged].map((title) => ({ title }))
  return (
    <Card heading={t.list}>
      <Table columns={columns} rows={props.history.versions.map((one) => rowOf(one, props))} headed stacks />
    </Card>
  )
}

const Choice = ({ frame, subjectId, history, from, to }: HistoryProps) => {
  const t = historyTexts[frame.lang]
  const options = history.versions.map(({ number }) => ({ value: String(number), label: t.version(number) }))
  return (
    <Card heading={t.compare}>
      <form method="get" action={underPlan(subjectId, 'versioner')} class="row low">
        <input type="hidden" name="plan" value={history.plan.planId} />
        <Select name="fran" label={t.from} options={options} value={String(from.number)} />
        <Select name="till" label={t.to} options={options} value={String(to.number)} />
        <Button variant="secondary">{t.compareDo}</Button>
      </form>
    </Card>
  )
}

type State = 'added' | 'gone' | 'changed' | 'moved'

function statesOf(one: PlanDifference): readonly State[] {
  if (one.kind === 'field') return ['changed']
  if (one.before === null) return ['added']
  if (one.after === null) return ['gone']
  return [...(one.isChanged ? ['changed' as const] : []), ...(one.isMoved ? ['moved' as const] : [])]
}

/** A step as the earlier and as the later version says it; with its place, when it has moved. */
const stepCells = ({ before, after, isMoved }: StepDifference, { frame: { lang }, from, to }: HistoryProps): string[] =>
  [
    { step: before, among: from.steps },
    { step: after, among: to.steps },
  ].map(({ step, among }) => (step === null ? '' : stepLine(step, lang, isMoved ? placeOf(step, among) : null)))

const differenceRow = (one: PlanDifference, props: HistoryProps) => {
  const { frame, from, to } = props
  const { lang } = frame
  const t = historyTexts[lang]
  const step = one.kind === 'step' ? (one.after ?? one.before) : null
  const title = one.kind === 'field' ? differenceTitle(one.field, lang) : step === null ? '' : differenceTitle(step, lang)
  const [before, after] = one.kind === 'field' ? [from, to].map((of) => fieldText(one.field, of, lang)) : stepCells(one, props)
  const shown = (text: string | undefined) => (text === undefined || text === '' ? t.none : <span class="as-typed">{text}</span>)
  const states = statesOf(one).map((state) => t.states[state])
  return [<TwoLines below={states.join(', ')}>{title}</TwoLines>, shown(before), shown(after)]
}

const Differences = (props: HistoryProps) => {
  const { frame, from, to } = props
  const t = historyTexts[frame.lang]
  const rows = differencesBetween(from, to).map((one) => differenceRow(one, props))
  const columns = [t.what, t.version(from.number), t.version(to.number)].map((title) => ({ title }))
  return (
    <Card heading={t.between(from.number, to.number)} id="visas">
      <Table columns={columns} rows={rows} empty={t.same} headed stacks />
    </Card>
  )
}

const Steps = ({ version, lang }: { version: PlanVersion; lang: Lang }) => (
  <div class="spaced">
    {planColumns.map((column) => {
      const steps = version.steps.filter((step) => step.column === column)
      return (
        <>
          <h3>{planWords[lang].columns[column]}</h3>
          {steps.length === 0 ? (
            <p class="muted">{column === 'other' && version.noOtherActor ? planTexts[lang].saidNoOther : planTexts[lang].noSteps}</p>
          ) : (
            <ul>
              {steps.map((step) => (
                <li>{stepLine(step, lang)}</li>
              ))}
            </ul>
          )}
        </>
      )
    })}
  </div>
)

const One = ({ frame: { lang }, today, to: version }: HistoryProps) => {
  const [t, p, w] = [historyTexts[lang], planTexts[lang], planWords[lang]]
  return (
    <Card heading={t.version(version.number)} id="visas">
      <p>
        <Tag>{w.statuses[version.status]}</Tag> {w.changes[version.change]}, {instantText(version.savedAt, today, lang)},{' '}
        {byText(version, lang)}
      </p>
      <DefinitionList
        facts={[
          { term: p.goal, value: <span class="as-typed">{version.goal}</span> },
          { term: p.time, value: spanText(version, lang) },
          { term: t.followUps, value: fieldText('followUpDays', version, lang) || t.none },
          ...(version.endReason === null ? [] : [{ term: w.statuses.ended, value: w.endReasons[version.endReason] }]),
        ]}
      />
      <Steps version={version} lang={lang} />
    </Card>
  )
}

/** The page. */
export const HistoryPage = (props: HistoryProps) => {
  const { frame, subjectId, history, from, to } = props
  const [t, p] = [historyTexts[frame.lang], planTexts[frame.lang]]
  const crumbs = [
    { href: '/ungdomar', label: p.youths },
    { href: `/ungdomar/${subjectId}`, label: p.youth },
    { href: planPath(subjectId), label: p.title },
    { href: '', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      <PageHead heading={t.title} below={t.below}>
        <LinkButton href={planPath(subjectId, history.plan.planId)}>{t.back}</LinkButton>
      </PageHead>
      <div class="stack">
        {history.versions.length > 1 && <Choice {...props} />}
        {from.number === to.number ? <One {...props} /> : <Differences {...props} />}
        <List {...props} />
      </div>
    </Page>
  )
}
