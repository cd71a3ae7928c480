/** Reading a command's flags: unknown and broken ones are refused with a line that says how to write them. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { parseMunicipalityCode, type MunicipalityCode } from '../kernel/municipality-code.ts'
import { todayInSweden } from '../platform/clock.ts'
import { Refused } from '../platform/failure.ts'
import { parseDate, type PlainDate } from '../platform/plain-date.ts'

type Options = NonNullable<ParseArgsConfig['options']>

export type Flags = {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly positionals: readonly string[]
}

const common: Options = { data: { type: 'string', default: '.data' }, help: { type: 'boolean', short: 'h' } }

/** @throws Refused naming the flag that is unknown or lacks its value */
export function readFlags(args: readonly string[], options: Options): Flags {
  try {
    return parseArgs({ args: [...args], options: { ...common, ...options }, allowPositionals: true, strict: true })
  } catch (error) {
    const flag = /'(-{1,2}[^' ]+)/.exec((error as Error).message)?.[1]
    throw new Refused(
      flag === undefined ? 'Flaggorna går inte att läsa. Se --help.' : `Flaggan ${flag} är okänd eller saknar värde. Se --help.`,
    )
  }
}

export const text = (flags: Flags, name: string): string | null => {
  const value = flags.values[name]
  return typeof value === 'string' ? value : null
}

/** @throws Refused when it is missing or cannot be a Swedish municipality's */
export function municipalityOf(flags: Flags): MunicipalityCode {
  const value = text(flags, 'municipality')
  if (value === null) throw new Refused('Ange kommunen med --municipality, till exempel --municipality 0180.')
  const code = parseMunicipalityCode(value)
  if (code === null) throw new Refused(`Det finns ingen kommun med koden ${value}. En kommunkod är fyra siffror, till exempel 0180.`)
  return code
}

/** The day asked for; today in Sweden when none is. */
export function dayOfFlags(flags: Flags): PlainDate {
  const value = text(flags, 'on')
  if (value === null) return todayInSweden()
  const date = parseDate(value)
  if (date === null) throw new Refused(`--on ${value} är inte ett datum. Skriv till exempel --on 2026-11-21.`)
  return date
}
