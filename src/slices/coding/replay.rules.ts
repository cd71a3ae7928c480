/**
 * Coding the past anew by another convention: what becomes of each event, and what is left as it is because somebody has acted since.
 */
import { codesOf } from './codes.rules.ts'
import type { CodingLine, Convention } from './coding.types.ts'
import type { LeftReason, PastCoding, ReplayStep } from './replay.types.ts'

const nothing = { does: 'nothing' } as const
const leave = (why: LeftReason) => ({ does: 'leave', why }) as const

function occupationPart({ written, isTakenBack, isSaidSince }: PastCoding, to: CodingLine['occupation']): ReplayStep['occupation'] {
  if (written.occupation === to) return nothing
  if (isTakenBack) return leave('taken-back')
  return isSaidSince ? leave('said-since') : { does: 'write', to }
}

type IsValid = (item: string) => boolean

function measurePart(
  { written, isTakenBack, isMeasureTouched }: PastCoding,
  to: CodingLine['measure'],
  isValid: IsValid,
): ReplayStep['measure'] {
  if (written.measure?.item === to?.item && written.measure?.responsible === to?.responsible) return nothing
  if (isTakenBack) return leave('taken-back')
  if (isMeasureTouched) return leave('measure-touched')
  return to === null || isValid(to.item) ? { does: 'write', to } : leave('item-not-valid')
}

/**
 * What becomes of a coding. Each is judged by itself: what was coded later is coded anew too. `isValid`: whether measures of the item could begin
 * that day.
 */
export function stepOf(coding: PastCoding, convention: Convention, isValid: IsValid = () => true): ReplayStep {
  const to = codesOf(coding.event, convention)
  return { coding, occupation: occupationPart(coding, to.occupation), measure: measurePart(coding, to.measure, isValid) }
}

/** Whether anything is written. */
export const writes = ({ occupation, measure }: ReplayStep): boolean => occupation.does === 'write' || measure.does === 'write'
/** Whether something would be, had nobody acted since. */
export const leaves = ({ occupation, measure }: ReplayStep): boolean => occupation.does === 'leave' || measure.does === 'leave'

/** The codes that stand after the step. */
export const lineAfter = ({ coding, occupation, measure }: ReplayStep): CodingLine => ({
  occupation: occupation.does === 'write' ? occupation.to : coding.written.occupation,
  measure: measure.does === 'write' ? measure.to : coding.written.measure,
})

/** How many of each kind of change. */
export type ReplayCount = { readonly before: string; readonly after: string; readonly n: number }

/** Changes counted by what they go from and to. `wordsOf` names a line. */
export function countsOf(steps: readonly ReplayStep[], wordsOf: (line: CodingLine) => string): ReplayCount[] {
  const counts = new Map<string, ReplayCount>()
  for (const step of steps.filter(writes)) {
    const [before, after] = [wordsOf(step.coding.written), wordsOf(lineAfter(step))]
    const key = `${before} → ${after}`
    counts.set(key, { before, after, n: (counts.get(key)?.n ?? 0) + 1 })
  }
  return [...counts.values()].toSorted((a, b) => b.n - a.n)
}
