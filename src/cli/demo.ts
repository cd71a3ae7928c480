/** ./lots demo: a made-up municipality with a year of nights, its last run, five explained youths, and a page with the same. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { madeUpMunicipality, type MadeUpMunicipality, type Night } from '../../simulators/municipality/index.ts'
import { parseMunicipalityCode } from '../kernel/municipality-code.ts'
import { inTransaction } from '../platform/db/tx.ts'
import { todayInSweden } from '../platform/clock.ts'
import { exit, Failure, type ExitCode } from '../platform/failure.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../platform/plain-date.ts'
import { describeExplanation } from '../slices/law/index.ts'
import { lastNightOn, latestNight, runNightly, type NightSource, type RunPlace } from '../slices/matching/index.ts'
import { listSettings, saveSetting } from '../slices/settings/index.ts'
import type { Installation } from '../slices/tenancy/index.ts'
import { readFlags, text } from './arguments.ts'
import { withNewInstallation, type Command } from './command.ts'
import { describeRun } from './run-report.ts'
import { setUpDemoOrganisation } from './demo-people.ts'
import { serveDemo } from './demo-site.ts'
import { portOf } from './serving.ts'
import { readStories, type StoryPlace } from './stories.ts'
import { print, progressLine, say } from './terminal.ts'

const help = `./lots demo [--port 3000] [--data MAPP]

En påhittad kommun med ett år av nätter, från ingenting: kör nätterna, skriver senaste körningens rapport och fem
förklarade ungdomar, och öppnar produkten i webbläsaren med nio påhittade medarbetare att logga in som. Ctrl-C avslutar.
Har demon körts förut i mappen visas den som den var.
`

const seed = 1
const cohort = 300

/** The year of nights that this demo folder holds: settled the first time, so that a restart goes on where it was. */
async function windowOf({ pool }: RunPlace): Promise<{ firstNight: PlainDate; lastNight: PlainDate }> {
  return inTransaction(pool, async (tx) => {
    const stored = (await listSettings(tx, 'infinity')).find(({ key }) => key === 'demo.lastNight')?.value
    const lastNight = (stored ?? dateOf(latestNight(dayOf(todayInSweden()), '23:59'))) as PlainDate
    await saveSetting(tx, 'demo.lastNight', lastNight, '-infinity', 'lots demo')
    return { firstNight: dateOf(plusDays(dayOf(lastNight), -365)), lastNight }
  })
}

async function setUp(installation: Installation, municipality: MadeUpMunicipality, place: RunPlace): Promise<void> {
  await inTransaction(place.pool, async (tx) => {
    for (const [year, on] of municipality.termEnds) await saveSetting(tx, `termEnd.${year}`, on, '-infinity', 'lots demo')
  })
  if ((await installation.list()).length === 0) throw new Failure('Demons kommun gick inte att lägga upp.')
}

/** One night's files as sources of that night. */
function sourcesOf(night: Night, folder: string): NightSource[] {
  return night.files.map(({ feed, kind, source, name, content }) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return { name: source, feed, next: () => Promise.resolve({ source, feed, kind, on: night.on, files: [path] }) }
  })
}

async function runNights(place: RunPlace, municipality: MadeUpMunicipality, folder: string): Promise<number> {
  const progress = progressLine()
  const done = await inTransaction(place.pool, lastNightOn)
  let nights = 0
  for (const night of municipality.nights) {
    nights++
    if (done !== null && night.on <= done) continue
    progress.show(`Natt ${nights} av ${municipality.nightsOn.length}, ${night.on}`)
    if (!process.stderr.isTTY && nights % 20 === 1) say(`Natt ${nights} av ${municipality.nightsOn.length}, ${night.on} ...`)
    mkdirSync(folder, { recursive: true })
    await runNightly(place, sourcesOf(night, folder), night.on, () => {})
  }
  progress.clear()
  rmSync(folder, { recursive: true, force: true })
  return nights
}

async function printStories(place: StoryPlace, municipality: MadeUpMunicipality): Promise<void> {
  const { report, on, stories } = await readStories(place, municipality.story, todayInSweden())
  if (report !== null) await print(`\nSenaste natten i ${place.name}:\n${describeRun(report)}\n`)
  for (const { title, text: told, person, explanation } of stories) {
    const name = `${person.givenName} ${person.familyName}`
    await print(`\n${title}\n${told}\n${describeExplanation(explanation, `${name} (${person.number})`, on)}\n`)
  }
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, { port: { type: 'string' } })
  const port = portOf(flags)
  const code = parseMunicipalityCode('2599')
  if (code === null) throw new Error('the demo municipality has no code')
  await withNewInstallation(flags, async (installation) => {
    const place = await installation.setUp(code, 'Lövsta kommun')
    const municipality = madeUpMunicipality({ seed, cohort, ...(await windowOf(place)) })
    await setUp(installation, municipality, place)
    await setUpDemoOrganisation(place.pool, todayInSweden())
    say('Kör den påhittade kommunens nätter ...')
    await runNights(place, municipality, join(resolve(text(flags, 'data') ?? '.data'), 'demo-files'))
    await printStories(place, municipality)
    await serveDemo(installation, place, { port, dataFolder: text(flags, 'data') ?? '.data' })
  })
  return exit.done
}

export const demo: Command = { help, run }
