/** ./lots feed: reads files from one source, compares, applies what is inside the guard and recomputes. */
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { noMapping, readMapping, type FeedName, type ReadKind } from '../slices/feeds/index.ts'
import { defaultKind, exitCodeOf, runFeed, type Delivery, type RunReport } from '../slices/matching/index.ts'
import { dayOfFlags, municipalityOf, readFlags, text, type Flags } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { describeRun } from './run-report.ts'
import { print, printJson, progressLine, say } from './terminal.ts'

const help = `./lots feed population|schools|enrolments|diplomas FIL... --municipality KOD [flaggor]

Läser en leverans från en källa. En oläslig fil avvisas hel; en oläslig rad hamnar i undantagskorgen.
  --kind full|changes    hela beståndet eller bara ändringar (annars: folkbokföring och betygsdokument i XML changes, övriga full)
  --source NAMN          källans namn (annars leveransens slag)
  --mapping FIL          JSON som översätter ett annat systems kolumner
  --on DATUM             dagen då uppgifterna blir kända (annars i dag)
  --json                 rapport som JSON på stdout
  --data MAPP            datamapp (annars .data)

Avslutskoder: 0 klart, 1 klart med undantag, 2 avvisad, 3 stoppad av spärren, 70 internt fel.
`

const feeds: readonly FeedName[] = ['population', 'schools', 'enrolments', 'diplomas']
const options = {
  municipality: { type: 'string' },
  kind: { type: 'string' },
  source: { type: 'string' },
  mapping: { type: 'string' },
  on: { type: 'string' },
  json: { type: 'boolean' },
} as const

async function kindOf(flags: Flags, feed: FeedName, files: readonly string[]): Promise<ReadKind> {
  const kind = text(flags, 'kind') ?? (await defaultKind(feed, files))
  if (kind !== 'full' && kind !== 'changes') throw new Refused(`--kind ${kind} finns inte. Skriv full eller changes.`)
  return kind
}

async function deliveryOf(flags: Flags): Promise<Delivery> {
  const [name, ...files] = flags.positionals
  const feed = feeds.find((known) => known === name)
  if (feed === undefined)
    throw new Refused(`Leveransslaget ${name ?? ''} finns inte. Skriv population, schools, enrolments eller diplomas.`)
  if (files.length === 0) throw new Refused('Ange minst en fil att läsa.')
  const mapping = text(flags, 'mapping')
  return {
    feed,
    files,
    kind: await kindOf(flags, feed, files),
    source: text(flags, 'source') ?? feed,
    on: dayOfFlags(flags),
    mapping: mapping === null ? noMapping : readMapping(mapping),
  }
}

/** Prints a run's report and, for refusals and stops, the one clear line on stderr. */
export async function printRun(report: RunReport, json: boolean): Promise<ExitCode> {
  for (const { state, source, reason } of report.sources) {
    if (state === 'refused' || state === 'stopped' || state === 'failed') say(`${source}: ${reason}`)
  }
  await (json ? printJson(report) : print(`${describeRun(report)}\n`))
  return exitCodeOf(report.state)
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, options)
  const code = municipalityOf(flags)
  const delivery = await deliveryOf(flags)
  const progress = progressLine()
  const report = await withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    return runFeed({ code, pool }, delivery, progress.show)
  })
  progress.clear()
  return report.state === 'failed' ? exit.internal : printRun(report, flags.values['json'] === true)
}

export const feed: Command = { help, run }
