/** The print folder on a real disk: what lies there, in what order, and what happens when there is no room. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aPlace } from '../../../test/support/places.ts'
import { grant } from '../../platform/decision.ts'
import { aYouth } from '../worklist/worklist.testbed.ts'
import { claimNext } from './claim.actions.ts'
import { handOver } from './handover.actions.ts'
import { shippedMessaging } from './messaging-settings.rules.ts'
import { folderProblem } from './print-folder.ts'
import { aReleasedRound, aSender, plainly, queued, type SenderBench } from './sender.testbed.ts'
import type { Sender } from './sender.ts'
import { settle } from './settle.actions.ts'

let bench: SenderBench
beforeAll(async () => {
  bench = await aSender(await aPlace())
})
afterEach(() => bench.place.sql(`update messaging.message set state = 'cancelled', problem = 'by-hand' where state = 'queued'`))
afterAll(() => bench.close())

const none = { sent: 0, cancelled: 0, failed: 0, waits: 0, unsure: 0 }
const letter = { channel: 'letter', templateKey: 'firstLetter' } as const

/** Letters with postal codes of their own. */
const withCodes = (codes: ReadonlyMap<number | null, string>): Pick<Sender, 'compose'> => ({
  compose: (_, message, given) => {
    const composed = plainly(message, given)
    return Promise.resolve(grant(composed.kind === 'paper' ? { ...composed, postalCode: codes.get(message.id) ?? '' } : composed))
  },
})

const folderOf = async (roundId: number | null): Promise<string> => {
  const [row] = await bench.place.sql<{ folder: string }>(
    'select folder from messaging.print_folder where round_id is not distinct from $1 order by id desc limit 1',
    [roundId],
  )
  return join(bench.folder, '0180', row?.folder ?? 'ingen')
}

describe('a round of letters', () => {
  it('lies in one folder: a PDF each, a list by postal code without anybody’s name, and the merged document', async () => {
    const roundId = await aReleasedRound(bench.place)
    const codes = new Map<number | null, string>()
    for (const code of ['75330', '12345', ''])
      codes.set(await queued(bench.place, await aYouth(bench.place, { given: 'Hemlig' }), { ...letter, roundId }), code)
    expect(await bench.send(withCodes(codes))).toEqual({ ...none, sent: 3 })
    const folder = await folderOf(roundId)
    expect(readdirSync(folder).toSorted()).toEqual(['alla-brev-01.pdf', 'brev', 'forteckning.csv'])
    expect(folder).toMatch(/\/\d{4}-\d\d-\d\d-[\da-f]{12}$/)
    const [, ...lines] = readFileSync(join(folder, 'forteckning.csv'), 'utf8').trim().split('\r\n')
    expect(lines.map((line) => line.split(';')[0])).toEqual(['12345', '75330', ''])
    const rows = await bench.place.sql<{ file: string; id: string }>(
      'select provider_id as file, message_id as id from messaging.message where round_id = $1',
      [roundId],
    )
    for (const { file, id } of rows) {
      expect(lines.filter((line) => line.includes(`;${file};sv;${id};alla-brev-01.pdf;`))).toHaveLength(1)
      expect(readFileSync(join(folder, file)).subarray(0, 5).toString()).toBe('%PDF-')
    }
    expect(lines.join()).not.toContain('Hemlig')
  })

  it('is noted as an attempt by letter', async () => {
    const youth = await aYouth(bench.place)
    await queued(bench.place, youth, letter)
    await bench.send()
    expect(
      await bench.place.sql('select channel, attempted, reached, outcome from outreach.contact where person_id = $1', [youth.personId]),
    ).toEqual([{ channel: 'letter', attempted: true, reached: false, outcome: 'sent' }])
  })

  it('that comes after its folder is complete gets a new one, and the first stands as it was', async () => {
    const roundId = await aReleasedRound(bench.place)
    await queued(bench.place, await aYouth(bench.place), { ...letter, roundId })
    await bench.send()
    const first = await folderOf(roundId)
    const before = readFileSync(join(first, 'alla-brev-01.pdf'))
    await queued(bench.place, await aYouth(bench.place), { ...letter, roundId })
    await bench.send()
    expect(await folderOf(roundId)).not.toBe(first)
    expect(readFileSync(join(first, 'alla-brev-01.pdf')).equals(before)).toBe(true)
  })

  it('has its cards by themselves', async () => {
    const roundId = await aReleasedRound(bench.place)
    await queued(bench.place, await aYouth(bench.place), { channel: 'card', templateKey: 'visitCard', roundId })
    await bench.send()
    expect(readdirSync(await folderOf(roundId)).toSorted()).toEqual(['alla-kort-01.pdf', 'forteckning.csv', 'kort'])
  })
})

describe('a folder that cannot be written', () => {
  it('keeps the letters in the queue, says why, and leaves nothing half written', async () => {
    const youths = await Promise.all([aYouth(bench.place), aYouth(bench.place)])
    const ids = await Promise.all(youths.map((youth) => queued(bench.place, youth, letter)))
    const blocked = join(bench.folder, 'en-fil')
    writeFileSync(blocked, 'ingen mapp')
    expect(await bench.send({ printFolder: blocked })).toEqual({ ...none, waits: 1 })
    const rows = await Promise.all(ids.map((id) => bench.row(id)))
    expect(rows.map(({ state }) => state)).toEqual(['queued', 'queued'])
    expect(rows.filter(({ problem }) => problem === 'folder-unwritable')).toHaveLength(1)
    expect(rows.every(({ tries }) => tries === 0)).toBe(true)
    expect(readFileSync(blocked, 'utf8')).toBe('ingen mapp')
    expect(await bench.send({}, 6)).toEqual({ ...none, sent: 2 })
    rmSync(blocked)
  })

  it('for want of room keeps them too', async () => {
    // /dev/full answers every write with ENOSPC, as a full disk does.
    const id = await queued(bench.place, await aYouth(bench.place), letter)
    const full = join(bench.folder, 'full')
    const error = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    expect(folderProblem(error)).toBe('folder-full')
    mkdirSync(full)
    const claim = await claimNext(
      { ...bench.sender, settings: shippedMessaging, printFolder: full },
      ['letter'],
      new Date(Date.now() + 1000),
    )
    if (claim.kind !== 'claimed') throw new Error('the letter was not claimed')
    expect(await settle(bench.place.pool, id ?? 0, { kind: 'held', problem: 'folder-full', afterMinutes: 5 })).toBe('queued')
    expect(await bench.row(id)).toMatchObject({ state: 'queued', problem: 'folder-full', tries: 0 })
  })

  it('when it is to be put together is tried again, and the letters are not made twice', async () => {
    const roundId = await aReleasedRound(bench.place)
    const id = await queued(bench.place, await aYouth(bench.place), { ...letter, roundId })
    let made = 0
    const compose: Sender['compose'] = (_, message, given) => {
      made++
      return Promise.resolve(grant(plainly(message, given)))
    }
    await bench.send({ compose, isOver: () => made > 0 })
    const folder = await folderOf(roundId)
    // A folder where the list should lie: it cannot be written over.
    mkdirSync(join(folder, 'forteckning.csv', 'i-vagen'), { recursive: true })
    await bench.send({ compose })
    expect(await bench.place.sql('select problem, closed_at from messaging.print_folder where round_id = $1', [roundId])).toEqual([
      { problem: 'folder-unwritable', closed_at: null },
    ])
    rmSync(join(folder, 'forteckning.csv'), { recursive: true })
    await bench.send({ compose })
    expect(await bench.place.sql('select problem, letters from messaging.print_folder where round_id = $1', [roundId])).toEqual([
      { problem: null, letters: 1 },
    ])
    expect(existsSync(join(folder, 'underlag'))).toBe(false)
    expect(made).toBe(1)
    expect(await bench.row(id)).toMatchObject({ state: 'sent' })
  })
})

describe('before the folder is complete', () => {
  it('a youth who became protected is taken out of it', async () => {
    const roundId = await aReleasedRound(bench.place)
    const [open, hidden] = [await aYouth(bench.place), await aYouth(bench.place)]
    const openId = await queued(bench.place, open, { ...letter, roundId })
    const hiddenId = await queued(bench.place, hidden, { ...letter, roundId })
    let made = 0
    const compose: Sender['compose'] = (_, message, given) => {
      made++
      return Promise.resolve(grant(plainly(message, given)))
    }
    await bench.send({ compose, isOver: () => made > 1 })
    const folder = await folderOf(roundId)
    expect(readdirSync(join(folder, 'brev'))).toHaveLength(2)
    await bench.place.sql(
      `insert into register.protection (person_id, secrecy_marked, protected_registration, since_on, source, known_from) values ($1, true, false, '2026-10-01', 'prov', clock_timestamp())`,
      [hidden.personId],
    )
    await bench.send()
    expect(readdirSync(join(folder, 'brev'))).toEqual([`${String((await bench.row(openId))['message_id'])}.pdf`])
    expect(await bench.row(hiddenId)).toMatchObject({ state: 'failed', problem: 'protected' })
    expect(readFileSync(join(folder, 'forteckning.csv'), 'utf8')).not.toContain(String((await bench.row(hiddenId))['message_id']))
  })

  it('a letter whose process was killed is made again under the same name, and the code it had leads nowhere', async () => {
    const roundId = await aReleasedRound(bench.place)
    const youth = await aYouth(bench.place)
    const id = await queued(bench.place, youth, { ...letter, roundId })
    const sender = { ...bench.sender, settings: shippedMessaging }
    const claim = await claimNext(sender, ['letter'], new Date(Date.now() + 1000))
    if (claim.kind !== 'claimed') throw new Error('the letter was not claimed')
    await handOver(sender, claim.claimed)
    expect(await bench.send()).toEqual(none)
    await bench.place.sql(`update messaging.message set claimed_at = claimed_at - interval '11 minutes' where id = $1`, [id])
    expect(await bench.send()).toEqual({ ...none, waits: 1, sent: 1 })
    expect(readdirSync(join(await folderOf(roundId), 'brev'))).toHaveLength(1)
    expect(
      await bench.place.sql('select revoked_at is not null as revoked from replies.code where person_id = $1 order by id', [
        youth.personId,
      ]),
    ).toEqual([{ revoked: true }, { revoked: false }])
    expect(await bench.place.sql('select from outreach.contact where person_id = $1', [youth.personId])).toHaveLength(1)
  })
})
