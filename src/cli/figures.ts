/** ./lots figures NAME: figures of a period, for people and for programs. */
import { todayInSweden } from '../platform/clock.ts'
import { csv } from '../platform/csv.ts'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { parseDate, type PlainDate } from '../platform/plain-date.ts'
import { figureChannels, periodProblem, readOutreachFigures, type Grouping, type OutreachFigures } from '../slices/figures/index.ts'
import { municipalityOf, readFlags, text, type Flags } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { print, printJson, table } from './terminal.ts'

const help = `./lots figures outreach --municipality KOD --from DATUM --until DATUM [--by unit|district] [--json | --csv]

Det uppsökande arbetet i siffror: brev, samtal, knackakort och besök med antal, besvarade och nådda ungdomar; vägen från brev till
svar, samtal och stöd; dagar från att ungdomen kom in till första försök och till nådd; vilken förvaltnings stöd ungdomarna valde.
  --from DATUM             periodens första dag
  --until DATUM            första dagen efter perioden
  --by unit|district       en rad per enhet eller område
  --json                   ett JSON-objekt
  --csv                    en rad per grupp och sätt, för Excel; outside… är utanför målgruppen
  --data MAPP              datamapp (annars .data)
Hur det räknas står i docs/figures.md.
`

const names = ['outreach'] as const

function dayOfFlag(flags: Flags, name: 'from' | 'until'): PlainDate {
  const value = text(flags, name)
  if (value === null) throw new Refused(`Ange periodens dagar med --from och --until, till exempel --from 2026-07-01 --until 2027-01-01.`)
  const date = parseDate(value)
  if (date === null) throw new Refused(`--${name} ${value} är inte ett datum. Skriv till exempel --${name} 2026-07-01.`)
  return date
}

function groupingOf(flags: Flags): Grouping {
  const by = text(flags, 'by') ?? 'none'
  if (by === 'none' || by === 'unit' || by === 'district') return by
  throw new Refused(`Det går inte att dela upp per ${by}. Välj unit eller district.`)
}

const wordsFor = {
  'end-before-start': '--until måste vara en senare dag än --from.',
  'too-long': 'Perioden får vara högst tio år.',
} as const

type Numbers = readonly [made: number, answered: number, reached: number]
type Row = readonly [group: string, channel: string, ...covered: Numbers, ...outside: Numbers]

const rowsOf = ({ groups }: OutreachFigures): Row[] =>
  groups.flatMap(({ name, channels, outside }) =>
    figureChannels.map((channel): Row => {
      const numbers = ({ made, answered, reached }: (typeof channels)[typeof channel]): Numbers => [made, answered, reached]
      return [name ?? '', channel, ...numbers(channels[channel]), ...numbers(outside.channels[channel])]
    }),
  )

const columns = ['group', 'channel', 'made', 'answered', 'reached', 'outsideMade', 'outsideAnswered', 'outsideReached']

const asJson = ({ question, groups }: OutreachFigures): object => ({
  name: 'outreach',
  from: question.fromOn,
  until: question.untilOn,
  by: question.by,
  groups: groups.map(({ group: id, name, covered, channels, funnel, waits, support, measures, outside }) => ({
    id,
    name,
    covered,
    channels,
    funnel,
    waits,
    support,
    measures,
    outside,
  })),
})

async function show(flags: Flags, figures: OutreachFigures): Promise<void> {
  const rows = rowsOf(figures)
  if (flags.values['json'] === true) return printJson(asJson(figures))
  if (flags.values['csv'] === true) {
    return print(csv(columns, rows))
  }
  return print(`${table(['Var', 'Sätt', 'Antal', 'Besvarade', 'Nådda', 'Utanför: antal', 'besvarade', 'nådda'], rows)}\n`)
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const string = { type: 'string' } as const
  const boolean = { type: 'boolean' } as const
  const flags = readFlags(args, { municipality: string, from: string, until: string, by: string, json: boolean, csv: boolean })
  const [name, ...more] = flags.positionals
  if (name === undefined || more.length > 0 || !names.some((one) => one === name)) {
    throw new Refused(`Säg vilka siffror det gäller: ${names.join(', ')}. Se --help.`)
  }
  const code = municipalityOf(flags)
  const question = { fromOn: dayOfFlag(flags, 'from'), untilOn: dayOfFlag(flags, 'until'), by: groupingOf(flags) }
  const problem = periodProblem(question.fromOn, question.untilOn)
  if (problem !== null) throw new Refused(wordsFor[problem])
  const figures = await withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    return readOutreachFigures(
      pool,
      { actor: 'lots figures', scope: { units: null, mayReadProtected: true }, today: todayInSweden() },
      question,
    )
  })
  await show(flags, figures)
  return exit.done
}

export const figures: Command = { help, run }
