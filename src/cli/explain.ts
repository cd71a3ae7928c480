/** ./lots explain: why a youth is listed, or is not, line by line. */
import { parseIdentityNumber } from '../kernel/identity-number.ts'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { dayOf, type PlainDate } from '../platform/plain-date.ts'
import { describeExplanation } from '../slices/law/index.ts'
import { explainPerson, periodsSeenOn, type ExplainedPerson } from '../slices/register/index.ts'
import { dayOfFlags, municipalityOf, readFlags } from './arguments.ts'
import { asOfFlags } from './as-of.ts'
import { withInstallation, type Command } from './command.ts'
import { print, printJson } from './terminal.ts'

const help = `./lots explain NUMMER --municipality KOD [--on DATUM] [--as-known-at TIDPUNKT] [--json]

Förklarar varför en ungdom omfattas eller inte: varje rad i regeln med fakta, källa och när den lästes.
  --on DATUM               dagen det gäller (annars i dag)
  --as-known-at TIDPUNKT   svara med det som var känt då
  --json                   {identityNumber, on, covered, reason, chain, periods}
  --data MAPP              datamapp (annars .data)
`

function asJson({ person, explanation }: ExplainedPerson, on: PlainDate): object {
  const { covered, reason, chain, periods } = explanation
  return {
    identityNumber: person.number,
    on,
    covered,
    reason,
    chain: chain.map(({ line, rule, holds, facts }) => ({ line, rule, holds, facts })),
    periods: periodsSeenOn(periods, dayOf(on)),
  }
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(args, {
    municipality: { type: 'string' },
    on: { type: 'string' },
    'as-known-at': { type: 'string' },
    json: { type: 'boolean' },
  })
  const [code, on] = [municipalityOf(flags), dayOfFlags(flags)]
  const [written, ...rest] = flags.positionals
  if (written === undefined || rest.length > 0) throw new Refused('Ange ett nummer att förklara.')
  const number = parseIdentityNumber(written, dayOf(on))
  if (typeof number === 'string') throw new Refused('Numret är inte ett giltigt personnummer eller samordningsnummer.')
  const found = await withInstallation(flags, async (installation) => {
    const { pool } = await installation.open(code)
    const question = { municipality: code, on: dayOf(on), asOf: await asOfFlags(flags, pool), actor: 'lots explain' }
    return explainPerson(pool, number, question, 'explain.cli')
  })
  if (found === null) throw new Refused(`Ingen med det numret är känd i kommunen ${code}.`)
  if (flags.values['json'] === true) await printJson(asJson(found, on))
  else await print(`${describeExplanation(found.explanation, found.person.number ?? '', on)}\n`)
  return exit.done
}

export const explainCommand: Command = { help, run }
