/** ./lots followup: what whoever runs the installation does in the sealed module: the first administrator, and erasure. */
import { todayInSweden } from '../platform/clock.ts'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { appoint, eraseDueFiles, listDueFiles, readMembers } from '../slices/followup/index.ts'
import { municipalityOf, readFlags, text, type Flags } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { print, printJson } from './terminal.ts'

const help = `./lots followup appoint --municipality KOD --member NAMN
./lots followup erase --municipality KOD [--dry-run] [--json]

appoint  Gör någon till administratör för riktad uppföljning: den som ger de andra deras roller. Personen ska ha rollen
         followup i inloggningstjänsten och ha öppnat Uppföljning en gång, så att namnet är känt.
erase    Gallrar de akter som är i tur: fem år efter sista anteckningen, om inget skäl att bevara dem finns. Det som
         gallras går inte att få tillbaka. Varje gallrad akt får en rad i modulens logg.
  --dry-run      visar vad som är i tur, utan att gallra
  --json         {municipality, dryRun, files: [{youthId, lastNoteOn, latestOn, isLate}]}
  --data MAPP    datamapp (annars .data)

Modulens logg kontrolleras med ./lots audit verify --log followup.

Avslutskoder: 0 klart, 2 fel i kommandot, 70 internt fel.
`

const actor = 'lots followup'

async function appointAdministrator(flags: Flags): Promise<ExitCode> {
  const [code, name] = [municipalityOf(flags), text(flags, 'member')]
  if (name === null) throw new Refused('Ange vem med --member, så som namnet står i inloggningen.')
  await withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    const found = (await readMembers(pool)).filter((one) => one.name === name || one.staffId === name)
    const [member] = found
    if (member === undefined)
      throw new Refused(`Ingen som heter ${name} har öppnat Uppföljning. Be personen logga in och öppna sidan en gång.`)
    if (found.length > 1) throw new Refused(`Flera heter ${name}. Ange id i stället: ${found.map(({ staffId }) => staffId).join(', ')}`)
    await appoint(pool, { staffId: member.staffId, name: member.name, roles: ['administrator'], by: actor })
  })
  await print(`${name} är administratör för riktad uppföljning.\n`)
  return exit.done
}

async function erase(flags: Flags): Promise<ExitCode> {
  const [code, dryRun, on] = [municipalityOf(flags), flags.values['dry-run'] === true, todayInSweden()]
  const files = await withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    return dryRun ? listDueFiles(pool, on, actor) : eraseDueFiles(pool, on, actor)
  })
  if (flags.values['json'] === true) await printJson({ municipality: code, dryRun, files })
  else {
    const akter = files.length === 1 ? '1 akt' : `${files.length} akter`
    const late = files.filter(({ isLate }) => isLate).length
    await print(`${dryRun ? `${akter} är i tur att gallras` : `${akter} gallrade`}${late === 0 ? '' : `, varav ${late} för sent`}.\n`)
    for (const { youthId, lastNoteOn, latestOn } of files) await print(`  ${youthId}  sista anteckning ${lastNoteOn}, senast ${latestOn}\n`)
  }
  return exit.done
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, {
    municipality: { type: 'string' },
    member: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  })
  const [verb, ...rest] = flags.positionals
  if (rest.length > 0 || (verb !== 'appoint' && verb !== 'erase'))
    throw new Refused('Skriv followup appoint eller followup erase. Se --help.')
  return verb === 'appoint' ? appointAdministrator(flags) : erase(flags)
}

export const followup: Command = { help, run }
