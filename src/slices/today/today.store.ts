/** What the start page counts itself, always through `worklist.seen`. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { WaitingReturn } from './today.types.ts'

/** Answers from the reply page that nobody has decided on, of youths that the scope holds. */
export async function countOpenAnswers(tx: Tx, { units, mayReadProtected }: Scope): Promise<number> {
  const [row] = await tx.prepared<{ n: number }>(
    `select count(*)::int as n from replies.answer a left join register.merged_now m on m.absorbed_id = a.person_id
     join worklist.seen($1, $2) y on y.person_id = coalesce(m.root_id, a.person_id) where a.state = 'open'`,
    [units, mayReadProtected],
  )
  return row?.n ?? 0
}

/** How the half-year's last rehearsal ended, and what its last delivery lacks; null before the first rehearsal. */
export async function findReturnState(tx: Tx, half: string): Promise<Pick<WaitingReturn, 'errors' | 'lacks'> | null> {
  const [row] = await tx.prepared<Pick<WaitingReturn, 'errors' | 'lacks'>>(
    `select case when r.outcome = 'built' then r.errors end as errors,
       case when d.id is null then 'delivery' when c.delivery_id is null then 'receipt' end as lacks
     from (select outcome, errors from returns.rehearsal where half = $1 order by id desc limit 1) r
     left join lateral (select id from returns.delivery where half = $1 order by nth desc limit 1) d on true
     left join returns.receipt c on c.delivery_id = d.id`,
    [half],
  )
  return row ?? null
}
