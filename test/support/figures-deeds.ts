/** Measures with stages, offers declined, searches and watches of the two made-up years. */
import { inTransaction } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays } from '../../src/platform/plain-date.ts'
import type { Part } from './figures-year.ts'
import type { TestPlace } from './places.ts'

/** Rows as they are, without what the database asks of them one by one: approved placements need rounds, which are not what is counted. */
const asTheyAre = (place: TestPlace, text: string, values: readonly unknown[]): Promise<unknown> =>
  inTransaction(
    place.pool,
    async (tx) => {
      await tx.script('set local session_replication_role = replica')
      await tx.query(text, values)
    },
    null,
  )

const insertMeasure = `
  insert into measures.measure (person_id, item_key, item_version, is_exclusive, from_on, ended_on, end_reason, end_said_on, occupation_after, responsible, department,
    placement, decided_on, origin, by_name, unit_id, recorded_on, changed_by)
  select $1, v.item_key, v.version, false, $3::date, $4::date, case when $4::date is not null then $5 end, $4::date, case when $4::date is not null then $6 end,
    'municipality', $7, $8, case when $8 in ('approved', 'refused') then $3::date end, 'hand', 'prov', $9, $10::date, 'prov'
  from measures.item_version v where v.item_key = $2 and v.known_until = 'infinity' returning id`

/** Random days inside the periods, and a few outside them. */
export async function someMeasures(place: TestPlace, people: readonly Part[], random: () => number): Promise<void> {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  for (const { id, from, until } of people) {
    for (let n = 0; n < 2; n++) {
      const start = dateOf(plusDays(dayOf(from), Math.floor(random() * (dayOf(until) - dayOf(from) + 20)) - 5))
      const end = random() < 0.7 ? dateOf(plusDays(dayOf(start), Math.floor(random() * 150))) : null
      const item = pick(['guidance', 'motivationalTalk', 'singleTalk', 'otherActor', 'youthEmployment'])
      const placement = item === 'youthEmployment' ? pick(['waiting', 'approved', 'approved', 'refused']) : 'none'
      await asTheyAre(place, insertMeasure, [
        id,
        item,
        start,
        placement === 'waiting' || placement === 'refused' ? null : end,
        pick(['completed', 'studies', 'work', 'moved']),
        pick([null, 'work', 'studies', 'none']),
        pick([null, 'education', 'labourMarket']),
        placement,
        pick([null, 1, 2]),
        dateOf(plusDays(dayOf(start), Math.floor(random() * 20) - 10)),
      ])
    }
  }
  await asTheyAre(place, stages, [])
}

/** Preparation for all who were approved; then practice, or an interruption; then employment for some. */
const stages = `
  insert into measures.stage (measure_id, stage_key, step, from_on, ended_on, outcome, reason, by_name)
  select m.id, x.key, x.step, m.from_on + x.after, m.from_on + x.until, x.outcome, x.reason, 'prov' from measures.measure m
  join lateral (values ('preparation', 1, 0, 7, case when m.id % 3 = 0 then 'interrupted' else 'completed' end, case when m.id % 3 = 0 then 'attendance' end),
    ('practice', 2, 7, case when m.id % 3 = 1 then 40 end, case when m.id % 3 = 1 then 'completed' end, null),
    ('employment', 3, 40, null, null, null)) x(key, step, after, until, outcome, reason)
    on (x.step = 1 or m.id % 3 > 0) and (x.step < 3 or m.id % 3 = 1)
  where m.item_key = 'youthEmployment' and m.placement = 'approved'`

const insertOffer = `
  insert into measures.declined_offer (person_id, item_key, offered_on, reason, by_name, unit_id, recorded_on, struck_at, struck_by, struck_why)
  values ($1, 'guidance', $2::date, 'notNow', 'prov', $3, $2::date, case when $4 then now() end, case when $4 then 'prov' end, case when $4 then 'fel ungdom' end)`

const insertFound = `
  with way as (insert into outreach.way (person_id, kind, value, source, found_on, found_by, under_protection)
    values ($1, 'phone', $2, 'lookedUp', $3::date, 'prov', $1 in (select p.person_id from register.protected_now p)) returning id),
  found as (insert into outreach.search (person_id, step, searched_on, result, way_id, staff_id, unit_id)
    select $1, 'lookup', $3::date, 'found', way.id, s.id, $4 from way, access.staff s where s.subject = 'a')
  insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, way_id, origin)
  select $1, 'phone', true, false, $5::text, ($3::date + 3)::timestamptz, 'prov', way.id, 'hand' from way where $5::text is not null`

export async function someOffersAndSearches(place: TestPlace, people: readonly Part[], random: () => number): Promise<void> {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  for (const [n, { id, from, until }] of people.entries()) {
    const on = dateOf(plusDays(dayOf(from), Math.floor(random() * (dayOf(until) - dayOf(from)))))
    if (random() < 0.5) await asTheyAre(place, insertOffer, [id, on, pick([null, 1, 2]), random() < 0.2])
    if (random() < 0.3) {
      await place.sql(
        `insert into outreach.search (person_id, step, searched_on, result, staff_id, unit_id) select $1, 'school', $2, 'nothing', s.id, $3 from access.staff s where s.subject = 'b'`,
        [id, on, pick([null, 1, 2])],
      )
    }
    if (n % 3 === 0 && n < 280) {
      const value = `+46701740${605 + (n / 3 < 95 ? Math.floor(n / 3) : 94)}`
      await asTheyAre(place, insertFound, [id, value, on, pick([null, 1, 2]), pick([null, 'noAnswer', 'deadNumber'])])
    }
  }
  await place.sql(
    `insert into worklist.watch (person_id, ground, from_on, started_by) select person_id, 'Skolan är orolig', date '2018-05-01', 'prov' from worklist.youth where person_id % 9 = 0`,
  )
}
