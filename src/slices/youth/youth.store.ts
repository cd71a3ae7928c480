/** What the person page reads besides the register, in one statement: who has had the youth, and what more there is to ask for. */
import type { Tx } from '../../platform/db/tx.ts'
import type { AssignmentRecord } from './youth.types.ts'

/** Most youths have no correction and no watch: then they are not asked for. */
export type AroundYouth = {
  readonly assignments: readonly AssignmentRecord[]
  readonly hasCorrections: boolean
  readonly isWatched: boolean
}

const longest = 50

const around = `
  select exists (select from corrections.correction c where c.person_id = any ($1)) as "hasCorrections",
    exists (select from worklist.watch w where w.person_id = any ($1) and w.known_until = 'infinity') as "isWatched",
    (select coalesce(json_agg(json_build_object('from', to_char(a.known_from, 'YYYY-MM-DD"T"HH24:MI'),
        'until', case when a.known_until < 'infinity' then to_char(a.known_until, 'YYYY-MM-DD"T"HH24:MI') end,
        'unit', u.name, 'staff', t.name, 'by', coalesce(b.name, a.assigned_by), 'isRouted', a.how = 'routed') order by a.id desc), '[]')
      from (select * from worklist.assignment x where x.person_id = any ($1) order by x.id desc limit ${longest}) a
      left join organisation.unit u on u.id = a.unit_id left join access.staff t on t.id = a.staff_id
      left join access.staff b on b.id::text = a.assigned_by) as assignments`

/** What there is around a youth. The caller has asked whether the reader may see the person. */
export async function readAround(tx: Tx, personIds: readonly number[]): Promise<AroundYouth> {
  const [row] = await tx.prepared<AroundYouth>(around, [personIds])
  return row ?? { assignments: [], hasCorrections: false, isWatched: false }
}
