/** The table of a list: columns that sort, rows to mark, and what an empty list says. */
import { raw } from 'hono/html'
import { Card, EmptyState } from '../../ui/card.tsx'
import { Table, type Column, type MarkedRow } from '../../ui/table.tsx'
import { LangProvider } from '../../ui/ui.texts.ts'
import { tickedValue } from './assign.forms.ts'
import { addressOf, usedFields } from './filter.rules.ts'
import { assignFormId } from './assign.views.tsx'
import { callCell, callColumn } from './call-log.views.tsx'
import type { ListPageProps } from './list.views.tsx'
import { cellOf, columnTitle, nameOf, youthCell, type RowFrame } from './row.views.tsx'
import { worklistTexts } from './worklist.texts.ts'
import { shippedColumns, type ColumnName, type ListView, type SortKey } from './worklist.types.ts'

/** What happened last is asked for first; everything else begins at its beginning. */
const latestFirst: ReadonlySet<SortKey> = new Set(['since', 'lastAttempt'])

function sortLink(view: ListView, key: SortKey): NonNullable<Column['sort']> {
  const isNow = view.sort.key === key
  const descending = isNow ? !view.sort.descending : latestFirst.has(key)
  return {
    href: addressOf({ ...view, sort: { key, descending }, page: 1 }),
    direction: isNow ? (view.sort.descending ? 'descending' : 'ascending') : 'none',
  }
}

const sortOf: Readonly<Partial<Record<ColumnName, SortKey>>> = {
  since: 'since',
  lastReached: 'lastReached',
  lastAttempt: 'lastAttempt',
  nextStep: 'nextDue',
  unit: 'unit',
  responsible: 'responsible',
  birthYear: 'age',
  turns20: 'age',
}

/** The youth's column sorts by name; where no column shows the birth year, age has its own heading in it. */
const columnsOf = ({ frame: { lang }, shown: { view }, mayCall }: ListPageProps, chosen: readonly ColumnName[]): Column[] => [
  { title: worklistTexts[lang].youth, sort: sortLink(view, 'name') },
  ...chosen.map((column): Column => {
    const key = sortOf[column]
    return { title: columnTitle(column, lang, view.tab), sort: key === undefined ? undefined : sortLink(view, key) }
  }),
  ...callColumn(lang, mayCall),
]

const rowsOf = (
  { frame: { lang }, shown: { view, rows, lastNight, hours }, today, me, mayCall }: ListPageProps,
  chosen: readonly ColumnName[],
): MarkedRow[] => {
  const frame: RowFrame = { lang, today, tab: view.tab, lastNight, me: me.staffId, hours }
  const query = addressOf(view).split('?')[1] ?? ''
  return rows.map((row) => ({
    value: tickedValue(row),
    label: nameOf(row),
    cells: [
      youthCell({ row, frame }),
      ...chosen.map((column) => cellOf(column, { row, frame })),
      ...(mayCall ? [callCell(row, lang, query)] : []),
    ],
  }))
}

const Empty = ({ shown: { view }, frame }: ListPageProps) => {
  const t = worklistTexts[frame.lang]
  const isWhole = view.tab === 'toAct' && view.list === null && usedFields(view).length === 0
  return (
    <EmptyState title={isWhole ? t.emptyToAct : t.empty}>
      <p>{t.emptyHelp}</p>
    </EmptyState>
  )
}

const Drawn = (props: ListPageProps) => {
  const { shown, mayAssign } = props
  const chosen = shown.frame.columns ?? shippedColumns
  return (
    <Table
      columns={columnsOf(props, chosen)}
      rows={rowsOf(props, chosen)}
      headed
      stacks
      isWorklist
      {...(mayAssign ? { selection: { name: 'youth', form: assignFormId } } : {})}
    />
  )
}

// Drawing without anything awaited is a text at once.
const htmlOf = (drawn: { toString: () => string | Promise<string> }): string => drawn.toString() as string

/** The same rows drawn in the same way are the same table: drawn once for as long as the rows are remembered. */
const drawn = new WeakMap<object, Map<string, string>>()

/** The rows, or what to do when there are none. */
export const Rows = (props: ListPageProps) => {
  const { shown, frame, today, mayAssign, mayCall } = props
  if (shown.rows.length === 0) return <Empty {...props} />
  const { lang } = frame
  const key = JSON.stringify([lang, today, shown.view, shown.frame.columns, shown.lastNight, shown.hours, mayAssign, mayCall])
  const known = drawn.get(shown.rows) ?? new Map<string, string>()
  drawn.set(shown.rows, known)
  const table =
    known.get(key) ??
    htmlOf(
      <LangProvider value={lang}>
        <Drawn {...props} />
      </LangProvider>,
    )
  known.set(key, table)
  return <Card>{raw(table)}</Card>
}
