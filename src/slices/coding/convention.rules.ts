/**
 * What a convention may say. The law decides who leaves the register, another actor's kind is never kept, and asked in vain is not known none: an
 * event that these decide has no line in a convention (DOMAIN.md 2, 3, 6).
 */
import { z } from 'zod'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Occupation } from '../ladder/index.ts'
import { freeEvents, lockedEvents, responsibles, type CodingLine, type Convention, type FreeEvent } from './coding.types.ts'

/** Occupations that a convention may give: upper secondary abroad ends coverage, and unknown was asked in vain. */
export const freeOccupations = ['work', 'studies', 'abroad', 'other', 'none'] as const satisfies readonly Occupation[]

const longestConventionName = 60

const measure = z.strictObject({ item: z.string().regex(/^[a-zA-Z0-9]{1,40}$/), responsible: z.enum(responsibles) }).readonly()
const line: z.ZodType<CodingLine> = z
  .strictObject({ occupation: z.enum(freeOccupations).nullable(), measure: measure.nullable() })
  .readonly()
const lines = z.strictObject(Object.fromEntries(freeEvents.map((event) => [event, line])) as Record<FreeEvent, typeof line>)

/** A municipality's own convention as it is stored and as files hold it. */
export const ownShape = z.strictObject({
  version: z.int().min(1),
  name: z.string().trim().min(1).max(longestConventionName),
  lines,
})

/** The municipality's own convention. */
export type OwnConvention = z.infer<typeof ownShape>
/** What somebody wants it to be: the version is given when it is saved. */
export type ConventionDraft = Omit<OwnConvention, 'version'>

/** The key that it is chosen by. */
const ownKey = 'egen'

/** The own convention as any other. */
export const conventionOf = ({ version, name, lines: own }: OwnConvention): Convention => ({
  key: ownKey,
  version,
  origin: 'own',
  name,
  lines: own,
})

/** A shape that all shipped conventions have too; a test holds them to it. */
export const linesShape = lines

export type ConventionFault =
  | 'not-readable'
  | 'name-missing'
  | 'name-too-long'
  | 'line-missing'
  | 'unknown-event'
  | 'unknown-field'
  | 'decided-by-law'
  | 'unknown-occupation'
  | 'unknown-item'
  | 'item-not-valid'
  | 'unknown-responsible'
  | 'not-a-line'

/** What is wrong and where. `event` as it was written; null: the convention as a whole. */
export type ConventionProblem = { readonly event: string | null; readonly field: string | null; readonly fault: ConventionFault }

/** Whether an item of the catalogue is there, and whether measures may begin in it now. */
export type KnownItem = { readonly key: string; readonly isValid: boolean }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** Names that would let a convention say who leaves the register. */
const lawful: ReadonlySet<string> = new Set(['endsCoverage', 'leaves', 'declines'])
const isOneOf = (known: readonly string[], value: unknown): boolean => typeof value === 'string' && known.includes(value)

function measureProblems(event: string, value: unknown, items: readonly KnownItem[]): ConventionProblem[] {
  if (value === null) return []
  if (!isObject(value)) return [{ event, field: 'measure', fault: 'not-a-line' }]
  const { item, responsible, ...rest } = value
  const strange = Object.keys(rest).map((field): ConventionProblem => ({ event, field, fault: 'unknown-field' }))
  const known = items.find(({ key }) => key === item)
  const ofItem = known === undefined ? 'unknown-item' : known.isValid ? null : 'item-not-valid'
  return [
    ...strange,
    ...(ofItem === null ? [] : [{ event, field: 'item', fault: ofItem } as const]),
    ...(isOneOf(responsibles, responsible) ? [] : [{ event, field: 'responsible', fault: 'unknown-responsible' } as const]),
  ]
}

function lineProblems(event: string, value: unknown, items: readonly KnownItem[]): ConventionProblem[] {
  if (isOneOf(lockedEvents, event)) return [{ event, field: null, fault: 'decided-by-law' }]
  if (!isOneOf(freeEvents, event)) return [{ event, field: null, fault: 'unknown-event' }]
  if (!isObject(value) || !('occupation' in value) || !('measure' in value)) return [{ event, field: null, fault: 'not-a-line' }]
  const { occupation, measure: coded, ...rest } = value
  const strange = Object.keys(rest).map((field): ConventionProblem => ({
    event,
    field,
    fault: lawful.has(field) ? 'decided-by-law' : 'unknown-field',
  }))
  const isCode = occupation === null || isOneOf(freeOccupations, occupation)
  const isOfLaw = occupation === 'studiesAbroad' || occupation === 'unknown'
  return [
    ...strange,
    ...(isCode ? [] : [{ event, field: 'occupation', fault: isOfLaw ? 'decided-by-law' : 'unknown-occupation' } as const]),
    ...measureProblems(event, coded, items),
  ]
}

function nameProblems(name: unknown): ConventionProblem[] {
  if (typeof name !== 'string' || name.trim() === '') return [{ event: null, field: 'name', fault: 'name-missing' }]
  return name.trim().length > longestConventionName ? [{ event: null, field: 'name', fault: 'name-too-long' }] : []
}

/** Everything that stands in the way of a convention; nothing when it can be used. */
export function problemsOf(value: unknown, items: readonly KnownItem[]): ConventionProblem[] {
  if (!isObject(value) || !isObject(value['lines'])) return [{ event: null, field: null, fault: 'not-readable' }]
  const { name, lines: given, version: _, ...rest } = value
  const strange = Object.keys(rest).map((field): ConventionProblem => ({ event: null, field, fault: 'unknown-field' }))
  const missing = freeEvents.filter((event) => !Object.hasOwn(given, event))
  return [
    ...nameProblems(name),
    ...strange,
    ...missing.map((event): ConventionProblem => ({ event, field: null, fault: 'line-missing' })),
    ...Object.entries(given).flatMap(([event, one]) => lineProblems(event, one, items)),
  ]
}

/** Reads a convention that somebody wrote. Refused with all that is wrong. */
export function readConvention(
  value: unknown,
  items: readonly KnownItem[],
): Decision<ConventionDraft, 'problems'> & { readonly problems?: readonly ConventionProblem[] } {
  const problems = problemsOf(value, items)
  if (problems.length > 0) return { ...refuse('problems'), problems }
  const { version: _, ...draft } = ownShape.parse({ ...(value as object), version: 1 })
  return grant(draft)
}
