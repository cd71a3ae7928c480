/**
 * The lists' own line about each youth: derived from facts, periods and assignments in the same transaction as the periods,
 * so that a list is one table. Nobody reads it but through `worklist.seen`.
 */
import { copyRow, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** What is known of a youth when the periods have just been computed. `otherForm` is a PostgreSQL multirange of days. */
export type YouthLine = {
  readonly personId: number
  readonly number: string | null
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate | null
  readonly otherForm: string
}

/** A line in COPY's text form. */
export const youthRow = ({ personId, number, givenName, familyName, bornOn, otherForm }: YouthLine): string =>
  copyRow([personId, number, givenName, familyName, bornOn, otherForm])

const latest = (columns: string, table: string, where: string, order: string): string =>
  `(select distinct on (t.person_id) t.person_id, ${columns} from ${table} t join youth_line l on l.person_id = t.person_id where ${where} order by t.person_id, ${order})`

const columns = `subject_id, number, given_name, family_name, search_key, born_on, street, postal_code, locality, district_id, unit_id, staff_id,
  from_on, until_on, entry_reason, exit_reason, next_from_on, other_form`

const lines = `
  select l.person_id, p.subject_id, l.number, l.given_name, l.family_name, worklist.search_key(l.given_name || ' ' || l.family_name), l.born_on,
    coalesce(a.street, ''), coalesce(a.postal_code, ''), coalesce(a.locality, ''), r.district_id, coalesce(s.unit_id, d.unit_id), s.staff_id,
    n.from_on, n.until_on, n.entry_reason, n.exit_reason, x.next_from_on, l.other_form
  from youth_line l join register.person p on p.id = l.person_id
  left join ${latest('t.street, t.postal_code, t.locality', 'register.particulars', `t.known_until = 'infinity'`, 't.id desc')} a on a.person_id = l.person_id
  left join organisation.route r on a.postal_code ~ '^[1-9]\\d{4}$' and r.first_code <= a.postal_code::integer and a.postal_code::integer <= r.last_code
  left join organisation.district d on d.id = r.district_id
  left join worklist.assignment s on s.person_id = l.person_id and s.known_until = 'infinity'
  left join ${latest('t.from_on, t.until_on, t.entry_reason, t.exit_reason', 'register.period', 't.from_on <= $1', 't.from_on desc')} n on n.person_id = l.person_id
  left join (select t.person_id, min(t.from_on) as next_from_on from register.period t join youth_line l on l.person_id = t.person_id
    where t.from_on > $1 group by t.person_id) x on x.person_id = l.person_id`

const saveLines = `
  insert into worklist.youth as y (person_id, ${columns}) ${lines}
  on conflict (person_id) do update set (${columns}) = (${columns.replaceAll(/\w+/g, 'excluded.$&')})
  where (${columns.replaceAll(/\w+/g, 'y.$&')}) is distinct from (${columns.replaceAll(/\w+/g, 'excluded.$&')})`

/** Marks those whose next period has begun since their line was written: their line says more today than it did. */
export const markBegun = (tx: Tx, on: PlainDate): Promise<unknown> =>
  tx.query('insert into register.pending select person_id from worklist.youth where next_from_on <= $1 on conflict do nothing', [on])

/** New youths get the unit of their postal code. Where there is none they wait, unassigned, for a person. */
const routeNew = (tx: Tx, on: PlainDate): Promise<unknown> =>
  tx.query(
    `insert into worklist.assignment (person_id, unit_id, how, assigned_by)
     select y.person_id, y.unit_id, 'routed', 'postnummer' from worklist.youth y join youth_line l using (person_id)
     where y.unit_id is not null and y.from_on <= $1 and (y.until_on is null or y.until_on > $1)
     on conflict (person_id) where known_until = 'infinity' do nothing`,
    [on],
  )

/**
 * Somebody may have assigned a youth between the moment the lines were read and the moment they were written. The lines are held now, so
 * what is read here stands; an assignment that comes later waits for this transaction and writes its own.
 */
const settleAssignments = (tx: Tx): Promise<unknown> =>
  tx.query(
    `update worklist.youth y set staff_id = n.staff_id, unit_id = n.unit_id
     from (select y2.person_id, s.staff_id, coalesce(s.unit_id, d.unit_id) as unit_id from youth_line l join worklist.youth y2 using (person_id)
       left join organisation.district d on d.id = y2.district_id
       left join worklist.assignment s on s.person_id = y2.person_id and s.known_until = 'infinity') n
     where n.person_id = y.person_id and (y.staff_id, y.unit_id) is distinct from (n.staff_id, n.unit_id)`,
  )

/** Writes the lines of those in `life_scope` (rows from `youthRow`), and takes away those of records that became another's. */
export async function refreshYouths(tx: Tx, rows: readonly string[], on: PlainDate): Promise<void> {
  await tx.script(`
    create temp table youth_line (person_id bigint primary key, number text, given_name text, family_name text, born_on date,
      other_form datemultirange) on commit drop`)
  await tx.copyIn('copy youth_line from stdin', rows)
  await tx.script(`analyze youth_line;
    delete from worklist.youth y using life_scope s where y.person_id = s.person_id and s.root_id <> s.person_id`)
  await tx.query(saveLines, [on])
  await settleAssignments(tx)
  await routeNew(tx, on)
}

/** Districts and units of everybody anew, after a change of routing. Assignments stand. */
export const rerouteYouths = (tx: Tx): Promise<unknown> =>
  tx.query(
    `update worklist.youth y set district_id = n.district_id, unit_id = n.unit_id
     from (select y2.person_id, r.district_id, coalesce(s.unit_id, d.unit_id) as unit_id from worklist.youth y2
       left join organisation.route r on y2.postal_code ~ '^[1-9]\\d{4}$' and r.first_code <= y2.postal_code::integer and y2.postal_code::integer <= r.last_code
       left join organisation.district d on d.id = r.district_id
       left join worklist.assignment s on s.person_id = y2.person_id and s.known_until = 'infinity') n
     where n.person_id = y.person_id and (y.district_id, y.unit_id) is distinct from (n.district_id, n.unit_id)`,
  )
