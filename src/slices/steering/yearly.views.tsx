/** The yearly report on the screen: what it is made of, and the file. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { Select } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { daysText, PublicationBody, publicationTitle, reportAddress, type Publication } from '../reports/index.ts'
import { planTexts } from './plan.texts.ts'
import { itemPath, ItemsTable, yearlyPath } from './overview.views.tsx'
import { steeringPath, versionPath } from './plan.views.tsx'
import { steeringTexts } from './steering.texts.ts'
import type { Yearly } from './yearly.actions.ts'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly yearly: Yearly
  /** The figures that it takes; null: none are published. */
  readonly figures: Publication | null
}

const yearsShown = 6

const Year = ({ frame: { lang }, today, yearly: { year } }: Props) => {
  const t = steeringTexts[lang]
  const latest = Number(today.slice(0, 4))
  const years = [...new Set([...Array.from({ length: yearsShown }, (_, back) => latest - back), year])].toSorted(
    (one, other) => other - one,
  )
  return (
    <form class="row" method="get" action={yearlyPath}>
      <Select name="ar" label={t.year} options={years.map((one) => ({ value: String(one), label: String(one) }))} value={String(year)} />
      <Button variant="secondary">{t.show}</Button>
    </form>
  )
}

const PlanLine = ({ frame: { lang }, yearly: { plan } }: Props) => {
  const [t, p] = [steeringTexts[lang], planTexts[lang]]
  const adoption = plan?.adoption ?? null
  if (plan === null || adoption === null) return <p class="muted">{t.noPlan}</p>
  return (
    <p>
      <a href={versionPath(plan.version)}>{p.version(plan.version)}</a>
      {` · ${p.adopted(adoption.adoptedBy, longDay(adoption.adoptedOn, lang))}`}
    </p>
  )
}

const DecidedTable = ({ frame: { lang }, yearly: { decided } }: Props) => {
  const t = steeringTexts[lang]
  const rows = decided.map(({ item, step }) => [
    shortDay(step.onDay, lang),
    <a href={itemPath(item.itemId)}>{item.title}</a>,
    t.states[step.kind],
    step.said,
  ])
  return <Table columns={Object.values(t.decidedColumns).map((title) => ({ title }))} rows={rows} empty={t.decidedNone} headed stacks />
}

const OpenItems = ({ frame: { lang }, yearly: { open, isOver, on } }: Props) => {
  const t = steeringTexts[lang]
  return (
    <Card heading={isOver ? t.open : t.openNow}>
      {open.length === 0 ? <p class="muted">{t.openNone}</p> : <ItemsTable items={open} today={on} lang={lang} />}
    </Card>
  )
}

const FiguresLine = ({ frame: { lang }, yearly: { year }, figures }: Props) => {
  const t = steeringTexts[lang]
  const isOfYear = figures?.kind === 'annual'
  return (
    <>
      {figures === null ? (
        <p>{t.figuresNone}</p>
      ) : (
        <p>
          {t.figuresFrom(publicationTitle(figures, lang), daysText(figures, lang), figures.at, figures.by)}{' '}
          <a href={`/rapporter/publicerat/${figures.id}`}>{publicationTitle(figures, lang)}</a>
        </p>
      )}
      {!isOfYear && (
        <>
          <p class="muted">{t.figuresHow}</p>
          <LinkButton href={reportAddress({ kind: 'annual', year })}>{t.publish}</LinkButton>
        </>
      )}
    </>
  )
}

/** The page. */
export const YearlyPage = (props: Props) => {
  const { frame, yearly, figures } = props
  const t = steeringTexts[frame.lang]
  const crumbs = [
    { href: steeringPath, label: t.title },
    { href: '', label: t.yearly },
  ]
  return (
    <Page frame={frame} title={t.yearly} crumbs={crumbs}>
      <PageHead heading={t.yearlyTitle(yearly.year)} below={t.yearlyText}>
        <LinkButton href={`${yearlyPath}/pdf?ar=${yearly.year}`}>{t.pdf}</LinkButton>
      </PageHead>
      <div class="stack">
        <Year {...props} />
        {!yearly.isOver && <Alert kind="info">{t.ongoing(longDay(yearly.on, frame.lang))}</Alert>}
        <Card heading={yearly.isOver ? t.plan : t.planNow}>
          <PlanLine {...props} />
        </Card>
        <Card heading={t.decided}>
          <DecidedTable {...props} />
        </Card>
        <OpenItems {...props} />
        <Card heading={t.figures}>
          <FiguresLine {...props} />
        </Card>
        {figures !== null && <PublicationBody frame={frame} publication={figures} mayRaise={false} />}
      </div>
    </Page>
  )
}
