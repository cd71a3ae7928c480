/** ./lots return: the half-yearly return to SCB: built, checked, delivered, and told apart from what was sent. */
import { todayInSweden } from '../platform/clock.ts'
import { exit, Failure, Refused, type ExitCode } from '../platform/failure.ts'
import {
  buildReturnFile,
  deliverReturn,
  diffSinceDelivery,
  errorsAmong,
  parseHalfYear,
  readDeliveries,
  recordReceipt,
  returnTexts,
  type DeliverAnswer,
  type ReturnFile,
  type ReturnPlace,
} from '../slices/returns/index.ts'
import { municipalityOf, readFlags, text, type Flags } from './arguments.ts'
import { asOfFlags } from './as-of.ts'
import { withInstallation, type Command } from './command.ts'
import { returnFiles, sheet, stemOf, writeFiles } from './return-files.ts'
import { profileVerb } from './return-profile.ts'
import {
  asJson,
  brokenColumns,
  brokenJson,
  brokenRows,
  brokenTable,
  deliveryText,
  diffColumns,
  diffJson,
  diffRows,
  diffText,
  summaryOf,
} from './return-told.ts'
import { print, printJson } from './terminal.ts'

const help = `./lots return build|check|deliver|diff --municipality KOD --half 2026H1 [--as-known-at TIDPUNKT] --out MAPP
./lots return receipt KVITTENSNUMMER --municipality KOD --half 2026H1
./lots return profile --municipality KOD --half 2026H1 [--from FIL.json] [--out MAPP]

Halvårsuppgiften till SCB: första halvåret senast 1 september, andra senast 1 februari.
  build      bygger filen som den skulle lämnas, och samma rader som Excel, i mappen
  check      visar brutna kontroller: vems, vilket fält, och var det rättas (--out MAPP: också som Excel)
  deliver    bygger, sparar exakt de byten med hash, vem och när, och skriver filen i mappen
  diff       vad som har ändrats sedan den senaste leveransen, rad för rad, och varför (--out MAPP: också som Excel)
  receipt    skriver in kvittensnumret för den senaste leveransen
  profile    visar profilen (kolumner, koder, form); --from sparar kommunens egen
  --as-known-at TIDPUNKT   så som det var känt då; tidpunkten för en leverans ger exakt den levererade filen
  --despite-errors         leverera fast kontroller är brutna
  --empty-is-right         leverera fast ingen ungdom finns med
  --replaces N             leverera en ny fil som ersätter leverans N (en ny uppladdning ersätter den förra helt)
  --json                   ett JSON-objekt på stdout
  --data MAPP              datamapp (annars .data)

Avslutskoder: 0 klart, 1 kontroller är brutna eller något är ändrat, 2 avvisat, 3 väntar på att någon säger ja, 70 internt fel.
`

const texts = returnTexts.sv
const actor = 'lots return'

/** The half-year of the flags, as it is written; whether it exists is asked later. @throws Refused when it is not given */
function halfOf(flags: Flags): string {
  const value = needed(flags, 'half', '2026H1')
  return parseHalfYear(value)?.key ?? value
}

/** @throws Refused when it is not given */
function needed(flags: Flags, name: string, example: string): string {
  const value = text(flags, name)
  if (value === null) throw new Refused(`Ange --${name}, till exempel --${name} ${example}.`)
  return value
}

async function built(place: ReturnPlace, flags: Flags): Promise<ReturnFile> {
  const asOf = await asOfFlags(flags, place.pool)
  const made = await buildReturnFile(place, { half: halfOf(flags), today: todayInSweden(), asOf, actor })
  if (!made.granted) throw new Refused(texts.refusals[made.reason])
  return made.value
}

const lacks = (fields: readonly string[]): string => `Profilen saknar kod för ${fields.join(', ')}.`

async function build(place: ReturnPlace, flags: Flags): Promise<ExitCode> {
  const out = needed(flags, 'out', 'uppgiften')
  const file = await built(place, flags)
  if (file.built.uncoded.length > 0) throw new Refused(`${lacks(file.built.uncoded)} Inget är skrivet.`)
  const paths = await writeFiles(out, await returnFiles(file))
  if (flags.values['json'] === true) await printJson({ ...asJson(file), files: paths })
  else await print(`${summaryOf(file)}\n${paths.map((path) => `Skrivet: ${path}\n`).join('')}`)
  return errorsAmong(file.broken).length > 0 ? exit.exceptions : exit.done
}

async function check(place: ReturnPlace, flags: Flags): Promise<ExitCode> {
  const file = await built(place, flags)
  const out = text(flags, 'out')
  if (out !== null) await writeFiles(out, [await sheet(`${stemOf(file.fileName)}-kontroller`, brokenColumns, brokenRows(file))])
  if (flags.values['json'] === true) {
    await printJson({ ...asJson(file), broken: brokenJson(file) })
  } else await print(`${summaryOf(file)}\n${file.broken.length === 0 ? '' : `${brokenTable(file)}\n`}`)
  return errorsAmong(file.broken).length > 0 ? exit.exceptions : exit.done
}

const waiting = new Set(['broken-controls', 'empty', 'would-replace'])

/** The one line of a refusal, with what can be done from here. */
function refusal(made: DeliverAnswer): Failure {
  if (made.granted) throw new Error('a delivery was not refused')
  const { reason, last, file } = made
  const flag = { 'broken-controls': ' (--despite-errors)', empty: ' (--empty-is-right)' }[reason as 'empty'] ?? ''
  const replaced =
    last === undefined || last === null
      ? 'Det finns ingen tidigare leverans: ta bort --replaces.'
      : `Senast: ${deliveryText(last)}. Skriv --replaces ${last.nth}.`
  const more = [
    ...(reason === 'would-replace' ? [replaced] : []),
    ...(reason === 'uncoded' && file !== undefined ? [lacks(file.built.uncoded)] : []),
    ...(reason === 'broken-controls' && file !== undefined
      ? [`Fel: ${errorsAmong(file.broken).length}. ./lots return check visar dem.`]
      : []),
  ]
  const code = waiting.has(reason)
    ? exit.stopped
    : reason === 'night-is-running' || reason === 'somebody-is-saving'
      ? exit.internal
      : exit.refused
  return new Failure([`${texts.refusals[reason]}${flag}`, ...more].join(' '), code)
}

/** @throws Refused when it is no number of a delivery */
function replacedBy(flags: Flags): number {
  const value = text(flags, 'replaces')
  if (value !== null && !/^[1-9]\d{0,3}$/.test(value))
    throw new Refused(`--replaces ${value} är inte en leverans nummer. Skriv till exempel --replaces 1.`)
  return Number(value ?? 0)
}

async function deliver(place: ReturnPlace, flags: Flags): Promise<ExitCode> {
  const [half, out] = [halfOf(flags), needed(flags, 'out', 'uppgiften')]
  if (text(flags, 'as-known-at') !== null)
    throw new Refused('Det som levereras är det som är känt nu. Ta bort --as-known-at, eller bygg med return build.')
  const made = await deliverReturn(place, {
    half,
    today: todayInSweden(),
    by: { name: actor, staffId: null },
    replaces: replacedBy(flags),
    despiteErrors: flags.values['despite-errors'] === true,
    emptyIsRight: flags.values['empty-is-right'] === true,
  })
  if (!made.granted) throw refusal(made)
  const { delivery, file } = made.value
  const paths = await writeFiles(out, await returnFiles(file))
  if (flags.values['json'] === true)
    await printJson({ ...asJson(file), delivery: delivery.nth, asKnownAt: delivery.asKnownAt, files: paths })
  else {
    const told = [
      summaryOf(file),
      `Levererad: ${deliveryText(delivery)}`,
      `Känt till och med: ${delivery.asKnownAt}`,
      ...paths.map((path) => `Skrivet: ${path}`),
    ]
    await print(`${[...told, texts.replaces, 'Skriv in kvittensen: ./lots return receipt NUMMER.'].join('\n')}\n`)
  }
  return exit.done
}

async function diff(place: ReturnPlace, flags: Flags): Promise<ExitCode> {
  const asOf = await asOfFlags(flags, place.pool)
  const half = halfOf(flags)
  const made = await diffSinceDelivery(place, { half, today: todayInSweden(), asOf, actor })
  if (!made.granted)
    throw new Refused(
      made.reason === 'never-delivered'
        ? `Halvåret ${half} är inte levererat: det finns inget att jämföra med.`
        : texts.refusals[made.reason],
    )
  const out = text(flags, 'out')
  if (out !== null)
    await writeFiles(out, [await sheet(`${stemOf(made.value.delivery.fileName)}-andringar`, diffColumns, diffRows(made.value))])
  if (flags.values['json'] === true) await printJson(diffJson(made.value))
  else await print(diffText(made.value))
  return made.value.isSame ? exit.done : exit.exceptions
}

const receiptProblems = {
  missing: 'Leveransen finns inte.',
  'no-number': 'Skriv kvittensnumret som det står: bokstäver, siffror, punkt, snedstreck, kolon eller bindestreck.',
  'has-receipt': 'Den senaste leveransen har redan en kvittens. Den ändras inte.',
} as const

async function receipt({ pool }: ReturnPlace, flags: Flags, number: string): Promise<ExitCode> {
  const half = halfOf(flags)
  const [last] = await readDeliveries(pool, half)
  if (last === undefined) throw new Refused(`Halvåret ${half} är inte levererat: det finns inget att kvittera.`)
  const made = await recordReceipt(pool, { deliveryId: last.deliveryId, number, by: { name: actor, staffId: null } })
  if (!made.granted) throw new Refused(receiptProblems[made.reason])
  await print(`Kvitterad: ${deliveryText(made.value)}\n`)
  return exit.done
}

const verbs: Readonly<Record<string, (place: ReturnPlace, flags: Flags) => Promise<ExitCode>>> = {
  build,
  check,
  deliver,
  diff,
  profile: profileVerb,
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const string = { type: 'string' } as const
  const boolean = { type: 'boolean' } as const
  const named = { municipality: string, half: string, 'as-known-at': string, out: string, replaces: string, from: string }
  const flags = readFlags(args, { ...named, 'despite-errors': boolean, 'empty-is-right': boolean, json: boolean })
  const [verb = '', ...more] = flags.positionals
  const act =
    verb === 'receipt' && more.length === 1
      ? (place: ReturnPlace) => receipt(place, flags, more[0] ?? '')
      : more.length === 0
        ? verbs[verb]
        : undefined
  if (act === undefined) throw new Refused('Skriv return build, check, deliver, diff, receipt eller profile. Se --help.')
  const code = municipalityOf(flags)
  return withInstallation(flags, async (installation) => act({ code, pool: (await installation.open(code)).pool }, flags))
}

export const returnCommand: Command = { help, run }
