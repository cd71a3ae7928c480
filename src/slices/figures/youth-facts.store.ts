/** Who the youths are, where they are and when they were covered: as last computed, or what of it was known at an instant. Writes nothing that lasts. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { FactPeriod, KnownAt, Span } from './facts.types.ts'
import type { Of } from './facts.store.ts'

/** What is known of the youth besides what was done. */
export type Trait = {
  readonly personId: number
  readonly number: string | null
  readonly bornOn: PlainDate | null
  readonly unitId: number | null
  readonly districtId: number | null
}

/** The periods, as last computed, of those who were covered on one of the days [from, until], and of the others named: all of each, also those to come. */
export const listPeriodsNow = (tx: Tx, from: PlainDate, until: PlainDate, others: readonly number[]): Promise<Of<FactPeriod>[]> =>
  tx.query<Of<FactPeriod>>(
    `select person_id as "personId", from_on as "fromOn", until_on as "untilOn", entry_reason as "entryReason", exit_reason as "exitReason"
     from register.period
     where person_id in (select person_id from register.period where from_on <= $2 and (until_on is null or until_on >= $1) union all select unnest($3::bigint[]))
     order by person_id, from_on`,
    [from, until, others],
  )

/** The lists' own lines, of those who were ever covered or of whom something is written. */
export const listTraitsNow = (tx: Tx, personIds: readonly number[]): Promise<Trait[]> =>
  tx.query<Trait>(
    `select y.person_id as "personId", y.number, y.born_on as "bornOn", y.unit_id as "unitId", y.district_id as "districtId"
     from worklist.youth y where y.person_id = any ($1)`,
    [personIds],
  )

export const listOtherFormsNow = (tx: Tx, personIds: readonly number[]): Promise<Of<Span>[]> =>
  tx.query<Of<Span>>(
    `select y.person_id as "personId", coalesce(lower(s), '-infinity'::date) as "fromOn", upper(s) as "untilOn"
     from worklist.youth y cross join unnest(y.other_form) s where y.person_id = any ($1)`,
    [personIds],
  )

/** Who is protected: always as it is known now. */
export const listProtected = (tx: Tx): Promise<{ readonly personId: number }[]> =>
  tx.query<{ personId: number }>(
    `select coalesce(r.root_id, p.person_id) as "personId" from register.protected_now p left join life_root r on r.absorbed_id = p.person_id`,
  )

export type Place = Pick<Trait, 'personId' | 'unitId' | 'districtId'>

/**
 * The unit and district of everybody at the instant: the assignment then, else the unit of the district of the address then. Which postal codes a
 * district has is as it is now: that has no history.
 */
export const listPlaces = (tx: Tx, { facts, work }: KnownAt): Promise<Place[]> =>
  tx.query<Place>(
    `select i.id as "personId", coalesce(s.unit_id, d.unit_id) as "unitId", t.district_id as "districtId"
     from (select distinct root_id as id from life_scope) i
     left join (select distinct on (person_id) person_id, unit_id from worklist.assignment
       where known_from < $2 and known_until >= $2 order by person_id, id desc) s on s.person_id = i.id
     left join (select distinct on (person_id) person_id, postal_code from register.particulars
       where known_from < $1 and known_until >= $1 order by person_id, id desc) a on a.person_id = i.id
     left join organisation.route t on a.postal_code ~ '^[1-9]\\d{4}$' and t.first_code <= a.postal_code::integer and a.postal_code::integer <= t.last_code
     left join organisation.district d on d.id = t.district_id`,
    [facts, work],
  )
