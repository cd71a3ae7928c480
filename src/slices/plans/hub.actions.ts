/** Reading the hub: what waits in plans, and how much waits at the desks beside it. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { countMeasuresDesk } from '../measures/index.ts'
import { countExpiring } from '../outreach/index.ts'
import { soonDays } from './follow-up.rules.ts'
import { countHub, listHub, type HubQuestion } from './hub.store.ts'
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

type Asking = Omit<HubReader, 'pool'>

const questionOf = ({ scope, code, staffId, today }: Asking, isMine: boolean): HubQuestion => ({
  scope,
  today,
  until: dateOf(plusDays(dayOf(today), soonDays)),
  mineOf: isMine ? staffId : null,
  restrictedIn: scope.mayReadProtected ? code : null,
})

/** The reader's own follow-ups that are overdue and due, with those of whom they stand in for: as many as the hub shows. */
export async function countFollowUps(tx: Tx, asking: Asking): Promise<Pick<HubCounts, 'overdue' | 'due'>> {
  const { overdue, due } = await countHub(tx, questionOf(asking, true))
  return { overdue, due }
}

/** A page of the hub. `group` null: what is most urgent. */
export const readHub = (reader: HubReader, asked: Omit<HubView, 'group'> & { readonly group: HubGroup | null }): Promise<Hub> => {
  const { pool, scope, staffId, today } = reader
  return readAs(
    pool,
    ({ view, rows }) => ({ actor: staffId, action: 'plans.list', detail: { group: view.group, isMine: view.isMine, shown: rows.length } }),
    async (tx) => {
      const question = questionOf(reader, asked.isMine)
      const counts = await countHub(tx, question)
      const group = asked.group ?? firstGroup(counts)
      const page = Math.min(asked.page, Math.max(1, Math.ceil(counts[group] / hubRowsPerPage)))
      const rows = await listHub(tx, question, { group, limit: hubRowsPerPage, offset: (page - 1) * hubRowsPerPage })
      const measures = await countMeasuresDesk(tx, scope, today)
      return {
        view: { ...asked, group, page },
        counts,
        rows,
        measures,
        expiring: await countExpiring(tx, scope, today, question.restrictedIn),
      }
    },
  )
}
