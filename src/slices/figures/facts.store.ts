/**
 * What figures are counted from, as known at an instant, one set for each kind. `life_root` is there (register's scopeRoots): which record each
 * merged one stood for then. Reads across slices, writes nothing.
 */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { FactContact, FactMeasure, FactOccupation, FactOffer, FactSearch, Span } from './facts.types.ts'

/** A row with whose it is. */
export type Of<Fact> = Fact & { readonly personId: number }

const root = (alias: string): string => `coalesce(r.root_id, ${alias}.person_id)`
const merged = (alias: string): string => `left join life_root r on r.absorbed_id = ${alias}.person_id`
const day = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')::date`

/** The instant that a day begins, as an index on instants takes it. */
const begin = (on: string): string => `((${on})::timestamp at time zone 'Europe/Stockholm')`
const stoodAt = (alias: string): string => `${alias}.logged_at < $1 and (${alias}.struck_at is null or ${alias}.struck_at >= $1)`

/** Of each youth the contact of the youth's own voice that was the last before the days: how long ago it was may be asked of the first of them. */
const lastHeardBefore = `
  select distinct on (${root('h')}) h.id from outreach.contact h left join life_root r on r.absorbed_id = h.person_id
  where h.reached and ${stoodAt('h')} and h.happened_at < ${begin('$2::date')} order by ${root('h')}, h.happened_at desc, h.id desc`

/** Contacts on the days [from, on]; with `lastHeard` also the last one before them in which each youth was reached. */
export const listContacts = (tx: Tx, asOf: string, from: PlainDate, on: PlainDate, lastHeard: boolean): Promise<FactContact[]> =>
  tx.query<FactContact>(
    `select c.id, ${root('c')} as "personId", ${day('c.happened_at')} as on, extract(epoch from c.happened_at)::float8 as at, c.channel, c.attempted,
       c.reached, c.outcome, c.department, c.way_id as "wayId", c.unit_id as "unitId", c.district_id as "districtId"
     from outreach.contact c ${merged('c')}
     where ${stoodAt('c')} and (c.happened_at >= ${begin('$2::date')} ${lastHeard ? `or c.id in (${lastHeardBefore})` : ''})
       and c.happened_at < ${begin('$3::date + 1')}
     order by c.happened_at, c.id`,
    [asOf, from, on],
  )

/** Everything said of occupations until the day and not taken back, in the order it was said. What is said anew is the statement that it was. */
export const listOccupations = (tx: Tx, asOf: string, on: PlainDate): Promise<Of<FactOccupation>[]> =>
  tx.query<Of<FactOccupation>>(
    `select o.id, ${root('o')} as "personId", o.kind, o.stated_on as "statedOn", o.since_on as "sinceOn", o.review_on as "reviewOn"
     from outreach.occupation o ${merged('o')}
     where o.known_from < $1 and o.stated_on <= $2
       and not exists (select from outreach.occupation_retraction t where t.occupation_id = coalesce(o.restates_id, o.id) and t.retracted_at < $1)
     order by o.stated_on, o.id`,
    [asOf, on],
  )

const said = (key: string, column: string): string => `case when p.said is null then m.${column} else (p.said ->> '${key}')::date end`
/** What the earlier look says, or what stands; what an earlier look never kept is as it stands. */
const saidText = (key: string, column: string): string =>
  `case when p.said is null or not p.said ? '${key}' then m.${column} else p.said ->> '${key}' end`
const stageSaid = (key: string, column: string): string => `case when q.said is null then s.${column} else (q.said ->> '${key}') end`

const stages = `
  select coalesce(json_agg(json_build_object('id', s.id, 'isEmployment', s.stage_key = 'employment', 'fromOn', s.from_on,
      'endedOn', case when q.said is null then s.ended_on else (q.said ->> 'endedOn')::date end,
      'outcome', ${stageSaid('outcome', 'outcome')}, 'reason', ${stageSaid('reason', 'reason')}) order by s.from_on, s.id), '[]')
  from measures.stage s
  left join lateral (select t.said from measures.stage_past t where t.stage_id = s.id and t.until_at >= $1 order by t.until_at limit 1) q on true
  where s.measure_id = m.id and s.recorded_at < $1 and (s.struck_at is null or s.struck_at >= $1)`

/** Measures as they were said at the instant: the first look that was replaced after it, or what stands. */
export const listMeasures = (tx: Tx, asOf: string): Promise<Of<FactMeasure>[]> =>
  tx.query<Of<FactMeasure>>(
    `select m.id, ${root('m')} as "personId", m.item_key as "itemKey", v.counts, ${said('fromOn', 'from_on')} as "fromOn", ${said('endedOn', 'ended_on')} as "untilOn",
       ${saidText('endReason', 'end_reason')} as "endReason", ${saidText('placement', 'placement')} as placement, ${saidText('department', 'department')} as department,
       case when ${said('endedOn', 'ended_on')} is not null then ${saidText('occupationAfter', 'occupation_after')} end as "occupationAfter",
       m.recorded_on as "recordedOn", m.unit_id as "unitId", m.district_id as "districtId",
       exists (select from jsonb_array_elements(w.stages) e where e ->> 'key' = 'employment') as "leadsToEmployment",
       case when w.stages = '[]' then '[]' else (${stages}) end as stages
     from measures.measure m ${merged('m')}
     left join lateral (select t.said from measures.measure_past t where t.measure_id = m.id and t.until_at >= $1 order by t.version limit 1) p on true
     join measures.item_version w on w.item_key = m.item_key and w.version = m.item_version
     join lateral (select i.counts from measures.item_version i where i.item_key = m.item_key
       order by (i.known_from < $1 and i.known_until >= $1) desc, i.version limit 1) v on true
     where m.recorded_at < $1 and (m.struck_at is null or m.struck_at >= $1)
     order by m.from_on, m.id`,
    [asOf],
  )

export const listOffers = (tx: Tx, asOf: string, on: PlainDate): Promise<Of<FactOffer>[]> =>
  tx.query<Of<FactOffer>>(
    `select d.id, ${root('d')} as "personId", d.offered_on as on, d.unit_id as "unitId" from measures.declined_offer d ${merged('d')}
     where d.recorded_at < $1 and (d.struck_at is null or d.struck_at >= $1) and d.offered_on <= $2 order by d.offered_on, d.id`,
    [asOf, on],
  )

export const listSearches = (tx: Tx, asOf: string, from: PlainDate, on: PlainDate): Promise<Of<FactSearch>[]> =>
  tx.query<Of<FactSearch>>(
    `select s.id, ${root('s')} as "personId", s.searched_on as on, s.result = 'found' as "isFound", s.way_id as "wayId", s.unit_id as "unitId", s.district_id as "districtId"
     from outreach.search s ${merged('s')}
     where s.logged_at < $1 and (s.struck_at is null or s.struck_at >= $1) and s.searched_on between $2 and $3 order by s.searched_on, s.id`,
    [asOf, from, on],
  )

export const listWatches = (tx: Tx, asOf: string): Promise<Of<Span>[]> =>
  tx.query<Of<Span>>(
    `select ${root('w')} as "personId", w.from_on as "fromOn", case when w.known_until < $1 then ${day('w.known_until')} end as "untilOn"
     from worklist.watch w ${merged('w')} where w.known_from < $1 order by w.from_on, w.id`,
    [asOf],
  )

/** The keys that rows are made of, but for the departments that the settings name. */
export type StoredKeys = {
  readonly units: readonly number[]
  readonly districts: readonly number[]
  readonly items: readonly string[]
  readonly endReasons: readonly string[]
  readonly interruptionReasons: readonly string[]
}

/** Units in use or that something was done in stand in a table; districts all. */
export async function readKeys(tx: Tx): Promise<StoredKeys> {
  const [row] = await tx.query<StoredKeys>(
    `select (select coalesce(json_agg(id order by name collate "sv-x-icu", id), '[]') from organisation.unit where active) as units,
       (select coalesce(json_agg(id order by name collate "sv-x-icu", id), '[]') from organisation.district) as districts,
       (select coalesce(json_agg(i.key order by v.name_sv collate "sv-x-icu"), '[]') from measures.item i
         join measures.item_version v on v.item_key = i.key and v.known_until = 'infinity') as items,
       (select coalesce(json_agg(key order by position), '[]') from measures.reason where 'end' = any (uses)) as "endReasons",
       (select coalesce(json_agg(key order by position), '[]') from measures.reason where 'interruption' = any (uses)) as "interruptionReasons"`,
  )
  return row ?? { units: [], districts: [], items: [], endReasons: [], interruptionReasons: [] }
}
