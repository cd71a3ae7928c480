/** Reading an admission list: those who are in the register get its answer, the others are counted and forgotten. */
import { createHash } from 'node:crypto'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { Refused } from '../../platform/failure.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { change, readAs, writeAuditLine } from '../audit/index.ts'
import { cutOff, textRows, type Mapping } from '../feeds/index.ts'
import { listSettings } from '../settings/index.ts'
import type { ListRow, ReadList, Round } from './admissions.types.ts'
import { latestRows, listShape, readListRow, type RowFault } from './list-row.rules.ts'
import { forgetSeasons, listLists, markTakenBack, saveList } from './list.store.ts'
import { radarSettingsFrom } from './radar-settings.rules.ts'
import { seasonOf } from './season.rules.ts'

/** A list as it is handed in. */
export type HandedList = {
  readonly round: Round
  /** The day that the list is of. */
  readonly on: PlainDate
  readonly text: string
  readonly mapping: Mapping
  /** What the list is called where something is wrong with it. */
  readonly name: string
}

/** A row that could not be used, by where it stands: never what stood there. */
export type FaultyRow = { readonly reference: string; readonly fault: RowFault }
export type ParsedList = { readonly count: number; readonly rows: readonly ListRow[]; readonly faults: readonly FaultyRow[] }

/** The rows of a list. @throws Refused when it is no such table, or was cut in the middle of a row */
export function parseList({ text, mapping, name, on }: HandedList): ParsedList {
  const all = textRows(text, listShape, mapping, name)
  const last = all.at(-1)
  if (last !== undefined && last.mayBeCut && (!last.hasAllColumns || last.endsOpen)) throw cutOff(last)
  const rows: ListRow[] = []
  const faults: FaultyRow[] = []
  for (const { fields, hasAllColumns, reference } of all) {
    const row = readListRow(fields, hasAllColumns, dayOf(on))
    if (typeof row === 'string') faults.push({ reference, fault: row })
    else rows.push(row)
  }
  return { count: all.length, rows: latestRows(rows), faults }
}

/** Who reads it: a colleague, or a command (no staff id). */
export type ListReader = { readonly actor: string; readonly staffId: string | null; readonly today: PlainDate }
export type ListRefusal = 'ahead' | 'outside-season' | 'nothing-usable' | 'already-read'
/** `answers`: youths of the register who got an answer. `before`: the list had been read, as of that day, and they have come to the register since. */
export type ListRead = {
  readonly count: number
  readonly answers: number
  readonly unknown: number
  readonly before: PlainDate | null
  readonly faults: readonly FaultyRow[]
}

/** The same rows in another order are the same list. */
const fingerprintOf = (rows: readonly ListRow[]): Buffer =>
  createHash('sha256')
    .update(
      rows
        .map(({ number, state }) => `${number} ${state}`)
        .toSorted()
        .join('\n'),
    )
    .digest()

/** Whether a list is of a day of the season: before it is the preliminary admission, which decides nothing. */
async function isOfSeason(tx: Tx, on: PlainDate): Promise<boolean> {
  const { fromOn, lastOn } = seasonOf(Number(on.slice(0, 4)), radarSettingsFrom(await listSettings(tx, 'infinity')))
  return on >= fromOn && on <= lastOn
}

/**
 * Reads a list. Refused: `ahead` (its day has not come), `outside-season`, `nothing-usable` (no row could be read), `already-read` (and nobody of it
 * has come to the register since). @throws Refused when it is no such table
 */
export function readList(pool: Pool, reader: ListReader, list: HandedList): Promise<Decision<ListRead, ListRefusal>> {
  const { round, on } = list
  const { count, rows, faults } = parseList(list)
  const detail = { round, on, rows: count, unreadable: faults.length }
  return change<ListRead, ListRefusal>(pool, { actor: reader.actor, action: 'admissions.readList', detail }, async (tx) => {
    if (on > reader.today) return refuse('ahead')
    if (!(await isOfSeason(tx, on))) return refuse('outside-season')
    if (rows.length === 0) return refuse('nothing-usable')
    const year = Number(on.slice(0, 4))
    const made = { year, round, on, fingerprint: fingerprintOf(rows), rows: count, unreadable: faults.length, readBy: reader.staffId }
    const saved = await saveList(tx, made, rows)
    return saved.before !== null && saved.answers === 0 ? refuse('already-read') : grant({ count, faults, ...saved })
  })
}

/** Takes back a list that should not have been read: it stays, and says nothing any longer. Refused: `missing`, `taken-back-already`. */
export const takeBackList = (pool: Pool, staffId: string, listId: string): Promise<Decision<null, 'missing' | 'taken-back-already'>> =>
  change<null, 'missing' | 'taken-back-already'>(
    pool,
    { actor: staffId, action: 'admissions.takeBackList', detail: { listId } },
    async (tx) => {
      const taken = await markTakenBack(tx, listId, staffId)
      if (taken === null) return refuse('missing')
      return taken ? grant(null) : refuse('taken-back-already')
    },
  )

/** The lists that have been read this year. */
export const readLists = (pool: Pool, actor: string, year: number): Promise<ReadList[]> =>
  readAs(
    pool,
    (lists) => ({ actor, action: 'admissions.readLists', detail: { lists: lists.length } }),
    (tx) => listLists(tx, year),
  )

/** What is wrong with a table, in words; null when the error is another. */
export const listProblem = (error: unknown): string | null => (error instanceof Refused ? error.message : null)

/** For the worker: what was said of youths in seasons before the last one is forgotten. */
export const forgetOldSeasons = (pool: Pool, today: PlainDate): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const forgotten = await forgetSeasons(tx, Number(today.slice(0, 4)) - 1)
    if (forgotten > 0)
      await writeAuditLine(tx, { actor: 'sommarradarn', action: 'admissions.forget', outcome: 'done', detail: { forgotten } })
  })
