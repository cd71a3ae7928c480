/** Statements that lapse, within the reader's scope, each with the latest that was heard after it. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { heardJoins, rowColumns } from './expiry-heard.store.ts'
import type { ExpiryGroup, ExpiryRow } from './expiry.types.ts'

/** What the desk is of. `restrictedIn`: the municipality, for those with the right to its restricted list, so that the list is left out. */
export type ExpiryQuestion = {
  readonly scope: Scope
  readonly today: PlainDate
  /** The last review day among what lapses soon. */
  readonly until: PlainDate
  /** Whose youths; null: everybody's. */
  readonly mineOf: string | null
  readonly restrictedIn: string | null
}

const covered = 'coalesce(y.from_on <= $3 and (y.until_on is null or y.until_on > $3), false)'
const watched = `y.person_id in (select w.person_id from worklist.watch w where w.known_until = 'infinity')`

/** The ready list `expires` and the filter `lapsed` of the lists ask the same. */
const soon = '(outreach.occupation_is_known(s.occupation, s.occupation_review_on, $3::date) and s.occupation_review_on <= $4)'
const lapsed = `(outreach.occupation_state(s.occupation, s.occupation_review_on, $3::date) = 'lapsed')`

const groups: Readonly<Record<ExpiryGroup, string>> = {
  expiring: `(${covered} and ${soon})`,
  lapsed: `(${covered} and ${lapsed})`,
  watched: `(not ${covered} and (${soon} or ${lapsed}))`,
}

const due = `
  from worklist.seen($1, $2) y join outreach.standing s on s.person_id = y.person_id
  where s.occupation_review_on <= $4 and (${covered} or ${watched})
    and ($5::uuid is null or y.staff_id = any (array(select cover.stands_in_for($5::uuid, $3::date))))
    and ($6::text is null or y.person_id <> all (array(select worklist.unconfirmed_stay($6, $3::date))))`

const values = ({ scope: { units, mayReadProtected }, today, until, mineOf, restrictedIn }: ExpiryQuestion): unknown[] => [
  units,
  mayReadProtected,
  today,
  until,
  mineOf,
  restrictedIn,
]

/** How many stand in each group. */
export async function countExpiries(tx: Tx, question: ExpiryQuestion): Promise<Readonly<Record<ExpiryGroup, number>>> {
  const [row] = await tx.prepared<Record<ExpiryGroup, number>>(
    `select count(*) filter (where ${groups.expiring})::int as expiring, count(*) filter (where ${groups.lapsed})::int as lapsed,
       count(*) filter (where ${groups.watched})::int as watched ${due}`,
    values(question),
  )
  return row ?? { expiring: 0, lapsed: 0, watched: 0 }
}

type Shown = { readonly group: ExpiryGroup; readonly isFresh: boolean; readonly limit: number; readonly offset: number }

/** A page of a group: what lapses first stands first, of what has lapsed the latest. The few are picked first, and only of them it is asked what was heard. */
export function listExpiries(tx: Tx, question: ExpiryQuestion, { group, isFresh, limit, offset }: Shown): Promise<ExpiryRow[]> {
  const direction = group === 'lapsed' ? 'desc' : 'asc'
  return tx.prepared<ExpiryRow>(
    `select ${rowColumns('$7')} from (
       select y.person_id, y.subject_id, y.given_name, y.family_name, y.staff_id, s.occupation_review_on, not ${covered} as is_watched
       ${due} and ${groups[group]}
       order by s.occupation_review_on ${direction}, y.family_name, y.given_name, y.person_id limit $8 offset $9) p
     ${heardJoins} left join access.staff t on t.id = p.staff_id order by p.occupation_review_on ${direction}, p.family_name, p.given_name, p.person_id`,
    [...values(question), isFresh, limit, offset],
  )
}
