/** ./lots figures NAME: figures of a period or a day, for people and for programs; and what has been published of them. */
import { todayInSweden } from '../platform/clock.ts'
import { csv } from '../platform/csv.ts'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import type { Pool } from '../platform/db/tx.ts'
import { xlsx } from '../platform/xlsx.ts'
import {
  dimensionTexts,
  indicatorNamed,
  indicatorNames,
  indicatorTitles,
  periodProblem,
  readIndicators,
  readOutreachFigures,
  readOutreachKnownAt,
  type IndicatorName,
} from '../slices/figures/index.ts'
import { municipalityOf, readFlags, text, type Flags } from './arguments.ts'
import { asOfFlags } from './as-of.ts'
import { withInstallation, type Command } from './command.ts'
import { groupingOf, outreachCells, outreachColumns, outreachHeader, outreachJson, outreachRows } from './figures-outreach.ts'
import { again, publish, published } from './figures-published.ts'
import { dayOfFlag, problemText, questionOf } from './figures-question.ts'
import { columnsOf, jsonOf, linesOf, type Line } from './figures-table.ts'
import { print, printBytes, printJson, table } from './terminal.ts'

const help = `./lots figures NAMN --municipality KOD --from DATUM --until DATUM [--by VAD,VAD] [--as-known-at TIDPUNKT] [--json | --csv | --xlsx]
./lots figures publish NAMN --municipality KOD --from DATUM --until DATUM [--by VAD] [--note TEXT]
./lots figures published --municipality KOD
./lots figures again ID --municipality KOD

Siffror för en period:
  outreach                 det uppsökande arbetet på alla sätt, tratt och väntan (--by unit eller district)
  outreach-list            brev, knackakort, samtal och hembesök, val av stöd, hur många som omfattades
  support-list             stöd och insatser, och varför insatser avslutades
  unit-status              nådda, utanför målgruppen, inskrivna, ungdomsanställning, sökta nummer
  half-year                det som SCB och Skolverket redovisar av ett halvår
  flow                     in och ut, månad för månad
och bilder av en dag, periodens sista (eller --on DATUM):
  not-known  since-reached  september  on-day
  --from DATUM             periodens första dag
  --until DATUM            första dagen efter perioden
  --on DATUM               räknedagen, för bilder av en dag
  --by VAD,VAD             unit, district, birthYear, sex, department; * är alla, - är ingen eller okänd
  --as-known-at TIDPUNKT   svara med det som var känt då, till exempel 2026-11-20 eller 2026-11-20T13:05
  --hide-small             visa inte små tal (inställningen figures.smallBelow), och inte heller vad de kan räknas ut av
  --json                   ett JSON-objekt
  --csv                    en rad per ställe och rad, för Excel
  --xlsx                   en arbetsbok; skicka den till en fil
  publish                  publicerar siffran med vad som är känt nu, och skriver dess id
  published                vad som har publicerats
  again ID                 räknar en publicerad siffra igen: vad den var, vad den är, och varför
  --data MAPP              datamapp (annars .data)
Hur det räknas står i docs/figures.md.
`

type Kind = 'json' | 'csv' | 'xlsx' | 'table'
const kindOf = (flags: Flags): Kind => {
  const asked = (['json', 'csv', 'xlsx'] as const).filter((kind) => flags.values[kind] === true)
  if (asked.length > 1) throw new Refused(`Välj ett av --json, --csv och --xlsx.`)
  return asked[0] ?? 'table'
}

type Shown = {
  readonly json: object
  readonly columns: readonly string[]
  readonly lines: readonly Line[]
  readonly people: string
  readonly title: string
}

async function show(flags: Flags, { json, columns, lines, people, title }: Shown): Promise<void> {
  switch (kindOf(flags)) {
    case 'json':
      return printJson(json)
    case 'csv':
      return print(csv(columns, lines))
    case 'xlsx':
      return printBytes(
        await xlsx(
          title,
          columns.map((one) => ({ title: one, width: one === 'title' ? 44 : 16 })),
          lines,
        ),
      )
    case 'table':
      return print(`${people}\n`)
  }
}

type Place = { readonly pool: Pool; readonly municipality: string }

async function outreach({ pool, municipality }: Place, flags: Flags): Promise<ExitCode> {
  const question = { fromOn: dayOfFlag(flags, 'from'), untilOn: dayOfFlag(flags, 'until'), by: groupingOf(flags) }
  const problem = periodProblem(question.fromOn, question.untilOn)
  if (problem !== null) throw new Refused(problemText(problem, 'outreach-list'))
  const asked = { actor: 'lots figures', today: todayInSweden() }
  const asOf = await asOfFlags(flags, pool)
  const found =
    text(flags, 'as-known-at') === null
      ? await readOutreachFigures(pool, { ...asked, scope: { units: null, mayReadProtected: true } }, question)
      : await readOutreachKnownAt(pool, { ...asked, municipality, knownAt: { facts: asOf, work: asOf } }, question)
  const people = table(outreachHeader, outreachRows(found))
  await show(flags, {
    json: outreachJson(found),
    columns: outreachColumns,
    lines: outreachCells(found),
    people,
    title: 'Uppsökande arbete',
  })
  return exit.done
}

async function figure({ pool, municipality }: Place, name: IndicatorName, flags: Flags): Promise<ExitCode> {
  const question = questionOf(flags, name)
  const asOf = await asOfFlags(flags, pool)
  const isThen = text(flags, 'as-known-at') !== null
  const how = { hideSmall: flags.values['hide-small'] === true, ...(isThen ? { knownAt: { facts: asOf, work: asOf } } : {}) }
  const reader = { actor: 'lots figures', scope: { units: null, mayReadProtected: true }, municipality }
  const { indicators, names } = await readIndicators(pool, reader, [{ name, question }], how)
  const [indicator] = indicators
  if (indicator === undefined) throw new Error('one question has one answer')
  const read = { indicator, names }
  const { title } = indicatorTitles.sv[name]
  const people = table(
    [...question.by.map((dimension) => dimensionTexts.sv[dimension]), title, 'Antal'],
    linesOf(read, 'words').map((line) => line.map((cell) => cell ?? '–')),
  )
  await show(flags, {
    json: jsonOf(read, isThen ? asOf : null),
    columns: columnsOf(indicator),
    lines: linesOf(read, 'keys'),
    people,
    title,
  })
  return exit.done
}

const known = ['outreach', ...indicatorNames].join(', ')

/** The figure that is named. @throws Refused when there is none, or more than one */
function nameOf(words: readonly string[]): IndicatorName {
  const [word, ...more] = words
  const name = word === undefined || more.length > 0 ? null : indicatorNamed(word)
  if (name === null) throw new Refused(`Säg vilka siffror det gäller: ${known}. Se --help.`)
  return name
}

function work(place: Place, flags: Flags): Promise<ExitCode> {
  const [word, ...rest] = flags.positionals
  if (word === 'published') return published(place, flags)
  if (word === 'again') return again(place, rest.join(' '), flags)
  if (word === 'outreach' && rest.length === 0) return outreach(place, flags)
  const name = nameOf(word === 'publish' ? rest : flags.positionals)
  return word === 'publish' ? publish(place, name, questionOf(flags, name), flags) : figure(place, name, flags)
}

/** Refuses what can be refused before a database is opened. */
function refuseEarly(flags: Flags): void {
  const [word, ...rest] = flags.positionals
  kindOf(flags)
  if (word === 'outreach' || word === 'published' || word === 'again') return
  questionOf(flags, nameOf(word === 'publish' ? rest : flags.positionals))
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const string = { type: 'string' } as const
  const boolean = { type: 'boolean' } as const
  const options = { municipality: string, from: string, until: string, on: string, by: string, note: string, 'as-known-at': string }
  const flags = readFlags(args, { ...options, 'hide-small': boolean, json: boolean, csv: boolean, xlsx: boolean })
  refuseEarly(flags)
  const municipality = municipalityOf(flags)
  return withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(municipality)
    return work({ pool, municipality }, flags)
  })
}

export const figures: Command = { help, run }
