/** What the start page counts itself, always through `worklist.seen`. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'

/** Answers from the reply page that nobody has decided on, of youths that the scope holds. */
export async function countOpenAnswers(tx: Tx, { units, mayReadProtected }: Scope): Promise<number> {
  const [row] = await tx.prepared<{ n: number }>(
    `select count(*)::int as n from replies.answer a left join register.merged_now m on m.absorbed_id = a.person_id
     join worklist.seen($1, $2) y on y.person_id = coalesce(m.root_id, a.person_id) where a.state = 'open'`,
    [units, mayReadProtected],
  )
  return row?.n ?? 0
}
