/** The figures of outreach from facts as they were known: the same rules, handed what was known then. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { coveredOn, isIn, periodsIn, standingMeasures, windowOf } from './facts.rules.ts'
import type { Facts } from './facts.types.ts'
import type { FigureSource } from './figures.rules.ts'
import type { FigureContact, FigureEntry, FigureMeasure, FigurePlace, FigureQuestion } from './figures.types.ts'

/** What outreach is counted from, entries without their waits: those ask when a youth should have been begun with. */
export type KnownSource = Omit<FigureSource, 'entries' | 'measures'> & {
  readonly entries: readonly FigureEntry[]
  readonly measures: readonly FigureMeasure[]
}

/** The facts as the figures of outreach read them. */
export function outreachSource({ youths }: Facts, { fromOn, untilOn }: FigureQuestion, today: PlainDate): KnownSource {
  const window = windowOf({ fromOn, untilOn, on: today, by: [] })
  const contacts: FigureContact[] = []
  const entries: FigureEntry[] = []
  const covered: FigurePlace[] = []
  const measures: FigureMeasure[] = []
  for (const youth of youths) {
    const { personId, unitId, districtId } = youth
    for (const contact of youth.contacts) contacts.push({ ...contact, personId, counts: true, isCovered: coveredOn(youth, contact.on) })
    for (const period of youth.periods) {
      if (isIn(window, period.fromOn)) entries.push({ personId, enteredOn: period.fromOn, untilOn: period.untilOn, unitId, districtId })
    }
    if (periodsIn(youth, window).length > 0) covered.push({ personId, unitId, districtId })
    for (const one of standingMeasures(youth)) {
      if (isIn(window, one.fromOn)) {
        measures.push({ personId, isCovered: coveredOn(youth, one.fromOn), unitId: one.unitId, districtId: one.districtId })
      }
    }
  }
  return { contacts, entries, covered, measures }
}
