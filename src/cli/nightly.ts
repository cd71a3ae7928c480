/** ./lots nightly: fetches the configured sources, matches, recomputes and reports. */
import { clearLine, type ExitCode } from '../platform/failure.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { nightSources, runNightly } from '../slices/matching/index.ts'
import { rehearse, type ReturnPlace } from '../slices/returns/index.ts'
import { readAbsenceAfter } from './absence.ts'
import { dayOfFlags, municipalityOf, readFlags } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { printRun } from './feed.ts'
import { progressLine, say } from './terminal.ts'

const help = `./lots nightly --municipality KOD [--on DATUM] [--json]

Nattens samkörning nu: hämtar kommunens källor (./lots source), jämför, räknar om dem det rör och rapporterar.
Går det fel med en källa fortsätter natten med de andra. Sedan läses frånvarosummor från de skolsystem som lämnar ut dem. Sist byggs halvårsuppgiften på prov.
  --on DATUM     dagen då uppgifterna blir kända (annars i dag)
  --json         rapport som JSON på stdout
  --data MAPP    datamapp (annars .data)

Avslutskoder: 0 klart, 1 klart med undantag, 2 en källa avvisad, 3 en källa stoppad av spärren, 70 internt fel.
`

/** The return is built on trial with what the night brought. That it cannot be is told, and leaves the night as it is. */
async function rehearseAfter(place: ReturnPlace, on: PlainDate): Promise<void> {
  try {
    await rehearse(place, on, 'nattkörning')
  } catch (error) {
    say(`lots: halvårsuppgiften gick inte att bygga på prov: ${clearLine(error)?.message ?? 'internt fel'}`)
  }
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, { municipality: { type: 'string' }, on: { type: 'string' }, json: { type: 'boolean' } })
  const [code, on] = [municipalityOf(flags), dayOfFlags(flags)]
  const progress = progressLine()
  const report = await withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    const night = await runNightly({ code, pool }, await nightSources({ code, pool }, on), on, progress.show)
    await readAbsenceAfter({ code, pool }, on)
    await rehearseAfter({ code, pool }, on)
    return night
  })
  progress.clear()
  return printRun(report, flags.values['json'] === true)
}

export const nightly: Command = { help, run }
