/** Reading a profile that somebody wrote: what is unknown or missing is said field by field, and nothing is used. */
import type { z } from 'zod'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { profileShape } from './profile-shape.rules.ts'
import type { Profile } from './profile.types.ts'

export const profileFaults = [
  'not-readable',
  'unknown-field',
  'missing',
  'no-code',
  'not-a-code',
  'not-a-choice',
  'other-half',
  'column-twice',
  'field-or-constant',
  'number-has-no-column',
  'record-type-has-no-column',
] as const
export type ProfileFault = (typeof profileFaults)[number]

/** What is wrong and where: `field` is the way to it, as `codes.exitReasons.moved`. */
export type ProfileProblem = { readonly field: string; readonly fault: ProfileFault }

/** What the municipality's mapping must have a code for: its catalogue's items that have none there, and the reasons that measures end for. */
export type KnownKeys = { readonly items: readonly string[]; readonly endReasons: readonly string[] }

const at = (path: readonly PropertyKey[]): string => path.map(String).join('.')

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value
  for (const key of path) found = typeof found === 'object' && found !== null ? (found as Record<PropertyKey, unknown>)[key] : undefined
  return found
}

function problemsOfIssue(value: unknown, issue: z.core.$ZodIssue): ProfileProblem[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: at([...path, key]), fault: 'unknown-field' }))
  if (issue.code === 'invalid_key') return [{ field: at(path), fault: 'unknown-field' }]
  if (path.length === 0) return [{ field: '', fault: 'not-readable' }]
  if (path[0] === 'columns' && path[2] === 'field') return [{ field: at(path), fault: 'unknown-field' }]
  const isCode = path[0] === 'codes' && path.length === 3
  if (valueAt(value, path) === undefined || valueAt(value, path) === '') return [{ field: at(path), fault: isCode ? 'no-code' : 'missing' }]
  return [{ field: at(path), fault: isCode ? 'not-a-code' : 'not-a-choice' }]
}

function twice(names: readonly string[]): ProfileProblem[] {
  const isRepeated = (name: string, index: number): boolean =>
    names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < index
  return names.flatMap((name, index) =>
    isRepeated(name, index) ? [{ field: `columns.${index}.name`, fault: 'column-twice' } as const] : [],
  )
}

const hasColumn = ({ columns }: Profile, field: string): boolean => columns.some((column) => column.field === field)

function columnProblems(profile: Profile): ProfileProblem[] {
  return [
    ...twice(profile.columns.map(({ name }) => name)),
    ...profile.columns.flatMap(({ field, constant }, index): ProfileProblem[] =>
      (field === undefined) === (constant === undefined) ? [{ field: `columns.${index}`, fault: 'field-or-constant' }] : [],
    ),
    ...(hasColumn(profile, 'identityNumber') ? [] : [{ field: 'columns', fault: 'number-has-no-column' } as const]),
    ...(profile.file.layout === 'youthRows' || hasColumn(profile, 'recordType')
      ? []
      : [{ field: 'columns', fault: 'record-type-has-no-column' } as const]),
  ]
}

const uncoded = ({ codes }: Profile, { items, endReasons }: KnownKeys): ProfileProblem[] => [
  ...items
    .filter((key) => codes.measureKinds[key] === undefined)
    .map((key): ProfileProblem => ({ field: `codes.measureKinds.${key}`, fault: 'no-code' })),
  ...endReasons
    .filter((key) => codes.measureEndReasons[key] === undefined)
    .map((key): ProfileProblem => ({ field: `codes.measureEndReasons.${key}`, fault: 'no-code' })),
]

type Read = Decision<Profile, 'problems'> & { readonly problems?: readonly ProfileProblem[] }
const wrong = (problems: readonly ProfileProblem[]): Read => ({ ...refuse('problems'), problems })

/** Reads a profile for the half-year. Refused with all that is wrong, each at its field. */
export function readProfile(value: unknown, half: string, known: KnownKeys): Read {
  const parsed = profileShape.safeParse(value)
  if (!parsed.success) return wrong(parsed.error.issues.flatMap((issue) => problemsOfIssue(value, issue)))
  const profile = parsed.data
  const otherHalf: ProfileProblem[] = profile.half === half ? [] : [{ field: 'half', fault: 'other-half' }]
  const problems = [...otherHalf, ...columnProblems(profile), ...uncoded(profile, known)]
  return problems.length > 0 ? wrong(problems) : grant(profile)
}

/** The value that a text in JSON holds; null when it is no JSON. */
export function valueOf(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same with the version that it is saved as, whatever its writer put there. */
export const numbered = (value: unknown, version: number): unknown => (isObject(value) ? { ...value, version } : value)

/** A profile of one half-year as the beginning of another's: what was verified for one is a draft for the next. */
export const profileFor = (profile: Profile, half: string): Profile => ({ ...profile, half, status: 'draft' })

/** The same whatever the order that its keys were stored in. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inOrder(one)]),
  )
}

/** Whether two profiles say the same; their version numbers say nothing. */
export const isSameProfile = (a: Profile, b: Profile): boolean =>
  JSON.stringify(inOrder({ ...a, version: 0 })) === JSON.stringify(inOrder({ ...b, version: 0 }))
