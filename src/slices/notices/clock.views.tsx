/** The clocks as a table: a line for each school authority, and under it one for each school. */
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/card.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { Permission } from '../../kernel/permission.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { FigureWays, halfYears, HiddenNumber, type HalfYear } from '../figures/index.ts'
import type { Shown, ShownDays, ShownRow } from './clock-hidden.ts'
import type { ClockTable } from './clock.actions.ts'
import { clockTexts } from './clock.texts.ts'
import { hoursText } from './words.views.tsx'

export const clocksPath = '/siffror/anmalningar'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly half: HalfYear
  readonly table: ClockTable
  readonly may: (permission: Permission) => boolean
}

function rowOf({ authority, unit, shown }: ShownRow, lang: Frame['lang']): Cell[] {
  const t = clockTexts[lang]
  const number = (value: Shown): Cell => value ?? <HiddenNumber lang={lang} />
  const days = (value: ShownDays): string => (value === 'few' ? t.few : value === 'nobody' ? '–' : t.days(hoursText(value, lang)))
  return [
    unit === null ? <strong>{authority}</strong> : unit,
    number(shown.notices),
    number(shown.late),
    days(shown.toNotice),
    number(shown.toContact),
    number(shown.attempted),
    days(shown.toAttempt),
    days(shown.waitingLongest),
  ]
}

const Halves = ({ lang, today, half }: Pick<Props, 'today' | 'half'> & { lang: Frame['lang'] }) => {
  const t = clockTexts[lang]
  const links = halfYears(today).map(({ key }) => ({
    href: `${clocksPath}?halvar=${key}`,
    label: t.half(key),
    count: null,
    current: key === half.key,
  }))
  return <Tabs label={t.label} links={links} />
}

/** The page. */
export const ClocksPage = ({ frame, today, half, table, may }: Props) => {
  const { lang } = frame
  const t = clockTexts[lang]
  const columns = Object.values(t.columns).map((title, index) => ({ title, isNumber: index > 0 }))
  const crumbs = [
    { href: '/siffror', label: t.figures },
    { href: '', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} wide crumbs={crumbs}>
      <PageHead heading={t.title} below={t.lead(table.lateDays)}>
        {may('notices.read') && <LinkButton href="/anmalningar">{t.desk}</LinkButton>}
      </PageHead>
      <FigureWays current="notices" may={may} />
      <Halves lang={lang} today={today} half={half} />
      <div class="stack">
        {table.rows.length === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <Table columns={columns} rows={table.rows.map((row) => rowOf(row, lang))} headed stacks />
        )}
        <p class="muted">{t.note(table.smallBelow)}</p>
      </div>
    </Page>
  )
}
