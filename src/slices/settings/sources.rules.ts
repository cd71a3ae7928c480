/** The settings that watch over the sources, as a form says them: when a read is stopped, and when a source is no longer fresh. */
import type { StoredValue } from './draft.rules.ts'
import type { FreshDays, GuardSettings } from './settings.rules.ts'

/** The form as typed; shares in whole per cent. `freshBySource`: lines of `source: days`. */
export type TypedSources = {
  readonly fewer: string
  readonly more: string
  readonly people: string
  readonly freshDays: string
  readonly freshBySource: string
}

export type SourcesDraft = { readonly guard: GuardSettings; readonly freshDays: FreshDays }
export type SourcesProblem = 'not-a-share' | 'not-a-number' | 'not-fresh-days' | 'not-a-source-line'
export type SourcesProblemAt = { readonly field: string; readonly problem: SourcesProblem }

const mostDays = 366

function whole(text: string, most: number): number | null {
  const isWhole = /^\d{1,6}$/.test(text.trim()) && Number(text) <= most
  return isWhole ? Number(text) : null
}

const isDays = (days: number): boolean => days >= 1 && days <= mostDays

/** `source: days`, one a line; null when a line is something else. */
function bySource(text: string): Record<string, number> | null {
  const found = new Map<string, number>()
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [, name = '', days = ''] = /^([^:]{1,60}):\s*(\d{1,3})$/.exec(line) ?? []
    if (name.trim() === '' || !isDays(Number(days)) || found.has(name.trim())) return null
    found.set(name.trim(), Number(days))
  }
  return Object.fromEntries(found)
}

/** The draft that the form says, or what is wrong field by field. */
export function readSources(typed: TypedSources): { draft: SourcesDraft; problems: readonly SourcesProblemAt[] } {
  const problems: SourcesProblemAt[] = []
  const read = (field: keyof TypedSources, most: number, problem: SourcesProblem): number => {
    const value = whole(typed[field], most)
    if (value === null) problems.push({ field, problem })
    return value ?? 0
  }
  const guard = {
    fewer: read('fewer', 100, 'not-a-share') / 100,
    more: read('more', 1000, 'not-a-share') / 100,
    people: read('people', 100_000, 'not-a-number'),
  }
  const days = read('freshDays', mostDays, 'not-fresh-days')
  if (problems.every(({ field }) => field !== 'freshDays') && !isDays(days))
    problems.push({ field: 'freshDays', problem: 'not-fresh-days' })
  const sources = bySource(typed.freshBySource)
  if (sources === null) problems.push({ field: 'freshBySource', problem: 'not-a-source-line' })
  return { draft: { guard, freshDays: { days, bySource: sources ?? {} } }, problems }
}

const percent = (share: number): string => String(Math.round(share * 100))

/** Sources with a number of days of their own, one a line. */
export const writeBySource = ({ bySource: days }: FreshDays): string =>
  Object.entries(days)
    .map(([name, count]) => `${name}: ${count}`)
    .join('\n')

/** The settings in force as the form shows them. */
export const typedSources = ({ guard, freshDays }: SourcesDraft): TypedSources => ({
  fewer: percent(guard.fewer),
  more: percent(guard.more),
  people: String(guard.people),
  freshDays: String(freshDays.days),
  freshBySource: writeBySource(freshDays),
})

/** Each source's own days under its own key; null: it has none any more. */
function ownChanges(present: FreshDays['bySource'], draft: FreshDays['bySource']): StoredValue[] {
  const names = [...new Set([...Object.keys(present), ...Object.keys(draft)])].toSorted()
  return names
    .filter((name) => present[name] !== draft[name])
    .map((name) => ({ key: `sources.freshDays.${name}`, value: draft[name] ?? null }))
}

/** What must be stored for the draft to be in force: only what differs. */
export function sourceChangesOf(present: SourcesDraft, draft: SourcesDraft): StoredValue[] {
  const changes: StoredValue[] = []
  const { guard, freshDays } = present
  if (guard.fewer !== draft.guard.fewer || guard.more !== draft.guard.more || guard.people !== draft.guard.people) {
    changes.push({ key: 'guard', value: draft.guard })
  }
  if (freshDays.days !== draft.freshDays.days) changes.push({ key: 'sources.freshDays', value: draft.freshDays.days })
  return [...changes, ...ownChanges(freshDays.bySource, draft.freshDays.bySource)]
}
