/** The demo's municipality with its year: the same nights, staff and deeds as `./lots demo`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeUpMunicipality, type Night } from '../../simulators/municipality/index.ts'
import { doDemoOutreach } from '../../src/cli/demo-outreach.ts'
import { newDesk, workingDay, type DemoPlace } from '../../src/cli/demo-outreach-desk.ts'
import { sendEarlierRound } from '../../src/cli/demo-outreach-rounds.ts'
import { fillDemoDesks } from '../../src/cli/demo-outreach-today.ts'
import { setUpDemoOrganisation, setUpDemoStaff } from '../../src/cli/demo-people.ts'
import { fillDemoSupport } from '../../src/cli/demo-support.ts'
import { doDemoWork } from '../../src/cli/demo-work.ts'
import { parseMunicipalityCode } from '../../src/kernel/municipality-code.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import { runNightly, type RunPlace } from '../../src/slices/matching/index.ts'
import { saveSetting } from '../../src/slices/settings/index.ts'
import type { Installation } from '../../src/slices/tenancy/index.ts'
import { aFolder } from './places.ts'

async function runNight(place: RunPlace, folder: string, { on, files }: Night): Promise<void> {
  const sources = files.map(({ feed, kind, source, name, content }) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return { name: source, feed, next: () => Promise.resolve({ source, feed, kind, on, files: [path] }) }
  })
  await runNightly(place, sources, on, () => {})
}

async function doYear(place: DemoPlace, today: PlainDate): Promise<void> {
  await setUpDemoStaff(place.pool, 'prov')
  await doDemoWork(place.pool, today)
  let codes: ReadonlyMap<number, string> = new Map()
  const on = workingDay(today, -25)
  await doDemoOutreach(place.pool, today, () => {}, { on, act: async () => void (codes = await sendEarlierRound(place, on)) })
  const desk = newDesk(place, today)
  await fillDemoDesks(desk, codes)
  await fillDemoSupport(desk)
}

/** A year of nights until yesterday, and everything that the demo's colleagues did in it. */
export async function aDemoYear(installation: Installation): Promise<RunPlace & { readonly today: PlainDate }> {
  const code = parseMunicipalityCode('2599')
  if (code === null) throw new Error('2599 is made up but well formed')
  const { pool, name } = await installation.setUp(code, 'Lövsta kommun')
  const today = todayInSweden()
  const lastNight = dateOf(plusDays(dayOf(today), -1))
  const municipality = madeUpMunicipality({ seed: 1, cohort: 300, firstNight: dateOf(plusDays(dayOf(lastNight), -365)), lastNight })
  await inTransaction(pool, async (tx) => {
    for (const [year, on] of municipality.termEnds) await saveSetting(tx, `termEnd.${year}`, on, '-infinity', 'prov')
  })
  await setUpDemoOrganisation(pool, today)
  const folder = aFolder()
  for (const night of municipality.nights) await runNight({ code, pool }, folder, night)
  await doYear({ code, name, pool, publicUrl: 'http://localhost' }, today)
  return { code, pool, today }
}
