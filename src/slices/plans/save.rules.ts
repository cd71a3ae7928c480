/** What saving a plan makes of it: its status, what the version is called, and whether there is anything to save. */
import { differencesBetween, type Compared } from './diff.rules.ts'
import { plannedIn } from './follow-up.rules.ts'
import type { Plan, PlanChange, PlanStatus } from './plans.types.ts'

/** Saved as a draft, or as what has been agreed. */
export const saveWays = ['draft', 'agreed'] as const
export type SaveAs = (typeof saveWays)[number]

/** A plan as versions are compared. */
export const comparedPlan = ({ goal, beginsOn, endsOn, noOtherActor, steps, followUps }: Plan): Compared => ({
  goal,
  beginsOn,
  endsOn,
  noOtherActor,
  steps,
  followUpDays: plannedIn(followUps).map(({ on }) => on),
})

/** What has been agreed is not a draft again. */
export const statusAfter = (before: PlanStatus | null, as: SaveAs): PlanStatus => (before === 'agreed' ? 'agreed' : as)

/** What the version is: null when nothing differs from the one before. */
export function changeOf(before: Plan | null, after: Compared, status: PlanStatus): PlanChange | null {
  if (before === null) return 'opened'
  const was = comparedPlan(before)
  if (differencesBetween(was, after).length > 0) return 'revised'
  return status === before.status ? null : 'agreed'
}
