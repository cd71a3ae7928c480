/** Reading a list: its rows, its counts and what stands around it, with one line in the log (DESIGN.md 1, 4 and 5). */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs } from '../audit/index.ts'
import { ladderSettingsFrom, type DayHours } from '../ladder/index.ts'
import { grant } from '../../platform/decision.ts'
import { conditionsOf, readyConditions } from './conditions.rules.ts'
import { asksForPlace, parseView, usedFields } from './filter.rules.ts'
import { readChoices, readEdition, readLastNight, readListFrame, saveColumns, type ListFrame } from './frame.store.ts'
import { countListed, listRows, type ListQuestion } from './list.store.ts'
import { remembered } from './remembered.ts'
import type { Choices, ColumnName, Counts, LastNight, ListRow, ListView } from './worklist.types.ts'

/** Somebody who reads a list, of which municipality, on which day. */
export type Reader = {
  readonly pool: Pool
  readonly code: string
  readonly staffId: string
  readonly unitId: number | null
  readonly scope: Scope
  readonly today: PlainDate
}

const pageSize = 50
const mostInFile = 20_000

export type ShownList = {
  readonly view: ListView
  readonly rows: readonly ListRow[]
  readonly total: number
  readonly counts: Counts
  readonly frame: ListFrame
  readonly choices: Choices
  readonly lastNight: LastNight | null
  /** Where the municipality's parts of the day begin. */
  readonly hours: DayHours
}

/** The question of a view. Whoever asks for a place does not find protected youths; the restricted list is for those with the right. */
export function questionOf(
  { code, scope, staffId, today }: Reader,
  { tab, list, notReachedDays, filter }: ListView,
  runId: number,
): ListQuestion {
  const mayReadProtected = scope.mayReadProtected && !asksForPlace(filter)
  return {
    scope: { ...scope, mayReadProtected },
    day: { today, runId, restrictedIn: mayReadProtected ? code : null },
    tab,
    filter: conditionsOf(filter, today, staffId),
    list,
    lists: readyConditions(today, staffId, notReachedDays),
  }
}

const isPlain = (view: ListView): boolean => usedFields(view).length === 0

const lineOf = (reader: Reader, action: string, view: ListView, count: number) => ({
  actor: reader.staffId,
  action,
  detail: { tab: view.tab, list: view.list, fields: usedFields(view), sort: view.sort.key, page: view.page, count },
})

/** The page that the view asks for, or the last there is. */
const pageOf = ({ page }: ListView, total: number): number => Math.min(page, Math.max(1, Math.ceil(total / pageSize)))

/** Everything that the answer depends on, besides the edition. */
const keyOf = ({ code, scope, staffId, today }: Reader, { tab, list, notReachedDays, filter }: ListView): string =>
  JSON.stringify([code, scope, staffId, today, tab, list, notReachedDays, filter])

type Known = { readonly edition: string; readonly runId: number }

const countsOf = (tx: Tx, reader: Reader, view: ListView, { edition, runId }: Known): Promise<Counts> =>
  remembered(reader.pool, edition, `counts ${keyOf(reader, view)}`, () => countListed(tx, questionOf(reader, view, runId), isPlain(view)))

async function readList(tx: Tx, reader: Reader, asked: ListView): Promise<ShownList> {
  const { pool, scope, staffId } = reader
  const frame = await readListFrame(tx, staffId, reader.unitId)
  const { edition } = frame
  const lastNight = await remembered(pool, edition, 'night', () => readLastNight(tx))
  const choices = await remembered(pool, edition, `choices ${JSON.stringify(scope.units)}`, () => readChoices(tx, scope))
  const runId = lastNight?.runId ?? 0
  const counts = await countsOf(tx, reader, asked, { edition, runId })
  const total = counts.tabs[asked.tab]
  const view = { ...asked, page: pageOf(asked, total) }
  const slice = { sort: view.sort, limit: pageSize, offset: (view.page - 1) * pageSize }
  const question = questionOf(reader, asked, runId)
  const key = `rows ${JSON.stringify([view.sort, view.page])} ${keyOf(reader, asked)}`
  const rows = total === 0 ? [] : await remembered(pool, edition, key, () => listRows(tx, question, slice, isPlain(asked)))
  return { view, rows, total, counts, frame, choices, lastNight, hours: ladderSettingsFrom(frame.ladder).dayHours }
}

/** A page of the list. */
export const showList = (reader: Reader, view: ListView): Promise<ShownList> =>
  readAs(
    reader.pool,
    (shown) => lineOf(reader, 'worklist.list', shown.view, shown.rows.length),
    (tx) => readList(tx, reader, view),
  )

export type ListFile = { readonly rows: readonly ListRow[]; readonly columns: readonly ColumnName[] | null; readonly isTooLong: boolean }

/** All rows of the view, for a file. More than 20,000 is no file: nothing is handed on. */
export const readForFile = (reader: Reader, view: ListView, format: string): Promise<ListFile> =>
  readAs(
    reader.pool,
    (read: ListFile) => {
      const { detail, ...line } = lineOf(reader, 'worklist.export', view, read.isTooLong ? 0 : read.rows.length)
      return { ...line, outcome: read.isTooLong ? 'too-many' : 'done', detail: { ...detail, format } }
    },
    async (tx) => {
      const { columns } = await readListFrame(tx, reader.staffId, reader.unitId)
      const question = questionOf(reader, view, (await readLastNight(tx))?.runId ?? 0)
      const rows = await listRows(tx, question, { sort: view.sort, limit: mostInFile + 1, offset: 0 })
      const isTooLong = rows.length > mostInFile
      return { rows: isTooLong ? [] : rows, columns, isTooLong }
    },
  )

/** Saves which columns the reader wants to see. */
export const chooseColumns = (pool: Pool, staffId: string, columns: readonly ColumnName[]): Promise<unknown> =>
  change(pool, { actor: staffId, action: 'worklist.columns', detail: { columns } }, async (tx) => {
    await saveColumns(tx, staffId, columns)
    return grant(null)
  })

/** How many the list of an address shows: the number and the list that it leads to are asked in the same way. */
export async function countView(tx: Tx, reader: Reader, query: URLSearchParams): Promise<number> {
  const { view } = parseView(query)
  const edition = await readEdition(tx)
  const lastNight = await remembered(reader.pool, edition, 'night', () => readLastNight(tx))
  return (await countsOf(tx, reader, view, { edition, runId: lastNight?.runId ?? 0 })).tabs[view.tab]
}
