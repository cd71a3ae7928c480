/** The meter's SQL and the law's rules are two roads to one answer: a made-up municipality, person by person. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { madeUpMunicipality } from '../../../simulators/municipality/index.ts'
import { aFolder, aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dayOf } from '../../platform/plain-date.ts'
import { explain } from '../law/index.ts'
import { runNightly } from '../matching/index.ts'
import { lives, now, scopeLives } from '../register/index.ts'
import { listSettings, saveSetting, settingsFrom } from '../settings/index.ts'
import { readCoverage } from './coverage.actions.ts'

const lastNight = date('2026-11-20')
const municipality = madeUpMunicipality({ seed: 7, cohort: 80, firstNight: date('2026-11-10'), lastNight })
const folder = aFolder()
let owner: TestPlace
let place: { code: string; pool: TestPlace['pool'] }

beforeAll(async () => {
  owner = await aPlace()
  const { pool } = await owner.installation.setUp('2599' as never, 'Lövsta')
  place = { code: '2599', pool }
  await inTransaction(pool, async (tx) => {
    for (const [year, on] of municipality.termEnds) await saveSetting(tx, `termEnd.${year}`, on, '-infinity', 'prov')
    await saveSetting(tx, 'sources.freshDays', 300, '-infinity', 'prov')
  })
  for (const night of municipality.nights) {
    const sources = night.files.map(({ feed, kind, source, name, content }) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return { name: source, feed, next: () => Promise.resolve({ source, feed, kind, on: night.on, files: [path] }) }
    })
    await runNightly(place, sources, night.on, () => {})
  }
}, 120_000)
afterAll(async () => {
  await owner.installation.close()
  rmSync(folder, { recursive: true, force: true })
})

const kindOf = (reason: string | null): string =>
  reason === null
    ? 'listed'
    : reason === 'awaitingStart' || reason === 'decided'
      ? 'otherKnown'
      : reason === 'undecidedEducation'
        ? 'gap'
        : reason

it('gives the same answer for everybody with a birthday and no protection', async () => {
  const counted: Record<string, number> = {}
  const births = new Set<string>()
  await inTransaction(place.pool, async (tx) => {
    const { law } = settingsFrom(await listSettings(tx, now))
    await scopeLives(tx, now, 'all')
    for await (const batch of lives(tx, now)) {
      for (const { life, number, secrecyMarked } of batch) {
        if (secrecyMarked || life.protectedRegistration !== null) continue
        const { chain, reason } = explain(life, place.code, law, dayOf(lastNight))
        const isExpected =
          life.bornOn !== null && number !== null && chain.every(({ line, holds }) => !['1', '2', '3', '4', '5'].includes(line) || holds)
        if (life.bornOn === null && number !== null) births.add(number)
        if (isExpected) counted[kindOf(reason)] = (counted[kindOf(reason)] ?? 0) + 1
      }
    }
  })
  const selection = { year: null, district: null, reason: null, page: 1 }
  const { total, gap } = await readCoverage(place.pool, { units: null, mayReadProtected: false }, 'prov', {
    municipality: place.code,
    on: lastNight,
    selection,
  })
  const withBirthday = gap.filter(({ reason }) => reason !== 'noBirthDate' && reason !== 'unconfirmedStay')
  const { listed, inEducation, completed, otherKnown } = total
  expect({ listed, inEducation, completed, otherKnown, gap: withBirthday.length }).toEqual({ otherKnown: 0, gap: 0, ...counted })
  expect(gap.every(({ number, reason }) => reason !== 'noBirthDate' || births.has(number ?? ''))).toBe(true)
  expect(total.expected).toBeGreaterThan(200)
})
