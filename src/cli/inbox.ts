/** ./lots inbox: the exception inbox, with what to do about each kind. */
import { exit, type ExitCode } from '../platform/failure.ts'
import { inTransaction } from '../platform/db/tx.ts'
import { listOpenExceptions, whatToDo, type ExceptionKind } from '../slices/feeds/index.ts'
import { municipalityOf, readFlags } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { print, printJson } from './terminal.ts'

const help = `./lots inbox --municipality KOD [--json]

Undantagskorgen: rader som inte kunde användas eller som någon måste avgöra, och vad man gör åt dem.
`

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, { municipality: { type: 'string' }, json: { type: 'boolean' } })
  const code = municipalityOf(flags)
  const open = await withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    return inTransaction(pool, (tx) => listOpenExceptions(tx, 1000))
  })
  const items = open.map((one) => ({ ...one, whatToDo: whatToDo[one.kind as ExceptionKind] }))
  if (flags.values['json'] === true) {
    await printJson({ municipality: code, open: items })
    return exit.done
  }
  const lines = items.map(
    (one) => `${one.source}, ${one.row_reference}, ${one.field}: ${one.reason} (sedan ${one.first_read_on})\n    ${one.whatToDo}`,
  )
  await print(lines.length === 0 ? 'Undantagskorgen är tom.\n' : `${lines.join('\n')}\n`)
  return exit.done
}

export const inbox: Command = { help, run }
