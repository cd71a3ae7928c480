/** The persons of a rehearsal as its reader may see them. Read through `worklist.seen`: counts and names alike. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** How many human beings `life_scope` holds. */
export async function countLives(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ n: number }>('select count(distinct root_id)::int as n from life_scope')
  return row?.n ?? 0
}

export type SeenPerson = {
  readonly personId: number
  readonly subjectId: string
  readonly name: string
  readonly bornOn: PlainDate | null
  readonly unit: string | null
}

/** Those of the persons whom the scope holds, by name. */
export const listSeen = (tx: Tx, { units, mayReadProtected }: Scope, ids: readonly number[]): Promise<SeenPerson[]> =>
  tx.query<SeenPerson>(
    `select y.person_id as "personId", y.subject_id as "subjectId", btrim(y.given_name || ' ' || y.family_name) as name, y.born_on as "bornOn",
       u.name as unit
     from worklist.seen($1, $2) y left join organisation.unit u on u.id = y.unit_id
     where y.person_id = any ($3::bigint[]) order by y.family_name, y.given_name, y.person_id`,
    [units, mayReadProtected, ids],
  )

/** How many are covered on the day, and how many were on some day since the first, as the reader may count them. */
export async function countCovered(tx: Tx, { units, mayReadProtected }: Scope, first: PlainDate, on: PlainDate) {
  const [row] = await tx.query<{ today: number; halfYear: number }>(
    `select count(*) filter (where exists (select from register.period p
         where p.person_id = y.person_id and p.from_on <= $4 and (p.until_on is null or p.until_on > $4)))::int as today,
       count(*) filter (where exists (select from register.period p
         where p.person_id = y.person_id and p.from_on <= $4 and (p.until_on is null or p.until_on > $3)))::int as "halfYear"
     from worklist.seen($1, $2) y`,
    [units, mayReadProtected, first, on],
  )
  return row ?? { today: 0, halfYear: 0 }
}
