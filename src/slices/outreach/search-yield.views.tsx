/** GET /uppsok/utbyte: what searches gave in a period, by source and by district. */
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Cards, Figures } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import type { ShownYield } from './search.actions.ts'
import { searchTexts } from './search.texts.ts'
import type { Yield } from './search.types.ts'

/** The period as it was asked for; the last day is included. */
export type AskedPeriod = { readonly from: string; readonly until: string; readonly isUnread: boolean }

type Texts = (typeof searchTexts)[Frame['lang']]

const shareText = (t: Texts, { searched, valid }: Yield): string => (searched === 0 ? '–' : t.percent(Math.round((100 * valid) / searched)))

const YieldTable = ({ t, first, rows }: { t: Texts; first: string; rows: readonly (Yield & { name: string })[] }) => (
  <Table
    columns={[{ title: first }, ...[t.searched, t.found, t.valid, t.share].map((title) => ({ title, isNumber: true }))]}
    rows={rows.map((row) => [row.name, row.searched, row.found, row.valid, shareText(t, row)])}
    empty={t.none}
    headed
    stacks
  />
)

const Period = ({ t, asked }: { t: Texts; asked: AskedPeriod }) => {
  const problem = asked.isUnread ? t.badDay : undefined
  return (
    <form method="get" action="/uppsok/utbyte" class="row low">
      <Field name="fran" type="date" label={t.from} value={asked.from} problem={problem} />
      <Field name="till" type="date" label={t.until} value={asked.until} />
      <Button variant="secondary">{t.show}</Button>
    </form>
  )
}

type Props = { readonly frame: Frame; readonly shown: ShownYield; readonly asked: AskedPeriod }

const Totals = ({ t, total }: { t: Texts; total: Yield }) => (
  <div class="spaced">
    <Figures
      figures={[
        { label: t.searched, value: total.searched },
        { label: t.found, value: total.found },
        { label: t.valid, value: total.valid },
        { label: t.share, value: shareText(t, total) },
      ]}
    />
  </div>
)

/** The yield of a period. */
export const YieldPage = ({ frame, shown: { by, steps }, asked }: Props) => {
  const t = searchTexts[frame.lang]
  const stepRows = by.steps.map((row) => ({ ...row, name: steps.find(({ key }) => key === row.step)?.name ?? row.step }))
  const districtRows = by.districts.map((row) => ({ ...row, name: row.district ?? t.noDistrict }))
  const crumbs = [
    { href: '/uppsok', label: t.crumb },
    { href: '', label: t.yieldTitle },
  ]
  const heading = `${t.yieldTitle}: ${t.yieldSentence(by.total.searched, by.total.valid)}`
  return (
    <Page frame={frame} title={t.yieldTitle} crumbs={crumbs}>
      <PageHead heading={heading} below={`${t.validMeaning} ${t.countedMeaning}`}>
        <LinkButton href="/uppsok/saknar-nummer">{t.toList}</LinkButton>
      </PageHead>
      <Period t={t} asked={asked} />
      <Totals t={t} total={by.total} />
      <Cards>
        <Card heading={t.byStep}>
          <YieldTable t={t} first={t.step} rows={stepRows} />
        </Card>
        <Card heading={t.byDistrict}>
          <YieldTable t={t} first={t.district} rows={districtRows} />
        </Card>
      </Cards>
    </Page>
  )
}
