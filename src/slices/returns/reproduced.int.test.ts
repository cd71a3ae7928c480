/** A delivery is built again byte for byte by its own instant after a correction of every kind, one upon another, while the return of today follows each. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEnrolmentsFile, aPost } from '../../../test/support/places.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { endOf, parseInstant } from '../../platform/db/instant.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { saveSetting } from '../settings/index.ts'
import { buildReturnFile } from './build.actions.ts'
import { deliverReturn } from './deliver.actions.ts'
import { saveProfile } from './profile.actions.ts'
import type { Delivery } from './returns.types.ts'
import { aBusyTown, numbers, type Town } from './town.testbed.ts'

let town: Town
let delivery: Delivery
let struck = ''
const today = todayInSweden()
const by = { name: 'Amina Prov', staffId: null }

const build = async (asOf = 'infinity') => {
  const made = await buildReturnFile(town, { half: '2026H1', today, asOf, actor: 'prov' })
  if (!made.granted) throw new Error(made.reason)
  return { text: new TextDecoder('windows-1252').decode(made.value.bytes), sha256: made.value.sha256, profile: made.value.profile }
}
const ownInstant = (): Promise<string> => {
  const instant = parseInstant(delivery.asKnownAt)
  if (instant === null) throw new Error(`no instant ${delivery.asKnownAt}`)
  return inTransaction(town.pool, (tx) => endOf(tx, instant))
}
const clock = (): string => new Date().toISOString()
const idOf = async (table: string, where: string): Promise<number> =>
  (await town.sql<{ id: number }>(`select id from ${table} where ${where} order by id limit 1`))[0]?.id ?? 0
const measureOf = async (name: 'anna' | 'bo'): Promise<number> =>
  idOf('measures.measure', `person_id = ${await town.personOf(name)} and struck_at is null`)

let bytes = ''
beforeAll(async () => {
  const made = await aBusyTown()
  town = made.town
  struck = made.struck
  await town.say('gun', 'work', '2026-04-10', '2026-04-10 09:00')
  await town.call('gun', '2026-04-20', '2026-04-20 13:00')
  await town.call('cia', '2026-02-02', '2026-02-02 13:00', true, 'studies')
  const sent = await deliverReturn(town, { half: '2026H1', today, by, replaces: 0, despiteErrors: false, emptyIsRight: false })
  if (!sent.granted) throw new Error(sent.reason)
  delivery = sent.value.delivery
  bytes = (await build()).text
})
afterAll(() => town.installation.close())

/** Each correction with whether it moves a line of the return. All of them stay: each is made upon those before. */
const corrections: readonly (readonly [what: string, moves: boolean, correct: () => Promise<unknown>])[] = [
  ['a contact struck', true, () => town.strike(struck, clock())],
  ['a contact written down late', true, () => town.call('bo', '2026-04-04', clock(), true, 'work')],
  ['an attempt written down late', false, () => town.call('bo', '2026-04-05', clock(), false)],
  [
    'what was said of an occupation taken back',
    true,
    async () =>
      town.sql('insert into outreach.occupation_retraction (occupation_id) values ($1)', [
        await idOf('outreach.occupation', `person_id = ${await town.personOf('gun')}`),
      ]),
  ],
  ['an occupation told late', true, () => town.say('gun', 'abroad', '2026-04-12', clock())],
  ['the end of a measure told late', true, async () => town.end(await measureOf('anna'), '2026-06-29', clock(), 'work')],
  [
    'what came after a measure corrected',
    true,
    async () =>
      town.sql(`update measures.measure set occupation_after = 'none', version = version + 1 where id = $1`, [await measureOf('anna')]),
  ],
  [
    'the first day of a measure corrected',
    true,
    async () =>
      town.sql(`update measures.measure set from_on = '2026-06-10', version = version + 1 where id = $1`, [await measureOf('anna')]),
  ],
  [
    'a measure struck',
    true,
    async () =>
      town.sql(
        `update measures.measure set struck_at = clock_timestamp(), struck_by = 'prov', struck_why = 'fel', version = version + 1 where id = $1`,
        [await measureOf('bo')],
      ),
  ],
  [
    'the catalogue: guidance counts no more',
    true,
    async () => {
      await town.sql(
        `update measures.item_version set known_until = clock_timestamp() where item_key = 'guidance' and known_until = 'infinity'`,
      )
      await town.sql(
        `insert into measures.item_version (item_key, version, name_sv, name_en, from_on, counts, exclusive, needs_decision, changed_by)
         values ('guidance', 2, 'V', 'G', '2015-01-01', false, false, false, 'prov')`,
      )
    },
  ],
  ['a move heard of late', true, () => town.hear(today, aPost({ number: numbers.dan, municipality: '1480', on: '2026-06-15' }))],
  ['a death heard of late', true, () => town.hear(today, aPost({ number: numbers.bo, cause: 'AV', causeOn: '2026-05-05' }))],
  ['a protection heard of late', false, () => town.hear(today, aPost({ number: numbers.anna, secrecy: 'J' }))],
  [
    'a school that corrects its files',
    true,
    () =>
      town.feed(
        'enrolments',
        anEnrolmentsFile(
          `${numbers.bo};GY;NA25;10000001;2024-08-19;2026-01-20;ja`,
          `${numbers.filip};GY;NA25;10000001;2024-08-19;2026-03-02;ja`,
        ),
        {
          on: today,
        },
      ),
  ],
  [
    'two records that were one person',
    true,
    async () =>
      town.sql(
        `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'prov', 'prov', '{}', clock_timestamp())`,
        [await town.personOf('gun'), await town.personOf('cia')],
      ),
  ],
  ['a setting of the law', true, () => inTransaction(town.pool, (tx) => saveSetting(tx, 'termEnd.2024', '2024-06-05', clock(), 'prov'))],
  [
    'the profile',
    true,
    async () => {
      const { profile } = await build()
      const given = { ...profile, columns: profile.columns.toReversed() }
      const saved = await saveProfile(town.pool, { half: '2026H1', given, version: 0, by })
      expect(saved.granted).toBe(true)
    },
  ],
]

describe('what was delivered', () => {
  it.each(corrections)('is built again byte for byte after %s', async (_, moves, correct) => {
    const before = await build()
    await correct()
    const after = await build()
    expect(after.sha256 !== before.sha256).toBe(moves)
    const again = await build(await ownInstant())
    expect(again.text).toBe(bytes)
    expect(again.sha256).toBe(delivery.sha256)
  })

  it('has other bytes today', async () => {
    expect((await build()).sha256).not.toBe(delivery.sha256)
  })
})
