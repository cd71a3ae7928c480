/** Whom a reader of the return's pages may see, and who may see the rest. */
import { roles, type Scope } from '../../kernel/actor.ts'
import { mayDo } from '../../kernel/permission.ts'
import type { Tx } from '../../platform/db/tx.ts'

/** A youth as the return's pages name one. */
export type SeenInReturn = { readonly personId: number; readonly subjectId: string; readonly name: string; readonly isProtected: boolean }

/** Those of the list whom the scope holds. */
export const listSeenOf = (tx: Tx, { units, mayReadProtected }: Scope, personIds: readonly number[]): Promise<SeenInReturn[]> =>
  tx.query<SeenInReturn>(
    `select y.person_id::int as "personId", y.subject_id as "subjectId", btrim(y.given_name || ' ' || y.family_name) as name,
       y.person_id in (select p.person_id from register.protected_now p) as "isProtected"
     from worklist.seen($1, $2) y where y.person_id = any ($3::bigint[])`,
    [units, mayReadProtected, personIds],
  )

const holders = roles.filter((role) => mayDo([role], 'protected.read'))

/** Colleagues with the right to protected identities, by name: they mend what others may not see, and fetch the file. */
export const listHolders = async (tx: Tx): Promise<string[]> =>
  (
    await tx.query<{ name: string }>('select s.name from access.staff s where s.active and s.roles && $1::text[] order by s.name', [
      holders,
    ])
  ).map(({ name }) => name)
