/** ./lots person: manual facts and decisions, and which records and pupils are the same person. */
import { mayShow } from '../kernel/disclosure.ts'
import { parseIdentityNumber } from '../kernel/identity-number.ts'
import { parseMunicipalityCode } from '../kernel/municipality-code.ts'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { inTransaction } from '../platform/db/tx.ts'
import type { Decision } from '../platform/decision.ts'
import { dayOf, parseDate, type PlainDate } from '../platform/plain-date.ts'
import {
  linkPupil,
  mergeByHand,
  recordManualFact,
  unmergeByHand,
  withdrawManualFact,
  type ManualFact,
  type RunPlace,
} from '../slices/matching/index.ts'
import { listDuplicateCandidates, type DuplicateCandidate } from '../slices/register/index.ts'
import { dayOfFlags, municipalityOf, readFlags, text, type Flags } from './arguments.ts'
import { withInstallation, type Command } from './command.ts'
import { print, say, table } from './terminal.ts'

const help = `./lots person decide NUMMER covers|not --from DATUM [--until DATUM] --ground TEXT --by NAMN --municipality KOD
./lots person schooling-end NUMMER 7:13|7:14 [--until DATUM] --by NAMN --municipality KOD
./lots person stay NUMMER KOMMUN --from DATUM [--until DATUM] --by NAMN --municipality KOD
./lots person abroad NUMMER --from DATUM [--until DATUM] --by NAMN --municipality KOD
./lots person duplicates --municipality KOD
./lots person merge NUMMER BEHÅLL --ground TEXT --by NAMN --municipality KOD
./lots person unmerge NUMMER --by NAMN --municipality KOD
./lots person link ELEVID NUMMER --source KÄLLA --by NAMN --municipality KOD

Det som ingen källa säger: beslut och manuella uppgifter med grund och datum, samt poster som är samma människa.
  --withdraw    tar tillbaka en uppgift (samma slag och startdag); den går att läsa som den var känd då
  --until       för beslut och vistelse: första dagen som inte gäller; för 7:14 och utlandsstudier: sista dagen
  --on DATUM    dagen då uppgiften blir känd (annars i dag)
`

function number(written: string | undefined, on: PlainDate): string {
  const parsed = parseIdentityNumber(written ?? '', dayOf(on))
  if (typeof parsed === 'string' || parsed.kind === 'interim') throw new Refused('Ange ett giltigt personnummer eller samordningsnummer.')
  return parsed.reveal()
}

function required(flags: Flags, name: string): string {
  const value = text(flags, name)
  if (value === null || value.trim() === '') throw new Refused(`Ange --${name}. Se --help.`)
  return value
}

function date(flags: Flags, name: string): PlainDate | null {
  const value = text(flags, name)
  const parsed = value === null ? null : parseDate(value)
  if (value !== null && parsed === null) throw new Refused(`--${name} ${value} är inte ett datum.`)
  return parsed
}

const from = (flags: Flags): PlainDate => date(flags, 'from') ?? parseDate(required(flags, 'from')) ?? ('' as PlainDate)

/** Half-open days. @throws Refused when they end before they begin */
function days(flags: Flags): { fromOn: PlainDate; untilOn: PlainDate | null } {
  const [fromOn, untilOn] = [from(flags), date(flags, 'until')]
  if (untilOn !== null && untilOn <= fromOn) throw new Refused(`--until ${untilOn} måste vara senare än --from ${fromOn}.`)
  return { fromOn, untilOn }
}

/** Days whose last one is included. @throws Refused when they end before they begin */
function lastDays(flags: Flags): { startOn: PlainDate; endOn: PlainDate | null } {
  const [startOn, endOn] = [from(flags), date(flags, 'until')]
  if (endOn !== null && endOn < startOn) throw new Refused(`--until ${endOn} får inte vara före --from ${startOn}.`)
  return { startOn, endOn }
}

/** A decision that is taken back is found by its first day; only a new one needs its ground. */
const groundOf = (flags: Flags): string => (flags.values['withdraw'] === true ? '' : required(flags, 'ground'))

function stayIn(written: string | undefined): string {
  const code = parseMunicipalityCode(written ?? '')
  if (code === null) throw new Refused('Ange vistelsekommunens kod, fyra siffror.')
  return code
}

function factOf(verb: string, what: string | undefined, flags: Flags): ManualFact | null {
  const untilOn = date(flags, 'until')
  switch (verb) {
    case 'decide':
      if (what !== 'covers' && what !== 'not') throw new Refused('Skriv covers (omfattas) eller not (omfattas inte).')
      return { kind: 'decision', covers: what === 'covers', ...days(flags), ground: groundOf(flags) }
    case 'schooling-end':
      if (what === '7:13') return { kind: 'schooling-end', paragraph: '7:13' }
      if (what !== '7:14' || untilOn === null) throw new Refused('Skriv 7:13, eller 7:14 med --until.')
      return { kind: 'schooling-end', paragraph: '7:14', endOn: untilOn }
    case 'stay':
      return { kind: 'stay', municipality: stayIn(what), ...days(flags) }
    case 'abroad':
      return { kind: 'studies-abroad', ...lastDays(flags) }
    default:
      return null
  }
}

const refusals: Readonly<Record<string, string>> = {
  'no-such-person': 'Ingen med det numret är känd i kommunen.',
  'not-said': 'Det finns ingen sådan uppgift att ta tillbaka.',
  'already-one-person': 'Posterna är redan samma person.',
  'not-merged': 'Posten är inte sammanslagen med någon annan.',
}

/** A pupil's id as the source's rows have it: an interim number in its own form, anything else in small letters. */
function pupilIdOf(written: string, on: PlainDate): string {
  const interim = parseIdentityNumber(written, dayOf(on))
  return typeof interim !== 'string' && interim.kind === 'interim' ? interim.reveal() : written.trim().toLowerCase()
}

async function decide(flags: Flags, place: RunPlace): Promise<Decision<unknown, string>> {
  const [verb = '', first, second] = flags.positionals
  const saying = { by: required(flags, 'by'), on: dayOfFlags(flags) }
  if (verb === 'link') {
    return linkPupil(place, {
      ...saying,
      number: number(second, saying.on),
      source: required(flags, 'source'),
      pupilId: pupilIdOf(first ?? '', saying.on),
    })
  }
  const about = { ...saying, number: number(first, saying.on) }
  if (verb === 'merge') return mergeByHand(place, { ...about, keep: number(second, saying.on), ground: required(flags, 'ground') })
  if (verb === 'unmerge') return unmergeByHand(place, about)
  const fact = factOf(verb, second, flags)
  if (fact === null) throw new Refused('Kommandot person känner inte det ordet. Se --help.')
  return flags.values['withdraw'] === true ? withdrawManualFact(place, about, fact) : recordManualFact(place, about, fact)
}

const options = Object.fromEntries(
  ['municipality', 'from', 'until', 'ground', 'by', 'on', 'source'].map((name) => [name, { type: 'string' as const }]),
)

const mayShowPair = ({ protection }: DuplicateCandidate): boolean => mayShow('duplicates.cli', protection)

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, { ...options, withdraw: { type: 'boolean' } })
  const code = municipalityOf(flags)
  return withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    if (flags.positionals[0] === 'duplicates') {
      const pairs = await inTransaction(pool, async (tx) => (await listDuplicateCandidates(tx, 500)).filter(mayShowPair))
      const because = { 'same-name-and-birthday': 'samma namn och födelsedag', 'same-name-and-year': 'samma namn och födelseår' }
      await print(
        pairs.length === 0
          ? 'Inga troliga dubbletter.\n'
          : `${table(
              ['Nummer', 'Nummer', 'Varför'],
              pairs.map((one) => [one.first, one.second, because[one.because]]),
            )}\n`,
      )
      return exit.done
    }
    const decision = await decide(flags, { code, pool })
    if (!decision.granted) throw new Refused(refusals[decision.reason] ?? decision.reason)
    say('Sparat.')
    return exit.done
  })
}

export const person: Command = { help, run }
