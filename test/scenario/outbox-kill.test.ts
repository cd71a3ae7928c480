/** A sender that is killed at any point, again and again: nothing is sent twice, nothing is lost, and the counts add up. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { projectRoot } from '../../src/platform/project.ts'
import { aReachable, aReleasedRound, aSender, queued, type SenderBench } from '../../src/slices/messaging/sender.testbed.ts'
import { saveSetting } from '../../src/slices/settings/index.ts'
import { aFolder, aPlace } from '../support/places.ts'

let bench: SenderBench
beforeAll(async () => {
  bench = await aSender(await aPlace())
  await inTransaction(bench.place.pool, async (tx) => {
    await saveSetting(tx, 'messages.contactPhone', '+46846500400', '-infinity', 'prov')
    await saveSetting(tx, 'messages.contactName', 'Amina Lind', '-infinity', 'prov')
  })
})
afterAll(() => bench.close())

const installationUrl = (): string => {
  const url = new URL(bench.place.url)
  url.pathname = url.pathname.replace(/_0180$/, '')
  return url.toString()
}

/** The program's own sender as a process. `before` is put before it by a shell: a limit, say. */
function aSenderProcess(printFolder: string, before = ''): ChildProcess {
  const { sms } = bench
  const channels = { SMS_URL: sms.address, SMS_USER: sms.user, SMS_PASSWORD: sms.password, SMS_FROM: 'Provstad', PRINT_FOLDER: printFolder }
  const command = `${before} exec "$0" "$@"`
  const args = [process.execPath, join(projectRoot, 'dist', 'lots.js'), 'outreach', 'send', '--municipality', '0180', '--json']
  const env = { ...process.env, ...channels, DATABASE_URL: installationUrl(), PUBLIC_URL: 'http://localhost:1' }
  return spawn('/bin/sh', ['-c', command, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

const exited = (child: ChildProcess): Promise<NodeJS.Signals | number | null> =>
  new Promise((resolve) => void child.once('exit', (code, signal) => resolve(signal ?? code)))

/** Kills the sender when it has come so far; true when it was killed under way. */
async function killWhen(child: ChildProcess, isThere: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = exited(child)
  while (child.exitCode === null && !(await isThere())) await sleep(1)
  child.kill('SIGKILL')
  return (await end) === 'SIGKILL'
}

async function finished(printFolder: string, before = ''): Promise<Record<string, number>> {
  const child = aSenderProcess(printFolder, before)
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text))
  expect([0, 1]).toContain(await exited(child))
  return JSON.parse(said) as Record<string, number>
}

const states = async (): Promise<Record<string, number>> => {
  const rows = await bench.place.sql<{ state: string; n: number }>('select state, count(*)::int as n from messaging.message group by state')
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}
const count = async (where: string): Promise<number> =>
  (await bench.place.sql<{ n: number }>(`select count(*)::int as n from messaging.message m where ${where}`))[0]?.n ?? 0

/** The time that a process may be silent has passed. */
const muchLater = () =>
  bench.place.sql(`update messaging.message set claimed_at = claimed_at - interval '11 minutes' where state = 'sending'`)

const [youths, folder] = [80, aFolder()]

async function aRoundOf(channel: 'sms' | 'letter'): Promise<void> {
  const roundId = await aReleasedRound(bench.place, channel === 'sms' ? 'Sms' : 'Brev')
  const templateKey = channel === 'sms' ? 'firstSms' : 'firstLetter'
  for (let nth = 0; nth < youths; nth++) await queued(bench.place, await aReachable(bench.place, nth), { roundId, channel, templateKey })
}

describe('a round of texts whose sender is killed', () => {
  it('reaches everybody once; what nobody can know waits for a person', async () => {
    await aRoundOf('sms')
    const accepted = () => bench.sms.sent().length
    const killed: boolean[] = []
    for (const more of [0, 1, 2, 3, 5, 8, 13]) {
      const goal = accepted() + more
      killed.push(await killWhen(aSenderProcess(folder), () => accepted() >= goal))
    }
    // Claimed and not yet handed over, and handed over without an answer.
    killed.push(await killWhen(aSenderProcess(folder), async () => (await count(`state = 'sending'`)) > 0))
    bench.sms.fail('hang')
    const goal = accepted() + 2
    killed.push(await killWhen(aSenderProcess(folder), () => accepted() >= goal))
    bench.sms.fail(null)
    expect(killed.filter(Boolean).length).toBeGreaterThan(5)
    expect((await states())['sending']).toBeGreaterThan(0)

    await finished(folder)
    await muchLater()
    await finished(folder)
    const numbers = bench.sms.sent().map(({ to }) => to)
    expect(new Set(numbers).size, 'nothing twice').toBe(numbers.length)
    const { sent = 0, unsure = 0, ...others } = await states()
    expect(others).toEqual({})
    expect(sent + unsure, 'nothing lost').toBe(youths)
    expect(sent, 'what the gateway has is sent, and nothing else').toBe(numbers.length)
    expect(await count(`state = 'unsure' and problem = 'not-known'`)).toBe(unsure)

    // A person decides that those go again.
    await bench.place.sql(`update messaging.message set state = 'queued', problem = null where state = 'unsure'`)
    await finished(folder)
    expect(await states()).toEqual({ sent: youths })
    expect(new Set(bench.sms.sent().map(({ to }) => to)).size).toBe(youths)
    expect(bench.sms.sent()).toHaveLength(youths)
    expect(await bench.place.sql(`select from outreach.contact where channel = 'sms'`)).toHaveLength(youths)
  })
})

const printed = (): string[] =>
  readdirSync(join(folder, '0180'), { recursive: true, encoding: 'utf8' }).filter((name) => /brev\/[\da-f-]{36}\.pdf$/.test(name))

describe('a round of letters whose sender is killed', () => {
  it('lies whole in one folder, each letter once', async () => {
    await aRoundOf('letter')
    const done = () => count(`channel = 'letter' and state = 'sent'`)
    const killed: boolean[] = []
    for (const more of [0, 1, 7, 19]) {
      const goal = (await done()) + more
      killed.push(await killWhen(aSenderProcess(folder), async () => (await done()) >= goal && (await count(`state = 'sending'`)) > 0))
    }
    expect(killed.filter(Boolean).length).toBeGreaterThan(2)
    // With a limit on how large a file may be, the disk is as good as full.
    await finished(folder, 'ulimit -f 8;')
    expect(await count(`channel = 'letter' and problem = 'folder-full' and state = 'queued'`)).toBe(1)
    await bench.place.sql(`update messaging.message set not_before = now() where state = 'queued'`)
    await finished(folder)
    await muchLater()
    await finished(folder)
    expect(await count(`channel = 'letter' and state = 'sent'`)).toBe(youths)
    const files = printed()
    expect(new Set(files).size).toBe(files.length)
    expect(files).toHaveLength(youths)
    const [open] = await bench.place.sql<{ folder: string; letters: number }>(
      'select folder, letters from messaging.print_folder where closed_at is not null',
    )
    expect(open?.letters).toBe(youths)
    const inside = join(folder, '0180', open?.folder ?? '')
    expect(readdirSync(inside).toSorted()).toEqual(['alla-brev-01.pdf', 'brev', 'forteckning.csv'])
    const listed = readFileSync(join(inside, 'forteckning.csv'), 'utf8').match(/brev\/[\da-f-]{36}\.pdf/g) ?? []
    expect(listed.toSorted()).toEqual(files.map((name) => name.replace(/^.*\/brev/, 'brev')).toSorted())
    expect(await bench.place.sql(`select from outreach.contact where channel = 'letter'`)).toHaveLength(youths)
    // Each letter has one code that leads somewhere.
    const live = `select from replies.code c join messaging.message m on m.message_id = c.message_id where m.channel = 'letter' and c.revoked_at is null`
    expect(await bench.place.sql(live)).toHaveLength(youths)
  })
})
