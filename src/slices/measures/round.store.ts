/** Rounds of the personnel group: who was there, and what was decided of each proposal. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Colleague, DecisionOutcome, Round, ShownDecision } from './measures.types.ts'

/** Those who can take part: who work with youths here, within the units (null: all). */
export const listColleagues = (tx: Tx, units: readonly number[] | null): Promise<Colleague[]> =>
  tx.query<Colleague>(
    `select id, name from access.staff where active and ($1::int[] is null or unit_id = any ($1) or unit_id is null)
       and roles && array['coordinator', 'counsellor', 'unitManager', 'protectedHandler'] order by name collate "sv-x-icu", id`,
    [units],
  )

const roundColumns = `r.id, r.round_id as "roundId", r.held_on as "heldOn", o.name as "openedBy", u.name as unit, r.closed_at is not null as "isClosed",
  (select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name) from measures.present p join access.staff s on s.id = p.staff_id
   where p.round_id = r.id) as present`
const rounds = `measures.round r join access.staff o on o.id = r.opened_by left join organisation.unit u on u.id = r.unit_id`
const ofUnits = '($1::int[] is null or r.unit_id is null or r.unit_id = any ($1))'

/** The latest rounds of the units (null: all) and of the whole municipality; open ones first. */
export const listRounds = (tx: Tx, units: readonly number[] | null): Promise<Round[]> =>
  tx.query<Round>(
    `select ${roundColumns} from ${rounds} where ${ofUnits} order by r.closed_at is not null, r.held_on desc, r.id desc limit 20`,
    [units],
  )

/** One round; null when there is none such within the units. */
export async function findRound(tx: Tx, units: readonly number[] | null, roundId: string): Promise<Round | null> {
  const [row] = await tx.query<Round>(`select ${roundColumns} from ${rounds} where ${ofUnits} and r.round_id = $2`, [units, roundId])
  return row ?? null
}

/** Holds the round until the transaction ends: it is not closed while somebody decides in it. */
export const holdRound = (tx: Tx, roundId: string): Promise<unknown> =>
  tx.query('select from measures.round where round_id = $1 for no key update', [roundId])

type NewRound = {
  readonly unitId: number | null
  readonly heldOn: PlainDate
  readonly openedOn: PlainDate
  readonly openedBy: string
  readonly present: readonly string[]
}

/** Opens a round. Returns its id. */
export async function insertRound(tx: Tx, { unitId, heldOn, openedOn, openedBy, present }: NewRound): Promise<string> {
  const [row] = await tx.query<{ id: number; roundId: string }>(
    'insert into measures.round (unit_id, held_on, opened_on, opened_by) values ($1, $2, $3, $4) returning id, round_id as "roundId"',
    [unitId, heldOn, openedOn, openedBy],
  )
  if (row === undefined) throw new Error('a round was not opened')
  await tx.query('insert into measures.present (round_id, staff_id) select $1, unnest($2::uuid[])', [row.id, present])
  return row.roundId
}

export const saveClosed = (tx: Tx, id: number, by: string): Promise<unknown> =>
  tx.query('update measures.round set closed_at = clock_timestamp(), closed_by = $2 where id = $1', [id, by])

type NewDecision = {
  readonly roundId: number
  readonly measureId: number
  readonly outcome: DecisionOutcome
  readonly ground: string
  readonly decidedBy: string
}

/** Saves a decision. False when the proposal was decided in the round already. */
export const insertDecision = async (tx: Tx, { roundId, measureId, outcome, ground, decidedBy }: NewDecision): Promise<boolean> =>
  (
    await tx.query(
      'insert into measures.decision (round_id, measure_id, outcome, ground, decided_by) values ($1, $2, $3, $4, $5) on conflict do nothing returning id',
      [roundId, measureId, outcome, ground, decidedBy],
    )
  ).length > 0

/** What was decided of a measure, the latest first. */
export const listDecisionsOf = (tx: Tx, measureId: number): Promise<ShownDecision[]> =>
  tx.query<ShownDecision>(
    `select r.held_on as "heldOn", d.outcome, d.ground, (select array_agg(s.name order by s.name) from measures.present p join access.staff s on s.id = p.staff_id
       where p.round_id = r.id) as present
     from measures.decision d join measures.round r on r.id = d.round_id where d.measure_id = $1 order by r.held_on desc, d.id desc`,
    [measureId],
  )
