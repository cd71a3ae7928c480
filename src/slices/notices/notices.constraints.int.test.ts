/** What the database refuses of notices, whatever the program does: the twins of the rules. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'

let place: TestPlace
beforeAll(async () => {
  place = await aPlace()
  await place.sql(`insert into notices.authority (name) values ('Friskolan')`)
  await place.sql(`insert into notices.school_unit (code, authority_pk, name) values ('12345678', 1, 'Skolan')`)
  await place.sql(`insert into access.staff (issuer, subject, name, roles) values ('prov', 'a', 'Prov', '{coordinator}')`)
})
afterAll(() => place.installation.close())

let made = 0
const columns: Readonly<Record<string, unknown>> = {
  receipt: '',
  kind: 'end',
  origin: 'form',
  authority_pk: 1,
  unit_code: '12345678',
  unit_name: 'Skolan',
  authority_name: 'Friskolan',
  number: '200803142389',
  given_name: 'A',
  family_name: 'B',
  contact_name: 'C',
  contact_phone: '1',
  contact_email: '',
  event_on: '2026-11-02',
  how_ended: 'interrupted',
}
const absence = { kind: 'absence', how_ended: null, from_on: '2026-10-01', event_on: '2026-10-31', hours: 20, reported_to_csn: true }

/** As the program's role: what it may not do at all is refused too. */
const run = (text: string, values: unknown[] = []) => inTransaction(place.pool, (tx) => tx.query<{ id: number }>(text, values))

async function insert(more: Readonly<Record<string, unknown>> = {}): Promise<number> {
  made += 1
  const all = { ...columns, receipt: `AN-0000-0000-${String(made).padStart(4, '0')}`, ...more }
  const names = Object.keys(all)
  const [row] = await run(
    `insert into notices.notice (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
    Object.values(all),
  )
  return row?.id ?? 0
}
const decide = (notice: number, more: Readonly<Record<string, unknown>>) => {
  const all: Readonly<Record<string, unknown>> = { notice_pk: notice, outcome: 'accepted', decided_by: null, ...more }
  const names = Object.keys(all)
  return run(
    `insert into notices.decision (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(all),
  )
}

describe('a notice', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['without how it ended', { how_ended: null }, 'an_end_says_how'],
    ['an end with hours', { hours: 3 }, 'only_an_absence_says_how_much'],
    ['an absence without hours', { ...absence, hours: null }, 'an_absence_says_how_much'],
    ['more hours than the period has', { ...absence, from_on: '2026-10-31', hours: 25 }, 'absence_is_some_hours'],
    ['backwards', { ...absence, from_on: '2026-11-01' }, 'absence_begins_before_it_ends'],
    ['free text for what the school did', { ...absence, school_did: ['mår dåligt'] }, 'what_the_school_did_is_known'],
    ['of an interim number', { number: '20080314TF01' }, 'a_notice_is_of_an_identity_number'],
    ['of nobody’s', { authority_pk: null }, 'ours_is_from_a_known_authority'],
    ['forwarded by nobody', { origin: 'forwarded' }, 'forwarded_says_by_whom'],
    ['by the interface without a client', { origin: 'api' }, 'a_client_sends_by_the_interface'],
    ['with a running receipt', { receipt: 'AN-1' }, 'a_receipt_has_its_shape'],
    ['half wiped', { number: null }, 'wiped_is_wiped'],
    ['annulled without why', { annulled_at: '2026-11-03' }, 'annulled_says_why_and_how'],
  ])('%s is refused', async (_, more, constraint) => {
    await expect(insert(more)).rejects.toMatchObject({ constraint })
  })

  it('of the same event is there once, unless the first was annulled', async () => {
    const id = await insert({ event_on: '2026-05-04' })
    await expect(insert({ event_on: '2026-05-04', how_ended: 'completed' })).rejects.toMatchObject({ constraint: 'one_notice_of_an_event' })
    await run(`update notices.notice set annulled_at = now(), annul_reason = 'mistake', annulled_via = 'form' where id = $1`, [id])
    expect(await insert({ event_on: '2026-05-04' })).toBeGreaterThan(id)
    await expect(run(`update notices.notice set annul_reason = 'changed' where id = $1`, [id])).rejects.toThrow('annulled once')
    await expect(decide(id, { outcome: 'agreed', effect: 'sourceSaysSo' })).rejects.toThrow('annulled is not decided')
  })

  it('stands as it was sent, or is wiped', async () => {
    const id = await insert({ event_on: '2026-04-06' })
    await expect(run(`update notices.notice set given_name = 'Annan' where id = $1`, [id])).rejects.toThrow('stands as it was sent')
    await expect(run(`update notices.notice set event_on = '2026-01-01' where id = $1`, [id])).rejects.toThrow('permission denied')
    await expect(run(`delete from notices.notice where id = $1`, [id])).rejects.toThrow('permission denied')
  })
})

describe('a decision', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['accepted by nobody', {}, 'only_what_agrees_is_decided_by_nobody'],
    ['a refusal without reason', { outcome: 'refused' }, 'a_refusal_has_a_reason'],
    ['an answer without words', { outcome: 'answered' }, 'an_answer_has_its_words'],
    ['sent on to nobody', { outcome: 'forwarded' }, 'a_forwarding_has_a_receiver'],
    ['a fact of what only agrees', { outcome: 'agreed', fact_id: 1, effect: 'ended' }, 'only_an_accepted_notice_has_a_fact'],
  ])('%s is refused', async (_, more, constraint) => {
    const id = await insert({ event_on: '2026-03-02', number: `2008031423${String(10 + made)}` })
    await expect(decide(id, more)).rejects.toMatchObject({ constraint })
  })

  it('is one at a time, and one that is undone stays undone', async () => {
    const id = await insert({ event_on: '2026-02-02' })
    await decide(id, { outcome: 'agreed', effect: 'sourceSaysSo' })
    await expect(decide(id, { outcome: 'agreed', effect: 'sourceSaysSo' })).rejects.toMatchObject({ constraint: 'one_decision_at_a_time' })
    await run('update notices.decision set undone_at = now() where notice_pk = $1', [id])
    await decide(id, { outcome: 'agreed', effect: 'sourceSaysSo' })
    await expect(run('update notices.decision set undone_at = now() where notice_pk = $1', [id])).rejects.toThrow('undone once')
  })
})

describe('what they send with', () => {
  it('is hashed, short-lived and known', async () => {
    const client = (more: string) => run(`insert into notices.client (client_id, authority_pk, name, secret_hash, scopes) values (${more})`)
    await expect(client(`'lots-abcdefghijkl', 1, 'S', 'hemlig', '{notices:send}'`)).rejects.toMatchObject({
      constraint: 'a_client_secret_is_hashed',
    })
    await expect(client(`'lots-abcdefghijkl', 1, 'S', sha256('x'), '{allt}'`)).rejects.toMatchObject({
      constraint: 'client_scopes_are_known',
    })
    await client(`'lots-abcdefghijkl', 1, 'S', sha256('x'), '{notices:send}'`)
    await run(`update notices.client set revoked_at = now()`)
    await expect(run(`update notices.client set revoked_at = null`)).rejects.toThrow('stays revoked')
    await expect(
      run(`insert into notices.token (token_hash, client_pk, scopes, expires_at) values (sha256('t'), 1, '{}', now() + interval '1 day')`),
    ).rejects.toMatchObject({ constraint: 'a_token_is_short_lived' })
    await expect(
      run(`insert into notices.link (link_hash, unit_code, expires_at) values (sha256('l'), '12345678', now() + interval '9 days')`),
    ).rejects.toMatchObject({ constraint: 'a_link_lasts_a_while' })
  })
})
