/** The night against a school system over SS 12000 and against folders, on a real database. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  anEnrolment,
  aPerson,
  aSchoolUnit,
  simulatedClient,
  startSs12000,
  type Listening,
  type SchoolWorld,
  type StartOptions,
} from '../../../simulators/ss12000/index.ts'
import { testNumbersOf } from '../../../simulators/municipality/test-numbers.ts'
import { aFolder, anEnrolmentsFile, aPlace, aPopulation, aPost, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { linkPupil, nightSources, runNightly, saveSource, type RunReport } from './index.ts'

const numbers = testNumbersOf(2008).slice(0, 9)
const unit = aSchoolUnit({})

let place: TestPlace
let school: Listening | null = null
beforeEach(async () => {
  process.env['PROV_SKOLHEMLIGHET'] = simulatedClient.clientSecret
  place = await aPlace()
  await place.feed('population', aPopulation(...numbers.map((number) => aPost({ number }))))
})
afterEach(async () => {
  await school?.stop()
  school = null
  await place.installation.close()
})

const aPupil = (number: string) =>
  aPerson({
    civicNo: { value: number, nationality: 'SE' },
    enrolments: [anEnrolment({ enroledAt: { id: unit.id }, schoolType: 'GY', startDate: '2024-08-19', educationCode: 'SA25' })],
  })

const aSchool = (): SchoolWorld => ({ organisations: [unit], persons: numbers.map(aPupil), deleted: [] })

async function open(world: SchoolWorld, options: StartOptions = {}): Promise<void> {
  school = await startSs12000(world, { pageSize: 4, ...options })
  const auth = { kind: 'oauth2', tokenUrl: `${school.url}/token`, clientId: simulatedClient.clientId, secretEnv: 'PROV_SKOLHEMLIGHET' }
  await inTransaction(place.pool, (tx) =>
    saveSource(tx, { name: 'skolsystem', feed: 'schools', config: { kind: 'ss12000', baseUrl: school?.url, auth } }),
  )
}

const night = async (on: string): Promise<RunReport> => runNightly(place, await nightSources(place, date(on)), date(on), () => {})
const listed = async (on = '2026-11-30'): Promise<number> => (await place.register(on)).filter((line) => line.endsWith('--')).length

describe('a night with a school system', () => {
  it('reads all pages, then only what has changed, and withdraws what was deleted', async () => {
    const world = aSchool()
    await open(world)
    const first = await night('2026-11-23')
    expect([first.state, first.sources[0]?.kind, first.sources[0]?.new, await listed()]).toEqual(['done', 'full', 9, 0])
    const [gone, left] = world.persons
    if (gone === undefined || left?.enrolments?.[0] === undefined) throw new Error('the school has pupils')
    world.persons.shift()
    world.deleted.push({ entityType: 'Person', id: gone.id, deletedAt: new Date(Date.now() + 1000).toISOString() })
    left.enrolments[0].endDate = '2026-10-30'
    left.enrolments[0].cancelled = true
    left.meta = { ...left.meta, modified: new Date(Date.now() + 1000).toISOString() }
    const second = await night('2026-11-24')
    expect([second.state, second.sources[0]?.kind, second.sources[0]?.rows]).toEqual(['done', 'changes', 1])
    expect(await place.register('2026-11-30')).toEqual([
      `${numbers[0]} 2024-06-16 neverStarted --`,
      `${numbers[1]} 2026-10-31 interruptedNational --`,
    ])
  })

  it('never removes anybody after a half-read roster, and the other sources go on', async () => {
    const world = aSchool()
    await open(world)
    await night('2026-11-23')
    await school?.stop()
    const folder = aFolder()
    await inTransaction(place.pool, (tx) =>
      saveSource(tx, { name: 'friskolor', feed: 'enrolments', config: { kind: 'folder', path: folder, read: 'full' } }),
    )
    writeFileSync(join(folder, 'a.csv'), anEnrolmentsFile(`${numbers[0]};GY;NA;10000000;2025-08-18;;nej`))
    await place.sql(`update feeds.source set config = jsonb_set(config, '{fullEveryDays}', '1') where name = 'skolsystem'`)
    await open(world, { nasty: { truncated: 2 } })
    await place.sql(`update feeds.source set config = jsonb_set(config, '{fullEveryDays}', '1') where name = 'skolsystem'`)
    const report = await night('2026-11-24')
    expect(report.sources.map(({ source, state }) => [source, state])).toEqual([
      ['skolsystem', 'refused'],
      ['friskolor', 'good'],
    ])
    expect([report.state, await listed()]).toEqual(['refused', 0])
  }, 120_000)

  it('copes with a nasty vendor: what cannot be told goes to the inbox, and a person says who a pupil is', async () => {
    const world = aSchool()
    await open(world, { nasty: { unknownSchoolTypes: true, duplicates: true, timestampsWithoutZone: true, tfNumbers: true } })
    const report = await night('2026-11-23')
    expect(report.state).toBe('exceptions')
    const kinds = await place.sql<{ kind: string }>('select distinct kind from feeds.exception order by 1')
    expect(kinds.map(({ kind }) => kind)).toEqual(['unknown-education', 'unmatched-pupil'])
    const before = await listed()
    const struck = world.persons[0]
    if (struck === undefined) throw new Error('the school has pupils')
    const saying = { number: numbers[0] ?? '', by: 'Ada', on: date('2026-11-24'), source: 'skolsystem', pupilId: struck.id.toLowerCase() }
    expect((await linkPupil(place, saying)).granted).toBe(true)
    await place.sql(`update feeds.source set config = jsonb_set(config, '{fullEveryDays}', '1') where name = 'skolsystem'`)
    await night('2026-11-25')
    // The unknown school type holds the pupil as before it began: outside the list, which is one fewer.
    expect(await listed()).toBe(before - 1)
  })

  it('falls back to a full read when the delta is refused, and tries again after errors', async () => {
    const world = aSchool()
    await open(world, { nasty: { refuseDelta: true, serverErrors: 3, tenDigitNumbers: true } })
    expect((await night('2026-11-23')).sources[0]?.kind).toBe('full')
    const again = await night('2026-11-24')
    expect([again.sources[0]?.kind, again.sources[0]?.unchanged, await listed()]).toEqual(['full', 9, 0])
  }, 120_000)
})

describe('a night with folders', () => {
  it('reads only the newest file of a full source, each once, and says when there is nothing new', async () => {
    const folder = join(aFolder(), 'elevdb')
    mkdirSync(folder)
    await inTransaction(place.pool, (tx) =>
      saveSource(tx, { name: 'elevdb', feed: 'enrolments', config: { kind: 'folder', path: folder } }),
    )
    writeFileSync(join(folder, '2026-11-20.csv'), anEnrolmentsFile(...numbers.map((number) => `${number};GY;SA;10000000;2024-08-19;;nej`)))
    writeFileSync(
      join(folder, '2026-11-21.csv'),
      anEnrolmentsFile(...numbers.slice(1).map((number) => `${number};GY;SA;10000000;2024-08-19;;nej`)),
    )
    expect((await night('2026-11-23')).sources.map(({ state, rows }) => [state, rows])).toEqual([['good', 8]])
    expect(await listed()).toBe(1)
    expect((await night('2026-11-24')).sources.map(({ state, ageDays }) => [state, ageDays])).toEqual([['nothing-new', 1]])
  })

  it('reads an earlier full file again when it comes back as the correction of a wrong one', async () => {
    const folder = aFolder()
    await inTransaction(place.pool, (tx) =>
      saveSource(tx, { name: 'elevdb', feed: 'enrolments', config: { kind: 'folder', path: folder } }),
    )
    const right = anEnrolmentsFile(...numbers.map((number) => `${number};GY;SA;10000000;2024-08-19;;nej`))
    const deliveries = [right, anEnrolmentsFile(`${numbers[0]};GY;SA;10000000;2024-08-19;;nej`), right]
    const counts: number[] = []
    for (const [index, content] of deliveries.entries()) {
      writeFileSync(join(folder, `${index}.csv`), content)
      await night(`2026-11-2${index + 3}`)
      counts.push(await listed())
    }
    expect(counts).toEqual([0, 8, 0])
  })

  it('reads all files of changes that are new, in order', async () => {
    const folder = aFolder()
    await inTransaction(place.pool, (tx) => saveSource(tx, { name: 'navet', feed: 'population', config: { kind: 'folder', path: folder } }))
    numbers
      .slice(0, 3)
      .forEach((number, index) =>
        writeFileSync(join(folder, `${index}.xml`), aPopulation(aPost({ number, on: '2026-11-01', municipality: '1480' }))),
      )
    expect((await night('2026-11-23')).sources.map(({ state, rows }) => [state, rows])).toEqual([
      ['good', 1],
      ['good', 1],
      ['good', 1],
    ])
    expect(await listed()).toBe(6)
  })

  it('goes on with the other sources when one has a defect, and says that the run failed', async () => {
    const folder = aFolder()
    await inTransaction(place.pool, (tx) => saveSource(tx, { name: 'a', feed: 'schools', config: { kind: 'okänt' } }))
    await inTransaction(place.pool, (tx) => saveSource(tx, { name: 'b', feed: 'enrolments', config: { kind: 'folder', path: folder } }))
    writeFileSync(join(folder, 'a.csv'), anEnrolmentsFile(`${numbers[0]};GY;SA;10000000;2024-08-19;;nej`))
    const report = await night('2026-11-23')
    expect([report.state, ...report.sources.map(({ state }) => state)]).toEqual(['failed', 'failed', 'good'])
  })

  it('reports a folder that is missing and goes on', async () => {
    await inTransaction(place.pool, (tx) =>
      saveSource(tx, { name: 'borta', feed: 'diplomas', config: { kind: 'folder', path: '/finns/inte' } }),
    )
    const report = await night('2026-11-23')
    expect([report.sources[0]?.state, report.sources[0]?.reason]).toEqual([
      'refused',
      'Mappen /finns/inte finns inte eller går inte att läsa.',
    ])
  })
})
