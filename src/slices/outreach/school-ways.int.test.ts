/** Numbers that come from a school system: added, ended when the school has them no more, and never against what a person has said. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '../../platform/db/tx.ts'
import { aPlace, aPopulation, aPost, date, type TestPlace } from '../../../test/support/places.ts'
import { aContact } from './outreach.testbed.ts'
import { recordContact } from './record.actions.ts'

let place: TestPlace
const anna = '200803142389'
const bertil = '200809022395'
const mobile = '+46701740605'

type Person = {
  readonly id?: string
  readonly civicNo?: string | null
  readonly phones?: readonly string[] | null
  readonly mail?: string
  readonly marking?: string
  readonly inSchool?: boolean
}

const aPerson = ({ id = 'p1', civicNo = anna, phones = [], mail, marking = 'Ingen', inSchool = false }: Person) => ({
  id,
  ...(civicNo === null ? {} : { civicNo: { value: civicNo, nationality: 'SE' } }),
  securityMarking: marking,
  enrolments: [
    {
      enroledAt: { id: 'skola-1' },
      schoolType: 'GY',
      startDate: '2024-08-19',
      endDate: inSchool ? null : '2026-10-30',
      cancelled: !inSchool,
      educationCode: 'NA',
    },
  ],
  ...(phones === null ? {} : { phoneNumbers: phones.map((value) => ({ value, type: 'Hem', mobile: true })) }),
  ...(mail === undefined ? {} : { emails: [{ value: mail, type: 'Privat' }] }),
})

let day = 1
/** A full read of the school system with these persons, on the next day. */
const read = (...persons: Person[]) =>
  place.feed('schools', JSON.stringify({ data: persons.map(aPerson), pageToken: null }), {
    on: date(`2026-11-${String(++day).padStart(2, '0')}`),
    kind: 'changes',
    source: 'skolan',
  })
const ways = () =>
  place.sql<{ value: string; open: boolean; source: string; by: string }>(
    `select w.value, w.ended_at is null as open, w.source, w.found_by as by from outreach.way w join register.identity i on i.person_id = w.person_id
     where i.number = $1 order by w.value, w.id`,
    [anna],
  )
const open = async () => (await ways()).filter((way) => way.open).map(({ value }) => value)
const phones = async () =>
  (
    await place.sql<{ n: number }>(
      'select t.live_phones as n from outreach.standing t join worklist.youth y using (person_id) where y.number = $1',
      [anna],
    )
  )[0]?.n
const wayOf = async (value: string) =>
  (
    await place.sql<{ id: number; person_id: number }>('select id, person_id from outreach.way where value = $1 and ended_at is null', [
      value,
    ])
  )[0]

beforeAll(async () => {
  place = await aPlace()
})
afterAll(() => place.installation.close())
beforeEach(async () => {
  await place.sql(
    'truncate outreach.standing, outreach.contact, outreach.way, outreach.way_act, register.protection, feeds.pupil restart identity cascade',
  )
  day = 1
  await place.feed('population', aPopulation(aPost({ number: anna }), aPost({ number: bertil })), { on: date('2026-11-01') })
})

describe('a number that a school system has', () => {
  it('is a way from the school, counted at once, and the same number twice is one', async () => {
    await read({ phones: ['070-174 06 05', '+46 70 174 06 05'], mail: 'anna@example.org' })
    expect(await ways()).toEqual([
      { value: mobile, open: true, source: 'school', by: 'skolan' },
      { value: 'anna@example.org', open: true, source: 'school', by: 'skolan' },
    ])
    expect(await phones()).toBe(1)
    await read({ phones: ['0701740605'], mail: 'anna@example.org' })
    expect(await ways()).toHaveLength(2)
  })

  it('is ended when the school has another, and when it has none', async () => {
    await read({ phones: ['0701740605'] })
    await read({ phones: ['0701740606'] })
    expect(await open()).toEqual(['+46701740606'])
    await read({ phones: [] })
    expect([await open(), await phones()]).toEqual([[], 0])
  })

  it('stays when the record says nothing of numbers, and when the pupil is no longer delivered', async () => {
    await read({ phones: ['0701740605'] })
    await read({ phones: null })
    await read({ id: 'p2', civicNo: bertil })
    expect(await open()).toEqual([mobile])
  })

  it('stays when the youth has been reached on it, whatever the school has', async () => {
    await read({ phones: ['0701740605'] })
    const way = await wayOf(mobile)
    const contact = aContact(way?.person_id ?? 0, { wayId: way?.id ?? 0, outcome: 'reached', reached: true })
    await inTransaction(place.pool, (tx) => recordContact(tx, contact))
    await read({ phones: ['0701740606'] })
    expect((await open()).toSorted()).toEqual([mobile, '+46701740606'])
  })

  it('that a person took away, or that died, does not come back', async () => {
    await read({ phones: ['0701740605', '0701740606'] })
    await place.sql(`update outreach.way set ended_at = now(), ended_by = gen_random_uuid()::text where value = $1`, [mobile])
    await place.sql(
      `update outreach.way set dead_on = '2026-11-03', last_result = 'dead', last_result_at = now() where value = '+46701740606'`,
    )
    await read({ phones: [] })
    await read({ phones: ['0701740605', '0701740606'] })
    expect(await open()).toEqual([])
  })

  it('that somebody found first keeps who found it, and is not the school’s to end', async () => {
    const [anna_] = await place.sql<{ id: number }>('select person_id as id from register.identity where number = $1', [anna])
    await place.sql(
      `insert into outreach.way (person_id, kind, value, source, found_on, found_by) values ($1, 'phone', $2, 'youth', '2026-11-01', 'prov')`,
      [anna_?.id, mobile],
    )
    await read({ phones: ['0701740605'] })
    await read({ phones: [] })
    expect(await ways()).toEqual([{ value: mobile, open: true, source: 'youth', by: 'prov' }])
  })

  it('is not taken while the pupil is in school, and stands when the pupil goes back', async () => {
    await read({ phones: ['0701740605'], inSchool: true })
    expect(await place.sql('select from outreach.way')).toEqual([])
    await read({ phones: ['0701740605'] })
    await read({ phones: [], inSchool: true })
    expect(await open()).toEqual([mobile])
  })

  it('is nobody’s when the pupil cannot be matched', async () => {
    await read({ civicNo: null, phones: ['0701740605'] })
    expect(await place.sql('select from outreach.way')).toEqual([])
  })

  it('is never taken for a protected youth, also when it is the school that says so in the same record', async () => {
    await read({ phones: ['0701740605'], marking: 'Sekretessmarkering' })
    await read({ phones: ['0701740606'], marking: 'Skyddad folkbokföring' })
    expect(await place.sql('select from outreach.way')).toEqual([])
  })

  it('that protection ended does not come back when the flag is gone', async () => {
    await read({ phones: ['0701740605'] })
    const flagged = (flag: string) =>
      place.feed('population', aPopulation(aPost({ number: anna, secrecy: flag })), { on: date('2026-11-20'), kind: 'changes' })
    await flagged('J')
    expect(await open()).toEqual([])
    await flagged('N')
    day = 21
    await read({ phones: ['0701740605'] })
    expect(await open()).toEqual([])
  })
})
