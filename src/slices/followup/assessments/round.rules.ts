/** How a youth stands in the round of a quarter. Pure. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { assessmentDue } from './assessments.rules.ts'
import type { Assessment, Presence } from './assessments.types.ts'

export const roundStandings = ['late', 'begun', 'waiting', 'done'] as const
export type RoundStanding = (typeof roundStandings)[number]

/** The standing and what it rests on; `assessment` null: not begun. */
export type InRound = { readonly standing: RoundStanding; readonly assessment: Assessment | null }

/** Null: the quarter asks for no assessment of the youth, and none was begun. */
export function inRound(
  { presence, assessments }: { readonly presence: Presence; readonly assessments: readonly Assessment[] },
  quarter: PlainDate,
  today: PlainDate,
  routine: Pick<Routine, 'newcomerDays'>,
): InRound | null {
  const assessment = assessments.find((one) => one.quarter === quarter) ?? null
  const dueOn = assessmentDue(presence, quarter, routine)
  if (assessment !== null && assessment.assessedOn !== null) return { standing: 'done', assessment }
  if (dueOn === null && assessment === null) return null
  if (dueOn !== null && dueOn < today) return { standing: 'late', assessment }
  return { standing: assessment === null ? 'waiting' : 'begun', assessment }
}
