/** Runs as they are shown: their state, and how many of those who came in and left the reader may see. Never the report's own totals. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { ChangeCount, ChangedYouth, Direction, RunHead, RunLine } from './sources.types.ts'

/** Which part of a list is shown. */
export type Part = { readonly limit: number; readonly offset: number }

// $1: whether anybody holds the run lock.
const head = `r.id, r.kind, r.on_day as "onDay", r.started_at::date as "startedOn", to_char(r.started_at, 'HH24:MI') as "startedAt",
  extract(epoch from coalesce(r.finished_at, clock_timestamp()) - r.started_at)::float as seconds,
  case when r.state = 'running' and not $1::boolean then 'interrupted' else r.state end as state`
const ofFeeds = `r.kind in ('nightly', 'feed')`

/** The run that is going on; null when none is. */
export async function findRunning(tx: Tx, isAlive: boolean): Promise<RunHead | null> {
  if (!isAlive) return null
  const [row] = await tx.prepared<RunHead>(
    `select ${head} from matching.run r where r.state = 'running' and ${ofFeeds} order by r.id desc limit 1`,
    [isAlive],
  )
  return row ?? null
}

/** The last nightly run that is over, in whatever way; a single feed's before the first night. `isGood`: the last that changed anything. */
export async function findLastRun(tx: Tx, isAlive: boolean, isGood: boolean): Promise<RunHead | null> {
  const bad = isGood ? `and r.state not in ('running', 'interrupted') and r.report is not null` : ''
  const [row] = await tx.prepared<RunHead>(
    `select ${head} from matching.run r where ${ofFeeds} and (r.state <> 'running' or not $1) ${bad}
     order by (r.kind = 'nightly') desc, r.id desc limit 1`,
    [isAlive],
  )
  return row ?? null
}

/** One run; null when there is none by the number. */
export async function findRun(tx: Tx, isAlive: boolean, runId: number): Promise<RunHead | null> {
  const [row] = await tx.prepared<RunHead>(`select ${head} from matching.run r where r.id = $2`, [isAlive, runId])
  return row ?? null
}

/** Those whom the reader may see, by direction and reason. */
export const countChanges = (tx: Tx, { units, mayReadProtected }: Scope, runId: number): Promise<ChangeCount[]> =>
  tx.prepared<ChangeCount>(
    `select c.direction, c.reason, count(*)::int as n
     from matching.run_change c join worklist.seen($1, $2) y on y.person_id = c.person_id where c.run_id = $3
     group by c.direction, c.reason order by c.direction, n desc, c.reason`,
    [units, mayReadProtected, runId],
  )

/** The nightly runs and deliveries, newest first. */
export const listRunLines = (tx: Tx, { units, mayReadProtected }: Scope, isAlive: boolean, { limit, offset }: Part): Promise<RunLine[]> =>
  tx.prepared<RunLine>(
    `with shown as (select * from matching.run r where ${ofFeeds} order by r.id desc limit $4 offset $5)
     select ${head}, coalesce(n.entered, 0) as entered, coalesce(n."left", 0) as "left" from shown r
     left join (select c.run_id, count(*) filter (where c.direction = 'entered')::int as entered,
         count(*) filter (where c.direction = 'left')::int as "left"
       from matching.run_change c join worklist.seen($2, $3) y on y.person_id = c.person_id
       where c.run_id in (select id from shown) group by c.run_id) n on n.run_id = r.id
     order by r.id desc`,
    [isAlive, units, mayReadProtected, limit, offset],
  )

export const countRuns = async (tx: Tx): Promise<number> =>
  (await tx.prepared<{ n: number }>(`select count(*)::int as n from matching.run r where ${ofFeeds}`))[0]?.n ?? 0

/** Which of a run's changes are asked for. */
export type ChangeFilter = { readonly direction: Direction | null; readonly reason: string | null }

/** Who came in and left in the run, of those whom the reader may see, by name. */
export const listChanges = (tx: Tx, scope: Scope, runId: number, filter: ChangeFilter, { limit, offset }: Part): Promise<ChangedYouth[]> =>
  tx.prepared<ChangedYouth>(
    `select y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName", y.born_on as "bornOn", u.name as unit,
       exists (select from register.protected_now p where p.person_id = y.person_id) as "isProtected",
       c.direction, c.reason, c.on_date as "onDate"
     from matching.run_change c join worklist.seen($1, $2) y on y.person_id = c.person_id left join organisation.unit u on u.id = y.unit_id
     where c.run_id = $3 and ($4::text is null or c.direction = $4) and ($5::text is null or c.reason = $5)
     order by c.direction, y.family_name, y.given_name, y.person_id limit $6 offset $7`,
    [scope.units, scope.mayReadProtected, runId, filter.direction, filter.reason, limit, offset],
  )
