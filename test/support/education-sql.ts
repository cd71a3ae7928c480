/** What is studied, in plain SQL straight from the register's own rows: the law's table of school types (DOMAIN.md 3.2) written once more, for the recounts. */

const codes = (...types: readonly string[]): string => `(${types.map((type) => `'${type}'`).join(', ')})`
const adapted = codes('GYS', 'GYAN', 'VUXSARGY', 'VUXGYAN')
const others = codes(
  ...['VUX', 'KOMVUX', 'ABU', 'AU', 'VUXGR', 'VUXSFI', 'SFI', 'VUXSARGR', 'VUXSARTR', 'VUXGRAN', 'SARVUX', 'SARVUXGY'],
  ...['FHS', 'YH', 'HS', 'KU', 'KKU', 'STF', 'GR', 'GRS', 'GRAN', 'SP', 'SAM', 'TR'],
)

/**
 * A table expression `study(person_id, kind, from_on, last_on, out_from)`: each enrolment that is known now and was followed some day, by the record that
 * it is of now. `out_from`: the day from which it takes the youth outside the responsibility; null where it never does.
 */
export const studies = `
  study as (select coalesce(r.root_id, e.person_id) as person_id, k.kind, e.start_on as from_on, coalesce(e.end_on, 'infinity'::date) as last_on,
      case k.kind when 'introductory' then greatest(e.start_on, date '2018-07-01') when 'other' then null else e.start_on end as out_from
    from register.enrolment e left join register.merged_now r on r.absorbed_id = e.person_id
    cross join lateral (select upper(btrim(e.school_type)) as type, upper(btrim(e.education_code)) as code) t
    cross join lateral (select case when t.type = 'GY' and t.code like 'IM%' then 'introductory' when t.type = 'GY' then 'national' when t.type in ${adapted} then 'adapted'
      when t.type = 'VUXGY' then 'equivalent' when t.type = 'ABROAD_UPPER_SECONDARY' then 'abroad' when t.type in ${others} then 'other' else '?' end as kind) k
    where e.known_until = 'infinity' and e.start_on <= coalesce(e.end_on, 'infinity'::date) and k.kind <> '?')`
