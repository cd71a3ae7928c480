/** SS 12000 persons from files: one response body, or an array of such bodies (FEEDS.md 2). */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { Refused } from '../../../platform/failure.ts'
import { mustBeFile } from '../../../platform/text-file.ts'
import type { ReadContext } from '../feeds.types.ts'
import { parsePerson, type ParsedPerson } from './schools.parser.ts'

const Body = z.looseObject({ data: z.array(z.unknown()), pageToken: z.string().nullish() })
const Bodies = z.union([Body.transform((body) => [body]), z.array(Body).min(1)])

function textOfFile(path: string): string {
  mustBeFile(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof TypeError) throw new Refused(`${basename(path)} är inte giltig UTF-8. Inget är inläst.`)
    throw error
  }
}

function bodiesOf(path: string): z.infer<typeof Bodies> {
  let json: unknown
  try {
    json = JSON.parse(textOfFile(path))
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Refused(`${basename(path)} är inte giltig JSON: den är trasig eller avklippt. Inget är inläst.`)
    throw error
  }
  const parsed = Bodies.safeParse(json)
  if (!parsed.success) throw new Refused(`${basename(path)} är inte ett SS 12000-svar ({"data":[...],"pageToken":null}). Inget är inläst.`)
  return parsed.data
}

/** All persons of the files, a body at a time. @throws Refused when a file is no such body, or says that more pages follow */
export function* readSchools(paths: readonly string[], context: ReadContext): Generator<ParsedPerson[]> {
  for (const path of paths) {
    const bodies = bodiesOf(path)
    // A roster that is not read to its end must never make anybody look withdrawn.
    if ((bodies.at(-1)?.pageToken ?? null) !== null)
      throw new Refused(`${basename(path)} slutar med en pageToken: fler sidor saknas. Inget är inläst.`)
    const name = basename(path)
    let row = 0
    for (const { data } of bodies) yield data.map((person) => parsePerson(person, `${name}, person ${++row}`, context))
  }
}
