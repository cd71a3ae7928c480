/** ./lots setup: makes a municipality, or changes its name and settings. */
import { exit, Refused } from '../platform/failure.ts'
import { inTransaction } from '../platform/db/tx.ts'
import { parseDate, type PlainDate } from '../platform/plain-date.ts'
import { writeAuditLine } from '../slices/audit/index.ts'
import { hasInstants } from '../slices/matching/index.ts'
import { saveSetting } from '../slices/settings/index.ts'
import { municipalityOf, readFlags, text } from './arguments.ts'
import { withNewInstallation, type Command } from './command.ts'
import { say } from './terminal.ts'

const help = `./lots setup --municipality KOD [--name NAMN] [--term-end ÅR=DATUM ...] [--data MAPP]

Lägger upp en kommun, eller ändrar namn och terminsslut för en som finns.
  --municipality KOD     kommunkod, fyra siffror, till exempel 0180
  --name NAMN            kommunens namn
  --term-end ÅR=DATUM    vårterminens sista dag det året, till exempel 2024=2024-06-11 (kan anges flera gånger)
  --data MAPP            datamapp (annars .data); databas enligt DATABASE_URL eller den inbyggda i mappen
`

/** Reads `2024=2024-06-11`. @throws Refused when it is not a year and a day of that year */
function parseTermEnd(written: string): { year: number; on: PlainDate } {
  const [year = '', day = ''] = written.split('=')
  const on = parseDate(day)
  if (!/^\d{4}$/.test(year) || on === null || !on.startsWith(year)) {
    throw new Refused(`--term-end ${written} går inte att läsa. Skriv år=datum samma år, till exempel 2024=2024-06-11.`)
  }
  return { year: Number(year), on }
}

async function run(args: readonly string[]): Promise<0> {
  const flags = readFlags(args, {
    municipality: { type: 'string' },
    name: { type: 'string' },
    'term-end': { type: 'string', multiple: true },
  })
  const code = municipalityOf(flags)
  const termEnds = ((flags.values['term-end'] ?? []) as string[]).map(parseTermEnd)
  await withNewInstallation(flags, async (installation) => {
    const municipality = await installation.setUp(code, text(flags, 'name'))
    await inTransaction(municipality.pool, async (tx) => {
      // Before anything has been read there is no answer to protect: the settings hold as if always.
      const knownFrom = (await hasInstants(tx)) ? new Date().toISOString() : '-infinity'
      for (const { year, on } of termEnds) await saveSetting(tx, `termEnd.${year}`, on, knownFrom, 'lots setup')
      await writeAuditLine(tx, { actor: 'lots setup', action: 'settings.save', detail: { termEnds: termEnds.length } })
    })
    say(`${municipality.isNew ? 'Lade upp' : 'Uppdaterade'} ${municipality.name} (${code}), ${termEnds.length} terminsslut.`)
  })
  return exit.done
}

export const setup: Command = { help, run }
