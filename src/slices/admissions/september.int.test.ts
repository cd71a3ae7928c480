/**
 * The September number of a made-up admission round against two counts that know nothing of the rules: what was written by hand beside each youth's
 * story before anything ran, and plain SQL over the tables. Both rounds, reserve lists, a correction, a list taken back, moves, a birthday, and those
 * who are protected.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { figuresOn } from './figures.rules.ts'
import { loadRadar } from './radar.actions.ts'
import { day } from './radar.testbed.ts'
import { aSummer, days, stories, type Name } from './september.testbed.ts'

let place: TestPlace
let summer: Awaited<ReturnType<typeof aSummer>>
beforeAll(async () => {
  place = await aPlace()
  summer = await aSummer(place)
})
afterAll(() => place.installation.close())

const reader = (mayReadProtected: boolean, on: string) => ({ code: '0180', scope: { units: null, mayReadProtected }, today: day(on) })
const loaded = (on: string, mayReadProtected = true) =>
  inTransaction(place.pool, (tx) => loadRadar(tx, reader(mayReadProtected, on), 2026, null))

/** The September number by the rules, as the page of the day would show it. */
async function byRule(on: string, mayReadProtected = true): Promise<number> {
  const { youths, radar } = await loaded(on, mayReadProtected)
  return figuresOn(youths, day(on), radar).total
}

const byHand = (nth: number, names: readonly Name[] = Object.keys(stories) as Name[]): number =>
  names.filter((name) => stories[name][1][nth] === 'x').length

/** Plain SQL: one question after the other of each human being, and no word of the rules. `$1`: the day. `$2`: whether the protected count. */
const plain = `
  select count(*)::int as n from register.person p
  where exists (select from register.identity i where i.person_id = p.id and i.known_until = 'infinity' and i.born_on + interval '20 years' > $1::date)
    and (select r.municipality from register.registration r where r.person_id = p.id and r.known_until = 'infinity' and r.on_date <= $1
         order by r.on_date desc limit 1) = '0180'
    and not exists (select from register.deregistration d where d.person_id = p.id and d.known_until = 'infinity' and d.on_date <= $1)
    and not exists (select from register.death d where d.person_id = p.id and d.known_until = 'infinity' and d.on_date <= $1)
    and not exists (select from register.protection f where f.person_id = p.id and f.known_until = 'infinity' and (f.secrecy_marked or f.protected_registration) and not $2)
    and not exists (select from register.protection f where f.person_id = p.id and f.known_until = 'infinity' and f.protected_registration
      and not exists (select from register.stay s where s.person_id = p.id and s.known_until = 'infinity' and s.municipality = '0180'))
    and not exists (select from register.credential c where c.person_id = p.id and c.known_until = 'infinity' and c.on_date <= $1)
    and (exists (select from admissions.answer a join admissions.list l on l.id = a.list_pk where a.person_id = p.id and l.on_day <= $1 and l.taken_back_at is null)
      or exists (select from register.identity i where i.person_id = p.id and extract(year from i.born_on) = 2010 and i.known_until = 'infinity')
        and not exists (select from register.schooling_end s where s.person_id = p.id and s.known_until = 'infinity')
        and exists (select from admissions.list l where l.on_day <= $1 and l.taken_back_at is null))
    and not exists (select from register.enrolment e where e.person_id = p.id and e.school_type = 'GY' and e.start_on > '2026-07-31'
      and (e.end_on is null or e.end_on >= e.start_on) and (e.known_from at time zone 'Europe/Stockholm')::date <= $1
      and (e.known_until = 'infinity' or (e.known_until at time zone 'Europe/Stockholm')::date > $1))
    and case when $1 < '2026-08-25' then
        coalesce((select a.state from admissions.answer a join admissions.list l on l.id = a.list_pk
          where a.person_id = p.id and l.on_day <= $1 and l.taken_back_at is null order by l.on_day desc, l.id desc limit 1), '') <> 'admitted'
        and not exists (select from admissions.step t where t.person_id = p.id and t.kind = 'placed' and t.on_day <= $1)
      else not exists (select from admissions.step t where t.person_id = p.id and t.kind = 'placed' and t.on_day between $1::date - 13 and $1) end`

const bySql = async (on: string, mayReadProtected: boolean): Promise<number | undefined> =>
  (await place.sql<{ n: number }>(plain, [on, mayReadProtected]))[0]?.n

it('is made of lists that were read as they should: once, again for who moved in, and one taken back', () => {
  expect(summer.read).toEqual({
    first: { granted: true, value: { count: 26, answers: 21, unknown: 2, before: null, faults: expect.any(Array) } },
    again: { granted: true, value: expect.objectContaining({ answers: 1, unknown: 1, before: '2026-07-01' }) },
    twice: { granted: false, reason: 'already-read' },
    wrong: { granted: true, value: expect.objectContaining({ answers: 2 }) },
    takenBack: { granted: true, value: null },
  })
  expect(summer.read.first).toMatchObject({ value: { faults: [{ fault: 'number' }, { fault: 'status' }, { fault: 'number' }] } })
  expect(summer.said.every(({ granted }) => granted)).toBe(true)
})

describe('the September number of a made-up admission round', () => {
  it.each(days.map((on, nth) => [on, byHand(nth)] as const))('on %s is %i, by the rule, by hand and by plain SQL', async (on, expected) => {
    expect({ rule: await byRule(on), sql: await bySql(on, true) }).toEqual({ rule: expected, sql: expected })
  })

  it('leaves out those protected for readers without the right, and nothing else', async () => {
    const names = (Object.keys(stories) as Name[]).filter((name) => name !== 'secrecyMarked' && name !== 'protectedWhoStaysHere')
    for (const [nth, on] of days.entries()) {
      const expected = byHand(nth, names)
      expect([on, await byRule(on, false), await bySql(on, false)]).toEqual([on, expected, expected])
    }
  })

  it('is the same when the days are looked back at from the last one', async () => {
    const { youths, radar } = await loaded('2026-09-15')
    const each = Object.fromEntries(
      (Object.keys(stories) as Name[]).map((name) => {
        const own = youths.filter(({ subjectId }) => subjectId === summer.subjectOf(name))
        return [name, days.map((on) => (figuresOn(own, day(on), radar).total === 1 ? 'x' : '.')).join('')]
      }),
    )
    expect(each).toEqual(Object.fromEntries(Object.entries(stories).map(([name, [, told]]) => [name, told])))
    expect(days.map((on) => figuresOn(youths, day(on), radar).total)).toEqual(days.map((_, nth) => byHand(nth)))
  })

  it('has those with a study certificate beside it', async () => {
    const { youths, radar } = await loaded('2026-09-15')
    expect(figuresOn(youths, day('2026-09-15'), radar).by.studyCertificate).toBe(1)
  })
})
