/** What the figures are counted from, within the reader's scope. Reads across slices, writes nothing. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { countsAtAll } from '../measures/index.ts'
import type { FigureContact, FigureEntry, FigureMeasure, FigurePlace } from './figures.types.ts'

/**
 * Whose contacts may be counted: a reader bound to units counts what was done in them, wherever the youth is now. Somebody merged is counted as
 * the record that is kept. Protected youths are counted only for those with the right.
 */
const counted = `
  with root as (select absorbed_id, root_id from register.merged_now),
    hidden as (select person_id from register.protected_now where not $2::boolean)`

/** Whether the responsibility, as last computed, covered the youth of `c` and `r` on the Swedish day of the instant. */
const isCovered = (instant: string): string => `exists (select from register.period p where p.person_id = coalesce(r.root_id, c.person_id)
  and p.from_on <= (${instant} at time zone 'Europe/Stockholm')::date and (p.until_on is null or p.until_on > (${instant} at time zone 'Europe/Stockholm')::date))`

/**
 * All contacts that are not struck, from the day on that a step of the period can stand on; later ones may be answers to it. Those of other units
 * are read too, of youths a bound reader counts: what was answered elsewhere is still answered.
 */
export const listContacts = (tx: Tx, { units, mayReadProtected }: Scope, from: PlainDate): Promise<FigureContact[]> =>
  tx.query<FigureContact>(
    `${counted},
    own as (select coalesce(r.root_id, o.person_id) as id from outreach.contact o left join root r on r.absorbed_id = o.person_id
      where o.unit_id = any ($1) union select person_id from worklist.seen($1, $2))
     select coalesce(r.root_id, c.person_id) as "personId", (c.happened_at at time zone 'Europe/Stockholm')::date as on,
       extract(epoch from c.happened_at)::float8 as at, c.channel, c.attempted, c.reached, c.outcome, c.department,
       $1::int[] is null or coalesce(c.unit_id = any ($1), false) as counts, ${isCovered('c.happened_at')} as "isCovered", c.unit_id as "unitId", c.district_id as "districtId"
     from outreach.contact c left join root r on r.absorbed_id = c.person_id
     where c.struck_at is null and c.happened_at >= ($3::date at time zone 'Europe/Stockholm')
       and ($1::int[] is null or coalesce(r.root_id, c.person_id) in (select id from own)) and coalesce(r.root_id, c.person_id) not in (select person_id from hidden)
     order by c.happened_at, c.id`,
    [units, mayReadProtected, from],
  )

/** The periods that began on the days and not after today, as last computed. */
export const listEntries = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  from: PlainDate,
  until: PlainDate,
  today: PlainDate,
): Promise<FigureEntry[]> =>
  tx.query<FigureEntry>(
    `select p.person_id as "personId", p.from_on as "enteredOn", p.until_on as "untilOn", y.unit_id as "unitId", y.district_id as "districtId"
     from register.period p join worklist.seen($1, $2) y on y.person_id = p.person_id
     where p.from_on >= $3 and p.from_on < $4 and p.from_on <= $5 order by p.person_id, p.from_on`,
    [units, mayReadProtected, from, until, today],
  )

/** Those whom the responsibility covered on some day of the period, not after today; each once. */
export const listCovered = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  from: PlainDate,
  until: PlainDate,
  today: PlainDate,
): Promise<FigurePlace[]> =>
  tx.query<FigurePlace>(
    `select distinct p.person_id as "personId", y.unit_id as "unitId", y.district_id as "districtId"
     from register.period p join worklist.seen($1, $2) y on y.person_id = p.person_id
     where p.from_on < $4 and p.from_on <= $5 and (p.until_on is null or p.until_on > $3)`,
    [units, mayReadProtected, from, until, today],
  )

/** Measures that stand and count, begun on the days and not after today; of whom they are counted as contacts are. */
export const listMeasures = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  from: PlainDate,
  until: PlainDate,
  today: PlainDate,
): Promise<FigureMeasure[]> =>
  tx.query<FigureMeasure>(
    `${counted}
     select coalesce(r.root_id, m.person_id) as "personId", m.unit_id as "unitId", m.district_id as "districtId",
       exists (select from register.period p where p.person_id = coalesce(r.root_id, m.person_id)
         and p.from_on <= m.from_on and (p.until_on is null or p.until_on > m.from_on)) as "isCovered"
     from measures.measure m join measures.item_version v on v.item_key = m.item_key and v.known_until = 'infinity' left join root r on r.absorbed_id = m.person_id
     where v.counts and ${countsAtAll} and m.from_on >= $3 and m.from_on < $4 and m.from_on <= $5
       and ($1::int[] is null or coalesce(m.unit_id = any ($1), false))
       and coalesce(r.root_id, m.person_id) not in (select person_id from hidden) order by m.from_on, m.id`,
    [units, mayReadProtected, from, until, today],
  )

export type Named = { readonly id: number; readonly name: string }

/** What units and districts are called, those taken out of use too: figures outlive them. */
export async function listGroups(tx: Tx): Promise<{ readonly units: readonly Named[]; readonly districts: readonly Named[] }> {
  const named = (table: 'unit' | 'district'): Promise<Named[]> =>
    tx.query<Named>(`select id, name from organisation.${table} order by name collate "sv-x-icu", id`)
  return { units: await named('unit'), districts: await named('district') }
}

/** What items and reasons of measures are called. */
export type MeasureName = { readonly key: string; readonly sv: string; readonly en: string }

export async function listMeasureNames(
  tx: Tx,
): Promise<{ readonly items: readonly MeasureName[]; readonly reasons: readonly MeasureName[] }> {
  const items = await tx.query<MeasureName>(
    `select item_key as key, name_sv as sv, name_en as en from measures.item_version where known_until = 'infinity' order by item_key`,
  )
  const reasons = await tx.query<MeasureName>('select key, name_sv as sv, name_en as en from measures.reason order by position')
  return { items, reasons }
}
