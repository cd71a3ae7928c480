/**
 * The return counted again in plain SQL, from the tables as they are: no rule of ours is asked. Each statement says a row of a block: the number, the block,
 * the day, and the codes in words. $1: the half-year's first day, $2: the first day that is not looked at.
 */
import { studies } from './education-sql.ts'

/** By the record that each is of now; what was struck and what was taken back is none. */
const facts = `
  ${studies},
  p as (select q.*, (select i.number from register.identity i where i.person_id = q.person_id and i.known_until = 'infinity' and i.replaced_by is null
      order by i.id limit 1) as number
    from (select person_id, from_on, case when until_on < $2::date then until_on end as until_on, entry_reason, exit_reason from register.period) q
    where q.from_on < $2::date and (q.until_on is null or q.until_on >= $1::date)),
  said as (select coalesce(r.root_id, o.person_id) as person_id, o.id, o.kind, o.stated_on, o.since_on, o.review_on
    from outreach.occupation o left join register.merged_now r on r.absorbed_id = o.person_id
    where o.restates_id is null and not exists (select from outreach.occupation_retraction t where t.occupation_id = o.id)),
  talk as (select coalesce(r.root_id, c.person_id) as person_id, (c.happened_at at time zone 'Europe/Stockholm')::date as day,
      coalesce(c.occupation, (select o.kind from outreach.occupation o where o.contact_id = c.id and o.restates_id is null
        and not exists (select from outreach.occupation_retraction t where t.occupation_id = o.id) order by o.id desc limit 1)) as occupation
    from outreach.contact c left join register.merged_now r on r.absorbed_id = c.person_id where c.reached and c.struck_at is null),
  real as (select coalesce(r.root_id, m.person_id) as person_id, m.item_key, m.from_on, m.ended_on, m.end_reason, m.occupation_after
    from measures.measure m left join register.merged_now r on r.absorbed_id = m.person_id
    join measures.item_version v on v.item_key = m.item_key and v.known_until = 'infinity' and v.counts
    where m.struck_at is null and m.placement in ('none', 'approved') and (m.ended_on is null or m.ended_on > m.from_on))`

/** What a youth was said to do on a day, else what a school says. */
const occupationOn = (on: string): string => `coalesce(
  (select nullif(case when o.review_on <= ${on} then 'unknown' else o.kind end, 'unknown') from said o
    where o.person_id = p.person_id and o.stated_on <= ${on} order by o.stated_on desc, o.id desc limit 1),
  (select 'introductory' from study e where e.person_id = p.person_id and e.kind = 'introductory' and e.from_on <= ${on} and e.last_on >= ${on} and e.out_from > ${on} limit 1),
  (select 'studies' from study e where e.person_id = p.person_id and e.kind = 'other' and e.from_on <= ${on} and e.last_on >= ${on} limit 1),
  (select 'unknown' from said o where o.person_id = p.person_id and o.stated_on <= ${on} limit 1),
  'notAsked')`

const heard = `(select o.kind from said o where o.person_id = p.person_id and o.stated_on > p.from_on and o.stated_on <= p.from_on + 30
  and (p.until_on is null or o.stated_on < p.until_on) and (o.since_on is null or o.since_on <= p.from_on)`

export const returnRecount = `
  with ${facts}
  select p.number, 'youth' as block, p.from_on::text as day, array['entry ' || p.entry_reason, 'occupation ' || case
    when ${occupationOn('p.from_on')} not in ('unknown', 'notAsked') then ${occupationOn('p.from_on')}
    else coalesce(${heard} and o.kind <> 'unknown' order by o.stated_on, o.id limit 1), ${heard} limit 1), ${occupationOn('p.from_on')}) end] as codes from p
  union all
  select p.number, 'contact', t.day::text, array['occupation ' || coalesce(t.occupation, ${occupationOn('t.day')})] from p join talk t on t.person_id = p.person_id
  where t.day >= $1::date and t.day < $2::date and t.day >= p.from_on and (p.until_on is null or t.day < p.until_on)
  union all
  select p.number, 'measureBegun', m.from_on::text, array['kind ' || m.item_key] from p join real m on m.person_id = p.person_id
  where m.from_on >= $1::date and m.from_on < $2::date and m.from_on >= p.from_on and (p.until_on is null or m.from_on < p.until_on)
  union all
  select p.number, 'measureEnded', m.ended_on::text, array['kind ' || m.item_key, 'end ' || m.end_reason, 'occupation ' || coalesce(m.occupation_after, 'notAsked')]
  from p join real m on m.person_id = p.person_id
  where m.ended_on >= $1::date and m.ended_on < $2::date and m.ended_on >= p.from_on and (p.until_on is null or m.ended_on <= p.until_on)
    and exists (select from register.period b where b.person_id = m.person_id and b.from_on <= m.from_on and (b.until_on is null or b.until_on > m.from_on))
  union all
  select p.number, 'exit', p.until_on::text, array['exit ' || p.exit_reason || coalesce(case when p.exit_reason = 'inEducation' then '.' || (
      select e.kind from study e where e.person_id = p.person_id and e.out_from <= p.until_on and e.last_on >= p.until_on order by e.out_from desc, e.kind limit 1) end, '')]
  from p where p.until_on >= $1::date and p.until_on < $2::date`

/** A row of the recount; `codes`: a list of the profile and a word of it, `exit inEducation.introductory`. */
export type RecountedRow = {
  readonly number: string | null
  readonly block: string
  readonly day: string
  readonly codes: readonly string[]
}

/** The lists of a profile's codes by the recount's names of them. */
export type CodeLists = Readonly<Record<'entry' | 'exit' | 'occupation' | 'kind' | 'end', Readonly<Record<string, string | undefined>>>>

/** A word of the recount as the profile has it; what is refined, where the profile has no code for that, as what it refines. */
export function codeOf(lists: CodeLists, word: string): string {
  const [list = '', key = ''] = word.split(' ')
  const own = lists[list as keyof CodeLists]
  const code = own[key] ?? own[key.split('.')[0] ?? '']
  if (code === undefined) throw new Error(`the profile has no code for ${word}`)
  return code
}
