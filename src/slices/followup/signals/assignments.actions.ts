/** Reading the signals that the reader's processes have, with a line in the module's log. */
import type { Pool } from '../../../platform/db/tx.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import { recipients, type InstrumentArea } from '../instrument/instrument.types.ts'
import { readAs } from '../log.ts'
import { listRolesNow } from '../members/members.store.ts'
import type { Reader } from '../members/members.types.ts'
import { listYouths } from '../people/people.store.ts'
import type { ListedYouth } from '../people/people.types.ts'
import { areasOf } from '../progress/progress.rules.ts'
import { isConfirmed, isOpen } from './signals.rules.ts'
import { listSignals } from './signals.store.ts'
import type { ConfirmedSignal } from './signals.types.ts'

export type Assignment = { readonly youth: ListedYouth; readonly signal: ConfirmedSignal }
export type Assignments = { readonly all: readonly Assignment[]; readonly instrument: { readonly areas: readonly InstrumentArea[] } }

/** Those that go on, and those stopped today: the stop signal is told where the assignment came, on the last day that the process sees the youth. */
const isTold = (signal: ConfirmedSignal, today: string): boolean => isOpen(signal) || signal.endedOn === today

/** Those not acknowledged first, then the oldest. */
const inOrder = (a: Assignment, b: Assignment): number => {
  const waits = ({ signal }: Assignment): number => (signal.state === 'confirmed' ? 0 : 1)
  return waits(a) - waits(b) || (a.signal.heldFrom < b.signal.heldFrom ? -1 : 1)
}

export const readAssignments = (pool: Pool, reader: Reader): Promise<Assignments> =>
  readAs(
    pool,
    (found: Assignments) => ({ actor: reader.staffId, action: 'followup.readAssignments', detail: { signals: found.all.length } }),
    async (tx) => {
      const roles = await listRolesNow(tx, reader.staffId)
      const own = recipients.filter((recipient) => roles.includes(recipient))
      const youths = await listYouths(tx, reader, { left: false })
      const signals = await listSignals(
        tx,
        youths.map(({ id }) => id),
      )
      const all = youths.flatMap((youth) =>
        signals.flatMap((signal): Assignment[] =>
          signal.youthId === youth.id && own.includes(signal.recipient) && isConfirmed(signal) && isTold(signal, reader.today)
            ? [{ youth, signal }]
            : [],
        ),
      )
      return { all: all.toSorted(inOrder), instrument: { areas: areasOf(await listInstruments(tx)) } }
    },
  )
