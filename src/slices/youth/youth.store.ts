/** What the person page reads besides the register: who has had the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { AssignmentRecord } from './youth.types.ts'

const longest = 50

/** Who had the youth, newest first. The caller has asked whether the reader may see the person. */
export const listAssignments = (tx: Tx, personIds: readonly number[]): Promise<AssignmentRecord[]> =>
  tx.prepared<AssignmentRecord>(
    `select to_char(a.known_from, 'YYYY-MM-DD"T"HH24:MI') as from, case when a.known_until < 'infinity' then to_char(a.known_until, 'YYYY-MM-DD"T"HH24:MI') end as until,
       u.name as unit, t.name as staff, coalesce(b.name, a.assigned_by) as by, a.how = 'routed' as "isRouted"
     from worklist.assignment a left join organisation.unit u on u.id = a.unit_id left join access.staff t on t.id = a.staff_id
     left join access.staff b on b.id::text = a.assigned_by
     where a.person_id = any ($1) order by a.id desc limit ${longest}`,
    [personIds],
  )
