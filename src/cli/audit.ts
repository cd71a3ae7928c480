/** ./lots audit: the log proves itself. */
import { exit, Failure, Refused, type ExitCode } from '../platform/failure.ts'
import { followupLog } from '../slices/followup/index.ts'
import { isIntact, parseHead, verifyChain, writeHead, type ChainFault, type ChainHead, type ChainReport } from '../slices/audit/index.ts'
import { municipalityOf, readFlags, text, type Flags } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { print, printJson } from './terminal.ts'

const help = `./lots audit verify --municipality KOD [--log followup] [--head LÄNK:HASH] [--json]

Räknar om loggens kedja från första raden till den sista. Varje rad i loggen har en länk vars hash bygger på den förra:
den som ändrar, tar bort eller flyttar en rad i efterhand bryter kedjan, även om det är databasens ägare.
Skriv upp kedjans huvud på ett annat ställe efter varje kontroll. Att slutet har huggits av eller att allt har skrivits
om syns bara mot ett huvud som har sparats utanför databasen.
  --log followup     loggen i riktad uppföljning, som har en egen kedja
  --head LÄNK:HASH   ett huvud som skrevs upp tidigare: finns det kvar i kedjan?
  --json             {municipality, intact, lines, links, head, firstFault, faults, unlinked, firstUnlinked, earlierHeadIsThere}
  --data MAPP        datamapp (annars .data)
Svarar 0 när kedjan är hel, 3 när den är bruten.
`

/** @throws Refused when the flag is not a head */
function headOf(flags: Flags): ChainHead | null {
  const written = text(flags, 'head')
  if (written === null) return null
  const head = parseHead(written)
  if (head === null) throw new Refused('--head är inte ett huvud. Skriv det som det stod: länkens nummer, kolon och 64 tecken hash.')
  return head
}

function describeFault({ seq, lineId, kind }: ChainFault): string {
  switch (kind) {
    case 'lineChanged':
      return `rad ${lineId} är inte som den var när länk ${seq} gjordes`
    case 'lineRemoved':
      return `rad ${lineId} är borttagen (länk ${seq})`
    case 'linkChanged':
      return `länk ${seq} är ändrad (rad ${lineId})`
    case 'linkRemoved':
      return `länk ${seq} är borttagen`
  }
}

const rows = (count: number): string => (count === 1 ? '1 rad' : `${count} rader`)

/** Everything that shows that the log was touched, in one sentence. */
function describeFaults({ firstFault, faults, unlinked, firstUnlinked, earlierHeadIsThere }: ChainReport): string {
  const others = faults > 1 ? `, och ${faults - 1} ${faults === 2 ? 'ställe' : 'ställen'} till` : ''
  return [
    firstFault === null ? null : `${describeFault(firstFault)}${others}`,
    unlinked === 0 ? null : `${rows(unlinked)} saknar länk, den första är rad ${firstUnlinked}`,
    earlierHeadIsThere === false ? 'det uppskrivna huvudet finns inte kvar: slutet är borttaget eller kedjan omskriven' : null,
  ]
    .filter((part) => part !== null)
    .join('; ')
}

/** Which log. @throws Refused when there is none by that name */
function verifierOf(flags: Flags): typeof verifyChain {
  const named = text(flags, 'log')
  if (named !== null && named !== 'followup')
    throw new Refused('--log kan bara vara followup. Utan flaggan gäller det aktivitetsansvarets logg.')
  return named === null ? verifyChain : followupLog.verify
}

async function verify(flags: Flags): Promise<ExitCode> {
  const [code, earlier, verifies] = [municipalityOf(flags), headOf(flags), verifierOf(flags)]
  const report = await withInstallation(flags, async (installation) =>
    verifies((await installation.open(code)).pool, earlier, 'lots audit'),
  )
  const intact = isIntact(report)
  const head = report.head === null ? 'finns inte än' : writeHead(report.head)
  if (flags.values['json'] === true) await printJson({ municipality: code, intact, ...report })
  else if (intact) await print(`Loggens kedja är hel: ${rows(report.lines)}.\nKedjans huvud: ${head}\n`)
  if (!intact) {
    throw new Failure(
      `Loggens kedja är bruten: ${describeFaults(report)}. Ändra inget i databasen, spara en kopia och utred.`,
      exit.stopped,
    )
  }
  return exit.done
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, {
    municipality: { type: 'string' },
    head: { type: 'string' },
    log: { type: 'string' },
    json: { type: 'boolean' },
  })
  const [verb, ...rest] = flags.positionals
  if (verb !== 'verify' || rest.length > 0) throw new Refused('Skriv audit verify. Se --help.')
  return verify(flags)
}

export const audit: Command = { help, run }
