/** What was known at an instant stays what was known, whatever is written, ended, struck, taken back, moved or merged afterwards; and answers are never stale. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { anEnrolmentsFile, aPlace, aPopulation, aPost, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { recordOccupation, retractOccupationById } from '../outreach/index.ts'
import { aMeasure } from '../worklist/worklist.testbed.ts'
import { readFacts } from './facts.actions.ts'
import type { FactYouth, KnownAt } from './facts.types.ts'
import { readIndicators } from './indicator.actions.ts'
import type { IndicatorQuestion } from './indicator.types.ts'
import { settledAt } from './published.store.ts'

let place: TestPlace
const numbers = ['20010101', '20010102', '20010103', '20010104'].map((day) => aNumber(day))
const question: IndicatorQuestion = { fromOn: date('2018-07-01'), untilOn: date('2019-07-01'), on: date('2019-06-30'), by: [] }
const sql = <Row extends object>(text: string, values?: unknown[]) => place.sql<Row>(text, values)
const settled = (): Promise<KnownAt> => inTransaction(place.pool, settledAt)

/** Protection is asked of what is known now, and is no part of what was. */
const readAt = async (knownAt: KnownAt): Promise<FactYouth[]> => {
  const needs = { contacts: 'periodAndLastHeard', studies: true } as const
  const { youths } = await inTransaction(place.pool, (tx) => readFacts(tx, { municipality: '0180', question, knownAt, needs }))
  return youths.map((youth) => ({ ...youth, isProtected: false })).toSorted((a, b) => a.personId - b.personId)
}
const personOf = async (n: number): Promise<number> =>
  (await sql<{ id: number }>('select person_id::int as id from register.identity where number = $1', [numbers[n]]))[0]?.id ?? 0
const say = (personId: number, kind: 'work' | 'none' | 'studies', statedOn: string): Promise<number> =>
  inTransaction(place.pool, (tx) =>
    recordOccupation(tx, { personId, kind, source: 'youth', sinceOn: null, statedOn: date(statedOn), saidBy: 'prov', contactId: null }),
  )
const contact = (personId: number, on: string): Promise<unknown> =>
  sql(
    `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, origin) values ($1, 'phone', true, true, 'reached', $2, 'prov', 'hand')`,
    [personId, on],
  )
const stage = (key: string, step: number, on: string): Promise<unknown> =>
  sql(
    `insert into measures.stage (measure_id, stage_key, step, from_on, by_name) select id, $1, $2, $3, 'prov' from measures.measure where item_key = 'youthEmployment'`,
    [key, step, on],
  )

/** One of everything, so that there is something to change. */
async function begin(): Promise<{ readonly person: number; readonly said: number }> {
  const person = await personOf(0)
  await sql(`insert into organisation.unit (name) values ('Väst'), ('Öst')`)
  await sql(`insert into access.staff (issuer, subject, name, roles) values ('prov', 'a', 'Anna Ek', '{coordinator}')`)
  await sql(`insert into worklist.assignment (person_id, unit_id, how, assigned_by) values ($1, 1, 'by-hand', 'prov')`, [person])
  await contact(person, '2019-01-10')
  await say(person, 'work', '2019-01-10')
  const said = await say(person, 'none', '2019-02-10')
  await aMeasure(place, { personId: person }, { from: '2019-01-15' })
  await aMeasure(place, { personId: person }, { item: 'otherActor', from: '2019-01-20' })
  await inTransaction(
    place.pool,
    async (tx) => {
      await tx.script(`set local session_replication_role = replica`)
      await tx.query(
        `insert into measures.measure (person_id, item_key, item_version, is_exclusive, from_on, responsible, placement, decided_on, origin, by_name, recorded_on, changed_by)
         select $1, item_key, version, true, '2019-02-01', 'municipality', 'approved', '2019-02-01', 'hand', 'prov', '2019-02-01', 'prov' from measures.item_version
         where item_key = 'youthEmployment'`,
        [person],
      )
    },
    null,
  )
  await stage('preparation', 1, '2019-02-01')
  await sql(
    `insert into measures.declined_offer (person_id, item_key, offered_on, reason, by_name, recorded_on) values ($1, 'guidance', '2019-01-12', 'notNow', 'prov', '2019-01-12')`,
    [person],
  )
  await sql(
    `insert into outreach.search (person_id, step, searched_on, result, staff_id) select $1, 'school', '2019-01-09', 'nothing', id from access.staff`,
    [person],
  )
  await sql(`insert into worklist.watch (person_id, ground, from_on, started_by) values ($1, 'Skolan är orolig', '2019-01-01', 'prov')`, [
    await personOf(2),
  ])
  return { person, said }
}

/** Everything that can be done to it afterwards. */
async function changeAll({ person, said }: { readonly person: number; readonly said: number }): Promise<void> {
  await sql(
    `update outreach.contact set struck_at = clock_timestamp(), struck_by = (select id from access.staff), struck_why = 'fel ungdom'`,
  )
  await contact(person, '2019-03-01')
  await inTransaction(place.pool, (tx) => retractOccupationById(tx, said))
  await say(person, 'studies', '2019-03-01')
  await sql(
    `update measures.measure set ended_on = '2019-03-03', end_reason = 'studies', end_said_on = '2019-03-03', occupation_after = 'work', version = version + 1, changed_by = 'prov' where item_key = 'guidance'`,
  )
  await sql(
    `update measures.measure set occupation_after = 'none', department = 'education', version = version + 1, changed_by = 'prov' where item_key = 'guidance'`,
  )
  await sql(
    `update measures.measure set struck_at = clock_timestamp(), struck_by = 'prov', struck_why = 'fel ungdom', version = version + 1, changed_by = 'prov' where item_key = 'otherActor'`,
  )
  await sql(`update measures.stage set ended_on = '2019-02-08', outcome = 'interrupted', reason = 'attendance'`)
  await stage('preparation', 1, '2019-02-10')
  await aMeasure(place, { personId: person }, { item: 'motivationalTalk', from: '2019-04-01' })
  await sql(`update measures.declined_offer set struck_at = clock_timestamp(), struck_by = 'prov', struck_why = 'fel ungdom'`)
  await sql(`update outreach.search set struck_at = clock_timestamp()`)
  await sql(`update worklist.watch set known_until = clock_timestamp(), stopped_by = 'prov'`)
  await sql(`update worklist.assignment set known_until = clock_timestamp() where person_id = $1 and known_until = 'infinity'`, [person])
  await sql(`insert into worklist.assignment (person_id, unit_id, how, assigned_by) values ($1, 2, 'by-hand', 'prov')`, [person])
  await sql(`update measures.item_version set known_until = clock_timestamp() where item_key = 'guidance' and known_until = 'infinity'`)
  await sql(
    `insert into measures.item_version (item_key, version, name_sv, name_en, from_on, counts, exclusive, needs_decision, changed_by) values ('guidance', 2, 'V', 'G', '2015-01-01', false, false, false, 'prov')`,
  )
  await place.feed('enrolments', anEnrolmentsFile(`${numbers[1]};GY;NA25;12345678;2018-08-20;2018-12-01;ja`), { on: date('2019-07-05') })
  await sql(
    `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'prov', 'prov', '{}', '2019-07-06')`,
    [await personOf(3), person],
  )
}

beforeAll(async () => {
  place = await aPlace()
  await place.feed('population', aPopulation(...numbers.map((number) => aPost({ number }))), { on: date('2019-07-01') })
  await place.feed('enrolments', anEnrolmentsFile(`${numbers[1]};GY;NA25;12345678;2018-08-20;;`), { on: date('2019-07-01') })
})
afterAll(() => place.installation.close())

describe('what was known at an instant', () => {
  it('is the same when it is asked for again, whatever has happened since; and everything that happened shows now', async () => {
    const made = await begin()
    const then = await settled()
    const first = await readAt(then)
    await changeAll(made)
    const again = await readAt(then)
    expect(again).toEqual(first)
    const own = again.find(({ personId }) => personId === made.person)
    expect(own).toMatchObject({
      unitId: 1,
      measures: [{ itemKey: 'guidance', untilOn: null, counts: true }, { itemKey: 'otherActor' }, { stages: [{ outcome: null }] }],
    })
    expect([own?.contacts.length, own?.occupations.length, own?.offers.length, own?.searches.length]).toEqual([1, 2, 1, 1])
    const later = (await readAt(await settled())).find(({ personId }) => personId === made.person)
    expect(later).toMatchObject({ unitId: 2, offers: [], searches: [] })
    expect(later?.measures.map(({ itemKey, counts, occupationAfter }) => `${itemKey} ${counts} ${occupationAfter}`)).toEqual([
      'guidance false none',
      'youthEmployment true null',
      'motivationalTalk true null',
    ])
    expect(later?.measures[1]?.stages.map(({ outcome }) => outcome)).toEqual(['interrupted', null])
    expect(later?.occupations.map(({ kind }) => kind)).not.toContain('none')
  })
})

describe('figures as known now', () => {
  const ask = async (name: 'unit-status' | 'half-year' | 'outreach-list', row: string): Promise<number | null | undefined> => {
    const reader = { actor: 'prov', scope: { units: null, mayReadProtected: true }, municipality: '0180' }
    const { indicators } = await readIndicators(place.pool, reader, [{ name, question }], { hideSmall: false })
    const { rows, values } = indicators[0]?.table ?? { rows: [], values: [] }
    return values[0]?.[rows.findIndex(({ key }) => key === row)]
  }
  it.each([
    ['unit-status', 'reached', () => personOf(1).then((id) => contact(id, '2019-05-01'))],
    [
      'unit-status',
      'searched',
      async () =>
        sql(
          `insert into outreach.search (person_id, step, searched_on, result, staff_id) select $1, 'unit', '2019-05-02', 'nothing', id from access.staff`,
          [await personOf(1)],
        ),
    ],
    [
      'half-year',
      'declinedFirst',
      async () =>
        sql(
          `insert into measures.declined_offer (person_id, item_key, offered_on, reason, by_name, recorded_on) values ($1, 'practice', '2019-05-03', 'notNow', 'prov', '2019-05-03')`,
          [await personOf(1)],
        ),
    ],
  ] as const)('%s is never stale: %s', async (name, row, write) => {
    const before = await ask(name, row)
    await write()
    expect(await ask(name, row)).toBe((before ?? 0) + 1)
  })
})
