/** Reading the boards of whoever asks, in the transaction of the page that shows them or with a line in the log of their own. */
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { plusMonths } from '../calendar/month.rules.ts'
import { loadDue } from '../due/history.actions.ts'
import type { DueItem } from '../due/due.types.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import type { InstrumentArea } from '../instrument/instrument.types.ts'
import { readAs } from '../log.ts'
import { listRolesNow } from '../members/members.store.ts'
import type { Process, Reader } from '../members/members.types.ts'
import { areasOf } from '../progress/progress.rules.ts'
import { boardOf, missedIn, processesOf, type Board } from './boards.rules.ts'

/** A board, what was missed in the last three months, and what the areas are called. */
export type ReadBoard = {
  readonly board: Board
  readonly missed: readonly { readonly kind: DueItem['kind']; readonly n: number }[]
  readonly areas: readonly InstrumentArea[]
}

const missedMonths = 3

/** The boards of the reader's processes, or of the one asked for when it is theirs. */
export async function loadBoards(tx: Tx, reader: Reader, today: PlainDate, only: Process | null): Promise<ReadBoard[]> {
  const own = processesOf(await listRolesNow(tx, reader.staffId)).filter((process) => only === null || only === process)
  if (own.length === 0) return []
  const [{ youths, routine }, instruments] = [await loadDue(tx, reader), await listInstruments(tx)]
  const since = plusMonths(today, -missedMonths)
  return own.map((process) => ({
    board: boardOf(process, youths),
    missed: missedIn(process, youths, { today, routine, since }),
    areas: areasOf(instruments),
  }))
}

/** The board of a process for its own page; null when the reader does not work in it. */
export const readBoard = (pool: Pool, reader: Reader, today: PlainDate, process: Process): Promise<ReadBoard | null> =>
  readAs(pool, { actor: reader.staffId, action: 'followup.readBoard', detail: { process } }, async (tx) => {
    const [found] = await loadBoards(tx, reader, today, process)
    return found ?? null
  })
