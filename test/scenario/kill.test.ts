/** A run that is killed at any point and started again gives what an undisturbed run gives: nothing lost, nothing doubled. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { testNumbersOf } from '../../simulators/municipality/test-numbers.ts'
import { projectRoot } from '../../src/platform/project.ts'
import { aFile, anEnrolmentsFile, aPlace, aPopulation, aPost, date, type TestPlace } from '../support/places.ts'

const numbers = [2007, 2008, 2009].flatMap(testNumbersOf).slice(0, 1500)
const population = aPopulation(...numbers.map((number) => aPost({ number })))
const enrolments = anEnrolmentsFile(
  ...numbers.flatMap((number, index) => [
    ...Array.from({ length: 8 }, (_, past) => `${number};VUXSFI;;1000000${past};2024-08-19;2025-06-10;nej`),
    `${number};GY;SA;10000009;2024-08-19;${index % 5 === 0 ? '2026-03-31' : ''};${index % 5 === 0 ? 'ja' : 'nej'}`,
  ]),
)

const isRunning = async (place: TestPlace): Promise<boolean> =>
  (await place.sql(`select from matching.run where state = 'running'`)).length > 0

/**
 * Starts a feed as a process of its own and kills it hard so many milliseconds after its run began; resolves with whether it
 * was killed. Zero: before it has done anything, while it starts.
 */
async function feedAndKill(place: TestPlace, path: string, afterMs: number): Promise<boolean> {
  await place.sql(`update matching.run set state = 'interrupted', finished_at = now() where state = 'running'`)
  const url = new URL(place.url)
  url.pathname = url.pathname.replace(/_0180$/, '')
  const args = [join(projectRoot, 'dist', 'lots.js'), 'feed', 'enrolments', path, '--municipality', '0180', '--on', '2026-11-21']
  const child = spawn(process.execPath, args, { env: { ...process.env, DATABASE_URL: url.toString() }, stdio: 'ignore' })
  const ended = new Promise<boolean>((resolve) => void child.on('exit', (_, signal) => resolve(signal === 'SIGKILL')))
  if (afterMs > 0) while (child.exitCode === null && !(await isRunning(place))) await sleep(2)
  await sleep(afterMs)
  child.kill('SIGKILL')
  return ended
}

const facts = (place: TestPlace): Promise<object[]> =>
  place.sql(`select i.number, e.school_unit, e.start_on, e.end_on, e.cancelled from register.enrolment e
    join register.identity i on i.person_id = e.person_id where e.known_until = 'infinity' order by 1, 2, 3`)

describe('a feed that is killed', () => {
  it('leaves what was there before, and run again gives what an undisturbed run gives', async () => {
    const undisturbed = await aPlace()
    await undisturbed.feed('population', population)
    await undisturbed.feed('enrolments', enrolments, { on: date('2026-11-21') })
    const place = await aPlace()
    await place.feed('population', population)
    const before = await place.register('2026-11-21')
    const path = aFile('enrolments.csv', enrolments)
    const killed: boolean[] = []
    for (const afterMs of [0, 1, 40, 90, 150, 220, 300, 400, 550, 800]) {
      killed.push(await feedAndKill(place, path, afterMs))
      const now = await place.register('2026-11-21')
      const whole = await undisturbed.register('2026-11-21')
      // All of it or nothing: there is no third answer.
      expect([JSON.stringify(before), JSON.stringify(whole)]).toContain(JSON.stringify(now))
    }
    expect(killed).toContain(true)
    await place.feed('enrolments', enrolments, { on: date('2026-11-21') })
    expect(await place.register('2026-11-21')).toEqual(await undisturbed.register('2026-11-21'))
    expect(await facts(place)).toEqual(await facts(undisturbed))
    const runs = await place.sql<{ state: string }>('select distinct state from matching.run order by 1')
    expect(runs.map(({ state }) => state)).not.toContain('running')
    expect(runs.map(({ state }) => state)).toContain('interrupted')
    await place.installation.close()
    await undisturbed.installation.close()
  })
})
