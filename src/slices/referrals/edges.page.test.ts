/** Referrals where something is wrong or has changed: other bytes, other days, other records, and what becomes a measure. */
import { createHash } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { infoOf, structureOf, textOf } from '../../platform/pdf.testbed.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { sharedFields } from '../consents/consents.types.ts'
import { countWaitingReferrals } from './index.ts'
import { aSharingSite, previewedIn, type SharingSite } from './referrals.testbed.ts'

let at: SharingSite
beforeAll(async () => {
  at = await aSharingSite()
})
afterAll(() => at.site.close())

const path = () => `/ungdomar/${at.subject()}/hanvisningar`
const sql = <Row extends object>(text: string, values: unknown[] = []) => at.site.place.sql<Row>(text, values)
const last = async () =>
  (
    await sql<{ id: string; person: number }>(
      'select r.referral_id as id, r.person_id::int as person from referrals.referral r order by r.id desc limit 1',
    )
  )[0]
const act = async (word: string, fields: Readonly<Record<string, string>> = {}) =>
  at.staff.send(`${path()}/${(await last())?.id}/${word}`, fields)
const aLink = async (fields: Parameters<SharingSite['consent']>[0] = {}) => {
  await at.consent(fields)
  return at.refer()
}

describe('what is sent', () => {
  it('is byte for byte what was shown, holds to the published schema, and is a tagged document', async () => {
    await sql(
      `insert into outreach.way (person_id, kind, value, source, found_on, found_by)
       select person_id, 'phone', '+46701740605', 'youth', '2026-10-01', 'prov' from worklist.youth where subject_id = $1`,
      [at.subject()],
    )
    await at.consent({ fields: [...sharedFields] })
    const shown = previewedIn(await at.staff.get(`${path()}?samtycke=${await at.lastConsent()}`))
    const link = await at.refer()
    const { html: file } = await at.open(link, { act: 'json' })
    expect(createHash('sha256').update(file).digest('hex')).toBe(shown)
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse((await at.open('/hanvisning/0180/schema')).html))
    expect([validate(JSON.parse(file)), validate.errors]).toEqual([true, null])
    expect(validate({ ...JSON.parse(file), grades: 'A' })).toBe(false)
    const response = await at.site.app.request(link, {
      method: 'POST',
      body: 'act=pdf',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    const pdf = new Uint8Array(await response.arrayBuffer())
    expect([infoOf(pdf).get('Tagged'), infoOf(pdf).get('Title')]).toEqual(['yes', 'En hänvisning till er'])
    expect(structureOf(pdf)).toMatch(/H1[^]*En hänvisning till er[^]*H2[^]*Namn[^]*Synlig Provsson/)
    expect(textOf(pdf)).toMatch(/Provgatan 1[^]*inget är känt/)
    await act('aterkalla')
    expect((await at.open(link)).html).toContain('Hänvisningen är återkallad')
    // What was read before it was called back is in the log, and nothing after it.
    const looked = await sql<{ action: string }>(`select action from audit.line where actor = 'hanvisningslank' order by id`)
    expect(looked.map(({ action }) => action)).toEqual(['referrals.json', 'referrals.pdf'])
  })

  it('is nothing when the consent has run out or has been withdrawn since it was shown', async () => {
    await at.consent()
    const consent = await at.lastConsent()
    const previewed = previewedIn(await at.staff.get(`${path()}?samtycke=${consent}`))
    await sql(
      `update consents.consent set given_on = given_on - 10, recorded_on = recorded_on - 10, until_on = recorded_on - 1 where consent_id = $1`,
      [consent],
    )
    const sent = await at.staff.send(path(), { consent, previewed, email: '' })
    expect([sent.status, sent.html.includes('Samtycket gäller inte längre')]).toEqual([409, true])
    expect(sent.html).not.toContain('/hanvisning/0180/')
  })

  it('is nothing more than was shown: a field that is added to the consent’s form is looked at again', async () => {
    const look = await at.look({ name: 'Annat projekt' })
    const saved = await at.staff.send(`/ungdomar/${at.subject()}/samtycken`, {
      ...at.consentFields({ name: 'Annat projekt', fields: ['name', 'birthDate', 'address'] }),
      previewed: previewedIn(look),
    })
    expect(saved.status).toBe(409)
    expect(saved.html).toMatch(/ändrats sedan du tittade[^]*Provgatan/)
  })

  it('is one at a time to a receiver', async () => {
    await aLink({ name: 'Kliv in' })
    const consent = await at.lastConsent()
    const preview = await at.staff.get(`${path()}?samtycke=${consent}`)
    expect(preview.html).toContain('redan en hänvisning som pågår')
    expect(preview.html).not.toContain('name="previewed"')
    await at.consent({ name: ' KLIV IN ' })
    expect(await at.refer()).toBe('')
    await act('aterkalla')
    expect(await at.refer()).not.toBe('')
    await act('aterkalla')
  })
})

describe('what was accepted', () => {
  it('becomes a measure by one press, once, with the referral as its origin and nothing of the receiver', async () => {
    const link = await aLink({ name: 'Föreningen Språnget' })
    expect((await act('atgard', { item: 'otherActor', fromOn: at.day(0) })).html).toContain('har inte tackat ja')
    await at.open(link, { act: 'answer', answer: 'accepted' })
    expect((await at.staff.get(path())).html).toMatch(/Skriv som åtgärd[^]*value="otherActor" selected/)
    expect((await act('atgard', { item: 'finns inte', fromOn: at.day(0) })).html).toContain('Välj en insats')
    expect((await act('atgard', { item: 'otherActor', fromOn: at.day(0) })).status).toBe(303)
    expect((await act('atgard', { item: 'otherActor', fromOn: at.day(0) })).html).toContain('redan skriven som åtgärd')
    expect(await sql('select item_key as item, responsible, origin, note from measures.measure')).toEqual([
      { item: 'otherActor', responsible: 'other', origin: 'referral', note: '' },
    ])
    await at.open(link, { act: 'tell', outcome: 'began', onDay: at.day(0) })
    await at.open(link, { act: 'tell', outcome: 'ended', onDay: at.day(0) })
    expect((await at.staff.get(path())).html).toMatch(/Genom annan aktör[^]*inte avslutad än/)
  })
})

describe('a youth', () => {
  it('whose record is merged with another is the same youth: consent, link and answer go on', async () => {
    const link = await aLink()
    const { person = 0 } = (await last()) ?? {}
    const [kept] = await sql<{ id: number; subject: string }>(
      `insert into register.person (subject_id) values (gen_random_uuid()) returning id::int, subject_id as subject`,
    )
    await sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'samma', 'prov', '{}', now())`,
      [person, kept?.id],
    )
    await sql(
      `insert into worklist.youth select (jsonb_populate_record(y, jsonb_build_object('person_id', $2::int, 'subject_id', $3::text, 'number', null))).*
       from worklist.youth y where y.person_id = $1`,
      [person, kept?.id, kept?.subject],
    )
    expect((await at.open(link, { act: 'open' })).html).toContain('Synlig')
    expect((await at.open(link, { act: 'answer', answer: 'rejected', reason: 'full' })).html).toContain('Tack för svaret')
    expect((await at.staff.get(`/ungdomar/${kept?.subject}/hanvisningar`)).html).toMatch(/tackat nej[^]*ingen plats/)
    await sql(`update register.same_person set known_until = now() where kept_id = $1`, [kept?.id])
    await sql('delete from worklist.youth where person_id = $1', [kept?.id])
  })

  it('who has moved since is rejected or begins: it is heard, and nothing new is kept of what she does', async () => {
    const link = await aLink()
    await at.open(link, { act: 'answer', answer: 'accepted' })
    const before = await sql('select id from outreach.occupation')
    await sql(`update worklist.youth set until_on = current_date, exit_reason = 'moved' where subject_id = $1`, [at.subject()])
    await sql(
      `update register.period set until_on = current_date where person_id = (select person_id from worklist.youth where subject_id = $1)`,
      [at.subject()],
    )
    expect((await at.open(link, { act: 'tell', outcome: 'endedToWork', onDay: at.day(0) })).html).toContain('Tack för beskedet')
    expect(await sql('select id from outreach.occupation')).toEqual(before)
    await sql(`update worklist.youth set until_on = null, exit_reason = null where subject_id = $1`, [at.subject()])
  })
})

describe('what waits', () => {
  it('is counted within the scope, and the figures hide what is small', async () => {
    await aLink()
    await sql(`update referrals.referral set sent_on = sent_on - 20 where id = (select max(id) from referrals.referral)`)
    const count = (units: readonly number[] | null) =>
      inTransaction(at.site.place.pool, (tx) => countWaitingReferrals(tx, { units, mayReadProtected: false }, at.day(0)))
    expect(await count(null)).toEqual({ late: 1, noWord: 0, toTell: 1 })
    expect(await count([])).toEqual({ late: 0, noWord: 0, toTell: 0 })
    expect((await at.staff.get('/hanvisningar')).html).toContain('En mottagare har inte svarat i tid')
    const { status, html } = await at.staff.get('/siffror/hanvisningar')
    expect(status).toBe(200)
    expect(html).toMatch(/Samverkanspartner[^]*dolt, litet tal/)
    expect(html).not.toMatch(/Provprojektet|Synlig/)
  })
})
