/** Absence after a night: read from each configured school system over the net; what goes wrong with one leaves what was known, and the others, as they were. */
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { anAttendance, startSs12000, type Attendance, type Listening } from '../../simulators/ss12000/index.ts'
import { aWorld, token } from '../../simulators/ss12000/testbed.ts'
import { aPopulation, aPost, aPlace, date, type TestPlace } from '../../test/support/places.ts'
import { inTransaction } from '../platform/db/tx.ts'
import { saveSource } from '../slices/matching/index.ts'
import { readAbsenceAfter } from './absence.ts'

let place: TestPlace
const running: Listening[] = []
const variable = 'PROV_SKOLA_FRANVARO'
const world = aWorld(2)
const [pupil, other] = world.persons

beforeAll(async () => {
  process.env[variable] = token
  place = await aPlace()
  const posts = [pupil, other].map((one) => aPost({ number: one?.civicNo?.value ?? '' }))
  await place.feed('population', aPopulation(...posts), { on: date('2026-08-20') })
  await place.feed('schools', JSON.stringify({ data: world.persons, pageToken: null }), { source: 'skolan', on: date('2026-08-21') })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(running.splice(0).map((one) => one.stop()))
})
afterAll(async () => {
  delete process.env[variable]
  await place.installation.close()
})

/** A school system that answers with these, configured as a source of the municipality. */
async function hasSchool(name: string, attendances: readonly Attendance[]): Promise<void> {
  const school = await startSs12000({ ...world, attendances: [...attendances] }, { bearerTokens: [token] })
  running.push(school)
  const config = { kind: 'ss12000', baseUrl: school.url, auth: { kind: 'bearer', secretEnv: variable }, fullEveryDays: 7 }
  await inTransaction(place.pool, (tx) => saveSource(tx, { name, feed: 'schools', config }))
}

const told = (): string[] => {
  const lines: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  return lines
}
const absence = () =>
  place.sql<{ month: string; minutes: number }>(
    `select month, invalid_minutes as minutes from prevention.absence order by month, invalid_minutes`,
  )
const of = (who: typeof pupil, on: string, invalid: number) => anAttendance({ student: who?.id ?? '', on, invalid })

it('is read to yesterday, and the month before too in the first days of a month', async () => {
  const lines = told()
  await hasSchool('skolan', [
    of(pupil, '2026-10-15', 280),
    of(pupil, '2026-11-04', 270),
    of(pupil, '2026-11-05', 300),
    of(other, '2026-11-04', 200),
  ])
  await readAbsenceAfter(place, date('2026-11-05'))
  expect(lines).toEqual([])
  expect(await absence()).toEqual([
    { month: '2026-10-01', minutes: 280 },
    { month: '2026-11-01', minutes: 270 },
  ])
  await readAbsenceAfter(place, date('2026-11-20'))
  expect(await absence()).toEqual([
    { month: '2026-10-01', minutes: 280 },
    { month: '2026-11-01', minutes: 570 },
  ])
})

it('that cannot be read leaves what was known, is one line without anything secret, and stops no other', async () => {
  const lines = told()
  await hasSchool('skolan', [of(pupil, '2026-11-04', -1)])
  await hasSchool('andra skolan', [])
  await readAbsenceAfter(place, date('2026-11-20'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/frånvaron från skolan gick inte att läsa/)
  expect(lines[0]).not.toMatch(new RegExp(`${token}|${pupil?.civicNo?.value}`))
  expect((await absence()).map(({ minutes }) => minutes)).toEqual([280, 570])
  expect(await place.sql(`select from prevention.absence_read where source = 'andra skolan'`)).toHaveLength(1)
})
