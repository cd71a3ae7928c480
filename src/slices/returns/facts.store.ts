/** What a return is made from, as known at an instant and for all youths at once. Lives are read through the register's front door. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { ReturnContact, ReturnMeasure, ReturnStatement } from './returns.types.ts'

const known = (alias: string): string => `${alias}.known_from < $1::timestamptz and ${alias}.known_until >= $1::timestamptz`

/**
 * Fills `return_candidate(person_id)`: those whose age lets them be covered on some day of the half-year, and those whom somebody has decided about.
 * Whoever turned twenty before it, or leaves compulsory school after it, is not loaded.
 */
export async function markCandidates(tx: Tx, asOf: string, bornAfter: PlainDate, bornBefore: PlainDate): Promise<void> {
  await tx.script('drop table if exists return_candidate')
  await tx.query(
    `create temp table return_candidate on commit drop as
     select f.person_id from register.identity f where ${known('f')} and f.replaced_by is null and f.born_on > $2::date and f.born_on < $3::date
     union select f.person_id from register.birth f where ${known('f')} and f.born_on > $2::date and f.born_on < $3::date
     union select f.person_id from register.decision f where ${known('f')}`,
    [asOf, bornAfter, bornBefore],
  )
  await tx.script('analyze return_candidate')
}

/**
 * The same of those whom the last computing of periods, as the lists have it, gave a period of the half-year, with whoever waits to be computed anew: a
 * tenth of a municipality. Only for what is known now.
 */
export async function markComputed(tx: Tx, from: PlainDate, until: PlainDate): Promise<void> {
  await tx.script('drop table if exists return_candidate')
  await tx.query(
    `create temp table return_candidate on commit drop as
     select p.person_id from register.period p where p.from_on < $2::date and (p.until_on is null or p.until_on >= $1::date)
     union select person_id from register.pending
     union select f.person_id from register.decision f where f.known_until = 'infinity'`,
    [from, until],
  )
  await tx.script('analyze return_candidate')
}

/** Fills `return_person(person_id, root_id)`: the records of the youths, as `life_scope` has them. */
export async function markYouths(tx: Tx, rootIds: readonly number[]): Promise<void> {
  await tx.script('drop table if exists return_person')
  await tx.query(
    `create temp table return_person on commit drop as
     select s.person_id, s.root_id from life_scope s join unnest($1::bigint[]) y on y = s.root_id`,
    [rootIds],
  )
  await tx.script('analyze return_person')
}

type Of<Row> = Row & { readonly personId: number }

const local = `(c.happened_at at time zone 'Europe/Stockholm')`

/** The contacts and attempts of the days that stood at the instant, in the order they happened. A coded contact has what was said in its statement. */
export const listContacts = (tx: Tx, asOf: string, from: PlainDate, until: PlainDate): Promise<Of<ReturnContact>[]> =>
  tx.query(
    `select p.root_id as "personId", c.contact_id as "contactId", ${local}::date as on,
       (extract(hour from ${local}) * 60 + extract(minute from ${local}))::int as minute, c.reached,
       coalesce(c.occupation, (select o.kind from outreach.occupation o where o.contact_id = c.id and o.restates_id is null and o.known_from < $1::timestamptz
         and not exists (select from outreach.occupation_retraction r where r.occupation_id = o.id and r.retracted_at < $1::timestamptz)
         order by o.id desc limit 1)) as occupation
     from outreach.contact c join return_person p on p.person_id = c.person_id
     where c.logged_at < $1::timestamptz and (c.struck_at is null or c.struck_at >= $1::timestamptz)
       and c.happened_at >= ($2::date::timestamp at time zone 'Europe/Stockholm') and c.happened_at < ($3::date::timestamp at time zone 'Europe/Stockholm')
     order by c.happened_at, c.id`,
    [asOf, from, until],
  )

/** What was said of what the youths do, by the instant and not taken back by then; once each, in the order it was said. */
export const listStatements = (tx: Tx, asOf: string): Promise<Of<ReturnStatement>[]> =>
  tx.query(
    `select p.root_id as "personId", o.kind, o.stated_on as "statedOn", o.since_on as "sinceOn", o.review_on as "reviewOn"
     from outreach.occupation o join return_person p on p.person_id = o.person_id
     where o.restates_id is null and o.known_from < $1::timestamptz
       and not exists (select from outreach.occupation_retraction r where r.occupation_id = o.id and r.retracted_at < $1::timestamptz)
     order by o.stated_on, o.id`,
    [asOf],
  )

/** A column of a measure as it was said at the instant: in the first version that was replaced after it, or what stands now. */
const said = (key: string, column: string, type = ''): string =>
  `case when q.said is null then m.${column} else (q.said ->> '${key}')${type} end`

const measureQuery = `
  select p.root_id as "personId", m.measure_id as "measureId", m.item_key as "itemKey", v.counts, v.codes ->> 'draft' as code,
    ${said('fromOn', 'from_on', '::date')} as "fromOn", ${said('plannedUntilOn', 'planned_until_on', '::date')} as "plannedUntilOn",
    ${said('endedOn', 'ended_on', '::date')} as "endedOn", ${said('endReason', 'end_reason')} as "endReason",
    ${said('occupationAfter', 'occupation_after')} as "occupationAfter"
  from measures.measure m join return_person p on p.person_id = m.person_id
  left join lateral (select h.said from measures.measure_past h where h.measure_id = m.id and h.until_at >= $1::timestamptz order by h.version limit 1) q on true
  cross join lateral (select i.counts, i.codes from measures.item_version i where i.item_key = m.item_key
    order by (i.known_from < $1::timestamptz) desc, case when i.known_from < $1::timestamptz then i.version else -i.version end desc limit 1) v
  where m.recorded_at < $1::timestamptz and (m.struck_at is null or m.struck_at >= $1::timestamptz)
    and ${said('placement', 'placement')} in ('none', 'approved')
  order by 6, m.id`

/** The measures that stood at the instant, each as it was said then, with what the catalogue said of its item. */
export const listMeasures = (tx: Tx, asOf: string): Promise<Of<ReturnMeasure>[]> => tx.query(measureQuery, [asOf])
