/** ./lots inbox: the exception inbox, with what to do about each kind. */
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { inTransaction } from '../platform/db/tx.ts'
import { writeAuditLine } from '../slices/audit/index.ts'
import { closeException, listOpenExceptions, whatToDo, type ExceptionKind } from '../slices/feeds/index.ts'
import { municipalityOf, readFlags, text, type Flags } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { print, printJson, say } from './terminal.ts'

const help = `./lots inbox --municipality KOD [--json]
./lots inbox close NUMMER --by NAMN --municipality KOD

Undantagskorgen: rader som inte kunde användas eller som någon måste avgöra, och vad man gör åt dem.
Ett undantag stängs av sig självt när en hel läsning inte längre har det; med close stänger man det för hand.
`

async function close(flags: Flags): Promise<ExitCode> {
  const [id, by] = [Number(flags.positionals[1]), text(flags, 'by')]
  if (!Number.isInteger(id) || by === null) throw new Refused('Skriv inbox close NUMMER --by NAMN. Numren står i ./lots inbox.')
  const closed = await withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(municipalityOf(flags))
    return inTransaction(pool, async (tx) => {
      const wasOpen = await closeException(tx, id)
      await writeAuditLine(tx, { actor: by, action: 'feeds.closeException', outcome: wasOpen ? 'done' : 'not-open', detail: { id } })
      return wasOpen
    })
  })
  if (!closed) throw new Refused(`Undantag ${id} finns inte eller är redan stängt.`)
  say(`Undantag ${id} är stängt.`)
  return exit.done
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, { municipality: { type: 'string' }, json: { type: 'boolean' }, by: { type: 'string' } })
  const code = municipalityOf(flags)
  if (flags.positionals[0] === 'close') return close(flags)
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
    (one) =>
      `${one.id}. ${one.source}, ${one.row_reference}, ${one.field}: ${one.reason} (sedan ${one.first_read_on})\n    ${one.whatToDo}`,
  )
  await print(lines.length === 0 ? 'Undantagskorgen är tom.\n' : `${lines.join('\n')}\n`)
  return exit.done
}

export const inbox: Command = { help, run }
