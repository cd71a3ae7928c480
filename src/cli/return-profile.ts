/** ./lots return profile: the half-year's profile as JSON, and saving the municipality's own from a file. */
import { readFile } from 'node:fs/promises'
import { exit, Refused, type ExitCode } from '../platform/failure.ts'
import { mustBeFile } from '../platform/text-file.ts'
import { parseHalfYear, readProfileOf, returnTexts, saveProfile, type ProfileProblem, type ReturnPlace } from '../slices/returns/index.ts'
import { text, type Flags } from './arguments.ts'
import { writeFiles } from './return-files.ts'
import { print } from './terminal.ts'

const texts = returnTexts.sv

const shownProblems = 5
/** The problems in one line: each field with what is wrong. */
function problemsText(problems: readonly ProfileProblem[]): string {
  const told = problems.slice(0, shownProblems).map(({ field, fault }) => `${field === '' ? 'profilen' : field}: ${texts.faults[fault]}`)
  const rest = problems.length - told.length
  return `Profilen är inte sparad. ${told.join(' ')}${rest > 0 ? ` Och ${rest} fel till.` : ''}`
}

async function save({ pool }: ReturnPlace, half: string, path: string): Promise<ExitCode> {
  mustBeFile(path)
  const given = await readFile(path, 'utf8')
  const made = await saveProfile(pool, { half, given, version: null, by: { name: 'lots return', staffId: null } })
  if (!made.granted) throw new Refused(made.reason === 'problems' ? problemsText(made.problems ?? []) : texts.refusals['no-such-half-year'])
  await print(`Kommunens egen profil för ${half} är sparad som version ${made.value.version}.\n`)
  return exit.done
}

/** Shows or saves the profile of the flags. @throws Refused when there is no such half-year, or the file is no profile */
export async function profileVerb(place: ReturnPlace, flags: Flags): Promise<ExitCode> {
  const written = text(flags, 'half')
  if (written === null) throw new Refused('Ange --half, till exempel --half 2026H1.')
  const half = parseHalfYear(written)?.key ?? written
  const [from, out] = [text(flags, 'from'), text(flags, 'out')]
  if (from !== null) return save(place, half, from)
  const found = await readProfileOf(place.pool, half)
  if (found === null || found.draft === null) throw new Refused(texts.refusals['no-such-half-year'])
  const json = `${JSON.stringify(found.draft, null, 2)}\n`
  if (out === null) await print(json)
  else {
    const [path] = await writeFiles(out, [{ name: `profil-${half}.json`, content: new TextEncoder().encode(json) }])
    const origin =
      found.inForce === null
        ? 'ett förslag ur ett annat halvårs profil'
        : found.inForce.origin === 'own'
          ? 'kommunens egen'
          : 'den levererade'
    await print(`Skrivet: ${path} (${origin})\n`)
  }
  return exit.done
}
