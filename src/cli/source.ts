/** ./lots source: the sources that the night fetches by itself. */
import { resolve } from 'node:path'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { inTransaction } from '../platform/db/tx.ts'
import { writeAuditLine } from '../slices/audit/index.ts'
import type { FeedName } from '../slices/feeds/index.ts'
import { listSources, removeSource, saveSource, SourceConfig } from '../slices/matching/index.ts'
import { municipalityOf, readFlags, text, type Flags } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { print, say, table } from './terminal.ts'

const help = `./lots source list --municipality KOD
./lots source add NAMN --feed population|schools|enrolments|diplomas --folder MAPP [--kind full|changes] [--mapping FIL] --municipality KOD
./lots source add NAMN --feed schools --url ADRESS --auth oauth2 --token-url ADRESS --client-id ID --secret-env VARIABEL [--style basic|form] [--scope S] --municipality KOD
./lots source add NAMN --feed schools --url ADRESS --auth bearer --secret-env VARIABEL --municipality KOD
./lots source add NAMN --feed schools --url ADRESS --auth mtls --cert FIL --key FIL [--ca FIL] --municipality KOD
./lots source remove NAMN --municipality KOD

Källor som natten hämtar själv: mappar som filer läggs i, och skolsystem över SS 12000.
Hemligheter skrivs aldrig in här: --secret-env namnger miljövariabeln som har den.
`

const names = [
  'municipality',
  'feed',
  'folder',
  'kind',
  'mapping',
  'url',
  'auth',
  'token-url',
  'client-id',
  'secret-env',
  'style',
  'scope',
  'cert',
  'key',
  'ca',
] as const
const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))

const given = (values: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null))

function rawConfig(flags: Flags): object {
  const [folder, url, kind] = [text(flags, 'folder'), text(flags, 'url'), text(flags, 'auth')]
  if (folder !== null) {
    const mapping = text(flags, 'mapping')
    return {
      kind: 'folder',
      path: resolve(folder),
      ...given({ read: text(flags, 'kind'), mapping: mapping === null ? null : resolve(mapping) }),
    }
  }
  if (url === null) throw new Refused('Ange var källan finns: --folder MAPP eller --url ADRESS.')
  const [cert, key, ca] = [text(flags, 'cert'), text(flags, 'key'), text(flags, 'ca')]
  const oauth2 =
    kind === 'oauth2'
      ? { tokenUrl: text(flags, 'token-url'), clientId: text(flags, 'client-id'), style: text(flags, 'style'), scope: text(flags, 'scope') }
      : {}
  const mtls = kind === 'mtls' ? { certFile: cert, keyFile: key, caFile: ca } : { secretEnv: text(flags, 'secret-env') }
  return { kind: 'ss12000', baseUrl: url, auth: { kind: kind ?? 'bearer', ...given({ ...oauth2, ...mtls }) } }
}

function configOf(flags: Flags): SourceConfig {
  const parsed = SourceConfig.safeParse(rawConfig(flags))
  if (!parsed.success)
    throw new Refused(`Källan går inte att spara: ${parsed.error.issues[0]?.path.join('.') ?? ''} saknas eller har fel form. Se --help.`)
  return parsed.data
}

const feeds: readonly FeedName[] = ['population', 'schools', 'enrolments', 'diplomas']

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, options)
  const [verb, name] = flags.positionals
  const code = municipalityOf(flags)
  return withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    if (verb === 'list') {
      const sources = await inTransaction(pool, listSources)
      await print(
        `${table(
          ['Källa', 'Slag', 'Hämtas'],
          sources.map((one) => [one.name, one.feed, JSON.stringify(one.config)]),
        )}\n`,
      )
      return exit.done
    }
    if (name === undefined || (verb !== 'add' && verb !== 'remove'))
      throw new Refused('Skriv source list, source add NAMN eller source remove NAMN. Se --help.')
    const feed = feeds.find((one) => one === text(flags, 'feed'))
    if (verb === 'add' && feed === undefined) throw new Refused('Ange --feed population, schools, enrolments eller diplomas.')
    await inTransaction(pool, async (tx) => {
      if (feed !== undefined && verb === 'add') await saveSource(tx, { name, feed, config: configOf(flags) })
      else if (!(await removeSource(tx, name))) throw new Refused(`Källan ${name} finns inte.`)
      await writeAuditLine(tx, { actor: 'lots source', action: `feeds.${verb}Source`, detail: { source: name } })
    })
    say(verb === 'add' ? `Källan ${name} hämtas från nästa natt.` : `Källan ${name} hämtas inte längre. Det den har sagt finns kvar.`)
    return exit.done
  })
}

export const source: Command = { help, run }
