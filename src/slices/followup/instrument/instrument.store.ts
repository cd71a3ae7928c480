/** The instrument's versions, and the routine's numbers among the module's settings. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Aggregation, Instrument, InstrumentArea, InstrumentVersion } from './instrument.types.ts'
import type { Routine } from './routine.types.ts'

type Row = {
  readonly version: number
  readonly fromOn: PlainDate
  readonly lowest: number
  readonly highest: number
  readonly step: number
  readonly ratingStep: number
  readonly aggregation: Aggregation
  readonly atLeast: number | null
  readonly areas: readonly InstrumentArea[]
  readonly byName: string
}

const versionOf = ({
  version,
  fromOn,
  lowest,
  highest,
  step,
  ratingStep,
  aggregation,
  atLeast,
  areas,
  byName,
}: Row): InstrumentVersion => ({
  version,
  fromOn,
  scale: { min: lowest, max: highest, step, ratingStep },
  aggregation,
  missing: atLeast === null ? { kind: 'refuse' } : { kind: 'answered', atLeast },
  areas,
  byName,
})

/** All versions, the first one first. */
export const listInstruments = async (tx: Tx): Promise<InstrumentVersion[]> =>
  (
    await tx.prepared<Row>(
      `select version, from_on as "fromOn", lowest, highest, step, rating_step as "ratingStep", aggregation, at_least as "atLeast", areas,
         by_name as "byName" from followup.instrument order by version`,
    )
  ).map(versionOf)

/** Puts a new version in force from the day. */
export const insertInstrument = (
  tx: Tx,
  { scale, aggregation, missing, areas }: Instrument,
  { version, fromOn, byName }: { readonly version: number; readonly fromOn: PlainDate; readonly byName: string },
): Promise<unknown> =>
  tx.query(
    `insert into followup.instrument (version, from_on, lowest, highest, step, rating_step, aggregation, at_least, areas, by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      version,
      fromOn,
      scale.min,
      scale.max,
      scale.step,
      scale.ratingStep,
      aggregation,
      missing.kind === 'answered' ? missing.atLeast : null,
      JSON.stringify(areas),
      byName,
    ],
  )

/** The routine that the municipality has set; null: none, the shipped one holds. */
export async function findRoutine(tx: Tx): Promise<Routine | null> {
  const [row] = await tx.prepared<{ value: Routine }>(
    `select value from followup.setting where key = 'routine' and known_until = 'infinity'`,
  )
  return row?.value ?? null
}

/** Sets the routine from now on; what held before stays in the history. */
export async function saveRoutineRow(tx: Tx, routine: Routine, by: string): Promise<void> {
  await tx.query(`update followup.setting set known_until = clock_timestamp() where key = 'routine' and known_until = 'infinity'`)
  await tx.query(
    `insert into followup.setting (key, value, set_by, known_from)
     values ('routine', $1, $2, greatest(clock_timestamp(), (select max(known_until) from followup.setting where key = 'routine')))`,
    [JSON.stringify(routine), by],
  )
}

/** Holds the module's settings until the transaction ends: two who change them come one after the other. */
export const holdSettings = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock(8240615)')
