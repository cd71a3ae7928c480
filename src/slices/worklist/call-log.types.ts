/** A row of a list by itself. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { DayHours } from '../ladder/index.ts'
import type { ColumnName, LastNight, ListRow, Tab } from './worklist.types.ts'

/** The row, and how the reader's list shows it. */
export type FreshRow = {
  readonly row: ListRow
  readonly columns: readonly ColumnName[]
  readonly frame: {
    readonly today: PlainDate
    readonly tab: Tab
    readonly lastNight: LastNight | null
    readonly me: string
    readonly hours: DayHours
  }
}
