/** What a youth does, as known at an instant, from the tables of those who keep it. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { AsOf } from '../register/index.ts'
import type { Doings } from './doings.types.ts'

/** As the measure was said at the instant: the first version that was replaced after it, or what stands now. */
const saidThen = (key: string, column: string): string =>
  `'${key}', case when p.said is null then m.${column} else (p.said ->> '${key}')::date end`

const measures = `
  select coalesce(json_agg(json_build_object('measureId', m.measure_id, 'name', json_build_object('sv', v.name_sv, 'en', v.name_en), 'counts', v.counts,
      ${saidThen('fromOn', 'from_on')}, ${saidThen('plannedUntilOn', 'planned_until_on')}, ${saidThen('endedOn', 'ended_on')}) order by m.from_on, m.id), '[]')
  from measures.measure m
  left join lateral (select q.said from measures.measure_past q where q.measure_id = m.id and q.until_at >= $2 order by q.version limit 1) p on true
  join measures.item_version v on v.item_key = m.item_key and v.known_from < $2 and v.known_until >= $2
  where m.person_id = any ($1) and m.recorded_at < $2 and (m.struck_at is null or m.struck_at >= $2)
    and coalesce(p.said ->> 'placement', m.placement) in ('none', 'approved')`

/** What is said anew after something later was taken back is the statement that it was. */
const occupations = `
  select coalesce(json_agg(json_build_object('kind', o.kind, 'source', o.source, 'sinceOn', o.since_on, 'statedOn', o.stated_on, 'reviewOn', o.review_on,
      'by', coalesce(t.name, o.said_by), 'isRetracted', o.retracted) order by o.stated_on, o.id), '[]')
  from (select distinct on (coalesce(o.restates_id, o.id)) o.*, r.occupation_id is not null as retracted from outreach.occupation o
    left join outreach.occupation_retraction r on r.occupation_id = coalesce(o.restates_id, o.id) and r.retracted_at < $2
    where o.person_id = any ($1) and o.known_from < $2 order by coalesce(o.restates_id, o.id), o.id) o
  left join access.staff t on t.id::text = o.said_by`

const watches = `
  select coalesce(json_agg(json_build_object('fromOn', w.from_on, 'ground', w.ground, 'by', coalesce(t.name, w.started_by),
      'untilOn', case when w.known_until < $2 then (w.known_until at time zone 'Europe/Stockholm')::date end,
      'stoppedBy', case when w.known_until < $2 then coalesce(s.name, w.stopped_by) end) order by w.from_on, w.id), '[]')
  from worklist.watch w left join access.staff t on t.id::text = w.started_by left join access.staff s on s.id::text = w.stopped_by
  where w.person_id = any ($1) and w.known_from < $2`

const query = `select (${measures}) as measures, (${occupations}) as occupations, (${watches}) as watches`

/** What the records' youth does, by all that was known at the instant. */
export async function readDoings(tx: Tx, personIds: readonly number[], asOf: AsOf): Promise<Doings> {
  const [row] = await tx.prepared<Doings>(query, [personIds, asOf])
  return row ?? { measures: [], occupations: [], watches: [] }
}
