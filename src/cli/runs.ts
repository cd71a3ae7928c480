/** ./lots runs: the history of runs. */
import { exit, type ExitCode } from '../platform/failure.ts'
import { inTransaction } from '../platform/db/tx.ts'
import { listRuns } from '../slices/matching/index.ts'
import { municipalityOf, readFlags } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { print, printJson, table } from './terminal.ts'

const help = `./lots runs --municipality KOD [--json]

De senaste körningarna, även de som avbröts: dag, läge, hur många som kom in, lämnade och omfattas.
`

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, { municipality: { type: 'string' }, json: { type: 'boolean' } })
  const code = municipalityOf(flags)
  const runs = await withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    return inTransaction(pool, (tx) => listRuns(tx, 30))
  })
  if (flags.values['json'] === true) await printJson({ municipality: code, runs })
  else {
    const rows = runs.map(({ id, kind, on_day, state, report }) => [
      id,
      kind,
      on_day,
      state,
      report?.entered.total ?? 0,
      report?.left.total ?? 0,
      report?.covered ?? 0,
    ])
    await print(`${table(['Körning', 'Slag', 'Dag', 'Läge', 'Kom in', 'Lämnade', 'Omfattas'], rows)}\n`)
  }
  return exit.done
}

export const runs: Command = { help, run }
