/** What is done with youths in the year of statuses: each deed is done in a transaction, on a day. */
import type { Tx } from '../../src/platform/db/tx.ts'
import type { PlainDate } from '../../src/platform/plain-date.ts'
import type { Occupation } from '../../src/slices/ladder/index.ts'
import { endMeasureById, recordMeasure, strikeMeasure } from '../../src/slices/measures/index.ts'
import { recordOccupation } from '../../src/slices/outreach/index.ts'
import { date } from './places.ts'
import type { Name } from './status-year.ts'

/** Who does it, whom with, when. `measures`: what was written down, by what the deeds call it. */
export type Doing = {
  readonly tx: Tx
  readonly today: PlainDate
  readonly staffId: string
  readonly personOf: (name: Name) => number
  readonly measures: Map<string, string>
}
export type Deed = (doing: Doing) => Promise<unknown>

const staffName = 'Amina Lind'
const by = ({ staffId }: Doing) => ({ staffId, name: staffName })
const hand = { responsible: 'municipality', department: null, note: '', byName: staffName, origin: 'hand', originId: null } as const
const granted = (called: string, made: { readonly granted: boolean; readonly reason?: string }): void => {
  if (!made.granted) throw new Error(`${called}: ${made.reason ?? ''}`)
}

/** Writes a measure down. */
export const begins =
  (called: string, name: Name, itemKey: string, fromOn: string, plannedUntilOn: string | null = null): Deed =>
  async ({ tx, today, staffId, personOf, measures }) => {
    const planned = plannedUntilOn === null ? null : date(plannedUntilOn)
    const wish = { ...hand, personId: personOf(name), itemKey, fromOn: date(fromOn), plannedUntilOn: planned, staffId }
    const made = await recordMeasure(tx, wish, today)
    granted(called, made)
    if (made.granted) measures.set(called, made.value.measureId)
  }

export const ends =
  (called: string, endedOn: string, endReason = 'completed', occupationAfter: Occupation | null = null): Deed =>
  async (doing) => {
    const ending = { measureId: doing.measures.get(called) ?? '', endedOn: date(endedOn), endReason, occupationAfter, by: by(doing) }
    granted(called, await endMeasureById(doing.tx, ending, doing.today))
  }

export const strikes =
  (called: string): Deed =>
  async (doing) =>
    granted(called, await strikeMeasure(doing.tx, doing.measures.get(called) ?? '', 'fel ungdom', by(doing)))

/** Somebody asks, and the youth says. */
export const says =
  (name: Name, kind: Occupation): Deed =>
  ({ tx, today, staffId, personOf }) =>
    recordOccupation(tx, {
      personId: personOf(name),
      kind,
      source: 'youth',
      sinceOn: null,
      statedOn: today,
      saidBy: staffId,
      contactId: null,
    })

/** The personnel group meets that day, and decides. */
export const decides =
  (called: string, outcome: 'approved' | 'refused', fromOn: string): Deed =>
  async ({ tx, today, staffId, measures }) => {
    const open = 'insert into measures.round (held_on, opened_on, opened_by) values ($1::date, $1::date, $2) returning id'
    const [round] = await tx.query<{ id: number }>(open, [today, staffId])
    await tx.query('insert into measures.present values ($1, $2)', [round?.id, staffId])
    await tx.query(
      `insert into measures.decision (round_id, measure_id, outcome, ground, decided_by)
       select $1, m.id, $2, 'Passar med planen', $3 from measures.measure m where m.measure_id = $4`,
      [round?.id, outcome, staffId, measures.get(called)],
    )
    await tx.query(
      `update measures.measure set placement = $2, decided_on = $3, from_on = $4, version = version + 1 where measure_id = $1`,
      [measures.get(called), outcome, today, fromOn],
    )
  }

/** The stage under way is over, and this one begins. */
export const goesThrough =
  (called: string, stage: string, step: number): Deed =>
  async ({ tx, today, measures }) => {
    const over = `update measures.stage s set ended_on = $2, outcome = 'completed'
      from measures.measure m where m.id = s.measure_id and m.measure_id = $1 and s.ended_on is null`
    await tx.query(over, [measures.get(called), today])
    const next = `insert into measures.stage (measure_id, stage_key, step, from_on, by_name)
      select m.id, $2, $3, $4, 'Amina Lind' from measures.measure m where m.measure_id = $1`
    await tx.query(next, [measures.get(called), stage, step, today])
  }

// A watch is open for as long as it is known: the day it is begun and ended on is that of the year, not of the test's clock.
const midnight = `($2::date::timestamp at time zone 'Europe/Stockholm')`

export const watches =
  (name: Name): Deed =>
  ({ tx, today, personOf }) =>
    tx.query(
      `insert into worklist.watch (person_id, ground, from_on, started_by, known_from) values ($1, 'Hög frånvaro', $2, 'prov', ${midnight})`,
      [personOf(name), today],
    )

export const stopsWatching =
  (name: Name): Deed =>
  ({ tx, today, personOf }) =>
    tx.query(`update worklist.watch set known_until = ${midnight}, stopped_by = 'prov' where person_id = $1`, [personOf(name), today])
