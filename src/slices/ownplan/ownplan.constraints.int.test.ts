/** What the database refuses of links, codes and stays, past the rules; and what the worker ends and deletes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../platform/db/tx.ts'
import { tendOwnPages } from './index.ts'
import { aBrowser, aLink, anOwnTown, inside, numbers, phones, type OwnTown } from './ownplan.testbed.ts'

let town: OwnTown
let link = ''
beforeAll(async () => {
  town = await anOwnTown()
  link = await aLink(town)
  await inside(town, link)
  await aBrowser(town).post(`${link}/kod`)
})
afterAll(() => town.close())

const idOf = (of: keyof typeof numbers): number => town.people[numbers[of]]?.id ?? 0
const insertLink = (given: Record<string, string> = {}) => {
  const all: Record<string, string> = {
    person_id: String(idOf('other')),
    way_id: `(select id from outreach.way where value = '${phones.other}')`,
    channel: `'sms'`,
    message_id: '(select min(id) from messaging.message)',
    sent_by: `'${town.staffId}'`,
    expires_at: `now() + interval '720 hours'`,
    ...given,
  }
  return town.sql(`insert into ownplan.link (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`)
}

describe('a link', () => {
  it.each([
    ['longer than thirty days', { expires_at: `now() + interval '721 hours'` }, /a_link_lasts_thirty_days_at_most/],
    ['to somebody else’s number', { way_id: `(select id from outreach.way where value = '${phones.plan}')` }, /a live way of its youth/],
    ['by the wrong channel', { channel: `'email'` }, /a live way of its youth/],
    ['over from the start, without saying how', { ended_at: 'now()' }, /a_link_that_is_over_says_how/],
    ['with a secret in clear', { token_hash: `'abc'` }, /link_token_is_hashed/],
  ])('is not made %s', async (_, given, complaint) => {
    await expect(insertLink(given as Record<string, string>)).rejects.toThrow(complaint)
  })

  it('is not made for a protected youth', async () => {
    await expect(insertLink({ person_id: String(idOf('hidden')) })).rejects.toThrow('a protected youth has no link')
  })

  it('is not made to a dead number, or past a no', async () => {
    await town.sql(`update outreach.way set dead_on = current_date, last_result = 'dead', last_result_at = now() where value = $1`, [
      phones.other,
    ])
    await expect(insertLink()).rejects.toThrow('a live way of its youth')
    await town.sql(`update outreach.way set dead_on = null, last_result = null, last_result_at = null where value = $1`, [phones.other])
    await town.sql(`insert into messaging.opt_out (person_id, channel, said_by) values ($1, 'sms', 'prov')`, [idOf('other')])
    await expect(insertLink()).rejects.toThrow('a live way of its youth')
    await town.sql('update messaging.opt_out set known_until = clock_timestamp()')
  })

  it('is one at a time', async () => {
    await expect(
      insertLink({ person_id: String(idOf('plan')), way_id: `(select id from outreach.way where value = '${phones.plan}')` }),
    ).rejects.toThrow('one_open_link_per_youth')
  })

  it.each([
    [`update ownplan.link set ended_at = now(), ended_how = 'expired'`, /a_link_that_is_over_has_no_secret/],
    [`update ownplan.link set ended_at = now(), ended_how = 'revoked', token_hash = null`, /says_who/],
    [`update ownplan.link set opened_at = now() + interval '1 hour'`, /opened for the first time once/],
    [`update ownplan.link set ended_by = sent_by`, /only_a_link_that_is_over/],
  ])('%s is refused', async (statement, complaint) => {
    await expect(town.sql(statement)).rejects.toThrow(complaint)
  })
})

describe('a code', () => {
  it.each([
    [`update ownplan.code set tries = 6 where ended_at is null`, /tried_five_times_at_most/],
    [`update ownplan.code set expires_at = asked_at + interval '11 minutes' where ended_at is null`, /lasts_ten_minutes_at_most/],
    [`update ownplan.code set code_hash = '123456' where ended_at is null`, /code_is_hashed|has_its_salt/],
    [`update ownplan.code set code_hash = sha256('1') where ended_at is null`, /has_its_salt/],
    [
      `update ownplan.code set salt = 'x', code_hash = sha256('1'), ended_at = now(), ended_how = 'used' where ended_at is null`,
      /kept_by_nobody/,
    ],
    [`update ownplan.code set ended_how = 'expired' where ended_how = 'used'`, /over once/],
    [
      `insert into ownplan.code (link_id, message_id, expires_at) select link_id, message_id, now() + interval '5 minutes' from ownplan.code limit 1`,
      /one_live_code_per_link/,
    ],
  ])('%s is refused', async (statement, complaint) => {
    await expect(town.sql(statement)).rejects.toThrow(complaint)
  })

  it('gets no try back', async () => {
    await town.sql('update ownplan.code set tries = 2 where ended_at is null')
    await expect(town.sql('update ownplan.code set tries = 1 where ended_at is null')).rejects.toThrow('not taken back')
  })

  it('is sent ten times a day at most, whatever the rule says', async () => {
    const insert = `insert into ownplan.code (link_id, message_id, expires_at, ended_at, ended_how)
      select link_id, message_id, now() + interval '5 minutes', now(), 'replaced' from ownplan.code limit 1`
    const asked = inTransaction(
      town.site.place.pool,
      async (tx) => {
        for (let n = 0; n < 10; n++) await tx.query(insert)
      },
      null,
    )
    await expect(asked).rejects.toThrow('ten codes a day at most')
  })
})

describe('a stay', () => {
  const insert = (code: string, minutes = 30): string =>
    `insert into ownplan.stay (link_id, code_id, token_hash, expires_at) select link_id, id, sha256('x'), now() + interval '${minutes} minutes' from ownplan.code where ${code}`
  it.each([
    ['without the right code', insert('ended_at is null'), /begins with the right code/],
    ['twice with a code', insert(`ended_how = 'used'`), /unique/],
    ['longer than half an hour', `update ownplan.stay set expires_at = begun_at + interval '31 minutes'`, /lasts_thirty_minutes_at_most/],
  ])('is not begun %s', async (_, statement, complaint) => {
    await expect(town.sql(statement)).rejects.toThrow(complaint)
  })
})

describe('the program’s own role', () => {
  it.each([
    'delete from ownplan.link',
    `update ownplan.link set person_id = 1`,
    `update ownplan.link set expires_at = now()`,
    `update ownplan.code set expires_at = now() + interval '1 hour'`,
    `update ownplan.stay set expires_at = now() + interval '1 hour'`,
  ])('may not %s', async (statement) => {
    await expect(inTransaction(town.site.place.pool, (tx) => tx.query(statement))).rejects.toThrow('permission denied')
  })
})

describe('the worker', () => {
  it('ends what is over, stops its messages, and deletes what nobody needs; run twice it does nothing more', async () => {
    const other = await aLink(town, 'other')
    await inside(town, other, phones.other)
    await aBrowser(town).post(`${other}/kod`)
    await tendOwnPages(town.site.place.pool)
    expect(await town.sql('select count(*)::int as n from ownplan.link where ended_at is null')).toEqual([{ n: 2 }])
    await town.sql(
      `update ownplan.code set asked_at = now() - interval '11 minutes', expires_at = now() - interval '1 minute' where ended_at is null`,
    )
    await town.sql(
      `update ownplan.link set made_at = now() - interval '30 days', expires_at = now() - interval '1 second' where ended_at is null`,
    )
    await tendOwnPages(town.site.place.pool)
    await tendOwnPages(town.site.place.pool)
    expect(await town.sql('select ended_how, token_hash, count(*)::int as n from ownplan.link group by 1, 2')).toEqual([
      { ended_how: 'expired', token_hash: null, n: 2 },
    ])
    expect(await town.sql('select from ownplan.stay')).toEqual([])
    expect(await town.sql('select from ownplan.code where ended_at is null or code_hash is not null')).toEqual([])
    expect(await town.sql(`select from messaging.message where state = 'queued'`)).toEqual([])
    await town.sql('alter table ownplan.code disable trigger user')
    await town.sql(`update ownplan.code set asked_at = now() - interval '26 hours', expires_at = now() - interval '25 hours 55 minutes',
      ended_at = now() - interval '25 hours 55 minutes' where ended_at is not null`)
    await town.sql('alter table ownplan.code enable trigger user')
    await tendOwnPages(town.site.place.pool)
    expect(await town.sql('select from ownplan.code')).toEqual([])
  })
})
