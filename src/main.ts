/** The only file that wires: which command is which, and what becomes of an error. */
import { abortAll, type Command } from './cli/command.ts'
import { say } from './cli/terminal.ts'
import { clearLine, exit, Refused, type ExitCode } from './platform/failure.ts'

/** A command and all that it needs is read when it is run: a night does not wait for the pages. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  admissions: async () => (await import('./cli/admissions.ts')).admissions,
  audit: async () => (await import('./cli/audit.ts')).audit,
  bench: async () => (await import('./cli/bench.ts')).bench,
  demo: async () => (await import('./cli/demo.ts')).demo,
  setup: async () => (await import('./cli/setup.ts')).setup,
  feed: async () => (await import('./cli/feed.ts')).feed,
  nightly: async () => (await import('./cli/nightly.ts')).nightly,
  register: async () => (await import('./cli/register.ts')).register,
  figures: async () => (await import('./cli/figures.ts')).figures,
  followup: async () => (await import('./cli/followup.ts')).followup,
  return: async () => (await import('./cli/return.ts')).returnCommand,
  explain: async () => (await import('./cli/explain.ts')).explainCommand,
  source: async () => (await import('./cli/source.ts')).source,
  guard: async () => (await import('./cli/guard.ts')).guard,
  inbox: async () => (await import('./cli/inbox.ts')).inbox,
  outreach: async () => (await import('./cli/outreach.ts')).outreach,
  person: async () => (await import('./cli/person.ts')).person,
  runs: async () => (await import('./cli/runs.ts')).runs,
  start: async () => (await import('./cli/start.ts')).start,
}

const overview = `./lots KOMMANDO [flaggor]        (./lots KOMMANDO --help förklarar vart och ett)

  demo       en påhittad kommun med ett års historik, från ingenting
  setup      lägger upp en kommun
  feed       läser en leverans från en källa
  nightly    nattens samkörning nu
  admissions en antagningslista till sommarradarn
  register   kommunens ansvarsperioder
  figures    det uppsökande arbetet i siffror
  followup   riktad uppföljning: första administratören, gallring
  return     halvårsuppgiften till SCB: bygg, kontrollera, leverera, jämför
  explain    varför en ungdom omfattas eller inte
  runs       körningarnas historik
  audit      loggens kedja: är någon rad ändrad eller borttagen?
  source     källor som natten hämtar själv
  guard      läsningar som spärren har stoppat
  inbox      undantagskorgen
  outreach   skickar det som väntar i utlådan
  person     beslut, manuella uppgifter, sammanslagning
  start      kör produkten
  test       alla prov
  bench      fart och minne
`

async function runCommand([name, ...args]: readonly string[]): Promise<ExitCode> {
  const read = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (read === undefined) {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      process.stdout.write(overview)
      return name === undefined ? exit.refused : exit.done
    }
    throw new Refused(`Kommandot ${name} finns inte. ./lots --help visar vilka som finns.`)
  }
  const command = await read()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(command.help)
    return exit.done
  }
  return command.run(args)
}

async function endWith(thrown: unknown): Promise<void> {
  if (isTold) return
  const code = explainError(thrown)
  await abortAll()
  process.exit(code)
}

/** One failure is told once, however many promises it breaks on its way. */
let isTold = false

function explainError(error: unknown): ExitCode {
  const before = isTold
  isTold = true
  if (before) return exit.internal
  const clear = clearLine(error)
  if (clear !== null) {
    say(`lots: ${clear.message}`)
    return clear.exitCode
  }
  say(`lots: internt fel. Inget är halvt sparat. Anmäl felet med raderna nedan.`)
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return exit.internal
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void abortAll().then(() => process.exit(signal === 'SIGINT' ? 130 : 143)))
}
// A connection that nobody waits for may break too (a full disk takes the embedded server with it): one clear line then as well.
process.on('uncaughtException', (thrown) => void endWith(thrown))
// A reader that closed its end of the pipe (head, less) has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runCommand(process.argv.slice(2)).catch(explainError)
