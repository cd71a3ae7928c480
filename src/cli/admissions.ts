/** ./lots admissions: reads an admission list for the summer radar. */
import { basename } from 'node:path'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { mustBeFile, textOf, utf8OrWindows1252 } from '../platform/text-file.ts'
import { readList, rounds, type HandedList, type ListRead, type Round } from '../slices/admissions/index.ts'
import { noMapping, readMapping } from '../slices/feeds/index.ts'
import { dayOfFlags, municipalityOf, readFlags, text, type Flags } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { print, printJson } from './terminal.ts'

const help = `./lots admissions FIL --municipality KOD --round first|second [flaggor]

Läser en antagningslista (CSV med kolumnerna personnummer och status) till sommarradarn. Status är antagen, reserv,
ej antagen eller ej sökt. De som inte finns i registret räknas; deras nummer sparas inte.
  --round first|second   första antagningen (juni, juli) eller andra (augusti)
  --on DATUM             dagen som listan gäller (annars i dag)
  --mapping FIL          JSON som översätter ett annat systems kolumner och ord (som för feed enrolments)
  --json                 svaret som JSON på stdout
  --data MAPP            datamapp (annars .data)

Avslutskoder: 0 klart, 1 klart med rader som inte gick att använda, 2 avvisad, 70 internt fel.
`

const options = {
  municipality: { type: 'string' },
  round: { type: 'string' },
  mapping: { type: 'string' },
  on: { type: 'string' },
  json: { type: 'boolean' },
} as const

function roundOf(flags: Flags): Round {
  const round = rounds.find((one) => one === text(flags, 'round'))
  if (round === undefined) throw new Refused('Ange antagningen med --round first eller --round second.')
  return round
}

async function listOf(flags: Flags): Promise<HandedList> {
  const [path, ...more] = flags.positionals
  if (path === undefined || more.length > 0) throw new Refused('Ange en fil att läsa.')
  const mapping = text(flags, 'mapping')
  const asked = { round: roundOf(flags), on: dayOfFlags(flags), mapping: mapping === null ? noMapping : readMapping(mapping) }
  mustBeFile(path)
  let content = ''
  for await (const part of textOf(path, await utf8OrWindows1252(path))) content += part
  return { ...asked, text: content, name: basename(path) }
}

const refusals = {
  ahead: 'Listans dag har inte varit än.',
  'outside-season': 'Listans dag ligger utanför säsongen. Preliminära listor läses inte in.',
  'nothing-usable': 'Ingen rad gick att använda. Stämmer kolumnerna och orden? Se --mapping.',
  'already-read': 'Samma lista är redan inläst i den antagningen.',
} as const

const faultTexts = {
  number: 'personnumret går inte att läsa, eller är ett tillfälligt nummer',
  status: 'beskedet är okänt',
  columns: 'raden har fel antal kolumner',
} as const

const told = ({ count, answers, unknown, before, faults }: ListRead): string =>
  [
    `${count} rader lästes, ${faults.length} gick inte att använda. ${answers} i registret fick listans besked, ${unknown} finns inte där.`,
    ...(before === null ? [] : [`Samma lista var redan inläst och gäller ${before}: de har kommit till registret sedan dess.`]),
    ...faults.map(({ reference, fault }) => `  ${reference}: ${faultTexts[fault]}`),
  ].join('\n')

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, options)
  const [code, list] = [municipalityOf(flags), await listOf(flags)]
  return withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    const today = dayOfFlags(flags)
    const decision = await readList(pool, { actor: 'lots admissions', staffId: null, today }, list)
    if (!decision.granted) throw new Refused(`${list.name}: ${refusals[decision.reason]}`)
    await (flags.values['json'] === true ? printJson(decision.value) : print(`${told(decision.value)}\n`))
    return decision.value.faults.length === 0 ? exit.done : exit.exceptions
  })
}

export const admissions: Command = { help, run }
