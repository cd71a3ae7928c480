/** What was delivered stays: the database refuses what comes past the rules, by name, and nobody may rewrite it. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aYouth } from '../worklist/worklist.testbed.ts'
import { aProfile } from './returns.testbed.ts'

let place: TestPlace
beforeAll(async () => {
  place = await aPlace()
})
afterAll(() => place.installation.close())

type Given = Record<string, unknown>
const insert = async (table: string, values: Given): Promise<unknown> => {
  const names = Object.keys(values)
  const places = names.map((_, index) => `$${index + 1}`).join(', ')
  return place.sql(`insert into returns.${table} (${names.join(', ')}) values (${places})`, Object.values(values))
}
const bytes = Buffer.from('Personnr\r\n')
const delivery = (given: Given = {}): Promise<unknown> =>
  insert('delivery', {
    half: '2026H1',
    nth: 1,
    file_name: 'kaa.csv',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    counts: '{}',
    rows: 1,
    youths: 1,
    errors: 0,
    warnings: 0,
    despite_errors: false,
    empty_is_right: false,
    profile: JSON.stringify(aProfile()),
    profile_origin: 'shipped',
    facts_as_of: '2026-08-20',
    work_as_of: '2026-08-20',
    person_ids: '{}',
    by_name: 'Prov',
    delivered_on: '2026-08-20',
    ...given,
  })
/** As the program does it: under its own role. */
const asProgram = (text: string): Promise<unknown> => inTransaction(place.pool, (tx) => tx.query(text))

describe('a delivery', () => {
  it.each<[string, Given, string]>([
    ['whose hash is of something else', { bytes: Buffer.from('annat') }, 'the_hash_is_of_the_bytes'],
    ['that is not the next', { nth: 2 }, 'a delivery follows the one before'],
    ['of no half-year', { half: '2026H3' }, 'a_delivery_is_of_a_half_year'],
    ['of a time before the law', { half: '2014H2' }, 'a_delivery_is_of_a_half_year'],
    ['of a half-year that is not over', { delivered_on: '2026-06-30' }, 'a_half_year_is_over_when_delivered'],
    ['of an autumn that is not over', { half: '2026H2', delivered_on: '2026-12-31' }, 'a_half_year_is_over_when_delivered'],
    ['with broken controls that nobody meant', { errors: 1 }, 'broken_controls_are_delivered_on_purpose'],
    ['of nothing that nobody meant', { rows: 0 }, 'nothing_is_delivered_on_purpose'],
    ['of what is not known yet', { work_as_of: '2999-01-01' }, 'a_delivery_is_of_what_was_known'],
    ['under a path', { file_name: '../kaa.csv' }, 'a_delivered_file_has_a_plain_name'],
    ['by nobody', { by_name: '' }, 'a_delivery_is_somebodys'],
  ])('%s is refused', async (_, given, name) => {
    await expect(delivery(given)).rejects.toThrow(name)
  })

  it('is never changed or taken away, neither by the program nor by the owner of the table', async () => {
    await delivery({ delivered_on: '2026-07-01' })
    await expect(delivery()).rejects.toThrow('a delivery follows the one before')
    for (const text of ['update returns.delivery set rows = 2', 'delete from returns.delivery', 'truncate returns.delivery cascade']) {
      await expect(place.sql(text)).rejects.toThrow('what was delivered stays as it was')
      await expect(asProgram(text)).rejects.toThrow('permission denied')
    }
    expect(await place.sql('select nth, rows from returns.delivery')).toEqual([{ nth: 1, rows: 1 }])
  })

  it('has one receipt with a number, which stays too', async () => {
    const [row] = await place.sql<{ id: number }>('select id from returns.delivery')
    const receipt = (number: string): Promise<unknown> => insert('receipt', { delivery_id: row?.id, number, by_name: 'Prov' })
    await expect(receipt(' 1')).rejects.toThrow('a_receipt_has_a_number')
    await receipt('118')
    await expect(receipt('119')).rejects.toThrow('receipt_pkey')
    await expect(place.sql(`update returns.receipt set number = '2'`)).rejects.toThrow('what was delivered stays as it was')
    await expect(asProgram('delete from returns.receipt')).rejects.toThrow('permission denied')
  })
})

describe('a profile', () => {
  const profile = (version: number, content: object): Promise<unknown> =>
    insert('profile', { half: '2026H1', version, content: JSON.stringify(content), changed_by: 'Prov' })
  it('says what it is of, and one is in force', async () => {
    await expect(profile(1, { ...aProfile(), half: '2026H2' })).rejects.toThrow('a_profile_says_what_it_is_of')
    await expect(profile(2, aProfile())).rejects.toThrow('a_profile_says_what_it_is_of')
    await expect(profile(1, { ...aProfile(), status: 'perhaps' })).rejects.toThrow('a_profile_says_what_it_is_of')
    await profile(1, aProfile())
    await expect(profile(2, { ...aProfile(), version: 2 })).rejects.toThrow('one_profile_of_a_half_year_in_force')
    await expect(asProgram(`update returns.profile set content = '{}'`)).rejects.toThrow('permission denied')
  })
})

describe('a finding', () => {
  it('stands once while it is open, and goes once', async () => {
    const { personId } = await aYouth(place)
    const of = {
      half: '2026H1',
      person_id: personId,
      control: 'numberMissing',
      level: 'error',
      block: 'youth',
      field: 'identityNumber',
      mend: 'youth',
    }
    const finding = (given: Given = {}): Promise<unknown> =>
      insert('finding', { ...of, on_day: '2026-01-01', first_seen_on: '2026-08-20', ...given })
    await finding()
    await expect(finding()).rejects.toThrow('one_open_finding_of_a_thing')
    await finding({ ref_id: 'c1' })
    await expect(finding({ level: 'maybe', ref_id: 'c2' })).rejects.toThrow('finding_level_is_known')
    await place.sql('update returns.finding set gone_at = clock_timestamp() where ref_id is null')
    await expect(place.sql('update returns.finding set gone_at = null where ref_id is null')).rejects.toThrow('a finding goes once')
    await finding()
    await expect(asProgram('delete from returns.finding')).rejects.toThrow('permission denied')
  })
})

describe('who is saving', () => {
  it('is waited for: what an open transaction has written is seen only after it', async () => {
    const isSettled = () =>
      inTransaction(place.pool, (tx) => tx.query<{ is: boolean }>('select returns.is_settled(clock_timestamp()) as is'))
    await inTransaction(place.pool, async (tx) => {
      await tx.query('select from worklist.edition')
      expect(await isSettled()).toEqual([{ is: true }])
      await tx.query('update worklist.edition set n = n + 1 where slot = 1')
      expect(await isSettled()).toEqual([{ is: false }])
    })
    expect(await isSettled()).toEqual([{ is: true }])
  })
})
