/** What is done with the demo's youths besides reaching them: measures, plans, what they do, what was coded, and support outside the target group. */
import type { Desk } from './demo-outreach-desk.ts'
import { readCases, shifted, talked, type Cases } from './demo-cases.ts'
import { fillCodings } from './demo-codings.ts'
import { fillDesk } from './demo-measures-desk.ts'
import { fillPast, fillYear, measured, type Planned } from './demo-measures.ts'
import { fillOccupations } from './demo-occupations.ts'
import { settlePast } from './demo-past.ts'
import { fillPlacements } from './demo-placements.ts'
import { fillPlans } from './demo-plans.ts'

const shares = { reached: 0.9, others: 0.6 }

/** Pupils who are watched are talked with and given support: it is counted apart. */
async function fillWatched({ place, at, today, watched }: Cases): Promise<void> {
  const support: readonly Planned[] = [
    { item: 'motivationalTalk', fromOn: at(-12), untilOn: at(25), note: 'Varannan vecka, på skolan.' },
    { item: 'guidance', fromOn: at(-8), untilOn: at(10) },
  ]
  for (const [nth, planned] of support.entries()) {
    const one = watched[nth]
    if (one === undefined) return
    // What was said of the first lapses within the fortnight.
    if (nth === 0) await talked(place, one, { on: shifted(today, -112), time: '09:30' }, { channel: 'phone', occupation: 'studies' })
    await talked(place, one, { on: at(-13 + nth * 3), time: '10:10' }, nth === 0 ? {} : { occupation: 'studies' })
    await measured(place, one, planned, planned.fromOn)
  }
}

/** Fills in all of it once, with youths whom nothing has happened to at the desks. */
export async function fillDemoSupport(desk: Desk): Promise<void> {
  const cases = await readCases(desk)
  await fillPlans(cases)
  await fillPlacements(cases)
  await fillDesk(cases)
  await fillOccupations(cases)
  await fillCodings(cases)
  await fillWatched(cases)
  await fillYear(cases, shares)
  await fillPast(cases)
  await settlePast(desk.place.pool)
}
