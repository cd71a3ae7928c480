/**
 * The statement of the meter, in parts. Expected is counted from the population facts alone (`register.*`), never from periods or the lists,
 * so that a fault in the computing of periods shows here as a gap. One statement, set-based; parameters:
 * $1 units, $2 may read protected, $3 municipality, $4 the day, $5/$6 years and term ends, $7 the education table, $8 short gap days,
 * $9 summer (month, day, month, day), $10 completing types, $11/$12 sources and how many days each is fresh, $13 fresh days for the others,
 * $14 year, $15 district, $16 without district, $17 reason, $18 offset, $19 limit.
 */

/** Merged records are one person: `root` maps the absorbed ones (few). */
const roots = `
  chain as (
    select absorbed_id, kept_id from register.same_person where known_until = 'infinity'
    union all
    select c.absorbed_id, s.kept_id from chain c join register.same_person s on s.absorbed_id = c.kept_id and s.known_until = 'infinity'),
  merged as materialized (
    select c.absorbed_id, c.kept_id as root_id from chain c
    where not exists (select from register.same_person s where s.absorbed_id = c.kept_id and s.known_until = 'infinity'))`

const root = 'coalesce(m.root_id, f.person_id)'
const facts = (table: string): string =>
  `register.${table} f left join merged m on m.absorbed_id = f.person_id where f.known_until = 'infinity'`

/** The 18th birthday; 1 March for those born on 29 February (no year 18 years after a leap year is one). */
const turns18 = `case when to_char(r.born_on, 'MMDD') = '0229' then make_date(r.year + 18, 3, 1) else (r.born_on + interval '18 years')::date end`

/**
 * Number, birthday and where they live: a registration in force on the day, less deaths and later deregistrations (DOMAIN.md 3, 1–4; 3.3).
 * A personnummer goes before a samordningsnummer. The latest registration is found as one whole number, its day doubled and one added when
 * it is here: that hashes, where the latest row by sorting would be dear.
 */
const population = `
  numbered as (
    select ${root} as id, coalesce(min(f.number) filter (where f.kind = 'personnummer'), min(f.number)) as number,
      coalesce(min(f.born_on) filter (where f.kind = 'personnummer'), min(f.born_on)) as born_on, bool_or(f.kind = 'personnummer') as has_full
    from ${facts('identity')} and f.replaced_by is null group by 1),
  born as (select ${root} as id, min(f.born_on) as born_on from ${facts('birth')} group by 1),
  home as (
    select ${root} as id, max(2 * (f.on_date - date '1970-01-01') + (coalesce(f.municipality, '') = $3)::int) as latest
    from ${facts('registration')} and f.on_date <= $4::date group by 1),
  gone as (select ${root} as id, max(f.on_date) - date '1970-01-01' as on_day from ${facts('deregistration')} and f.on_date <= $4::date group by 1),
  died as (select ${root} as id from ${facts('death')} and f.on_date <= $4::date group by 1),
  hidden as (select ${root} as id from ${facts('protection')} and f.protected_registration and f.since_on <= $4::date group by 1),
  stayed as (
    select distinct on (${root}) ${root} as id, f.municipality from ${facts('stay')} and f.from_on <= $4::date
      and (f.until_on is null or f.until_on > $4::date) order by ${root}, f.from_on desc),
  resident as materialized (
    select n.id, n.number, n.has_full, coalesce(n.born_on, b.born_on) as born_on, h.id is not null and s.id is null as unconfirmed,
      coalesce(date_part('year', coalesce(n.born_on, b.born_on))::int, left(n.number, 4)::int) as year
    from numbered n join home o on o.id = n.id left join born b on b.id = n.id left join gone g on g.id = n.id
    left join died d on d.id = n.id left join hidden h on h.id = n.id left join stayed s on s.id = n.id
    where d.id is null and (g.id is null or 2 * g.on_day + 1 < o.latest)
      and case when s.id is not null and h.id is not null then s.municipality = $3 else o.latest % 2 <> 0 end)`

/** The first day of 3.1, from birthday, term ends, decisions on compulsory schooling, and the first immigration. */
const schooling = `
  term as (
    select y.year, coalesce(t.on_date, make_date(y.year + 16, 6, 15)) as ends_on, coalesce(l.on_date, make_date(y.year + 17, 6, 15)) as later_on
    from generate_series(date_part('year', $4::date)::int - 21, date_part('year', $4::date)::int) as y (year)
    left join unnest($5::int[], $6::date[]) as t (year, on_date) on t.year = y.year + 16
    left join unnest($5::int[], $6::date[]) as l (year, on_date) on l.year = y.year + 17),
  ended as (
    select ${root} as id, bool_or(f.ground = '7:13') as later, min(f.end_on) filter (where f.ground = '7:14') as earlier_on
    from ${facts('schooling_end')} group by 1),
  left_first as (select ${root} as id, min(f.on_date) as on_date from ${facts('deregistration')} group by 1),
  arrived as (
    select a.id, a.on_date from (select ${root} as id, min(f.on_date) as on_date from ${facts('immigration')} group by 1) a
    left join left_first l on l.id = a.id where l.on_date is null or l.on_date > a.on_date),
  candidate as materialized (
    select r.*, case when r.born_on is not null then greatest(1 + least(
        case when e.later then least(t.later_on, ${turns18}) else t.ends_on end, e.earlier_on), i.on_date) end as first_on
    from resident r join term t on t.year = r.year left join ended e on e.id = r.id left join arrived i on i.id = r.id
    where case when r.born_on is not null then r.born_on > (select ($4::date - interval '20 years')::date)
      else r.year + 20 >= (select date_part('year', $4::date)::int) and t.ends_on < $4::date end)`

/** Whom the reader may see, and who is not computed yet: those have no line, and only a reader of the whole municipality sees them. */
const expected = `
  seen as materialized (select person_id, district_id from worklist.seen($1, $2)),
  expected as materialized (
    select c.*, y.district_id, y.person_id is null as uncomputed
    from candidate c left join seen y on y.person_id = c.id
    where (c.first_on is null or c.first_on <= $4::date) and (y.person_id is not null or (
      $1::int[] is null and ($2::boolean or not exists (select from register.protected_now p where p.person_id = c.id))
      and not exists (select from worklist.seen(null, true) z where z.person_id = c.id))))`

/** Which row of the education table reads each pair of codes; the table comes in the order in which its rows are tried (3.2). */
const kinds = `
  rule as (select * from jsonb_to_recordset($7::jsonb) as r ("place" int, "schoolType" text, "educationCode" text, "counts" text, "fromOn" date)),
  pair as (select distinct f.school_type, f.education_code from register.enrolment f where f.known_until = 'infinity'),
  kind as materialized (
    select p.school_type, p.education_code, coalesce(r."counts", 'undecided') as counts, r."fromOn" as from_on,
      coalesce(r."counts" in ('national', 'introductory', 'adapted', 'equivalent', 'abroad'), false) as qualifies from pair p left join lateral (
      select * from rule r
      where case when r."schoolType" like '%*' then starts_with(upper(btrim(p.school_type)), rtrim(r."schoolType", '*'))
          else upper(btrim(p.school_type)) = r."schoolType" end
        and (r."educationCode" is null or case when r."educationCode" like '%*'
          then starts_with(upper(btrim(p.education_code)), rtrim(r."educationCode", '*')) else upper(btrim(p.education_code)) = r."educationCode" end)
      order by r."place" limit 1) r on true),
  fresh as (select * from unnest($11::text[], $12::int[]) as s (source, days)),
  stale as (
    select d.source from feeds.read d left join fresh s on s.source = d.source where d.state = 'good'
    group by d.source, s.days having $4::date - max(d.on_day) > coalesce(s.days, $13::int))`

/**
 * What each is doing on the day, and what is known to come (3.2). Ended studies matter only to those who wait for a start: the gap began the day
 * after the last of them, never before the first day of 3.1.
 */
const endedByNotice = `exists (select from register.enrolment n where n.source = 'anmalan' and n.known_until = 'infinity' and n.person_id = f.person_id
        and f.source <> 'anmalan' and n.school_unit = f.school_unit and n.school_type = f.school_type and n.end_on >= f.start_on and n.end_on < $4::date)`
const studies = `
  current as (
    select ${root} as id, k.counts, k.qualifies, greatest(f.start_on, k.from_on) as from_on,
      f.source = any (array(select source from stale)) as is_stale
    from register.enrolment f join kind k on k.school_type = f.school_type and k.education_code = f.education_code
    left join merged m on m.absorbed_id = f.person_id
    where f.known_until = 'infinity' and (f.end_on is null or (f.end_on >= $4::date and f.end_on >= f.start_on)) and k.counts <> 'otherForm'
      and not ${endedByNotice}),
  doing as materialized (
    select id, bool_or(qualifies and from_on <= $4::date) as studies, bool_or(qualifies and not is_stale and from_on <= $4::date) as studies_fresh,
      bool_or(counts = 'undecided' and from_on <= $4::date) as undecided,
      bool_or(counts = 'levelUnknown' and from_on <= $4::date) as level_unknown,
      min(from_on) filter (where counts <> 'levelUnknown' and from_on > $4::date) as starts_on
    from current group by id),
  waiting as materialized (select id, starts_on from doing where starts_on is not null and not studies and not undecided),
  past as (
    select w.id, max(f.end_on + 1) as until_on from register.enrolment f left join merged m on m.absorbed_id = f.person_id
    join waiting w on w.id = ${root} join kind k on k.school_type = f.school_type and k.education_code = f.education_code
    where f.known_until = 'infinity' and f.end_on < $4::date and f.end_on >= greatest(f.start_on, k.from_on)
      and k.counts not in ('otherForm', 'levelUnknown') group by w.id),
  awaiting as (
    select w.id, w.starts_on as gap_until, greatest(e.first_on, p.until_on) as gap_from
    from waiting w join expected e on e.id = w.id left join past p on p.id = w.id),
  diploma as (
    select ${root} as id from ${facts('credential')} and f.type = any ($10::text[]) and f.on_date <= $4::date group by 1),
  verdict as (
    select distinct on (${root}) ${root} as id, f.covers from ${facts('decision')} and f.from_on <= $4::date
      and (f.until_on is null or f.until_on > $4::date) order by ${root}, f.from_on desc, f.covers desc),
  listed as (select person_id as id from register.period where from_on <= $4::date and (until_on is null or until_on > $4::date))`

const isBridged = `w.gap_until - w.gap_from <= $8::int or (
  w.gap_from >= make_date(date_part('year', w.gap_from)::int, ($9::int[])[1], ($9::int[])[2])
  and w.gap_until <= make_date(date_part('year', w.gap_from)::int, ($9::int[])[3], ($9::int[])[4]))`

/** Where each is: on the list, outside for a known reason, or not accounted for. First match wins. */
const standing = `
  line as materialized (
    select e.id, e.year, e.district_id, case
        when l.id is not null then 'listed'
        when v.covers = false then 'decided'
        when c.id is not null then 'completed'
        when d.studies_fresh then 'inEducation'
        when w.id is not null and (${isBridged}) then 'awaitingStart'
        else 'gap' end as standing
    from expected e left join doing d on d.id = e.id left join diploma c on c.id = e.id left join verdict v on v.id = e.id
    left join listed l on l.id = e.id left join awaiting w on w.id = e.id),
  summed as materialized (
    select grouping(year) as all_years, grouping(district_id) as all_districts, year, district_id, count(*)::int as expected,
      count(*) filter (where standing = 'listed')::int as listed, count(*) filter (where standing = 'inEducation')::int as "inEducation",
      count(*) filter (where standing = 'completed')::int as completed,
      count(*) filter (where standing in ('awaitingStart', 'decided'))::int as "otherKnown", count(*) filter (where standing = 'gap')::int as gap
    from line group by grouping sets ((), (year), (district_id)))`

const likely = `(a.born_on = b.born_on or (left(a.number, 4) = left(b.number, 4) and not (a.has_full and b.has_full)))`

/** Why somebody is not accounted for. The dear questions are asked only of those. */
const gaps = `
  absent as materialized (
    select e.*, coalesce(d.undecided, false) as undecided, coalesce(d.level_unknown, false) as level_unknown, coalesce(d.studies, false) as studies
    from line l join expected e on e.id = l.id left join doing d on d.id = e.id where l.standing = 'gap'),
  puzzling as materialized (
    select a.*, lower(n.given_name) as given_name, lower(n.family_name) as family_name from absent a
    left join register.particulars n on n.person_id = a.id and n.known_until = 'infinity'
    where not a.studies and not a.undecided and not a.unconfirmed and a.first_on is not null),
  twin as (
    select distinct a.id from puzzling a join register.particulars n on n.known_until = 'infinity'
      and lower(n.given_name) = a.given_name and lower(n.family_name) = a.family_name and a.given_name <> '' and a.family_name <> ''
    join resident b on b.id = n.person_id and b.id <> a.id
    where ${likely} and not exists (select from register.not_same x
      where x.known_until = 'infinity' and x.first_id = least(a.id, b.id) and x.second_id = greatest(a.id, b.id))),
  excepted as (
    select coalesce(m.root_id, f.person_id) as id from feeds.exception f left join merged m on m.absorbed_id = f.person_id
    where f.closed_at is null and f.person_id is not null group by 1),
  missing as materialized (
    select a.*, case
      when a.first_on is null then 'noBirthDate'
      when a.unconfirmed then 'unconfirmedStay'
      when a.undecided and not a.studies then 'undecidedEducation'
      when a.studies then 'staleSource'
      when a.level_unknown then 'levelUnknown'
      when a.uncomputed or a.id in (select person_id from register.pending) then 'pending'
      when a.id in (select id from twin) then 'maybeTwice'
      when a.id in (select id from excepted) then 'exception'
      else 'unexplained' end as reason
    from absent a),
  chosen as (
    select * from missing where ($14::int is null or year = $14) and ($15::int is null or district_id = $15)
      and (not $16::boolean or district_id is null))`

const counts = 's.expected, s.listed, s."inEducation", s.completed, s."otherKnown", s.gap'
const list = (query: string): string => `(select coalesce(json_agg(row_to_json(q)), '[]') from (${query}) q)`

const gapPage = `
  select p.subject_id as "subjectId", not c.uncomputed as "hasPage", c.number, c.year, d.name as district, c.reason,
    coalesce((select btrim(n.given_name || ' ' || n.family_name) from register.particulars n
      where n.person_id = c.id and n.known_until = 'infinity'), '') as name
  from (select * from chosen where $17::text is null or reason = $17 order by year, number offset $18 limit $19) c
  join register.person p on p.id = c.id left join organisation.district d on d.id = c.district_id order by c.year, c.number`

/** The whole answer as one row of JSON. */
export const coverageQuery = `
  with recursive ${[roots, population, schooling, expected, kinds, studies, standing, gaps].join(',')}
  select
    (select row_to_json(q) from (select ${counts} from summed s where all_years = 1 and all_districts = 1) q) as total,
    ${list(`select s.year, ${counts} from summed s where all_years = 0 order by s.year`)} as "byYear",
    ${list(`select s.district_id as id, d.name, ${counts} from summed s left join organisation.district d on d.id = s.district_id
      where all_districts = 0 order by d.name collate "sv-x-icu" nulls last`)} as "byDistrict",
    ${list(`select reason, count(*)::int as persons from chosen group by reason order by persons desc, reason`)} as reasons,
    ${list(gapPage)} as gap,
    (select count(*)::int from chosen where $17::text is null or reason = $17) as "gapTotal"`
