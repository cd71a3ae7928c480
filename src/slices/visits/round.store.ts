/** Rounds, and whom and where they can be planned with. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Round, RoundLine, RoundState, StaffChoice } from './visits.types.ts'

const member = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'phone', ${alias}.phone, 'isReachable', num_nonnulls(${alias}.phone, ${alias}.email) > 0)`

/** What a round is read as; `r` is the round. */
const roundColumns = `
  r.id, r.round_id as "roundId", r.on_day as on, r.area, r.district_id as "districtId", to_char(r.starts_at, 'HH24:MI') as "startsAt",
  to_char(r.ends_at, 'HH24:MI') as "endsAt",
  (extract(epoch from (r.on_day + r.ends_at) at time zone 'Europe/Stockholm') * 1000)::float8 as "endsAtMs",
  (extract(epoch from (r.on_day + time '23:59') at time zone 'Europe/Stockholm') * 1000)::float8 as "wipeAtMs",
  ${member('a')} as first, ${member('b')} as second, ${member('w')} as watch, r.state, r.version`

/** The colleagues of a round. */
const roundJoins = `join access.staff a on a.id = r.first_staff_id join access.staff b on b.id = r.second_staff_id
  join access.staff w on w.id = r.watch_staff_id`

// Counted are the stops that the reader sees: a youth who was made protected since is not among them.
const lines = `
  select ${roundColumns}, coalesce(n.stops, 0) as stops, coalesce(n.left, 0) as left
  from visits.round r ${roundJoins}
  left join (select s.round_id, count(*)::int as stops, (count(*) filter (where s.result is null))::int as left from visits.stop s
    join worklist.seen($1, $2) y on y.person_id = register.root_now(s.person_id) where s.removed_at is null group by s.round_id) n on n.round_id = r.id`

/** The rounds that are not over, the next first. */
export const listOpenRounds = (tx: Tx, { units, mayReadProtected }: Scope): Promise<RoundLine[]> =>
  tx.prepared<RoundLine>(`${lines} where r.state in ('planned', 'underWay') order by r.on_day, r.starts_at, r.id`, [
    units,
    mayReadProtected,
  ])

/** The last rounds that are over, the latest first. */
export const listOverRounds = (tx: Tx, { units, mayReadProtected }: Scope, limit: number): Promise<RoundLine[]> =>
  tx.prepared<RoundLine>(`${lines} where r.state in ('done', 'cancelled') order by r.on_day desc, r.id desc limit $3`, [
    units,
    mayReadProtected,
    limit,
  ])

/** The round of the id; null when there is none. */
export async function findRound(tx: Tx, roundId: string): Promise<Round | null> {
  const [row] = await tx.prepared<Round>(`select ${roundColumns} from visits.round r ${roundJoins} where r.round_id = $1`, [roundId])
  return row ?? null
}

/** Holds the round until the transaction ends, so that two who change it come one after the other. */
export const holdRound = (tx: Tx, roundId: string): Promise<unknown> =>
  tx.query('select from visits.round where round_id = $1 for update', [roundId])

/** Colleagues at work here, by name. */
export const listStaff = (tx: Tx): Promise<StaffChoice[]> =>
  tx.prepared<StaffChoice>(
    `select id, name, roles, unit_id as "unitId" from access.staff where active order by name collate "sv-x-icu", id`,
  )

export type District = { readonly id: number; readonly name: string }

/** Districts of the reader's units, by name. */
export const listDistricts = (tx: Tx, { units }: Scope): Promise<District[]> =>
  tx.prepared<District>(
    `select id, name from organisation.district where $1::int[] is null or unit_id = any ($1) order by name collate "sv-x-icu"`,
    [units],
  )

/** A round to be written. */
export type RoundRow = {
  readonly on: PlainDate
  readonly area: string
  readonly districtId: number | null
  readonly startsAt: string
  readonly endsAt: string
  readonly first: string
  readonly second: string
  readonly watch: string
}

const valuesOf = ({ on, area, districtId, startsAt, endsAt, first, second, watch }: RoundRow): unknown[] => [
  on,
  area,
  districtId,
  startsAt,
  endsAt,
  first,
  second,
  watch,
]

/** Adds a round; returns its random id. */
export async function insertRound(tx: Tx, row: RoundRow, by: string): Promise<string> {
  const [added] = await tx.query<{ id: string }>(
    `insert into visits.round (on_day, area, district_id, starts_at, ends_at, first_staff_id, second_staff_id, watch_staff_id, planned_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning round_id as id`,
    [...valuesOf(row), by],
  )
  if (added === undefined) throw new Error('a round was not added')
  return added.id
}

/** Changes when, where and who. */
export const updateRound = (tx: Tx, roundId: string, row: RoundRow): Promise<unknown> =>
  tx.query(
    `update visits.round set on_day = $1, area = $2, district_id = $3, starts_at = $4, ends_at = $5, first_staff_id = $6, second_staff_id = $7,
       watch_staff_id = $8, version = version + 1 where round_id = $9`,
    [...valuesOf(row), roundId],
  )

/** Moves a round to another state, from one of those given; over is over from now. */
export const moveRound = (tx: Tx, roundId: string, to: RoundState, from: readonly RoundState[]): Promise<unknown> =>
  tx.query(
    `update visits.round set state = $2, version = version + 1, closed_at = case when $2 in ('done', 'cancelled') then clock_timestamp() end
     where round_id = $1 and state = any ($3)`,
    [roundId, to, from],
  )

/** A colleague who has the round on a telephone. */
export type Carrier = { readonly staffId: string; readonly name: string; readonly takenAt: string }

/** Who has the round on a telephone, and since when (Swedish local time). */
export const listCarriers = (tx: Tx, roundId: string): Promise<Carrier[]> =>
  tx.prepared<Carrier>(
    `select t.id as "staffId", t.name, to_char(max(p.taken_at) at time zone 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI') as "takenAt"
     from visits.pocket p join visits.round r on r.id = p.round_id join access.staff t on t.id = p.staff_id
     where r.round_id = $1 group by t.id, t.name order by t.name collate "sv-x-icu"`,
    [roundId],
  )

/** Notes that somebody takes the round along. */
export const insertPocket = (tx: Tx, roundId: number, staffId: string): Promise<unknown> =>
  tx.query('insert into visits.pocket (round_id, staff_id) values ($1, $2)', [roundId, staffId])
