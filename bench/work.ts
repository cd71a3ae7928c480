/** Two years of work with everybody who is covered: contacts, what was said, measures with their stages, offers and searches, written in bulk. */
import { inTransaction, type Pool, type Tx } from '../src/platform/db/tx.ts'
import type { PlainDate } from '../src/platform/plain-date.ts'

/** A number from 0 to `below` - 1 that is always the same for the same `of`; `salt` tells one draw from another. */
const draw = (of: string, salt: number, below: number): string => `(((hashint8(${of}) # hashint8(${salt})) & 2147483647) % ${below})`
const oneOf = (words: readonly string[], of: string, salt: number): string =>
  `(array['${words.join("', '")}'])[1 + ${draw(of, salt, words.length)}]`

const town = `
  insert into organisation.unit (name) values ('Väst'), ('Öst') on conflict do nothing;
  insert into access.staff (issuer, subject, name, roles) select 'bench', n::text, 'Kollega ' || n, '{counsellor}' from generate_series(1, 4) n`

/** The part of each period that lies in the days of the work, and where the youth is. */
const spans = `
  create temp table span on commit drop as
  select p.person_id, p.from_on as began_on, greatest(p.from_on, date '%FROM') as f, least(coalesce(p.until_on, date '%UNTIL'), date '%UNTIL') as u, y.unit_id, y.district_id
  from register.period p join worklist.youth y using (person_id)
  where p.from_on < date '%UNTIL' and (p.until_on is null or p.until_on > date '%FROM');
  create temp table span_day on commit drop as
  select s.*, d.n, s.person_id * 1000 + d.n as h, s.f + d.n * 24 + ${draw('s.person_id * 1000 + d.n', 1, 20)} as day
  from span s cross join lateral generate_series(0, (s.u - s.f) / 24) d(n);
  delete from span_day where day >= u;
  analyze span; analyze span_day`

const contacts = `
  insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, logged_at, by_name, unit_id, district_id, department, origin)
  select s.person_id, k.channel, k.outcome <> 'replied', k.outcome in ('reached', 'replied', 'declined'), k.outcome, k.at, k.at + interval '20 minutes', 'Kollega',
    s.unit_id, s.district_id,
    case when k.outcome = 'reached' and ${draw('s.h', 5, 100)} < 30 then ${oneOf(['education', 'labourMarket'], 's.h', 6)} end, 'hand'
  from span_day s cross join lateral (
    select split_part(w, ' ', 1) as channel, split_part(w, ' ', 2) as outcome, (s.day + time '08:30' + ${draw('s.h', 3, 480)} * interval '1 minute')::timestamptz as at
    from (select ${oneOf(['letter sent', 'phone noAnswer', 'phone noAnswer', 'phone voicemail', 'phone reached', 'phone reached', 'sms sent', 'sms replied', 'visitCard sent', 'inPerson reached', 'phone declined', 'email sent'], 's.h', 2)} as w) x) k`

/** Each statement is known until the next one of the youth is. */
const occupations = `
  insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, origin, known_from, known_until)
  select person_id, ${oneOf(['work', 'work', 'studies', 'abroad', 'other', 'none', 'none', 'none', 'unknown'], 'h', 11)}, 'youth', case when ${draw('h', 12, 3)} = 0 then day - 10 end,
    day, day + 90, 'Kollega', 'hand', (day + time '17:00')::timestamptz,
    coalesce((lead(day) over (partition by person_id order by day, h) + time '17:00')::timestamptz, 'infinity')
  from (select distinct on (person_id, day) * from span_day where n % 4 = 1 order by person_id, day, h) s`

const measures = `
  insert into measures.measure (person_id, item_key, item_version, is_exclusive, from_on, planned_until_on, ended_on, end_reason, end_said_on, occupation_after, responsible,
    department, placement, decided_on, origin, by_name, unit_id, district_id, recorded_on, recorded_at, changed_by)
  select s.person_id, k.item, 1, false, s.day, s.day + 120, e.on_day, case when e.on_day is not null then ${oneOf(['completed', 'studies', 'work', 'declined', 'moved'], 's.h', 23)} end,
    e.on_day, case when e.on_day is not null then ${oneOf(['work', 'studies', 'none', 'other', 'unknown'], 's.h', 24)} end, 'municipality',
    ${oneOf(['education', 'labourMarket'], 's.h', 25)}, case when k.item = 'youthEmployment' then 'approved' else 'none' end, case when k.item = 'youthEmployment' then s.day end,
    'hand', 'Kollega', s.unit_id, s.district_id, s.day, (s.day + time '10:00')::timestamptz, 'Kollega'
  from span_day s
  cross join lateral (select ${oneOf(['guidance', 'motivationalTalk', 'singleTalk', 'otherActor', 'groupActivity', 'youthEmployment'], 's.h', 21)} as item) k
  cross join lateral (select case when ${draw('s.h', 22, 10)} < 7 and s.day + 60 < s.u then s.day + 20 + ${draw('s.h', 26, 40)} end as on_day) e
  where s.n % 6 = 2 and ${draw('s.h', 20, 100)} < 55;
  insert into measures.stage (measure_id, stage_key, step, from_on, ended_on, outcome, reason, by_name)
  select m.id, 'preparation', 1, m.from_on, m.from_on + 7, case when m.id % 4 = 0 then 'interrupted' else 'completed' end, case when m.id % 4 = 0 then 'attendance' end, 'Kollega'
  from measures.measure m where m.item_key = 'youthEmployment';
  insert into measures.stage (measure_id, stage_key, step, from_on, by_name)
  select m.id, 'practice', 2, m.from_on + 7, 'Kollega' from measures.measure m where m.item_key = 'youthEmployment' and m.id % 4 > 0`

const others = `
  insert into measures.declined_offer (person_id, item_key, offered_on, reason, by_name, unit_id, recorded_on, recorded_at)
  select person_id, 'guidance', day, 'notNow', 'Kollega', unit_id, day, (day + time '10:00')::timestamptz from span_day where n % 9 = 4 and ${draw('h', 31, 100)} < 30;
  insert into outreach.search (person_id, step, searched_on, result, staff_id, unit_id, district_id, logged_at)
  select person_id, 'school', day, 'nothing', (select id from access.staff where issuer = 'bench' and subject = '1'), unit_id, district_id, (day + time '11:00')::timestamptz
  from span_day where n % 12 = 0`

const all = [town, spans, contacts, occupations, measures, others].join(';\n')

/** As many rows of each kind as were written. */
export type WorkCounts = { readonly contacts: number; readonly occupations: number; readonly measures: number }

const counts = (tx: Tx): Promise<WorkCounts[]> =>
  tx.query<WorkCounts>(`select (select count(*) from outreach.contact) as contacts, (select count(*) from outreach.occupation) as occupations,
    (select count(*) from measures.measure) as measures`)

/**
 * Writes the work on the days [from, until) straight into the tables, without what the database asks of rows one by one: it is not what is measured.
 * The night has been run.
 */
export const writeWork = (pool: Pool, from: PlainDate, until: PlainDate): Promise<WorkCounts> =>
  inTransaction(
    pool,
    async (tx) => {
      await tx.script('set local session_replication_role = replica')
      await tx.script(all.replaceAll('%FROM', from).replaceAll('%UNTIL', until))
      const [found] = await counts(tx)
      return found ?? { contacts: 0, occupations: 0, measures: 0 }
    },
    null,
  )
