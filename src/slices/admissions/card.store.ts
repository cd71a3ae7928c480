/** What the person page shows of the summer: what lists of the year said of one human being. */
import type { Tx } from '../../platform/db/tx.ts'
import type { ListAnswer } from './admissions.types.ts'

/** The answers of the year's lists, the oldest first. */
export const listAnswersOf = (tx: Tx, personIds: readonly number[], year: number): Promise<ListAnswer[]> =>
  tx.prepared<ListAnswer>(
    `select l.round, a.state, l.on_day as on from admissions.answer a join admissions.list l on l.id = a.list_pk
     where a.person_id = any ($1) and l.year = $2 and l.taken_back_at is null order by l.on_day, l.id`,
    [personIds, year],
  )
