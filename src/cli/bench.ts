/** ./lots bench: speed and memory, as JSON and as a table. Never part of the tests. */
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { city, nation } from '../../bench/files.ts'
import { benchNight, type NightBench, type NightResult } from '../../bench/night.ts'
import { benchRules } from '../../bench/rules.ts'
import { readConfig } from '../platform/config.ts'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { openInstallation } from '../slices/tenancy/index.ts'
import { readFlags, text } from './arguments.ts'
import type { Command } from './command.ts'
import { print, printJson, say, table } from './terminal.ts'

const help = `./lots bench [rules|night|growth] [--size city|nation] [--json] [--data MAPP]

Mäter fart och minne på genererade uppgifter i datamappen (MAPP/bench, som töms).
  rules     lagens regler: liv per sekund på en kärna
  night     första läsningen (a), en vanlig natt (b) och golvet (c) = COPY av samma rader och en anti-join
            --size city: 40 000 boende i en kommun; nation: 290 kommuner, 560 000 boende (annars båda)
            --residents N [--municipalities N]: en egen storlek
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
  const installation = await openInstallation(readConfig({ ...process.env, DATABASE_URL: undefined }, folder))
  try {
    return await benchNight(installation, folder, bench, say)
  } finally {
    await installation.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function night(benches: readonly NightBench[], data: string, json: boolean): Promise<ExitCode> {
  const results: NightResult[] = []
  for (const bench of benches) results.push(await measure(bench, data))
  if (json) await printJson({ bench: 'night', results })
  else {
    const header = ['Storlek', 'Kommuner', 'Boende', 'Rader', 'a s', 'b s', 'c s', 'a rader/s', 'b rader/s', 'a/c', 'b/c', 'Minne MB', 'Omfattade']
    const rows = results.map((one) => [
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
    ])
    await print(`${table(header, rows)}\n`)
  }
  return exit.done
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, { json: { type: 'boolean' }, size: { type: 'string' }, residents: { type: 'string' }, municipalities: { type: 'string' } })
  const [name = 'all', json, data] = [flags.positionals[0], flags.values['json'] === true, resolve(text(flags, 'data') ?? '.data')]
  const size = text(flags, 'size')
  if (!['all', 'rules', 'night', 'growth'].includes(name)) throw new Refused(`Mätningen ${name} finns inte. Skriv rules, night eller growth.`)
  if (size !== null && sizes[size] === undefined) throw new Refused(`--size ${size} finns inte. Skriv city eller nation.`)
  if (name === 'rules' || name === 'all') {
    const result = await benchRules(40_000, 10)
    if (json) await printJson({ bench: 'rules', ...result })
    else await print(`${table(['Liv', 'Sekunder', 'Liv per sekund'], [[result.lives, result.seconds, result.livesPerSecond]])}\n`)
  }
  if (name === 'growth') return night(growth, data, json)
  const residents = Number(text(flags, 'residents') ?? 0)
  const municipalities = Number(text(flags, 'municipalities') ?? 1)
  if (name === 'night' && residents > 0) return night([{ name: 'egen', municipalities: nation(municipalities, residents) }], data, json)
  if (name === 'night' || name === 'all') return night(Object.entries(sizes).filter(([key]) => size === null || key === size).map(([, bench]) => bench), data, json)
  return exit.done
}

export const bench: Command = { help, run }
