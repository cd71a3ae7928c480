/**
 * An independent recount: plain SQL over what the register and the house have on record, against what the return says, row by row. For a half-year of
 * 2026, and for the two of 2018 around the day when introductory programmes left the target group.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPlace } from '../../../test/support/places.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { buildReturnFile } from './build.actions.ts'
import { half } from './returns.testbed.ts'
import { profileFor } from './profile.rules.ts'
import type { Profile } from './profile.types.ts'
import { saveProfile } from './profile.actions.ts'
import { aTownOfMany } from './recount.testbed.ts'
import { shippedProfiles } from './shipped/shipped.ts'

let place: TestPlace
const today = todayInSweden()
const halves = ['2018H1', '2018H2', '2026H1'] as const

beforeAll(async () => {
  place = await aTownOfMany(240, 20_180_701)
  const given = profileFor(shippedProfiles['2018H2'] as Profile, '2018H1')
  await saveProfile(place.pool, { half: '2018H1', given, version: 0, by: { name: 'prov', staffId: null } })
})
afterAll(() => place.installation.close())

/** What a youth was said to do on a day, else what a school says; as words, in SQL alone. */
const occupationOn = (on: string): string => `coalesce(
  (select nullif(case when o.review_on <= ${on} then 'unknown' else o.kind end, 'unknown') from outreach.occupation o
    where o.person_id = p.person_id and o.stated_on <= ${on} order by o.stated_on desc, o.id desc limit 1),
  (select 'introductory' from register.enrolment e where e.person_id = p.person_id and e.school_type = 'GY' and e.education_code like 'IM%'
    and e.start_on <= ${on} and (e.end_on is null or e.end_on >= ${on}) and ${on} < date '2018-07-01' limit 1),
  (select 'studies' from register.enrolment e where e.person_id = p.person_id and e.school_type in ('VUXSFI', 'VUX')
    and e.start_on <= ${on} and (e.end_on is null or e.end_on >= ${on}) limit 1),
  (select 'unknown' from outreach.occupation o where o.person_id = p.person_id and o.stated_on <= ${on} limit 1),
  'notAsked')`

const heard = `(select o.kind from outreach.occupation o where o.person_id = p.person_id and o.stated_on > p.from_on and o.stated_on <= p.from_on + 30
  and (p.until_on is null or o.stated_on < p.until_on) and (o.since_on is null or o.since_on <= p.from_on)`

/** One select a block: number, block, day, and the codes in words. $1 and $2: the first day, and the day after the last. */
const recount = `
  with p as (
    select i.number, q.* from register.period q join register.identity i on i.person_id = q.person_id and i.known_until = 'infinity'
    where q.from_on < $2::date and (q.until_on is null or q.until_on >= $1::date)
  ), talk as (
    select c.*, (c.happened_at at time zone 'Europe/Stockholm')::date as day from outreach.contact c where c.reached and c.struck_at is null
  ), real as (
    select m.* from measures.measure m where m.item_key <> 'singleTalk' and m.struck_at is null and (m.ended_on is null or m.ended_on > m.from_on)
  )
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
  select p.number, 'exit', p.until_on::text, array['exit ' || p.exit_reason || case when p.exit_reason = 'inEducation' and (
      select e.education_code like 'IM%' from register.enrolment e where e.person_id = p.person_id and e.school_type in ('GY', 'GYAN')
        and e.start_on <= p.until_on and (e.end_on is null or e.end_on >= p.until_on)
        and (e.education_code not like 'IM%' or p.until_on >= date '2018-07-01') order by greatest(e.start_on,
          case when e.education_code like 'IM%' then date '2018-07-01' end) desc, case when e.school_type = 'GYAN' then 1 when e.education_code like 'IM%' then 2 else 3 end limit 1)
    then '.introductory' else '' end] from p where p.until_on >= $1::date and p.until_on < $2::date`

type Row = { readonly number: string; readonly block: string; readonly day: string; readonly codes: readonly string[] }

/** A word of the recount as the profile has it. */
function codeOf({ codes }: Profile, word: string): string {
  const [list = '', key = ''] = word.split(' ')
  const mapping = {
    entry: codes.entryReasons,
    exit: codes.exitReasons,
    occupation: codes.occupations,
    kind: codes.measureKinds,
    end: codes.measureEndReasons,
  }[list]
  const code = (mapping as Readonly<Record<string, string>> | undefined)?.[key]
  return code ?? codeOf({ codes } as Profile, word.replace('.introductory', ''))
}

async function both(key: (typeof halves)[number]): Promise<readonly [told: string[], counted: string[]]> {
  const made = await buildReturnFile(place, { half: key, today, actor: 'prov' })
  if (!made.granted) throw new Error(made.reason)
  const { built, profile } = made.value
  const told = built.records.map(({ number, block, on, cells: c }) => {
    const codes = {
      youth: [c.registrationReason, c.occupationAtRegistration],
      contact: [c.contactOccupation],
      measureBegun: [c.measureKind],
      measureEnded: [c.endedMeasureKind, c.measureEndReason, c.occupationAfterMeasure],
      exit: [c.exitReason],
    }[block]
    return [number, block, on, ...codes].join(' ')
  })
  const { fromOn, untilOn } = half(key)
  const rows = await place.sql<Row>(recount, [fromOn, untilOn])
  const counted = rows.map(({ number, block, day, codes }) => [number, block, day, ...codes.map((word) => codeOf(profile, word))].join(' '))
  return [told.toSorted((a, b) => (a < b ? -1 : 1)), counted.toSorted((a, b) => (a < b ? -1 : 1))]
}

describe('the recount', () => {
  it.each(halves)('of %s agrees with the return, row by row', async (key) => {
    const [told, counted] = await both(key)
    expect(told.length).toBeGreaterThan(100)
    expect(told).toEqual(counted)
    for (const block of ['youth', 'contact', 'measureBegun', 'measureEnded', 'exit']) {
      expect(told.filter((row) => row.split(' ')[1] === block).length).toBeGreaterThan(3)
    }
  })

  it('finds those in introductory programmes in the file of 2018H1, and out of it on 1 July 2018', async () => {
    const introductory = await place.sql<{ number: string }>(
      `select i.number from register.period p join register.identity i on i.person_id = p.person_id and i.known_until = 'infinity'
       where p.until_on = '2018-07-01' and p.exit_reason = 'inEducation' and exists (select from register.enrolment e where e.person_id = p.person_id
         and e.education_code like 'IM%' and e.start_on < '2018-07-01' and (e.end_on is null or e.end_on >= '2018-07-01'))`,
    )
    expect(introductory.length).toBeGreaterThan(3)
    const [[h1], [h2]] = [await both('2018H1'), await both('2018H2')]
    for (const { number } of introductory) {
      expect(h1.some((row) => row.startsWith(`${number} youth`))).toBe(true)
      expect(h1.some((row) => row.startsWith(`${number} exit 2018-07-01`))).toBe(false)
      expect(h2.some((row) => row.startsWith(`${number} exit 2018-07-01`))).toBe(true)
    }
  })
})
