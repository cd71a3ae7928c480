/** A table: the first cell of a row may be its heading, numbers stand to the right, and an empty table says so in words. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../kernel/lang.ts'
import { numberText, useLang, useTexts } from './ui.texts.ts'

/** The order a column is in now, and where a press on its heading leads. */
export type Sort = { readonly href: string; readonly direction: 'ascending' | 'descending' | 'none' }

/** A column. */
export type Column = {
  readonly title: string
  readonly isNumber?: boolean
  readonly sort?: Sort | undefined
}

/** What a cell holds: words, a number (written as the language writes it), or JSX. */
export type Cell = Child

/** A row that can be marked: `value` is sent, `label` says whose row it is. */
export type MarkedRow = { readonly cells: readonly Cell[]; readonly value: string; readonly label: string; readonly checked?: boolean }

/**
 * Boxes before the rows. `name` is what the boxes are called; `form` the id of the form when the table stands outside it.
 * `oneByOne`: there is no box for all, since each row is to be thought about.
 */
export type Selection = { readonly name: string; readonly form?: string; readonly oneByOne?: boolean }

type Props = {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[] | MarkedRow)[]
  readonly caption?: string | undefined
  readonly empty?: string | undefined
  /** The first cell of each row is its heading. */
  readonly headed?: boolean
  /** Rows become blocks on a phone, each cell under its column's title. */
  readonly stacks?: boolean
  /** Rows with value and label have a box; the rest have none. */
  readonly selection?: Selection | undefined
  /** j, k, Enter and x move in it. One table a page. */
  readonly isWorklist?: boolean
}

const kind = (column: Column | undefined): { class?: string } => (column?.isNumber === true ? { class: 'number' } : {})
const isMarked = (row: readonly Cell[] | MarkedRow): row is MarkedRow => 'cells' in row

/** The words and the way of writing numbers are looked up once a table, not once a cell: a list has hundreds of cells. */
type Drawn = { readonly lang: Lang; readonly selectRow: string }

const shown = (cell: Cell, lang: Lang): Cell => (typeof cell === 'number' ? numberText(cell, lang) : cell)

const boxOf = (selection: Selection, row: MarkedRow, { selectRow }: Drawn) => (
  <td class="mark-cell">
    <input
      class="ds-input"
      type="checkbox"
      name={selection.name}
      value={row.value}
      checked={row.checked === true}
      aria-label={`${selectRow} ${row.label}`}
      {...(selection.form === undefined ? {} : { form: selection.form })}
    />
  </td>
)

/** A row that cannot be marked, among those that can. */
const NoBox = () => (
  <td class="mark-cell">
    <span aria-hidden="true">–</span>
  </td>
)

type RowProps = Pick<Props, 'columns' | 'selection'> & { row: readonly Cell[] | MarkedRow; headed: boolean }

const rowOf = ({ columns, row, headed, selection }: RowProps, drawn: Drawn) => (
  <tr>
    {selection !== undefined && (isMarked(row) ? boxOf(selection, row, drawn) : <NoBox />)}
    {(isMarked(row) ? row.cells : row).map((cell, index) =>
      headed && index === 0 ? (
        <th scope="row">{shown(cell, drawn.lang)}</th>
      ) : (
        <td {...kind(columns[index])} data-title={columns[index]?.title ?? ''}>
          {shown(cell, drawn.lang)}
        </td>
      ),
    )}
  </tr>
)

const signs = { ascending: '↑', descending: '↓', none: '↕' } as const

const Heading = ({ column }: { column: Column }) => (
  <th scope="col" {...kind(column)} {...(column.sort === undefined ? {} : { 'aria-sort': column.sort.direction })}>
    {column.sort === undefined ? (
      column.title
    ) : (
      <a class="sort" href={column.sort.href}>
        {column.title}
        <span aria-hidden="true">{` ${signs[column.sort.direction]}`}</span>
      </a>
    )}
  </th>
)

/** Without script the box for all does nothing, so it is hidden until the script shows it. */
const AllBox = () => {
  const { selectAll } = useTexts()
  return (
    <td class="mark-cell" data-title={selectAll}>
      <input class="ds-input" type="checkbox" data-all hidden aria-label={selectAll} />
    </td>
  )
}

const classOf = (stacks: boolean, selection: Selection | undefined): string =>
  ['ds-table', ...(stacks ? ['stacks'] : []), ...(selection === undefined ? [] : ['marked'])].join(' ')

/** A table of words, numbers and JSX; see the props for sorting, marking and phones. */
export const Table = ({ columns, rows, caption, empty, headed = false, stacks = false, selection, isWorklist = false }: Props) => {
  const { nothing, selectRow } = useTexts()
  const drawn = { lang: useLang(), selectRow }
  return (
    <table class={classOf(stacks, selection)} {...(isWorklist ? { 'data-worklist': '' } : {})}>
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {selection !== undefined && (selection.oneByOne === true ? <td class="mark-cell">{null}</td> : <AllBox />)}
          {columns.map((column) => (
            <Heading column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && (
          <tr>
            <td colspan={columns.length + (selection === undefined ? 0 : 1)}>{empty ?? nothing}</td>
          </tr>
        )}
        {rows.map((row) => rowOf({ columns, row, headed, selection }, drawn))}
      </tbody>
    </table>
  )
}

type TwoLinesProps = { readonly children: Child; readonly below: Child; readonly late?: boolean; readonly lateBelow?: boolean }

/** A cell of two lines: what it is, and in grey its context. `late` is red and bold: for what is late or dead, and the words must say so too. */
export const TwoLines = ({ children, below, late = false, lateBelow = false }: TwoLinesProps) => (
  <>
    {late ? <span class="late">{children}</span> : children}
    <small class={lateBelow ? 'below late' : 'below'}>{below}</small>
  </>
)

/** How many rows are marked, kept by the script; without script it is not there. */
export const SelectedCount = () => (
  <output class="muted" data-selected={useTexts().selected} hidden>
    0
  </output>
)

/** A part of the page that may be wider than a phone: it is rolled sideways by itself, also with the keyboard. */
export const Rolling = ({ label, children }: { readonly label: string; readonly children: Child }) => (
  <div class="scroll" tabindex={0} role="region" aria-label={label}>
    {children}
  </div>
)
