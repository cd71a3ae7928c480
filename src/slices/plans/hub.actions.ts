/** Reading the hub: what waits in plans, and how much waits at the desks beside it. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { countMeasuresDesk } from '../measures/index.ts'
import { countExpiring } from '../outreach/index.ts'
import { soonDays } from './follow-up.rules.ts'
import { countHub, listHub } from './hub.store.ts'
import { hubRowsPerPage, type Hub, type HubCounts, type HubGroup, type HubView } from './hub.types.ts'

export type HubReader = {
  readonly pool: Pool
  readonly scope: Scope
  readonly code: string
  readonly staffId: string
  readonly today: PlainDate
}

/** Without a group in the address: the first of what is to be done that is not empty. */
const firstGroup = (counts: HubCounts): HubGroup => (['overdue', 'due', 'soon'] as const).find((group) => counts[group] > 0) ?? 'overdue'

/** A page of the hub. `group` null: what is most urgent. */
export const readHub = (
  { pool, scope, code, staffId, today }: HubReader,
  asked: Omit<HubView, 'group'> & { readonly group: HubGroup | null },
): Promise<Hub> =>
  readAs(
    pool,
    ({ view, rows }) => ({ actor: staffId, action: 'plans.list', detail: { group: view.group, isMine: view.isMine, shown: rows.length } }),
    async (tx) => {
      const restrictedIn = scope.mayReadProtected ? code : null
      const until = dateOf(plusDays(dayOf(today), soonDays))
      const question = { scope, today, until, mineOf: asked.isMine ? staffId : null, restrictedIn }
      const counts = await countHub(tx, question)
      const group = asked.group ?? firstGroup(counts)
      const page = Math.min(asked.page, Math.max(1, Math.ceil(counts[group] / hubRowsPerPage)))
      const rows = await listHub(tx, question, { group, limit: hubRowsPerPage, offset: (page - 1) * hubRowsPerPage })
      const measures = await countMeasuresDesk(tx, scope, today)
      return { view: { ...asked, group, page }, counts, rows, measures, expiring: await countExpiring(tx, scope, today, restrictedIn) }
    },
  )
