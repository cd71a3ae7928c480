/** Lists of names that a municipality keeps: search steps and departments. A key is given once and never changes; a name may. */
import { longestName, mostNamed, type Department, type SearchStep } from './outreach-settings.rules.ts'
import type { OutreachProblemAt } from './settings-draft.rules.ts'

/** A row as typed. `key` is empty for a new one, and a new row without a name is left out. `source` only search steps have. */
export type TypedNamed = { readonly key: string; readonly name: string; readonly source: string; readonly active: boolean }

type Named = Department & Partial<Pick<SearchStep, 'source'>>

export const typedNamed = (rows: readonly Named[]): TypedNamed[] =>
  rows.map(({ key, name, active, source }) => ({ key, name, active, source: source ?? '' }))

/** A key out of a name, that no other row has: letters and digits only, for it stands in the log and in what has been saved. */
export function keyOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .slice(0, 24)
    .toLowerCase()
  const base = plain === '' ? 'rad' : plain
  let key = base
  for (let n = 2; taken.has(key); n++) key = `${base}${n}`
  return key
}

/**
 * The rows that the form says. A row that was there keeps its key whatever its name, and is never taken away: it can be put out of use.
 * A key that is not one of ours is taken as new.
 */
export function readNamed(
  typed: readonly TypedNamed[],
  present: readonly Named[],
  field: 'step' | 'department',
  problems: OutreachProblemAt[],
): TypedNamed[] {
  const keys = new Set(present.map(({ key }) => key))
  const names = new Set<string>()
  const rows: TypedNamed[] = []
  typed.forEach((one, index) => {
    const name = one.name.trim().replaceAll(/\s+/g, ' ')
    const isKnown = present.some(({ key }) => key === one.key)
    if (!isKnown && name === '') return
    const problem =
      name === '' ? 'name-missing' : name.length > longestName ? 'name-long' : names.has(name.toLowerCase()) ? 'name-twice' : null
    if (problem !== null) problems.push({ field: `${field}-${index}`, problem })
    names.add(name.toLowerCase())
    const key = isKnown ? one.key : keyOf(name, keys)
    keys.add(key)
    rows.push({ ...one, key, name })
  })
  const gone = present.filter(({ key }) => rows.every((row) => row.key !== key))
  const all = [...rows, ...typedNamed(gone)]
  if (all.length > mostNamed) problems.push({ field: `${field}-0`, problem: 'too-many', most: mostNamed })
  if (all.every(({ active }) => !active)) problems.push({ field: `${field}-0`, problem: 'none-active' })
  return all
}
