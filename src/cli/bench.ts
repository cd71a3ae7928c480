/** ./lots bench: speed and memory, as JSON and as a table. Never part of the tests. */
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { city, nation } from '../../bench/files.ts'
import { benchNight, type NightBench, type NightResult } from '../../bench/night.ts'
import { benchDashboard } from '../../bench/dashboard.ts'
import { benchOutreach } from '../../bench/outreach.ts'
import { runLoad, type LoadOrder } from '../../bench/load.ts'
import { benchRehearsal, benchReturn } from '../../bench/return.ts'
import { benchRules } from '../../bench/rules.ts'
import { benchWeb } from '../../bench/web.ts'
import { readConfig } from '../platform/config.ts'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { readFlags, text, type Flags } from './arguments.ts'
import type { Installation } from '../slices/tenancy/index.ts'
import { withInstallationOf, type Command } from './command.ts'
import { productSite } from './product.ts'
import { reportDefect } from './serving.ts'
import { print, printJson, say, table } from './terminal.ts'

const help = `./lots bench [rules|night|growth|web|outreach|figures] [--size city|nation] [--json] [--data MAPP]

Mäter fart och minne på genererade uppgifter i datamappen (MAPP/bench, som töms).
  rules     lagens regler: liv per sekund på en kärna
  night     första läsningen (a), en vanlig natt (b) och golvet (c) = COPY av samma rader och en anti-join
            --size city: 40 000 boende i en kommun; nation: 290 kommuner, 560 000 boende (annars båda)
            --residents N [--municipalities N]: en egen storlek
  web       produkten i en stad med 40 000 boende: svarstider med 20 och 100 förbindelser, byte, minne över
            100 000 frågor (--requests N: så många)
  outreach  en stor runda: 4 000 brev (--letters N) förbereds, släpps och skrivs ut som PDF, med minnet det tar
  figures   halvårsuppgiften för rikets 290 kommuner (--municipalities N, --residents N), repetitionen efter en natt och sidorna
            med siffror i en stad med 40 000 boende (--city N), när inget sparats och strax efter. --only return|rehearsal|city: en av dem
  growth    night för 2 000, 10 000, 40 000, 160 000 och 560 000 boende: växer tiden rakt?
`

const sizes: Readonly<Record<string, NightBench>> = {
  city: { name: 'stad', municipalities: city(40_000) },
  nation: { name: 'riket', municipalities: nation(290, 560_000) },
}

const growth: readonly NightBench[] = [2_000, 10_000, 40_000, 160_000, 560_000].map((residents) => ({
  name: `${residents.toLocaleString('sv-SE')} boende`,
  municipalities: residents <= 40_000 ? city(residents) : nation(Math.round(residents / 1931), residents),
}))

/** Each size in a database folder of its own, so that one does not warm up the next. */
async function measure(bench: NightBench, data: string): Promise<NightResult> {
  const folder = join(data, 'bench')
  rmSync(folder, { recursive: true, force: true })
  try {
    const config = readConfig({ ...process.env, DATABASE_URL: undefined }, folder)
    return await withInstallationOf(config, (installation) => benchNight(installation, folder, bench, say))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const header = 'Storlek,Kommuner,Boende,Rader,a s,b s,c s,a rader/s,b rader/s,a/c,b/c,Minne MB,Omfattade'.split(',')

const rowOf = (one: NightResult): (string | number)[] => [
  one.name,
  one.municipalities,
  one.residents,
  one.rows,
  one.firstSeconds,
  one.nightSeconds,
  one.floorSeconds,
  one.firstRowsPerSecond,
  one.nightRowsPerSecond,
  one.firstRatio,
  one.nightRatio,
  one.peakMemoryMb,
  one.covered,
]

async function night(benches: readonly NightBench[], data: string, json: boolean): Promise<ExitCode> {
  const results: NightResult[] = []
  for (const one of benches) results.push(await measure(one, data))
  await (json ? printJson({ bench: 'night', results }) : print(`${table(header, results.map(rowOf))}\n`))
  return exit.done
}

async function rules(json: boolean): Promise<void> {
  const result = await benchRules(40_000, 10)
  const { lives, seconds, livesPerSecond } = result
  await (json
    ? printJson({ bench: 'rules', ...result })
    : print(`${table(['Liv', 'Sekunder', 'Liv per sekund'], [[lives, seconds, livesPerSecond]])}\n`))
}

const site = (installation: Installation) =>
  productSite({ installation, publicUrl: 'http://localhost', oidc: null, issuer: null, isDevelopment: false, report: reportDefect })

/** Measures on an installation of its own in the data folder, which is gone afterwards. */
async function inOwnFolder(data: string, work: (installation: Installation, folder: string) => Promise<void>): Promise<ExitCode> {
  const folder = join(data, 'bench')
  rmSync(folder, { recursive: true, force: true })
  try {
    const config = readConfig({ ...process.env, DATABASE_URL: undefined }, folder)
    await withInstallationOf(config, (installation) => work(installation, folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return exit.done
}

const webHeader = 'Sida,Förbindelser,Paus ms,Per sekund,p50 ms,p95 ms,p99 ms,Byte,Fel'.split(',')

const web = (data: string, requests: number, json: boolean): Promise<ExitCode> =>
  inOwnFolder(data, async (installation, folder) => {
    const result = await benchWeb(installation, { folder, requests }, site, say)
    const rows = result.rows.map((one) => [
      one.page,
      one.connections,
      one.pauseMs,
      one.perSecond,
      one.p50,
      one.p95,
      one.p99,
      one.bytes,
      one.failed,
    ])
    await (json
      ? printJson({ bench: 'web', ...result })
      : print(`${table(webHeader, rows)}\n${JSON.stringify({ ...result, rows: undefined })}\n`))
  })

const outreachHeader =
  'Brev,Sms,Förbereda s,varav processor s,Släppa s,Skriva ut s,Utskrivet MB,Minne före MB,Minne förberett MB,Minne som mest MB'.split(',')

const outreach = (data: string, letters: number, json: boolean): Promise<ExitCode> =>
  inOwnFolder(data, async (installation, folder) => {
    const result = await benchOutreach(installation, { folder, letters }, say)
    await (json ? printJson({ bench: 'outreach', ...result }) : print(`${table(outreachHeader, [Object.values(result)])}\n`))
  })

const returnHeader =
  'Kommuner,Boende,Ungdomar,Rader,Block,MB,Sekunder,varav processor s,Den längsta s,Minne före MB,Minne som mest MB'.split(',')
const rehearsalHeader = 'Boende,Natten s,Repetitionen s,Andel %'.split(',')
const dashboardHeader = 'Sida,Varm p50 ms,Varm p95 ms,Strax efter p50 ms,Strax efter p95 ms,Byte'.split(',')

type FiguresSize = { readonly nation: NightBench['municipalities']; readonly city: number; readonly only: string | null }
type Tell = (name: string, result: object, shown: string) => Promise<void>

const returnPart = (data: string, { nation: municipalities }: FiguresSize, tell: Tell): Promise<ExitCode> =>
  inOwnFolder(data, async (installation, folder) => {
    const result = await benchReturn(installation, folder, municipalities, say)
    await tell('return', result, table(returnHeader, [Object.values({ ...result, blocks: result.blocks.join(' ') })]))
  })

const rehearsalPart = (data: string, { city: residents }: FiguresSize, tell: Tell): Promise<ExitCode> =>
  inOwnFolder(data, async (installation, folder) => {
    const result = await benchRehearsal(installation, folder, city(residents))
    await tell('rehearsal', result, table(rehearsalHeader, [Object.values(result)]))
  })

const cityPart = (data: string, { city: residents }: FiguresSize, tell: Tell): Promise<ExitCode> =>
  inOwnFolder(data, async (installation, folder) => {
    const result = await benchDashboard(installation, { folder, residents, times: 20 }, site, say)
    const rows = result.rows.map((row) => Object.values(row))
    await tell('city', result, `${table(dashboardHeader, rows)}\n${JSON.stringify({ ...result, rows: undefined })}`)
  })

/** Each part on an installation of its own. */
async function figures(data: string, size: FiguresSize, json: boolean): Promise<ExitCode> {
  const told: Record<string, unknown> = {}
  const tell: Tell = async (name, result, shown) => {
    told[name] = result
    if (!json) await print(`${shown}\n`)
  }
  const parts = { return: returnPart, rehearsal: rehearsalPart, city: cityPart }
  const asked = Object.entries(parts).filter(([name]) => size.only === null || size.only === name)
  if (asked.length === 0) throw new Refused(`--only ${size.only} finns inte. Skriv return, rehearsal eller city.`)
  for (const [, part] of asked) await part(data, size, tell)
  if (json) await printJson({ bench: 'figures', ...told })
  return exit.done
}

/** Which sizes the flags ask for: the nation's, or fewer and smaller. */
const figuresSize = (flags: Flags): FiguresSize => ({
  nation: nation(Number(text(flags, 'municipalities') ?? 290), Number(text(flags, 'residents') ?? 560_000)),
  city: Number(text(flags, 'city') ?? 40_000),
  only: text(flags, 'only'),
})

/** The load of `web`, in a process of its own: the order comes on stdin. */
async function loadFromStdin(): Promise<ExitCode> {
  let order = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) order += String(chunk)
  const read = JSON.parse(order) as LoadOrder
  await printJson(await runLoad({ ...read, requests: read.requests ?? Infinity }))
  return exit.done
}

/** Which nights the flags ask for. @throws Refused when they name a size that does not exist */
function nightsOf(flags: Flags): NightBench[] {
  const [size, residents] = [text(flags, 'size'), Number(text(flags, 'residents') ?? 0)]
  if (residents > 0) return [{ name: 'egen', municipalities: nation(Number(text(flags, 'municipalities') ?? 1), residents) }]
  if (size === null) return Object.values(sizes)
  const found = sizes[size]
  if (found === undefined) throw new Refused(`--size ${size} finns inte. Skriv city eller nation.`)
  return [found]
}

const options = {
  json: { type: 'boolean' },
  size: { type: 'string' },
  residents: { type: 'string' },
  requests: { type: 'string' },
  letters: { type: 'string' },
  municipalities: { type: 'string' },
  city: { type: 'string' },
  only: { type: 'string' },
} as const

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, options)
  const [name = 'all', json, data] = [flags.positionals[0], flags.values['json'] === true, resolve(text(flags, 'data') ?? '.data')]
  if (name === 'load') return loadFromStdin()
  if (name === 'outreach') return outreach(data, Number(text(flags, 'letters') ?? 4_000), json)
  if (name === 'figures') return figures(data, figuresSize(flags), json)
  if (name === 'web') return web(data, Number(text(flags, 'requests') ?? 100_000), json)
  if (!['all', 'rules', 'night', 'growth'].includes(name)) {
    throw new Refused(`Mätningen ${name} finns inte. Skriv rules, night, web, outreach, figures eller growth.`)
  }
  if (name === 'growth') return night(growth, data, json)
  if (name !== 'night') await rules(json)
  return name === 'rules' ? exit.done : night(nightsOf(flags), data, json)
}

export const bench: Command = { help, run }
