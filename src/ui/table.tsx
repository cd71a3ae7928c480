/** A table: the first cell of a row may be its heading, numbers stand to the right, and an empty table says so in words. */
import type { Child } from 'hono/jsx'

export type Column = { readonly title: string; readonly isNumber?: boolean }
type Cell = string | number
type Props = {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  readonly caption?: string
  readonly empty?: string
  readonly headed?: boolean
}

const kind = (column: Column | undefined): { class?: string } => (column?.isNumber === true ? { class: 'number' } : {})
const shown = (cell: Cell): string => (typeof cell === 'number' ? cell.toLocaleString('sv-SE') : cell)

const Row = ({ columns, cells, headed }: { columns: readonly Column[]; cells: readonly Cell[]; headed: boolean }) => (
  <tr>
    {cells.map((cell, index) =>
      headed && index === 0 ? <th scope="row">{shown(cell)}</th> : <td {...kind(columns[index])}>{shown(cell)}</td>,
    )}
  </tr>
)

export const Table = ({ columns, rows, caption, empty = '', headed = false }: Props) => (
  <table>
    {caption !== undefined && <caption>{caption}</caption>}
    <thead>
      <tr>
        {columns.map((column) => (
          <th scope="col" {...kind(column)}>
            {column.title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.length === 0 && (
        <tr>
          <td colspan={columns.length}>{empty}</td>
        </tr>
      )}
      {rows.map((cells) => (
        <Row columns={columns} cells={cells} headed={headed} />
      ))}
    </tbody>
  </table>
)

/** A part of the page that may be wider than a phone: it is rolled sideways by itself, also with the keyboard. */
export const Rolling = ({ label, children }: { label: string; children: Child }) => (
  <div class="scroll" tabindex={0} role="region" aria-label={label}>
    {children}
  </div>
)
