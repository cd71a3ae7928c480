/** A development item: raised, and taken forward step by step. */
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { publicationTitle, type PublicationHead } from '../reports/index.ts'
import type { OneItem } from './item.actions.ts'
import { nextSteps, stateOf } from './item.rules.ts'
import { NumberThen } from './number.views.tsx'
import { itemPath, StateTags } from './overview.views.tsx'
import { steeringPath } from './plan.views.tsx'
import { steeringTexts } from './steering.texts.ts'

export type ItemDraft = { readonly value: (field: string) => string; readonly problems: readonly FieldProblem[] }

const crumbsOf = (lang: Frame['lang'], label: string) => [
  { href: steeringPath, label: steeringTexts[lang].title },
  { href: '', label },
]

type RaiseProps = {
  readonly frame: Frame
  readonly reports: readonly PublicationHead[]
  readonly draft: ItemDraft
  readonly once: string
}

const reportText = (report: PublicationHead, lang: Frame['lang']): string => `${publicationTitle(report, lang)} (${report.at.slice(0, 10)})`

/** A new item, from a published report or not. */
export const RaisePage = ({ frame, reports, draft, once }: RaiseProps) => {
  const t = steeringTexts[frame.lang]
  const f = t.fields
  const at = (name: string) => ({ name, value: draft.value(name), problem: problemOf(draft.problems, name) })
  return (
    <Page frame={frame} title={t.raiseTitle} crumbs={crumbsOf(frame.lang, t.raiseTitle)}>
      <FormErrors problems={draft.problems} />
      <PageHead heading={t.raiseTitle} />
      <Card>
        <Form frame={frame} action={`${steeringPath}/fragor/ny`} once={once}>
          <Field {...at('title')} label={f.title} maxlength={160} required />
          <TextArea {...at('why')} label={f.why} hint={f.whyHint} maxlength={2000} required />
          <Select
            {...at('report')}
            label={f.report}
            options={reports.map((one) => ({ value: one.id, label: reportText(one, frame.lang) }))}
            blank={f.noReport}
            required={false}
          />
          <Field {...at('board')} label={f.board} maxlength={120} required={false} />
          <Button>{t.raiseDo}</Button>
        </Form>
      </Card>
    </Page>
  )
}

type ItemProps = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly one: OneItem
  readonly draft: ItemDraft
  readonly mayStep: boolean
  readonly mayFigures: boolean
  readonly once: string
}

const History = ({ frame: { lang }, one: { item } }: ItemProps) => {
  const t = steeringTexts[lang]
  const rows = item.steps.map(({ kind, onDay, said, dueOn, byName }) => [
    shortDay(onDay, lang),
    t.acts[kind],
    dueOn === null ? said : <TwoLines below={t.dueOn(shortDay(dueOn, lang))}>{said}</TwoLines>,
    byName,
  ])
  return <Table columns={Object.values(t.historyColumns).map((title) => ({ title }))} rows={rows} empty={t.historyNone} headed stacks />
}

const Next = ({ frame, today, one: { item }, draft, once }: ItemProps) => {
  const t = steeringTexts[frame.lang]
  const f = t.stepFields
  const kinds = nextSteps(stateOf(item))
  const at = (name: string) => ({ name, value: draft.value(name), problem: problemOf(draft.problems, name) })
  if (kinds.length === 0) return <p class="muted">{t.nextNone}</p>
  const onDay = at('onDay')
  return (
    <Form frame={frame} action={`${itemPath(item.itemId)}/steg`} once={once}>
      <input type="hidden" name="seen" value={String(item.steps.length)} />
      <RadioGroup {...at('kind')} label={f.kind} options={kinds.map((value) => ({ value, label: t.acts[value] }))} required />
      <Field {...onDay} value={onDay.value === '' ? today : onDay.value} type="date" label={f.onDay} required />
      <TextArea {...at('said')} label={f.said} hint={f.saidHint} maxlength={2000} required={false} />
      {kinds.includes('approved') && <Field {...at('dueOn')} type="date" label={f.dueOn} hint={f.dueOnHint} required={false} />}
      <Button>{t.stepDo}</Button>
    </Form>
  )
}

const FromReport = ({ frame: { lang }, one: { report }, mayFigures }: ItemProps) => {
  if (report === null) return null
  const text = reportText(report, lang)
  return (
    <p>
      {steeringTexts[lang].fromReport}: {mayFigures ? <a href={`/rapporter/publicerat/${report.id}`}>{text}</a> : text}
    </p>
  )
}

/** What the item is about, and where it stands. */
const About = (props: ItemProps) => {
  const {
    frame: { lang },
    today,
    one: { item },
  } = props
  return (
    <Card>
      <p>
        <StateTags item={item} today={today} lang={lang} />
      </p>
      <p>{item.why}</p>
      {item.board !== '' && <p>{`${steeringTexts[lang].columns.board}: ${item.board}`}</p>}
      {item.number !== null && <NumberThen number={item.number} lang={lang} mayFigures={props.mayFigures} />}
      <FromReport {...props} />
    </Card>
  )
}

/** One item. */
export const ItemPage = (props: ItemProps) => {
  const { frame, one, draft, mayStep } = props
  const { item } = one
  const { lang } = frame
  const t = steeringTexts[lang]
  return (
    <Page frame={frame} title={t.items} crumbs={crumbsOf(lang, item.title)}>
      <FormErrors problems={draft.problems} />
      <PageHead heading={item.title} below={t.raisedBy(item.raisedName, longDay(item.raisedOn, lang))} />
      <div class="stack">
        <About {...props} />
        <Card heading={t.history}>
          <History {...props} />
        </Card>
        {mayStep && (
          <Card heading={t.next}>
            <Next {...props} />
          </Card>
        )}
      </div>
    </Page>
  )
}
