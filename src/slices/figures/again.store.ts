/** What became known since an instant, of those whose periods are other now; and those of them that the reader may see. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'

/** Which record each merged one stands for now. */
export const listRoots = (tx: Tx): Promise<{ readonly absorbedId: number; readonly rootId: number }[]> =>
  tx.query<{ absorbedId: number; rootId: number }>('select absorbed_id as "absorbedId", root_id as "rootId" from register.merged_now')

/** Facts of one kind of one youth: how many are new since, and how many that were known stand no more. `ended`: an end that was not known before. */
export type FactCount = {
  readonly personId: number
  readonly what: string
  readonly fresh: number
  readonly closed: number
  readonly ended: number
}

const tables = [
  'registration',
  'deregistration',
  'death',
  'immigration',
  'birth',
  'identity',
  'credential',
  'schooling_end',
  'decision',
  'stay',
] as const

const isFresh = 'f.known_from >= $1'
const isClosed = `f.known_from < $1 and f.known_until >= $1 and f.known_until < 'infinity'`

const counted = (table: string, person = 'f.person_id', ended = '0'): string => `
  select m.root_id as "personId", '${table}' as what, count(*) filter (where ${isFresh})::int as fresh, count(*) filter (where ${isClosed})::int as closed, ${ended} as ended
  from register.${table} f join mine m on m.person_id = ${person} where f.known_until >= $1 group by m.root_id`

/** An education whose end, or whose interruption, nobody had told. */
const endedLate = `(count(*) filter (where ${isFresh} and exists (select from register.enrolment b where b.person_id = f.person_id and b.source = f.source
  and b.school_unit = f.school_unit and b.school_type = f.school_type and b.start_on = f.start_on and b.known_from < $1 and b.known_until >= $1
  and ((b.end_on is null and f.end_on is not null) or (f.cancelled and not b.cancelled)))))::int`

const query = `
  with mine as (select p.id as person_id, coalesce(r.root_id, p.id) as root_id from register.person p left join register.merged_now r on r.absorbed_id = p.id
    where coalesce(r.root_id, p.id) = any ($2))
  select * from (
    ${tables.map((table) => counted(table)).join(' union all ')}
    union all ${counted('enrolment', 'f.person_id', endedLate)}
    union all ${counted('same_person', 'f.absorbed_id')}) all_of_them
  where fresh > 0 or closed > 0`

/** Of the youths' records together, kind by kind. */
export const listFactCounts = (tx: Tx, asOf: string, personIds: readonly number[]): Promise<FactCount[]> =>
  tx.query<FactCount>(query, [asOf, personIds])

export type SeenPerson = { readonly personId: number; readonly subjectId: string; readonly name: string }

/** Those whom the reader may see. */
export const listSeenPersons = (tx: Tx, { units, mayReadProtected }: Scope, personIds: readonly number[]): Promise<SeenPerson[]> =>
  tx.query<SeenPerson>(
    `select y.person_id as "personId", y.subject_id as "subjectId", btrim(y.given_name || ' ' || y.family_name) as name
     from worklist.seen($1, $2) y where y.person_id = any ($3)`,
    [units, mayReadProtected, personIds],
  )
