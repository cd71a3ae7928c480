/** From what happened, one by one, to a summary youth by youth. */
import type { Happening, HappeningKind, Told, YouthMeanwhile } from './summary.types.ts'

/** The order that counts stand in. */
export const happeningKinds = [
  'reached',
  'reply',
  'attempt',
  'entered',
  'given',
  'left',
  'taken',
] as const satisfies readonly HappeningKind[]

/** What reaches or comes from a youth, and what is counted apart when the youth is not covered; who came in or left always counts. */
const ofTheDay: ReadonlySet<HappeningKind> = new Set(['reached', 'reply', 'attempt'])
const isOutside = ({ happening, isCovered }: Told): boolean => !isCovered && ofTheDay.has(happening.kind)

/** The counts of the covered, and how much was done outside the target group. */
export function countedApart(told: readonly Told[]): { readonly counts: Record<HappeningKind, number>; readonly outside: number } {
  const inside = told.filter((one) => !isOutside(one))
  return { counts: countsOf(inside.map(({ happening }) => happening)), outside: told.length - inside.length }
}

/** How many there were of each. */
function countsOf(happenings: readonly Happening[]): Record<HappeningKind, number> {
  const counts: Record<HappeningKind, number> = { reached: 0, reply: 0, attempt: 0, entered: 0, given: 0, left: 0, taken: 0 }
  for (const { kind } of happenings) counts[kind]++
  return counts
}

const latest = ({ happenings }: YouthMeanwhile): string => happenings.reduce((last, { on }) => (on > last ? on : last), '')

/** Youths in the order of what happened last, the latest first; each with what happened in order. */
export function byYouth(told: readonly Told[]): YouthMeanwhile[] {
  const youths = new Map<string, YouthMeanwhile & { readonly happenings: Happening[] }>()
  for (const { happening, isCovered: _, ...youth } of told) {
    const known = youths.get(youth.subjectId)
    if (known === undefined) youths.set(youth.subjectId, { ...youth, happenings: [happening] })
    else known.happenings.push(happening)
  }
  return [...youths.values()].toSorted((a, b) => latest(b).localeCompare(latest(a)))
}
