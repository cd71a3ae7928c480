/** The instrument and the routine: reading them, and putting new ones in force, each with its line in the module's log. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { change } from '../log.ts'
import { instrumentProblems, versionOn } from './instrument.rules.ts'
import { findRoutine, holdSettings, insertInstrument, listInstruments, saveRoutineRow } from './instrument.store.ts'
import type { Instrument, InstrumentVersion } from './instrument.types.ts'
import { routineProblems } from './routine.rules.ts'
import type { Routine } from './routine.types.ts'
import { areSame } from './same.rules.ts'
import { shippedRoutine } from './shipped.rules.ts'

/** Who changes the settings, under which name, on which day. */
export type Setter = { readonly staffId: string; readonly name: string; readonly today: PlainDate }

/** The routine in force: the municipality's, or the one that is shipped. A number that it was saved without is the shipped one's. */
export const loadRoutine = async (tx: Tx): Promise<Routine> => ({ ...shippedRoutine, ...(await findRoutine(tx)) })

/** The instrument in force on the day, for what begins then. The first version has been in force since before anybody was assessed. */
export async function loadInstrument(tx: Tx, on: PlainDate): Promise<InstrumentVersion> {
  const found = versionOn(await listInstruments(tx), on)
  if (found === null) throw new Error(`no instrument is in force on ${on}`)
  return found
}

/** All versions of the instrument and the routine: settings, nobody's data. */
export const readInstrumentSettings = (
  pool: Pool,
): Promise<{ readonly versions: readonly InstrumentVersion[]; readonly routine: Routine }> =>
  inTransaction(pool, async (tx) => ({ versions: await listInstruments(tx), routine: await loadRoutine(tx) }), 'lots_followup')

export type InstrumentRefusal = 'not-valid' | 'somebody-else-first' | 'nothing-changed'

const contentOf = ({ scale, aggregation, missing, areas }: Instrument): Instrument => ({ scale, aggregation, missing, areas })

/**
 * Puts a new version of the instrument in force from today. Assessments that are begun keep theirs, and so do signals in force. Refused: `not-valid`
 * (see `instrumentProblems`), `somebody-else-first` (there is a newer version than the one seen), `nothing-changed`.
 */
export const saveInstrument = (
  pool: Pool,
  { staffId, name, today }: Setter,
  instrument: Instrument,
  seen: number,
): Promise<Decision<number, InstrumentRefusal>> =>
  change<number, InstrumentRefusal>(
    pool,
    { actor: staffId, action: 'followup.saveInstrument', detail: { seen, areas: instrument.areas.length } },
    async (tx) => {
      await holdSettings(tx)
      const last = (await listInstruments(tx)).at(-1)
      if (last !== undefined && last.version !== seen) return refuse('somebody-else-first')
      if (instrumentProblems(instrument).length > 0) return refuse('not-valid')
      if (last !== undefined && areSame(contentOf(last), contentOf(instrument))) return refuse('nothing-changed')
      const version = (last?.version ?? 0) + 1
      const fromOn = last !== undefined && last.fromOn > today ? last.fromOn : today
      await insertInstrument(tx, instrument, { version, fromOn, byName: name })
      return grant(version)
    },
  )

export type RoutineRefusal = 'not-valid' | 'somebody-else-first' | 'nothing-changed'

/** Sets the routine from now on. `seen`: the routine that the form was filled in over. Refused as the instrument is. */
export const saveRoutine = (pool: Pool, { staffId }: Setter, routine: Routine, seen: Routine): Promise<Decision<null, RoutineRefusal>> =>
  change<null, RoutineRefusal>(pool, { actor: staffId, action: 'followup.saveRoutine', detail: { ...routine } }, async (tx) => {
    await holdSettings(tx)
    const before = await loadRoutine(tx)
    if (!areSame(before, seen)) return refuse('somebody-else-first')
    if (routineProblems(routine).length > 0) return refuse('not-valid')
    if (areSame(before, routine)) return refuse('nothing-changed')
    await saveRoutineRow(tx, routine, staffId)
    return grant(null)
  })
