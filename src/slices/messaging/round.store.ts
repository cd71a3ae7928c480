/** Rounds: what is wished for, who prepared, reviewed and released, and when. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Round, RoundWish } from './round.types.ts'

const swedish = (instant: string): string => `to_char(${instant} at time zone 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI')`

const columns = `r.id, r.round_id as "roundId", r.kind, r.name, r.query, r.on_day as on, r.letter_key as "letterKey", r.sms_key as "smsKey",
  r.email_key as "emailKey", r.versions, r.state, r.problem, r.prepared_by as "preparedBy", r.reviewed_by as "reviewedBy",
  r.released_by as "releasedBy", r.version`

/** A round with who did what, and when: Swedish local time, null for what has not been done. */
export type ToldRound = Round & {
  readonly preparedName: string | null
  readonly preparedAt: string
  readonly reviewedName: string | null
  readonly reviewedAt: string | null
  readonly releasedName: string | null
  readonly releasedAt: string | null
  readonly cancelledName: string | null
  readonly cancelledAt: string | null
}

const told = `${columns}, p.name as "preparedName", ${swedish('r.prepared_at')} as "preparedAt", w.name as "reviewedName", ${swedish('r.reviewed_at')} as "reviewedAt",
  l.name as "releasedName", ${swedish('r.released_at')} as "releasedAt", c.name as "cancelledName", ${swedish('r.cancelled_at')} as "cancelledAt"
  from messaging.round r left join access.staff p on p.id = r.prepared_by left join access.staff w on w.id = r.reviewed_by
  left join access.staff l on l.id = r.released_by left join access.staff c on c.id = r.cancelled_by`

export type NewRound = RoundWish & { readonly on: PlainDate; readonly preparedBy: string | null }

/** Adds a round to be prepared. Null when the day's own continuous round is there already. */
export async function insertRound(tx: Tx, round: NewRound): Promise<{ readonly id: number; readonly roundId: string } | null> {
  const { kind, name, query, on, letterKey, smsKey, emailKey, preparedBy } = round
  const [row] = await tx.query<{ id: number; roundId: string }>(
    `insert into messaging.round (kind, name, query, on_day, letter_key, sms_key, email_key, prepared_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (on_day) where prepared_by is null do nothing returning id, round_id as "roundId"`,
    [kind, name, query, on, letterKey, smsKey, emailKey, preparedBy],
  )
  return row ?? null
}

/** The round, held until the transaction ends; null when there is none. */
export async function holdRound(tx: Tx, roundId: string): Promise<Round | null> {
  const [row] = await tx.query<Round>(`select ${columns} from messaging.round r where r.round_id = $1 for update of r`, [roundId])
  return row ?? null
}

/** One round is prepared at a time, so that nobody is in two: others wait. */
export const holdPreparing = (tx: Tx): Promise<unknown> => tx.query(`select pg_advisory_xact_lock(hashtext('messaging.round'))`)

/** A round that waits to be prepared, held; null when there is none such, or another process has it. */
export async function holdUnprepared(tx: Tx, roundId: string): Promise<Round | null> {
  const [row] = await tx.query<Round>(
    `select ${columns} from messaging.round r where r.round_id = $1 and r.state = 'preparing' and r.problem is null for update of r skip locked`,
    [roundId],
  )
  return row ?? null
}

/** Rounds that wait to be prepared: begun by somebody whose process is gone, or under way. */
export const listUnprepared = async (tx: Tx): Promise<string[]> =>
  (
    await tx.query<{ roundId: string }>(
      `select round_id as "roundId" from messaging.round where state = 'preparing' and problem is null order by id`,
    )
  ).map(({ roundId }) => roundId)

/** What a reader may see of rounds: the whole municipality's, or those that reach a youth of theirs, and those that they began themselves. */
const seen = `($1::int[] is null or r.prepared_by = $2 or exists (select from messaging.recipient e join worklist.youth y on y.person_id = e.person_id
  where e.round_id = r.id and e.excluded is null and y.unit_id = any ($1)))`

export async function findRound(tx: Tx, { units }: Scope, staffId: string, roundId: string): Promise<ToldRound | null> {
  const [row] = await tx.query<ToldRound>(`select ${told} where ${seen} and r.round_id = $3`, [units, staffId, roundId])
  return row ?? null
}

/** Rounds, the latest first. */
export const listRounds = (tx: Tx, { units }: Scope, staffId: string, limit: number, offset: number): Promise<ToldRound[]> =>
  tx.query<ToldRound>(`select ${told} where ${seen} order by r.id desc limit $3 offset $4`, [units, staffId, limit, offset])

export async function countRounds(tx: Tx, { units }: Scope, staffId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from messaging.round r where ${seen}`, [units, staffId])
  return row?.n ?? 0
}

/** Whether the day's own continuous round is there. */
export const hasOwnRound = async (tx: Tx, on: PlainDate): Promise<boolean> =>
  (await tx.query('select from messaging.round where prepared_by is null and on_day = $1', [on])).length > 0

/** The day of the latest large round that was not cancelled; null when there has been none. */
export async function lastLargeOn(tx: Tx): Promise<PlainDate | null> {
  const [row] = await tx.query<{ on: PlainDate | null }>(
    `select max(on_day) as on from messaging.round where kind = 'large' and state <> 'cancelled'`,
  )
  return row?.on ?? null
}

export const savePrepared = (tx: Tx, id: number, versions: Round['versions']): Promise<unknown> =>
  tx.query(`update messaging.round set state = 'prepared', versions = $2, version = version + 1 where id = $1`, [
    id,
    JSON.stringify(versions),
  ])

/** Why a round could not be prepared; null: it is to be tried again. */
export const noteRoundProblem = (tx: Tx, roundId: string, problem: string | null): Promise<unknown> =>
  tx.query(`update messaging.round set problem = $2, version = version + 1 where round_id = $1 and state = 'preparing'`, [roundId, problem])

export const saveReview = (tx: Tx, id: number, by: string): Promise<unknown> =>
  tx.query('update messaging.round set reviewed_by = $2, reviewed_at = clock_timestamp(), version = version + 1 where id = $1', [id, by])

export const saveRelease = (tx: Tx, id: number, by: string): Promise<unknown> =>
  tx.query(
    `update messaging.round set state = 'released', released_by = $2, released_at = clock_timestamp(), version = version + 1 where id = $1`,
    [id, by],
  )

export const saveCancel = (tx: Tx, id: number, by: string): Promise<unknown> =>
  tx.query(
    `update messaging.round set state = 'cancelled', cancelled_by = $2, cancelled_at = clock_timestamp(), version = version + 1 where id = $1`,
    [id, by],
  )

/** What of the round has not begun to be sent is not sent. Returns how many. */
export const cancelQueued = async (tx: Tx, id: number): Promise<number> =>
  (
    await tx.query(
      `update messaging.message set state = 'cancelled', problem = 'round-cancelled', settled_at = clock_timestamp()
       where round_id = $1 and state = 'queued' returning id`,
      [id],
    )
  ).length

/** Released rounds of which nothing is under way any more are done. Returns how many. */
export const finishRounds = async (tx: Tx): Promise<string[]> =>
  (
    await tx.query<{ roundId: string }>(
      `update messaging.round r set state = 'done', version = version + 1 where r.state = 'released' and not exists (
         select from messaging.message m where m.round_id = r.id and m.state in ('queued', 'sending', 'unsure')) returning r.round_id as "roundId"`,
    )
  ).map(({ roundId }) => roundId)
