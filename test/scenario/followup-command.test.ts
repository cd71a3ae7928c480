/** ./lots followup and the log of directed follow-up, run as a person runs them. */
import { beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import { aProgramPlace, expectOneLine, type ProgramPlace } from '../support/program.ts'

const staff = '00000000-0000-4000-8000-000000000001'
let place: ProgramPlace
beforeAll(async () => {
  place = await aProgramPlace()
  await asOwner(`insert into followup.member (staff_id, name) values ('${staff}', 'Mia Myndighet')`)
})

/** As the owner of the municipality's database. */
async function asOwner<Row extends object>(statement: string): Promise<Row[]> {
  if (!('databaseUrl' in place.where)) throw new Error('on the test server')
  const url = new URL(place.where.databaseUrl)
  url.pathname += '_0180'
  const client = new pg.Client({ connectionString: url.toString() })
  await client.connect()
  const { rows } = await client.query<Row>(statement)
  await client.end()
  return rows
}

const file = (number: string, notedOn: string): Promise<{ id: string }[]> =>
  asOwner(
    `insert into followup.youth (number, given_name, family_name, born_on, registered_on, registered_by, noted_on)
     values ('${number}', 'Hemlig', 'Provsson', '2004-03-14', '2015-01-01', '${staff}', '${notedOn}') returning id`,
  )

describe('followup appoint', () => {
  it('makes somebody known the first administrator, once', async () => {
    for (let at = 0; at < 2; at++) {
      const { code, stdout } = await place.run('followup', 'appoint', '--member', 'Mia Myndighet')
      expect({ code, stdout }).toEqual({ code: 0, stdout: 'Mia Myndighet är administratör för riktad uppföljning.\n' })
    }
    expect(await asOwner('select role, given_by from followup.role')).toEqual([{ role: 'administrator', given_by: 'lots followup' }])
  })
  it('refuses somebody whom nobody knows, and says what to do', async () => {
    expectOneLine(await place.run('followup', 'appoint', '--member', 'Okänd'), 2, 'Ingen som heter Okänd har öppnat Uppföljning')
    expectOneLine(await place.run('followup', 'appoint'), 2, '--member')
    expectOneLine(await place.run('followup', 'annat'), 2, 'Skriv followup appoint eller followup erase')
  })
})

describe('followup erase', () => {
  it('shows what is due, erases it, names nobody, and leaves the log whole', async () => {
    const [old] = await file('20040314TF01', '2015-01-01')
    await file('20040314TF02', '2025-01-01')
    const dry = await place.run('followup', 'erase', '--dry-run')
    expect(dry.code).toBe(0)
    expect(dry.stdout).toContain('1 akt är i tur att gallras, varav 1 för sent.')
    expect(dry.stdout).toContain(old?.id ?? '')
    expect(dry.stdout).not.toMatch(/Hemlig|2004/)
    expect(await asOwner('select from followup.youth')).toHaveLength(2)
    const done = await place.run('followup', 'erase', '--json')
    expect(JSON.parse(done.stdout)).toMatchObject({ municipality: '0180', dryRun: false, files: [{ youthId: old?.id, isLate: true }] })
    expect(await asOwner('select from followup.youth')).toHaveLength(1)
    expect((await place.run('followup', 'erase')).stdout).toBe('0 akter gallrade.\n')
    expect(await place.run('audit', 'verify', '--log', 'followup')).toMatchObject({ code: 0 })
    expect(await place.run('audit', 'verify')).toMatchObject({ code: 0 })
  })
  it('shows in audit verify that somebody touched the log', async () => {
    expectOneLine(await place.run('audit', 'verify', '--log', 'annan'), 2, '--log kan bara vara followup')
    await asOwner(`set session_replication_role = replica; update followup.line set outcome = 'x' where id = 1`)
    expect(await place.run('audit', 'verify', '--log', 'followup')).toMatchObject({ code: 3 })
    expect(await place.run('audit', 'verify')).toMatchObject({ code: 0 })
  })
})
