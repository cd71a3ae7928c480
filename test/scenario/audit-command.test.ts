/** ./lots audit, run as a person runs it. */
import { beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import { aProgramPlace, expectOneLine, runProgram, type ProgramPlace } from '../support/program.ts'

let place: ProgramPlace
beforeAll(async () => {
  place = await aProgramPlace()
  for (const day of ['10', '11', '12']) await place.run('setup', '--term-end', `2024=2024-06-${day}`)
})

/** As the owner of the municipality's database, with triggers and keys out of the way. */
async function asOwner(statement: string): Promise<void> {
  if (!('databaseUrl' in place.where)) throw new Error('on the test server')
  const url = new URL(place.where.databaseUrl)
  url.pathname += '_0180'
  const client = new pg.Client({ connectionString: url.toString() })
  await client.connect()
  await client.query('set session_replication_role = replica')
  await client.query(statement)
  await client.end()
}

const verify = (...args: readonly string[]) => place.run('audit', 'verify', ...args)

describe('audit verify', () => {
  let noted = ''

  it('says that the chain is whole, and its head to write down', async () => {
    const { code, stdout, stderr } = await verify()
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Loggens kedja är hel: (\d+) rader\.\nKedjans huvud: \1:[0-9a-f]{64}\n$/)
    noted = /\d+:[0-9a-f]{64}/.exec(stdout)?.[0] ?? ''
    expect(await verify('--head', noted)).toMatchObject({ code: 0 })
  })

  it('answers in JSON', async () => {
    const { code, stdout } = await verify('--json', '--head', noted)
    expect(code).toBe(0)
    const now = Number.parseInt(noted, 10) + 2
    expect(JSON.parse(stdout)).toEqual({
      municipality: '0180',
      intact: true,
      lines: now,
      links: now,
      head: { seq: now, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      firstFault: null,
      faults: 0,
      unlinked: 0,
      firstUnlinked: null,
      earlierHeadIsThere: true,
    })
  })

  it('refuses what it cannot read', async () => {
    expectOneLine(await verify('--head', '3:abc'), 2, '--head är inte ett huvud')
    expectOneLine(await place.run('audit'), 2, 'Skriv audit verify')
    expectOneLine(await verify('igen'), 2, 'Skriv audit verify')
    expectOneLine(await runProgram(place.where, 'audit', 'verify'), 2, '--municipality')
  })

  it('explains itself', async () => {
    expect((await runProgram(place.where, 'audit', '--help')).stdout).toMatch(/--head[^]*--json/)
    expect((await runProgram(place.where, '--help')).stdout).toMatch(/^ +audit /m)
  })

  it('stops with 3 and one line when a head that was noted is gone', async () => {
    expectOneLine(
      await verify('--head', `3:${'0'.repeat(64)}`),
      3,
      /^lots: Loggens kedja är bruten: det uppskrivna huvudet finns inte kvar/,
    )
  })

  it('stops with 3 and one line when the log was touched, and says where', async () => {
    await asOwner(`update audit.line set detail = '{}' where id = 2`)
    expectOneLine(await verify(), 3, /^lots: Loggens kedja är bruten: rad 2 är inte som den var när länk 2 gjordes\. Ändra inget/)
    await asOwner('delete from audit.line where id = 3')
    expectOneLine(await verify(), 3, /rad 2 är inte som den var när länk 2 gjordes, och 1 ställe till/)
    await asOwner('delete from audit.link where seq in (2, 4)')
    expectOneLine(await verify(), 3, /länk 2 är borttagen, och 1 ställe till; 2 rader saknar länk, den första är rad 2/)
    const { code, stdout } = await verify('--json')
    expect(code).toBe(3)
    expect(JSON.parse(stdout)).toMatchObject({ intact: false, firstFault: { kind: 'linkRemoved', seq: 2, lineId: null } })
  })
})
