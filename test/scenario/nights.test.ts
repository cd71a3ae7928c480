/** Nights of a made-up municipality, one after the other: what was answered stays answerable, and nobody is lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeUpMunicipality, type Night } from '../../simulators/municipality/index.ts'
import { parseMunicipalityCode } from '../../src/kernel/municipality-code.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, type PlainDate } from '../../src/platform/plain-date.ts'
import { shippedEducations, responsibilityPeriods } from '../../src/slices/law/index.ts'
import { runNightly, type RunPlace, type RunReport } from '../../src/slices/matching/index.ts'
import { lives, now, registerLines, scopeLives } from '../../src/slices/register/index.ts'
import { listSettings, saveSetting, settingsFrom } from '../../src/slices/settings/index.ts'
import { aPlace, type TestPlace } from '../support/places.ts'

const made = () => madeUpMunicipality({ seed: 3, cohort: 60, firstNight: '2026-05-25' as PlainDate, lastNight: '2026-11-20' as PlainDate })
const folder = mkdtempSync(join(tmpdir(), 'lots-nights-'))

let owner: TestPlace
let place: RunPlace
const answers: { on: PlainDate; lines: string; report: RunReport }[] = []

async function runNight(night: Night): Promise<RunReport> {
  const sources = night.files.map(({ feed, kind, source, name, content }) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return { name: source, feed, next: () => Promise.resolve({ source, feed, kind, on: night.on, files: [path] }) }
  })
  return runNightly(place, sources, night.on, () => {})
}

const answer = async (on: PlainDate, asOf = 'infinity'): Promise<string> =>
  JSON.stringify(await registerLines(place.pool, { municipality: place.code, on: dayOf(on), asOf, actor: 'prov' }))

beforeAll(async () => {
  owner = await aPlace()
  const code = parseMunicipalityCode('2599')
  if (code === null) throw new Error('2599 is made up but well formed')
  const { pool } = await owner.installation.setUp(code, 'Lövsta')
  place = { code, pool }
  const municipality = made()
  await inTransaction(pool, async (tx) => {
    for (const [year, on] of municipality.termEnds) await saveSetting(tx, `termEnd.${year}`, on, '-infinity', 'prov')
  })
  for (const night of municipality.nights) {
    const report = await runNight(night)
    answers.push({ on: night.on, lines: await answer(night.on), report })
  }
})

afterAll(async () => {
  await owner.installation.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('half a year of nights', () => {
  it('has nights enough to say something', () => {
    expect(answers.length).toBeGreaterThan(40)
    expect(answers.some(({ report }) => report.entered.total > 0)).toBe(true)
    expect(answers.some(({ report }) => report.left.total > 0)).toBe(true)
  })

  it('adds up: covered last night, plus those who came in, less those who left, is covered now', () => {
    const sums = answers
      .slice(1)
      .map(({ report }, index) => (answers[index]?.report.covered ?? 0) + report.entered.total - report.left.total)
    expect(answers.slice(1).map(({ report }) => report.covered)).toEqual(sums)
  })

  it('gives every earlier answer again, to the letter, as known then', async () => {
    for (const { on, lines } of answers.filter((_, index) => index % 4 === 0)) {
      const nextMidnight = `${dateOf((dayOf(on) + 1) as ReturnType<typeof dayOf>)} 00:00:00 Europe/Stockholm`
      expect(await answer(on, nextMidnight)).toBe(lines)
    }
  })

  it('keeps periods that are what the facts give', async () => {
    const stored = await inTransaction(place.pool, (tx) =>
      tx.query<{ person_id: number; from_on: string; until_on: string | null }>(
        'select person_id, from_on, until_on from register.period order by 1, 2',
      ),
    )
    const computed: { person_id: number; from_on: string; until_on: string | null }[] = []
    await inTransaction(place.pool, async (tx) => {
      const { law } = settingsFrom(await listSettings(tx, now))
      await scopeLives(tx, now, 'all')
      for await (const batch of lives(tx, now)) {
        for (const { personId, life } of batch) {
          for (const { fromOn, untilOn } of responsibilityPeriods(life, place.code, law)) {
            computed.push({ person_id: personId, from_on: dateOf(fromOn), until_on: untilOn === null ? null : dateOf(untilOn) })
          }
        }
      }
    })
    computed.sort((a, b) => a.person_id - b.person_id || (a.from_on < b.from_on ? -1 : 1))
    expect(stored).toEqual(computed)
  })

  it('changes nothing when the last night is run again', async () => {
    const last = [...made().nights].at(-1)
    if (last === undefined) throw new Error('there are nights')
    const report = await runNight(last)
    expect([report.entered.total, report.left.total]).toEqual([0, 0])
    expect(report.sources.map((one) => [one.new, one.changed, one.ended])).toEqual(report.sources.map(() => [0, 0, 0]))
    expect(await answer(last.on)).toBe(answers.at(-1)?.lines)
  })

  it('says whom a change of the rules concerns, once', async () => {
    const educations = shippedEducations.map((row) => (row.counts === 'otherForm' ? { ...row, counts: 'equivalent' } : row))
    await inTransaction(place.pool, (tx) => saveSetting(tx, 'educations', educations, new Date().toISOString(), 'prov'))
    const report = await runNightly(place, [], '2026-11-20' as PlainDate, () => {})
    expect(report.left.total).toBeGreaterThan(0)
    const again = await runNightly(place, [], '2026-11-20' as PlainDate, () => {})
    expect([again.entered.total, again.left.total, again.recomputed]).toEqual([0, 0, 0])
  })
})
