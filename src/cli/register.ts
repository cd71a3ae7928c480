/** ./lots register: the municipality's responsibility periods as CSV. */
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { dayOf } from '../platform/plain-date.ts'
import { registerLines } from '../slices/register/index.ts'
import { dayOfFlags, municipalityOf, readFlags } from './arguments.ts'
import { asOfFlags } from './as-of.ts'
import { withInstallation, type Command } from './command.ts'
import { print, table } from './terminal.ts'

const help = `./lots register --municipality KOD [--on DATUM] [--as-known-at TIDPUNKT] [--csv]

Skriver kommunens ansvarsperioder, en rad per period som har börjat, sorterade på nummer och datum.
  --on DATUM               dagen det gäller (annars i dag)
  --as-known-at TIDPUNKT   svara med det som var känt då, till exempel 2026-11-20 eller 2026-11-20T13:05
  --csv                    identityNumber,fromOn,untilOn,entryReason,exitReason
  --data MAPP              datamapp (annars .data)
`

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, {
    municipality: { type: 'string' },
    on: { type: 'string' },
    'as-known-at': { type: 'string' },
    csv: { type: 'boolean' },
  })
  if (flags.positionals.length > 0) throw new Refused(`${flags.positionals[0]} hör inte hemma här. Se --help.`)
  const [code, on] = [municipalityOf(flags), dayOf(dayOfFlags(flags))]
  const lines = await withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    return registerLines(pool, { municipality: code, on, asOf: await asOfFlags(flags, pool), actor: 'lots register' })
  })
  const rows = lines.map((line) => [line.number, line.fromOn, line.untilOn ?? '', line.entryReason, line.exitReason ?? ''])
  const header = ['identityNumber', 'fromOn', 'untilOn', 'entryReason', 'exitReason']
  if (flags.values['csv'] === true) await print([header, ...rows].map((row) => `${row.join(',')}\n`).join(''))
  else await print(`${table(['Nummer', 'Från', 'Till', 'Kom in', 'Lämnade'], rows)}\n`)
  return exit.done
}

export const register: Command = { help, run }
