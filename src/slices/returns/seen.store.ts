/** Whom a reader of the return's pages may see. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { SeenInReturn } from './returns.types.ts'

/** Those of the list whom the scope holds. */
export const listSeenOf = (tx: Tx, { units, mayReadProtected }: Scope, personIds: readonly number[]): Promise<SeenInReturn[]> =>
  tx.query<SeenInReturn>(
    `select y.person_id::int as "personId", y.subject_id as "subjectId", btrim(y.given_name || ' ' || y.family_name) as name,
       y.person_id in (select p.person_id from register.protected_now p) as "isProtected"
     from worklist.seen($1, $2) y where y.person_id = any ($3::bigint[])`,
    [units, mayReadProtected, personIds],
  )
