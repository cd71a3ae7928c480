/** The worker: what is due leaves by itself, and a municipality in trouble leaves the others alone. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startWorker } from '../../src/cli/worker.ts'
import { parseMunicipalityCode } from '../../src/kernel/municipality-code.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { aReachable, aSender, queued, type SenderBench } from '../../src/slices/messaging/sender.testbed.ts'
import { saveSetting } from '../../src/slices/settings/index.ts'
import type { Installation } from '../../src/slices/tenancy/index.ts'
import { aPlace } from '../support/places.ts'

let bench: SenderBench
beforeAll(async () => {
  bench = await aSender(await aPlace())
  await inTransaction(bench.place.pool, async (tx) => {
    await saveSetting(tx, 'messages.contactPhone', '+46846500400', '-infinity', 'prov')
    await saveSetting(tx, 'messages.contactName', 'Amina Lind', '-infinity', 'prov')
  })
})
afterAll(() => bench.close())

const [broken, own] = [parseMunicipalityCode('0184'), parseMunicipalityCode('0180')]

/** Two municipalities, of which the first cannot be opened, or answers with errors. */
function withTrouble(how: 'closed' | 'failing'): Pick<Installation, 'list' | 'open'> {
  const { installation } = bench.place
  if (broken === null || own === null) throw new Error('both are municipalities')
  return {
    list: async () => [{ code: broken, name: 'Trasigstad' }, ...(await installation.list())],
    open: async (code) => {
      if (code !== broken) return installation.open(code)
      if (how === 'closed') throw new Error('databasen svarar inte')
      return { ...(await installation.open(own)), code, pool: failingPool() }
    },
  }
}

const failingPool = () => {
  const failing = { connect: () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })) }
  return failing as unknown as typeof bench.place.pool
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20)
}

describe('the worker', () => {
  it.each(['closed', 'failing'] as const)('sends what is due, also when another municipality’s database is %s', async (how) => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const youth = await aReachable(bench.place, how === 'closed' ? 1 : 2)
    const id = await queued(bench.place, youth)
    await sleep(5)
    const { sms, mail, printFolder, publicUrl } = bench.sender
    const worker = startWorker(withTrouble(how), { sms, mail, printFolder, publicUrl })
    await until(async () => (await bench.row(id))['state'] === 'sent')
    await worker.stop()
    const lines = said.mock.calls.map(([line]) => String(line)).join('')
    said.mockRestore()
    expect(bench.sms.sent().filter(({ to }) => to === youth.phone)).toHaveLength(1)
    if (how === 'failing') expect(lines).toContain('kommun 0184: utlådan gick inte')
    expect(lines).not.toContain(youth.phone)
  })

  it('sends nothing more once it has been stopped', async () => {
    const { sms, mail, printFolder, publicUrl } = bench.sender
    const worker = startWorker(bench.place.installation, { sms, mail, printFolder, publicUrl })
    await worker.stop()
    const id = await queued(bench.place, await aReachable(bench.place, 3))
    await sleep(50)
    expect((await bench.row(id))['state']).toBe('queued')
  })
})
