/** ./lots guard: reads that the guard stopped, and a person's answer. */
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { answerStopped, listStopped } from '../slices/matching/index.ts'
import { municipalityOf, readFlags, text } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { print, say, table } from './terminal.ts'

const help = `./lots guard list --municipality KOD
./lots guard approve LÄSNING [--ground TEXT] --municipality KOD
./lots guard refuse LÄSNING [--ground TEXT] --municipality KOD

En hel läsning som krymper eller växer för mycket stoppas och ingenting ändras. Är storleken rätt: godkänn läsningen
och leverera filen igen. Är den fel: avvisa den, eller leverera en rätt fil; då försvinner stoppet av sig självt.
`

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, { municipality: { type: 'string' }, ground: { type: 'string' } })
  const code = municipalityOf(flags)
  const [verb, written] = flags.positionals
  return withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    if (verb === 'list') {
      const rows = (await listStopped(pool)).map((read) => [String(read.id), read.source, read.on_day, read.people, read.reason])
      await print(rows.length === 0 ? 'Inget väntar.\n' : `${table(['Läsning', 'Källa', 'Dag', 'Personer', 'Varför'], rows)}\n`)
      return exit.done
    }
    const id = Number(written)
    if ((verb !== 'approve' && verb !== 'refuse') || !Number.isInteger(id)) {
      throw new Refused('Skriv guard list, guard approve LÄSNING eller guard refuse LÄSNING. Se --help.')
    }
    const ground = text(flags, 'ground')?.trim()
    const answer = verb === 'approve' ? 'approved' : 'refused'
    const decision = await answerStopped(pool, { readId: id, answer, ground: ground || `./lots guard ${verb}`, by: 'lots guard' })
    if (!decision.granted) throw new Refused(`Läsning ${id} väntar inte på något svar. ./lots guard list visar vilka som gör det.`)
    if (verb === 'refuse') {
      say(`Läsning ${id} av ${decision.value.source} är avvisad. Leverera en rätt fil.`)
      return exit.done
    }
    say(
      `Läsning ${id} av ${decision.value.source} är godkänd. Leverera filen igen så läses den; ligger den i en mapp läses den nästa natt.`,
    )
    return exit.done
  })
}

export const guard: Command = { help, run }
