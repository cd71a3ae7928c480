/** Reading a youth's signals with what has been done with them, with a line in the module's log. */
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import { listAssessments } from '../assessments/assessments.store.ts'
import type { Assessment } from '../assessments/assessments.types.ts'
import { loadInstrument } from '../instrument/instrument.actions.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import type { InstrumentVersion } from '../instrument/instrument.types.ts'
import type { Unreached, Writer } from '../people/people.actions.ts'
import type { Youth } from '../people/people.types.ts'
import { readRoom } from '../people/room.actions.ts'
import { listActs, listSignals } from './signals.store.ts'
import type { DoneAct, Signal } from './signals.types.ts'

/** A signal, its acts in order, and the instrument that names its area. */
export type TracedSignal = { readonly signal: Signal; readonly acts: readonly DoneAct[]; readonly instrument: InstrumentVersion }

export type YouthSignals = {
  readonly youth: Youth
  readonly traced: readonly TracedSignal[]
  readonly assessments: readonly Assessment[]
  /** The one in force today: what can be added is of its areas. */
  readonly instrument: InstrumentVersion
}

/** The youth's signals, the newest first, in the transaction of whoever shows them. */
export async function loadTraced(tx: Tx, youthId: string): Promise<TracedSignal[]> {
  const [instruments, acts] = [await listInstruments(tx), await listActs(tx, youthId)]
  return (await listSignals(tx, [youthId])).flatMap((signal) => {
    const instrument = instruments.find(({ version }) => version === signal.instrumentVersion)
    return instrument === undefined ? [] : [{ signal, acts: acts.filter(({ signalId }) => signalId === signal.signalId), instrument }]
  })
}

export const readSignals = (pool: Pool, writer: Writer, youthId: string): Promise<YouthSignals | Unreached> =>
  readRoom(pool, writer, { youthId, action: 'followup.readSignals' }, async (tx, youth) => ({
    youth,
    traced: await loadTraced(tx, youthId),
    assessments: await listAssessments(tx, [youthId]),
    instrument: await loadInstrument(tx, writer.today),
  }))
