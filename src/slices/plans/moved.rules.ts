/** Which steps have moved between two versions: as few as can explain the new order. */
import { planColumns, type PlanStep } from './plans.types.ts'

/** Which place a step has in its column, from one. */
export const placeOf = ({ stepId, column }: PlanStep, among: readonly PlanStep[]): number =>
  among.filter((step) => step.column === column).findIndex((step) => step.stepId === stepId) + 1

type Run = { readonly ids: readonly string[]; readonly last: number; readonly weight: number }

/** The heaviest run of ids, in their order, whose earlier places ascend. */
function heaviestRun(
  ids: readonly string[],
  placeBefore: ReadonlyMap<string, number>,
  weightOf: (id: string) => number,
): readonly string[] {
  const none: Run = { ids: [], last: -1, weight: 0 }
  const heavier = (one: Run, other: Run): Run => (other.weight > one.weight ? other : one)
  const runs: Run[] = []
  for (const id of ids) {
    const at = placeBefore.get(id) ?? 0
    const { ids: earlier, weight } = runs.filter(({ last }) => last < at).reduce(heavier, none)
    runs.push({ ids: [...earlier, id], last: at, weight: weight + weightOf(id) })
  }
  return runs.reduce(heavier, none).ids
}

/**
 * The ids of the steps that have moved within their column. New and gone steps move nobody. Of two that changed places the one whose words
 * changed too (`changed`) is said to have moved, so that as few lines as can be differ, whichever version is read first.
 */
export function movedSteps(before: readonly PlanStep[], after: readonly PlanStep[], changed: ReadonlySet<string>): ReadonlySet<string> {
  const moved = planColumns.flatMap((column) => {
    const [was, is] = [before, after].map((steps) => steps.filter((step) => step.column === column).map(({ stepId }) => stepId))
    const placeBefore = new Map((was ?? []).map((id, place) => [id, place]))
    const common = (is ?? []).filter((id) => placeBefore.has(id))
    const kept = new Set(heaviestRun(common, placeBefore, (id) => (changed.has(id) ? 1 : common.length + 1)))
    return common.filter((id) => !kept.has(id))
  })
  return new Set(moved)
}
