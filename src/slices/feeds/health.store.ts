/** The last reads of every source. Nothing here is about a person. */
import type { Tx } from '../../platform/db/tx.ts'
import type { SourceReads } from './feeds.types.ts'

/**
 * Every source that the night fetches, and every other that has delivered something within the last 400 days, in the order the night
 * reads them: people first, then schools, then documents.
 */
export const listSourceReads = (tx: Tx): Promise<SourceReads[]> =>
  tx.prepared<SourceReads>(
    `select n.name, coalesce(s.feed, l.feed) as feed, s.name is not null as "isFetched", l.state as "lastState", l.on_day as "lastOn",
       l.reason as "lastReason", g.on_day as "goodOn", g.rows as "goodRows"
     from (select name from feeds.source where active
       union select distinct source from feeds.read where on_day > current_date - 400) n
     left join feeds.source s on s.name = n.name and s.active
     left join lateral (select * from feeds.read r where r.source = n.name order by id desc limit 1) l on true
     left join lateral (select * from feeds.read r where r.source = n.name and r.state = 'good' order by on_day desc, id desc limit 1) g on true
     order by array_position(array['population', 'schools', 'enrolments', 'diplomas'], coalesce(s.feed, l.feed)), n.name`,
  )
