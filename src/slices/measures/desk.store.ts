/** The desk: proposals that wait, planned ends that have passed, and measures of youths who are no longer covered. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { measureColumns, measureTables } from './measure.store.ts'
import type { DecisionOutcome, DeskMeasure, MeasuresDeskCount } from './measures.types.ts'

const seen = `join worklist.seen($1, $2) y on y.person_id = coalesce((select r.root_id from register.merged_now r where r.absorbed_id = m.person_id), m.person_id)`
const stands = `m.struck_at is null and m.placement in ('none', 'approved')`
const isOngoing = `${stands} and m.from_on <= $3 and m.ended_on is null`
const isFollowed = `(y.from_on is not null and y.from_on <= $3 and (y.until_on is null or y.until_on > $3))
  or exists (select from worklist.watch w where w.person_id = y.person_id and w.known_until = 'infinity')`

/** A period can go with the youth's first day here: then what was planned in it is for nobody. There are few such, so each is asked about. */
const isFollowedThen = 'measures.is_followed(m.person_id, m.from_on)'

/**
 * `waiting`: a proposal. `overdue`: the planned end has come. `outside`: ongoing, and the youth is neither covered nor watched; or planned, and the
 * youth will be neither the day that it begins.
 */
const conditions = {
  waiting: `m.struck_at is null and m.placement = 'waiting' and $3::date is not null`,
  overdue: `${isOngoing} and m.planned_until_on <= $3`,
  outside: `${stands} and m.ended_on is null and not case when m.from_on <= $3 then ${isFollowed} else ${isFollowedThen} end`,
} as const
export type DeskPart = keyof typeof conditions

const youthColumns = `y.subject_id as "subjectId", btrim(y.given_name || ' ' || y.family_name) as youth, register.is_protected(y.person_id) as "isProtected"`

/** A longer part is shown from its beginning; how many there are is counted. */
const shownAtMost = 200

/** One part of the desk within the scope: those that have waited longest first. */
export const listDesk = (tx: Tx, { units, mayReadProtected }: Scope, part: DeskPart, today: PlainDate): Promise<DeskMeasure[]> =>
  tx.query<DeskMeasure>(
    `select ${measureColumns}, ${youthColumns} from ${measureTables} ${seen} where ${conditions[part]}
     order by coalesce(m.planned_until_on, m.from_on), m.id limit ${shownAtMost}`,
    [units, mayReadProtected, today],
  )

const count = (part: DeskPart): string => `count(*) filter (where ${conditions[part]})::int as ${part}`

/** How many stand in each part within the scope. */
export async function countDesk(tx: Tx, { units, mayReadProtected }: Scope, today: PlainDate): Promise<MeasuresDeskCount> {
  const [row] = await tx.query<MeasuresDeskCount>(
    `select ${count('waiting')}, ${count('overdue')}, ${count('outside')} from measures.measure m ${seen}
     where m.struck_at is null and m.ended_on is null and m.placement <> 'refused'`,
    [units, mayReadProtected, today],
  )
  return row ?? { waiting: 0, overdue: 0, outside: 0 }
}

/** The decided proposals of a round that the reader may see. */
export const listDecided = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  roundId: number,
): Promise<(DeskMeasure & { readonly outcome: DecisionOutcome; readonly ground: string })[]> =>
  tx.query(
    `select ${measureColumns}, ${youthColumns}, d.outcome, d.ground from ${measureTables} ${seen} join measures.decision d on d.measure_id = m.id
     where d.round_id = $3 order by d.id`,
    [units, mayReadProtected, roundId],
  )

/** The proposal if the reader may see its youth: held for a decision. Null when there is none such. */
export async function findProposal(tx: Tx, { units, mayReadProtected }: Scope, measureId: string): Promise<DeskMeasure | null> {
  const [row] = await tx.query<DeskMeasure>(
    `select ${measureColumns}, ${youthColumns} from ${measureTables} ${seen} where m.measure_id = $3`,
    [units, mayReadProtected, measureId],
  )
  return row ?? null
}
