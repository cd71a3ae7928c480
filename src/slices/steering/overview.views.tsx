/** /styrning: the plan in force, the draft, the items, and the way to the yearly report. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns, EmptyState, Tag, type Tone } from '../../ui/card.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { dueOf, isLate, stateOf } from './item.rules.ts'
import { planTexts } from './plan.texts.ts'
import { draftPath, steeringPath, versionPath } from './plan.views.tsx'
import type { Overview } from './steering.actions.ts'
import { steeringTexts } from './steering.texts.ts'
import type { Item, ItemState } from './steering.types.ts'

export const itemPath = (itemId: string): string => `${steeringPath}/fragor/${itemId}`
export const yearlyPath = `${steeringPath}/arsrapport`

const tones: Readonly<Record<ItemState, Tone>> = {
  raised: 'neutral',
  forum: 'info',
  steeringGroup: 'info',
  approved: 'success',
  rejected: 'neutral',
  postponed: 'warning',
  settled: 'neutral',
  done: 'success',
}

/** Where an item stands, and that it is late. */
export const StateTags = ({ item, today, lang }: { readonly item: Item; readonly today: PlainDate; readonly lang: Frame['lang'] }) => {
  const t = steeringTexts[lang]
  const state = stateOf(item)
  return (
    <>
      <Tag tone={tones[state]}>{t.states[state]}</Tag> {isLate(item, today) && <Tag tone="danger">{t.late}</Tag>}
    </>
  )
}

type ItemsProps = { readonly items: readonly Item[]; readonly today: PlainDate; readonly lang: Frame['lang'] }

/** Items in the order they are given. */
export const ItemsTable = ({ items, today, lang }: ItemsProps) => {
  const t = steeringTexts[lang]
  const rows = items.map((item) => {
    const dueOn = dueOf(item)
    return [
      <TwoLines below={item.board}>
        <a href={itemPath(item.itemId)}>{item.title}</a>
      </TwoLines>,
      <StateTags item={item} today={today} lang={lang} />,
      shortDay(item.raisedOn, lang),
      dueOn === null ? '' : shortDay(dueOn, lang),
    ]
  })
  const { item, state, raised, due } = t.columns
  const columns = [item, state, raised, due].map((title) => ({ title }))
  return <Table columns={columns} rows={rows} empty={t.itemsNone} headed stacks />
}

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly overview: Overview
  readonly mayEdit: boolean
  readonly mayRaise: boolean
  readonly mayFigures: boolean
  readonly once: string
}

const Review = ({ frame: { lang }, overview: { plan, review } }: Props) => {
  const t = planTexts[lang]
  const reviewOn = plan?.adoption?.reviewOn ?? null
  if (reviewOn === null || review === 'holds' || review === 'none') return null
  const day = longDay(reviewOn, lang)
  return <Alert kind="warning">{review === 'overdue' ? t.reviewOver(day) : t.reviewSoon(day)}</Alert>
}

/** What can be done with the plan: read it, go to its draft, begin one. */
const PlanActs = ({ frame, overview: { plan, draft }, mayEdit, once }: Props) => {
  const t = planTexts[frame.lang]
  return (
    <div class="row">
      {plan !== null && <LinkButton href={versionPath(plan.version)}>{t.open}</LinkButton>}
      {mayEdit && draft !== null && <LinkButton href={draftPath}>{t.toDraft}</LinkButton>}
      {mayEdit && draft === null && (
        <Form frame={frame} action={draftPath} once={once} inline label={t.draft}>
          <Button variant="secondary">{plan === null ? t.beginFirst : t.begin}</Button>
        </Form>
      )}
    </div>
  )
}

/** The plan in force in short: its parts, and who answers for each. */
const PlanInShort = ({ frame: { lang }, overview: { plan } }: Props) => {
  const t = planTexts[lang]
  const adoption = plan?.adoption ?? null
  if (plan === null || adoption === null)
    return (
      <EmptyState title={t.none}>
        <p>{t.noneText}</p>
      </EmptyState>
    )
  return (
    <>
      <p>
        {t.version(plan.version)} · {t.adopted(adoption.adoptedBy, longDay(adoption.adoptedOn, lang))}
        <br />
        {t.review(longDay(adoption.reviewOn, lang))}
      </p>
      <ul>
        {plan.parts.map(({ heading, board }) => (
          <li>
            {heading} <span class="muted">{`(${board})`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const Versions = ({ frame: { lang }, overview: { versions } }: Props) => {
  const t = planTexts[lang]
  const adopted = versions.flatMap(({ version, adoption }) => (adoption === null ? [] : [{ version, adoption }]))
  if (adopted.length === 0) return null
  const rows = adopted.map(({ version, adoption }) => [
    <a href={versionPath(version)}>{t.version(version)}</a>,
    shortDay(adoption.adoptedOn, lang),
    adoption.adoptedBy,
    shortDay(adoption.reviewOn, lang),
  ])
  return (
    <Card heading={t.versions}>
      <Table columns={Object.values(t.versionColumns).map((title) => ({ title }))} rows={rows} headed stacks />
    </Card>
  )
}

/** The plan in short with what can be done, and its versions. */
const PlanSide = (props: Props) => (
  <>
    <Card heading={planTexts[props.frame.lang].title}>
      <PlanInShort {...props} />
      <PlanActs {...props} />
    </Card>
    <Versions {...props} />
  </>
)

/** The page. */
export const OverviewPage = (props: Props) => {
  const { frame, today, overview, mayRaise, mayFigures } = props
  const t = steeringTexts[frame.lang]
  return (
    <Page
      frame={frame}
      title={t.title}
      crumbs={[
        { href: '/samverkan', label: t.together },
        { href: '', label: t.title },
      ]}
    >
      <PageHead heading={t.title} below={t.below}>
        {mayFigures && <LinkButton href={yearlyPath}>{t.yearly}</LinkButton>}
        {mayRaise && <LinkButton href={`${steeringPath}/fragor/ny`}>{t.raise}</LinkButton>}
      </PageHead>
      <div class="stack">
        <Review {...props} />
        <Columns
          main={
            <Card heading={t.items}>
              <ItemsTable items={overview.items} today={today} lang={frame.lang} />
            </Card>
          }
          side={<PlanSide {...props} />}
        />
      </div>
    </Page>
  )
}
