/** Deliveries on a real PostgreSQL: the exact bytes are kept, and are built again a month and many corrections later. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPost, date } from '../../../test/support/places.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { endOf, parseInstant } from '../../platform/db/instant.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { buildReturnFile, type ReturnFile } from './build.actions.ts'
import { deliverReturn, recordReceipt, type DeliverWish } from './deliver.actions.ts'
import { readDeliveredFile, type DeskReader } from './desk.actions.ts'
import { diffSinceDelivery, type SinceDelivery } from './diff.actions.ts'
import { saveProfile } from './profile.actions.ts'
import { aBusyTown, numbers, type Town } from './town.testbed.ts'

let town: Town
const today = todayInSweden()
const by = { name: 'Amina Prov', staffId: null }

const build = async (half = '2026H1', asOf = 'infinity', on = today): Promise<ReturnFile> => {
  const made = await buildReturnFile(town, { half, today: on, asOf, actor: 'prov' })
  if (!made.granted) throw new Error(made.reason)
  return made.value
}
const wish = (given: Partial<DeliverWish> = {}): DeliverWish => ({
  half: '2026H1',
  today,
  by,
  replaces: 0,
  despiteErrors: false,
  emptyIsRight: false,
  ...given,
})
const deliver = (given: Partial<DeliverWish> = {}) => deliverReturn(town, wish(given))
const textOf = ({ bytes }: { bytes: Uint8Array }): string => new TextDecoder('windows-1252').decode(bytes)
const diff = async (): Promise<SinceDelivery> => {
  const made = await diffSinceDelivery(town, { half: '2026H1', today, actor: 'prov' })
  if (!made.granted) throw new Error(made.reason)
  return made.value
}
const asKnownAt = (text: string): Promise<string> => {
  const instant = parseInstant(text)
  if (instant === null) throw new Error(`no instant ${text}`)
  return inTransaction(town.pool, (tx) => endOf(tx, instant))
}

let struck = ''
beforeAll(async () => {
  const made = await aBusyTown()
  town = made.town
  struck = made.struck
})
afterAll(() => town.installation.close())

describe('a delivery', () => {
  it('refuses a half-year that is not over, and one without profile', async () => {
    expect(await deliver({ half: '2026H1', today: date('2026-06-30') })).toMatchObject({ granted: false, reason: 'not-over' })
    expect(await deliver({ half: '2025H2' })).toMatchObject({ granted: false, reason: 'no-profile' })
    expect(await deliver({ half: 'sommaren' })).toMatchObject({ granted: false, reason: 'no-such-half-year' })
  })

  it('refuses broken controls unless it is said, and keeps nothing of a refusal but its line', async () => {
    const id = await town.guide('anna', '2026-02-01', '2026-02-01 09:00', '2026-02-20')
    await town.sql(`update measures.measure set occupation_after = null, version = version + 1 where id = $1`, [id])
    const refused = await deliver()
    expect(refused).toMatchObject({ granted: false, reason: 'broken-controls' })
    expect(refused.file?.broken.filter(({ level }) => level === 'error')).toHaveLength(1)
    expect(await town.sql('select from returns.delivery')).toEqual([])
    expect(await town.sql(`select outcome, detail from audit.line where action = 'returns.deliver' order by id desc limit 1`)).toEqual([
      { outcome: 'broken-controls', detail: { errors: 1 } },
    ])
    await town.sql(
      `update measures.measure set struck_at = now(), struck_by = 'prov', struck_why = 'fel', version = version + 1 where id = $1`,
      [id],
    )
  })

  it('keeps the exact bytes with hash, counts and who; the next says that it replaces it', async () => {
    const file = await build()
    const made = await deliver()
    if (!made.granted) throw new Error(made.reason)
    const { delivery } = made.value
    expect(delivery).toMatchObject({
      half: '2026H1',
      nth: 1,
      fileName: 'kaa-0180-2026H1.csv',
      sha256: file.sha256,
      errors: 0,
      byName: 'Amina Prov',
      receipt: null,
    })
    expect(delivery.counts).toEqual(file.built.counts)
    expect(await deliver()).toMatchObject({ granted: false, reason: 'would-replace', last: { nth: 1 } })
    expect(await deliver({ replaces: 2 })).toMatchObject({ granted: false, reason: 'would-replace' })
  })

  it('is kept once by each of those who send at the same moment: the others are shown it', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => deliver({ replaces: 1 })))
    expect(answers.flatMap((made) => (made.granted ? [made.value.delivery.nth] : []))).toEqual([2])
    expect(answers.filter((made) => !made.granted && made.reason === 'would-replace')).toHaveLength(4)
  })

  it('has one receipt, which is a number', async () => {
    const [first] = await town.sql<{ id: string }>('select delivery_id as id from returns.delivery where nth = 2')
    const receive = async (number: string, deliveryId = first?.id ?? '') => {
      const made = await recordReceipt(town.pool, { deliveryId, number, by })
      return made.granted ? made.value.receipt?.number : made.reason
    }
    expect([
      await receive('  '),
      await receive('<b>'),
      await receive('1', 'x'),
      await receive(' SCB-2026/118 '),
      await receive('2'),
    ]).toEqual(['no-number', 'no-number', 'missing', 'SCB-2026/118', 'has-receipt'])
  })
})

describe('whoever is saving', () => {
  it('is waited for: what was written before the delivery is in it, although it was seen only after', async () => {
    const personId = await town.personOf('cia')
    const { promise: isWritten, resolve: written } = Promise.withResolvers<void>()
    const saved = inTransaction(town.pool, async (tx) => {
      await tx.query(
        `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, staff_id, occupation, origin)
         values ($1, 'phone', true, true, 'reached', '2026-03-03 12:00', 'Prov', $2, 'other', 'hand')`,
        [personId, town.staff],
      )
      written()
      await new Promise((resolve) => setTimeout(resolve, 500))
    })
    await isWritten
    const made = await deliver({ replaces: 2 })
    await saved
    if (!made.granted) throw new Error(made.reason)
    const isIn = (file: ReturnFile) => file.built.records.some(({ number, on }) => number === numbers.cia && on === '2026-03-03')
    expect(isIn(made.value.file)).toBe(true)
    expect((await build('2026H1', await asKnownAt(made.value.delivery.asKnownAt))).sha256).toBe(made.value.delivery.sha256)
  })
})

describe('a month later', () => {
  it('what was delivered is built again byte for byte, by its own instant, whatever was corrected', async () => {
    const made = await deliver({ replaces: 3 })
    if (!made.granted) throw new Error(made.reason)
    const { delivery, file } = made.value
    expect((await diff()).isSame).toBe(true)
    const later = new Date(Date.now() + 1000).toISOString()
    await town.strike(struck, later)
    await town.call('bo', '2026-04-04', later, true, 'work')
    const measure = await town.sql<{ id: number }>(
      'select id from measures.measure where person_id = $1 and struck_at is null and ended_on is null',
      [await town.personOf('anna')],
    )
    await town.end(measure[0]?.id ?? 0, '2026-06-29', later, 'work')
    await town.hear(
      today,
      aPost({ number: numbers.dan, municipality: '1480', on: '2026-06-15' }),
      aPost({ number: numbers.bo, cause: 'AV', causeOn: '2026-05-05' }),
    )
    const profile = { ...file.profile, columns: file.profile.columns.toReversed() }
    expect((await saveProfile(town.pool, { half: '2026H1', given: profile, version: 0, by })).granted).toBe(true)
    const now = await build()
    expect(now.sha256).not.toBe(file.sha256)
    const again = await build('2026H1', await asKnownAt(delivery.asKnownAt))
    expect(textOf(again)).toBe(textOf(file))
    expect(again.sha256).toBe(delivery.sha256)
    const holder: DeskReader = { pool: town.pool, staffId: town.staff, scope: { units: null, mayReadProtected: true }, today }
    const kept = await readDeliveredFile(holder, delivery.deliveryId)
    expect(kept.granted && textOf(kept.value)).toBe(textOf(file))
    expect(await readDeliveredFile({ ...holder, scope: { units: null, mayReadProtected: false } }, delivery.deliveryId)).toEqual({
      granted: false,
      reason: 'holds-protected',
    })
  })

  it('the difference says row by row what is added, gone and changed, of whom, and why', async () => {
    const { diff: found, isSame, profileChanged, settingsChanged } = await diff()
    expect({ isSame, profileChanged, settingsChanged }).toEqual({ isSame: false, profileChanged: true, settingsChanged: false })
    const told = Object.fromEntries(
      found.youths.map(({ number, changes, why }) => [
        number,
        {
          changes: changes.map(({ block, before, after, fields }) =>
            `${block} ${before?.on ?? '+'} -> ${after?.on ?? '-'} ${fields.join(',')}`.trim(),
          ),
          why: why.map(({ kind, how }) => `${kind} ${how}`),
        },
      ]),
    )
    expect(told).toEqual({
      [numbers.anna]: {
        changes: ['contact 2026-06-30 -> -', 'measureEnded + -> 2026-06-29'],
        why: ['contact corrected', 'measure corrected'],
      },
      [numbers.bo]: {
        changes: ['measureEnded 2026-06-30 -> -', 'contact + -> 2026-04-04', 'exit + -> 2026-05-05'],
        why: ['contact late', 'death late'],
      },
      [numbers.dan]: { changes: ['exit + -> 2026-06-15'], why: ['registration corrected'] },
    })
    expect(found).toMatchObject({ added: 4, gone: 2, changed: 0 })
  })

  it('a half-year that was never delivered has no difference', async () => {
    expect(await diffSinceDelivery(town, { half: '2018H2', today, actor: 'prov' })).toEqual({ granted: false, reason: 'never-delivered' })
  })

  it('an empty register is delivered only when it is said', async () => {
    expect(await deliver({ half: '2018H2' })).toMatchObject({ granted: false, reason: 'empty' })
    const made = await deliver({ half: '2018H2', emptyIsRight: true })
    expect(made.granted && made.value.delivery.counts.rows).toBe(0)
    expect(made.granted && textOf(made.value.file)).toMatch(/^Personnr;[^\n]*\r\n$/)
  })
})
