/** The demo's year of directed follow-up: everything the stories tell is there, and the boards are what the pure rules say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDemoFollowup } from '../../src/cli/demo-followup.ts'
import { setUpDemoMembers } from '../../src/cli/demo-followup-people.ts'
import { isTestNumber } from '../../simulators/municipality/test-numbers.ts'
import { aPlace, date, type TestPlace } from '../support/places.ts'

const today = date('2026-11-26')
let place: TestPlace
beforeAll(async () => {
  place = await aPlace()
  const ids = await setUpDemoMembers(place.pool, 'https://prov.example.org')
  const begun = performance.now()
  await fillDemoFollowup({ pool: place.pool, today, ids })
  if (process.env['LOTS_TELL'] !== undefined) process.stderr.write(`demo follow-up: ${Math.round(performance.now() - begun)} ms\n`)
  await fillDemoFollowup({ pool: place.pool, today, ids })
}, 240_000)
afterAll(() => place.installation.close())

const one = async (sql: string): Promise<unknown> => Object.values((await place.sql<Record<string, unknown>>(sql))[0] ?? {})[0]

describe('the demo’s year', () => {
  it('has twenty-four youths in three units, once, with published test numbers', async () => {
    const numbers = await place.sql<{ number: string }>('select number from followup.youth')
    expect(numbers).toHaveLength(24)
    expect(numbers.filter(({ number }) => !isTestNumber(number))).toEqual([])
    expect(await one('select count(*)::int from followup.unit')).toBe(3)
  })

  it('has every kind of signal', async () => {
    const states = await place.sql<{ state: string; n: number }>(
      'select state, count(*)::int as n from followup.signal_now group by 1 order by 1',
    )
    expect(states.map(({ state }) => state)).toEqual(['acknowledged', 'confirmed', 'dismissed', 'ended', 'proposed'])
    expect(await one(`select count(*)::int from followup.signal_act where kind = 'adjust'`)).toBeGreaterThan(0)
    expect(await one(`select count(*)::int from followup.signal_act where kind = 'stop'`)).toBeGreaterThan(3)
  })

  it('has no signal at 12.5 and one at 12.49', async () => {
    expect(await one(`select count(*)::int from followup.score where points = 1250 and area = 'school'`)).toBeGreaterThan(0)
    expect(await one('select max(points) from followup.signal')).toBe(1249)
  })

  it('has ratings with missing days, talks, reports, judgements and positions', async () => {
    for (const [table, least] of [
      ['rating', 1500],
      ['talk', 60],
      ['report_version', 60],
      ['judgement', 90],
      ['investigation_decision', 3],
    ] as const)
      expect(await one(`select count(*)::int from followup.${table}`), table).toBeGreaterThanOrEqual(least)
    expect(await one('select count(*)::int from followup.youth where left_on is not null')).toBe(1)
  })

  it('has one line in the module’s log for each change, and none in the other', async () => {
    expect(await one('select count(*)::int from followup.line')).toBeGreaterThan(500)
    expect(await one(`select count(*)::int from followup.line where outcome not in ('done')`)).toBe(0)
    expect(await one(`select count(*)::int from audit.line where action like 'followup.%'`)).toBe(0)
  })
})
