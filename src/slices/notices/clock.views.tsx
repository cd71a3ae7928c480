/** The clocks as a table: a line for each school authority, and under it one for each school. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import type { Permission } from '../../kernel/permission.ts'
import { FigureWays } from '../figures/index.ts'
import type { ClockTable } from './clock.actions.ts'
import type { ClockRow } from './clock.rules.ts'
import { clockTexts } from './clock.texts.ts'
import { hoursText } from './words.views.tsx'

type Props = {
  readonly frame: Frame
  readonly table: ClockTable
  readonly from: string
  readonly to: string
  readonly isWrong: boolean
  readonly may: (permission: Permission) => boolean
}

function rowOf({ authority, unit, clocks }: ClockRow, lang: Frame['lang']): Cell[] {
  const t = clockTexts[lang]
  const days = (value: number | null): string => (value === null ? t.few : t.days(hoursText(value, lang)))
  const waited = clocks.waitingLongest === null ? '–' : t.days(String(clocks.waitingLongest))
  const numbers = [clocks.notices, clocks.late, days(clocks.toNotice), clocks.toContact, clocks.attempted]
  const name = unit === null ? <strong>{authority}</strong> : unit
  return [name, ...numbers, clocks.toContact === 0 ? '–' : days(clocks.toAttempt), waited]
}

const SpanForm = ({ lang, from, to }: Pick<Props, 'from' | 'to'> & { lang: Frame['lang'] }) => {
  const t = clockTexts[lang]
  return (
    <form class="row low" method="get" action="/siffror/anmalningar">
      <Field name="fran" type="date" label={t.from} value={from} />
      <Field name="till" type="date" label={t.to} value={to} />
      <Button variant="secondary">{t.show}</Button>
    </form>
  )
}

/** The page. */
export const ClocksPage = ({ frame, table, from, to, isWrong, may }: Props) => {
  const t = clockTexts[frame.lang]
  const columns = Object.values(t.columns).map((title, index) => ({ title, isNumber: index > 0 }))
  return (
    <Page
      frame={frame}
      title={t.title}
      wide
      crumbs={[
        { href: '/siffror', label: t.figures },
        { href: '', label: t.title },
      ]}
    >
      {isWrong && <Alert kind="warning" title={t.wrong} live />}
      <PageHead heading={t.title} below={t.lead(table.lateDays)}>
        {may('notices.read') && <LinkButton href="/anmalningar">{t.desk}</LinkButton>}
      </PageHead>
      <FigureWays current="notices" may={may} />
      <div class="stack">
        <SpanForm lang={frame.lang} from={from} to={to} />
        {table.rows.length === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <Table columns={columns} rows={table.rows.map((row) => rowOf(row, frame.lang))} headed stacks />
        )}
        <p class="muted">{t.note}</p>
      </div>
    </Page>
  )
}
