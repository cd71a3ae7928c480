/** Those who have moved away by the register, whose move nobody has handed over or closed: the register's own move starts the proposal. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { outgoingState } from './outgoing.store.ts'
import { recordsOf, residenceJoins } from './residence.store.ts'
import { moveDays, type Closing, type Moved } from './transfers.types.ts'

/** Whose lists it is, and on which day. */
export type MoveQuestion = { readonly scope: Scope; readonly code: string; readonly today: PlainDate }

/** `$1`, `$2` the scope, `$3` the municipality, `$4` the day. Covered here until the move, under 20, and neither sent nor closed since. */
const query = (condition: string): string => `
  select y.person_id as "personId", y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName",
    coalesce(pr.hidden, false) as "isProtected", y.until_on as "movedOn", case when r.is_at = 'elsewhere' then re.municipality end as to, l.state as "lastState"
  from worklist.seen($1, $2) y ${recordsOf('y.person_id')} ${residenceJoins('$3', '$4')}
  left join lateral (select ${outgoingState} as state, o.sent_at from transfers.outgoing o where o.person_id = any (m.ids)
    and (o.offered_at at time zone 'Europe/Stockholm')::date >= y.until_on order by o.id desc limit 1) l on true
  where y.exit_reason = 'moved' and y.until_on <= $4::date and y.until_on > $4::date - ${moveDays} and y.born_on + interval '20 years' > $4::date
    and r.is_at is distinct from 'here' and l.sent_at is null
    and not exists (select from transfers.closing c where c.person_id = any (m.ids) and c.moved_on = y.until_on and c.struck_at is null) and ${condition}`

const valuesOf = ({ scope, code, today }: MoveQuestion): unknown[] => [scope.units, scope.mayReadProtected, code, today]

/** The latest moved first. */
export const listMoved = (tx: Tx, asked: MoveQuestion, limit: number): Promise<Moved[]> =>
  tx.query<Moved>(`${query('true')} order by y.until_on desc, y.family_name, y.given_name, y.person_id limit $5`, [
    ...valuesOf(asked),
    limit,
  ])

/** How many there are. */
export async function countMoved(tx: Tx, asked: MoveQuestion): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from (${query('true')}) q`, valuesOf(asked))
  return row?.n ?? 0
}

/** The move of one youth; null when there is nothing to hand over. */
export async function findMoved(tx: Tx, asked: MoveQuestion, subjectId: string): Promise<Moved | null> {
  const [row] = await tx.query<Moved>(query('y.subject_id = $5'), [...valuesOf(asked), subjectId])
  return row ?? null
}

type NewClosing = {
  readonly personId: number
  readonly movedOn: PlainDate
  readonly outcome: Closing
  readonly on: PlainDate
  readonly by: string
}

/** Says how it ended; false when somebody has said so meanwhile. */
export const insertClosing = async (tx: Tx, { personId, movedOn, outcome, on, by }: NewClosing): Promise<boolean> =>
  (
    await tx.query(
      `insert into transfers.closing (person_id, moved_on, outcome, said_on, said_by) values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
      [personId, movedOn, outcome, on, by],
    )
  ).length > 0

export type ClosedMove = { readonly outcome: Closing; readonly on: PlainDate; readonly byName: string }

/** How the latest move of a youth ended; null when nobody has said. The caller has asked whether the reader may see the youth. */
export async function findClosing(tx: Tx, personIds: readonly number[]): Promise<ClosedMove | null> {
  const [row] = await tx.query<ClosedMove>(
    `select c.outcome, c.said_on as on, s.name as "byName" from transfers.closing c join access.staff s on s.id = c.said_by
     where c.person_id = any ($1) and c.struck_at is null order by c.moved_on desc, c.id desc limit 1`,
    [personIds],
  )
  return row ?? null
}

/** Strikes what was said of the latest move; the youth is among those to hand over again. False when nothing was. */
export const strikeClosing = async (tx: Tx, personIds: readonly number[], by: string): Promise<boolean> =>
  (
    await tx.query(
      `update transfers.closing set struck_at = clock_timestamp(), struck_by = $2 where id = (select c.id from transfers.closing c
         where c.person_id = any ($1) and c.struck_at is null order by c.moved_on desc, c.id desc limit 1) returning id`,
      [personIds, by],
    )
  ).length > 0
