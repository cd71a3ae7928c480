/** Whether a step may be said of a youth on a day. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { RadarStanding } from './admissions.types.ts'
import type { Season } from './season.rules.ts'

export type StepRefusal = 'not-on-radar' | 'ahead' | 'outside-season'

/** Why not; null when it may. After the last day it may still be said, for the year that is not over. */
export function stepRefusal(
  on: PlainDate,
  { fromOn, year }: Pick<Season, 'fromOn' | 'year'>,
  today: PlainDate,
  standing: RadarStanding | null,
): StepRefusal | null {
  if (standing === null) return 'not-on-radar'
  if (on > today) return 'ahead'
  return on < fromOn || Number(on.slice(0, 4)) !== year ? 'outside-season' : null
}
