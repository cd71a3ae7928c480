/**
 * Every figure counted again in plain SQL, from the tables as they are: no rule of ours is asked. Each statement says for each row what was counted:
 * `row, kind, person_id, on_day, ord, unit_id`. Of a row of youths the first of each is counted. $1 first day, $2 first day after, the last day is $2 - 1.
 */
import { studies } from './education-sql.ts'

const facts = `
  ${studies},
  p as (select person_id, from_on, coalesce(until_on, 'infinity'::date) as until_on, entry_reason, exit_reason from register.period),
  y as (select person_id, unit_id, born_on from worklist.youth),
  c as (select c.*, (c.happened_at at time zone 'Europe/Stockholm')::date as d,
      exists (select from p where p.person_id = c.person_id and p.from_on <= (c.happened_at at time zone 'Europe/Stockholm')::date
        and p.until_on > (c.happened_at at time zone 'Europe/Stockholm')::date) as cov
    from outreach.contact c where c.struck_at is null),
  m as (select m.*, coalesce(m.ended_on, 'infinity'::date) as over_on, v.counts,
      exists (select from p where p.person_id = m.person_id and p.from_on <= m.from_on and p.until_on > m.from_on) as cov
    from measures.measure m join measures.item_version v on v.item_key = m.item_key and v.known_until = 'infinity'
    where m.struck_at is null),
  s as (select * from m where counts and placement in ('none', 'approved') and over_on > from_on),
  went as (select s.*, (select min(greatest(s.from_on, p.from_on, $1::date)) from p where p.person_id = s.person_id
      and greatest(s.from_on, p.from_on, $1::date) < least(s.over_on, p.until_on, $2::date)) as first_on from s),
  o as (select * from outreach.occupation x where not exists (select from outreach.occupation_retraction r where r.occupation_id = coalesce(x.restates_id, x.id))),
  cov as (select distinct on (p.person_id) p.person_id, p.from_on, p.until_on, y.unit_id from p join y using (person_id)
    where p.from_on < $2::date and p.until_on > $1::date order by p.person_id, p.from_on),
  there as (select p.person_id, y.unit_id from p join y using (person_id) where p.from_on < $2::date and p.until_on >= $2::date)`

/** What is known of somebody's occupation on a day. */
const known = (person: string, day: string): string =>
  `(select case when o.review_on <= ${day} then 'lapsed' else o.kind end from o where o.person_id = ${person} and o.stated_on <= ${day} order by o.stated_on desc, o.id desc limit 1)`
const isKnown = (state: string): string => `coalesce(${state} not in ('lapsed', 'unknown'), false)`

const voices = `
  select c.id, c.person_id, c.d, c.cov, c.unit_id, c.department, extract(epoch from c.happened_at) as ord from c where c.reached and c.d >= $1 and c.d < $2::date`
const steps = `
  select s.id, s.person_id, s.channel, s.d, s.unit_id, extract(epoch from s.happened_at) as ord, exists (select from c v where v.person_id = s.person_id and v.reached
      and (v.happened_at, v.id) >= (s.happened_at, s.id) and not exists (select from c n where n.person_id = s.person_id and n.attempted
        and n.channel not in ('partner', 'school') and (n.happened_at, n.id) > (s.happened_at, s.id) and (n.happened_at, n.id) <= (v.happened_at, v.id))) as answered
  from c s where s.attempted and s.cov and s.channel in ('letter', 'visitCard', 'phone', 'homeVisit') and s.d >= $1 and s.d < $2::date`

const outreachList = `
  select 'covered', 'youths', person_id, from_on, 0, unit_id from cov
  union all select t.channel || '.made', 'count', person_id, d, ord, unit_id from (${steps}) t
  union all select t.channel || '.answered', 'count', person_id, d, ord, unit_id from (${steps}) t where answered
  union all select t.channel || '.reached', 'youths', person_id, d, ord, unit_id from (${steps}) t where answered
  union all select 'reached', 'youths', person_id, d, ord, unit_id from (${voices}) v where cov
  union all select 'support', 'youths', person_id, d, ord, unit_id from (${voices}) v where cov and department is not null
  union all select 'support.' || department, 'youths', person_id, d, ord, unit_id from (${voices}) v where cov and department is not null
  union all select 'outside', 'youths', person_id, d, extract(epoch from happened_at), unit_id from c
    where not cov and d >= $1 and d < $2::date and (reached or (attempted and channel not in ('partner', 'school')))`

const supportList = `
  select 'covered', 'youths', person_id, from_on, 0, unit_id from cov
  union all select 'measured', 'youths', person_id, first_on, id, unit_id from went where first_on is not null
  union all select 'measured.' || coalesce(department, '-'), 'youths', person_id, first_on, id, unit_id from went where first_on is not null
  union all select case when cov then 'begun' else 'outside' end, 'count', person_id, from_on, id, unit_id from s where from_on >= $1 and from_on < $2::date
  union all select r.row, 'count', person_id, over_on, id, unit_id from s
    cross join lateral (values ('ended'), ('ended.' || end_reason), ('endedOf.' || item_key), ('endedOf.' || item_key || '.' || end_reason)) r(row)
    where cov and over_on >= $1 and over_on < $2::date`

const registration = `coalesce(
  (select o.kind from o where o.person_id = cov.person_id and o.stated_on <= cov.from_on and o.review_on > cov.from_on and o.kind <> 'unknown'
    and not exists (select from o l where l.person_id = o.person_id and l.stated_on <= cov.from_on and (l.stated_on, l.id) > (o.stated_on, o.id))),
  (select case when bool_or(e.kind = 'introductory' and e.out_from > cov.from_on) then 'introductory' when bool_or(e.kind = 'other') then 'studies' end
    from study e where e.person_id = cov.person_id and e.from_on <= cov.from_on and e.last_on >= cov.from_on),
  (select o.kind from o where o.person_id = cov.person_id and o.stated_on > cov.from_on and o.stated_on <= cov.from_on + 30 and o.stated_on < $2::date
    and o.stated_on < cov.until_on and (o.since_on is null or o.since_on <= cov.from_on) and o.kind <> 'unknown' order by o.stated_on, o.id limit 1),
  case when exists (select from o where o.person_id = cov.person_id and (o.stated_on <= cov.from_on or (o.stated_on <= cov.from_on + 30 and o.stated_on < $2::date
    and o.stated_on < cov.until_on and (o.since_on is null or o.since_on <= cov.from_on)))) then 'unknown' else 'notAsked' end)`

const wentTo = `coalesce((select e.kind from study e where e.person_id = p.person_id and e.out_from <= p.until_on and e.last_on >= p.until_on
  order by e.out_from desc, e.kind limit 1), 'unknown')`

const lastCovered = `(select max(least(q.until_on, $2::date) - 1) from p q where q.person_id = cov.person_id and q.from_on < $2::date and q.until_on > $1::date)`

const offers = `
  select person_id, offered_on as d, 0 as taken, unit_id from measures.declined_offer x where struck_at is null
    and exists (select from p where p.person_id = x.person_id and p.from_on <= x.offered_on and p.until_on > x.offered_on)
  union all select person_id, least(from_on, recorded_on), 1, unit_id from s
    where exists (select from p where p.person_id = s.person_id and p.from_on <= least(s.from_on, s.recorded_on) and p.until_on > least(s.from_on, s.recorded_on))`
const firstOffer = `(select distinct on (person_id) * from (${offers}) f where d >= $1 and d < $2::date order by person_id, d, taken)`

const halfYear = `
  select 'covered', 'youths', person_id, from_on, 0, unit_id from cov
  union all select case when exists (select from p where p.person_id = cov.person_id and p.from_on <= $1::date - 1 and p.until_on > $1::date - 1)
    then 'fromBefore' else 'new' end, 'youths', person_id, from_on, 0, unit_id from cov
  union all select 'registration.' || ${registration}, 'youths', person_id, from_on, 0, unit_id from cov
  union all select case when ${isKnown(known('cov.person_id', lastCovered))} then 'known' else 'notKnown' end, 'youths', person_id, from_on, 0, unit_id from cov
  union all select r.row, 'count', p.person_id, p.from_on, 0, y.unit_id from p join y using (person_id)
    cross join lateral (values ('entry'), ('entry.' || entry_reason)) r(row) where p.from_on >= $1 and p.from_on < $2::date
  union all select r.row, 'count', p.person_id, p.until_on, 0, y.unit_id from p join y using (person_id)
    cross join lateral (values ('exit'), ('exit.' || exit_reason), (case when exit_reason = 'inEducation' then 'exit.inEducation.' || ${wentTo} end)) r(row)
    where p.until_on >= $1 and p.until_on < $2::date and r.row is not null
  union all select 'measured', 'youths', person_id, first_on, id, unit_id from went where first_on is not null
  union all select r.row, 'count', person_id, over_on, id, unit_id from s cross join lateral (values ('after'), ('after.' || coalesce(occupation_after, 'notAsked'))) r(row)
    where cov and over_on >= $1 and over_on < $2::date
  union all select 'offered', 'youths', person_id, d, 0, unit_id from ${firstOffer} f
  union all select 'declinedFirst', 'youths', person_id, d, 0, unit_id from ${firstOffer} f where taken = 0`

const flow = `
  select 'before', 'youths', p.person_id, $1::date, 0, y.unit_id from p join y using (person_id) where p.from_on <= $1::date - 1 and p.until_on > $1::date - 1
  union all select 'in', 'count', p.person_id, p.from_on, 0, y.unit_id from p join y using (person_id) where p.from_on >= $1 and p.from_on < $2::date
  union all select 'out', 'count', p.person_id, p.until_on, 0, y.unit_id from p join y using (person_id) where p.until_on >= $1 and p.until_on < $2::date
  union all select to_char(p.from_on, 'YYYY-MM') || '.in', 'count', p.person_id, p.from_on, 0, y.unit_id from p join y using (person_id) where p.from_on >= $1 and p.from_on < $2::date
  union all select to_char(p.until_on, 'YYYY-MM') || '.out', 'count', p.person_id, p.until_on, 0, y.unit_id from p join y using (person_id) where p.until_on >= $1 and p.until_on < $2::date
  union all select to_char(d, 'YYYY-MM') || '.covered', 'youths', p.person_id, d::date, 0, y.unit_id
    from generate_series($1::date, $2::date - 1, interval '1 month') d cross join p join y using (person_id)
    where p.from_on < (d + interval '1 month')::date and p.until_on >= (d + interval '1 month')::date`

const status = `case when exists (select from s where s.person_id = there.person_id and s.from_on < $2::date and s.over_on >= $2::date) then 'measureOngoing'
  when exists (select from study e where e.person_id = there.person_id and e.kind = 'other' and e.from_on < $2::date and e.last_on >= $2::date - 1) then 'otherSchoolForm'
  when exists (select from s where s.person_id = there.person_id and s.from_on >= $2::date) then 'measurePlanned' else 'toAct' end`
const today = `coalesce(${known('there.person_id', '($2::date - 1)')}, 'notAsked')`

const onDay = `
  select 'covered', 'youths', person_id, $1::date, 0, unit_id from there
  union all select 'status.' || ${status}, 'youths', person_id, $1::date, 0, unit_id from there
  union all select 'occupation.' || ${today}, 'youths', person_id, $1::date, 0, unit_id from there
  union all select 'watching', 'youths', w.person_id, $1::date, 0, y.unit_id from worklist.watch w join y using (person_id)
    where w.from_on < $2::date and w.known_until = 'infinity' and not exists (select from there t where t.person_id = w.person_id)`
const knownOrNot = `case when ${today} in ('notAsked', 'lapsed', 'unknown') then 'notKnown' else 'known' end`
const notKnown = `
  select 'covered', 'youths', person_id, $1::date, 0, unit_id from there
  union all select ${knownOrNot}, 'youths', person_id, $1::date, 0, unit_id from there
  union all select ${knownOrNot} || '.' || ${today}, 'youths', person_id, $1::date, 0, unit_id from there`

const age = `($2::date - 1 - (select max(c.d) from c where c.person_id = there.person_id and c.reached and c.d < $2::date))`
const since = `
  select 'covered', 'youths', person_id, $1::date, 0, unit_id from there
  union all select 'since.' || case when ${age} is null then 'never' when ${age} <= 30 then 'days30' when ${age} <= 90 then 'days90' when ${age} <= 180 then 'days180'
    when ${age} <= 365 then 'days365' else 'longer' end, 'youths', person_id, $1::date, 0, unit_id from there
  union all select 'within90', 'youths', person_id, $1::date, 0, unit_id from there where ${age} <= 90`

const has = `case when ${status} in ('measureOngoing', 'measurePlanned') then 'measure' when ${status} = 'otherSchoolForm' or ${today} in ('studies', 'studiesAbroad') then 'studies'
  when ${today} = 'work' then 'work' when ${today} in ('abroad', 'other') then 'other'
  when exists (select from measures.declined_offer x where x.person_id = there.person_id and x.struck_at is null and x.offered_on < $2::date
    and x.offered_on >= make_date(date_part('year', $2::date - interval '6 months' - interval '1 day')::int, 7, 1)) then 'declined' else 'without' end`
const september = `
  select 'covered', 'youths', person_id, $1::date, 0, unit_id from there
  union all select 'has.' || ${has}, 'youths', person_id, $1::date, 0, unit_id from there
  union all select r.row, 'youths', there.person_id, $1::date, 0, there.unit_id from there join y using (person_id)
    cross join lateral (values ('leavers'), (case when ${has} = 'without' then 'leavers.without' else 'leavers.with' end)) r(row)
    where date_part('year', y.born_on) + 16 = date_part('year', $2::date - 1)`

const toEmployment = `m.item_key = 'youthEmployment' and m.cov`
const employed = `exists (select from measures.stage g where g.measure_id = m.id and g.struck_at is null and g.stage_key = 'employment' and g.from_on < $2::date
  and (g.ended_on is null or g.ended_on >= $2::date))`
const onTheWay = `(select m.*, ${employed} as is_in from m where ${toEmployment} and placement = 'approved' and over_on > from_on and from_on < $2::date and over_on >= $2::date)`
const foundWorks = `not coalesce((select c.outcome in ('wrongNumber', 'deadNumber') from c where c.person_id = r.person_id and c.way_id = r.way_id and c.d >= r.searched_on
  and c.d < $2::date order by c.happened_at desc, c.id desc limit 1), false)`
const unitStatus = `
  select case when cov then 'reached' else 'outside' end, 'youths', person_id, d, 0, unit_id from (${voices}) v
  union all select 'outside', 'youths', person_id, from_on, 1, unit_id from s where not cov and from_on >= $1 and from_on < $2::date
  union all select 'enrolled', 'youths', person_id, first_on, id, unit_id from went where first_on is not null
  union all select w.row, 'youths', person_id, from_on, id, unit_id from ${onTheWay} e
    cross join lateral (values ('employment'), (case when is_in then 'employment.in' else 'employment.onWay' end)) w(row)
  union all select 'employment.waiting', 'youths', person_id, recorded_on, id, unit_id from m where ${toEmployment} and placement = 'waiting' and recorded_on < $2::date
  union all select w.row, 'count', m.person_id, g.ended_on, g.id, m.unit_id from m join measures.stage g on g.measure_id = m.id and g.struck_at is null
    cross join lateral (values ('interrupted'), ('interrupted.' || g.reason)) w(row)
    where ${toEmployment} and placement = 'approved' and over_on > m.from_on and g.outcome = 'interrupted' and g.ended_on >= $1 and g.ended_on < $2::date
  union all select w.row, 'youths', r.person_id, r.searched_on, r.id, r.unit_id from outreach.search r
    cross join lateral (values ('searched'), (case when r.result = 'found' then 'searched.found' end),
      (case when r.result = 'found' and ${foundWorks} then 'searched.works' end)) w(row)
    where r.struck_at is null and r.searched_on >= $1 and r.searched_on < $2::date and w.row is not null`

/** The statements by the figure's name. */
const recounts: Readonly<Record<string, string>> = {
  'outreach-list': outreachList,
  'support-list': supportList,
  'unit-status': unitStatus,
  'half-year': halfYear,
  flow,
  'not-known': notKnown,
  'since-reached': since,
  september,
  'on-day': onDay,
}

/** Counts of a figure for the whole, and by unit, sex and year of birth: `row, along, key, n`. */
export const recountQuery = (name: string): string => `
  with ${facts},
  counted (row, kind, person_id, on_day, ord, unit_id) as (${recounts[name]}),
  first as (select * from (select distinct on (row, person_id) * from counted where kind = 'youths' order by row, person_id, on_day, ord) f
    union all select * from counted where kind = 'count'),
  placed as (select f.row, coalesce(f.unit_id::text, '-') as unit, coalesce(date_part('year', w.born_on)::text, '-') as year,
      case when w.number is null then '-' when substr(w.number, 11, 1) in ('0', '2', '4', '6', '8') then 'woman' else 'man' end as sex
    from first f join worklist.youth w using (person_id))
  select row, case when grouping(unit) = 0 then 'unit' when grouping(sex) = 0 then 'sex' when grouping(year) = 0 then 'birthYear' else 'all' end as along,
    coalesce(case when grouping(unit) = 0 then unit when grouping(sex) = 0 then sex when grouping(year) = 0 then year end, '*') as key, count(*)::int as n
  from placed group by grouping sets ((row), (row, unit), (row, sex), (row, year))`
