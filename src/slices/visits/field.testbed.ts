/** A round of today with one visit, and the two who go: what the tests of telephones share. */
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { aColleague, aYouth } from '../worklist/worklist.testbed.ts'
import { hasAsked, writeChange } from './field.actions.ts'
import type { Reader } from './read.actions.ts'
import { aRound, aStop, type Crew } from './visits.testbed.ts'
import type { FieldChange } from './visits.types.ts'

/** Somebody at work, now, who may see the whole municipality. */
export const aReader = (place: TestPlace, staffId: string, name: string): Reader => ({
  pool: place.pool,
  scope: { units: null, mayReadProtected: false },
  staffId,
  name,
  today: todayInSweden(),
  nowMs: Date.now(),
})

/** A municipality with the three of a round. The caller closes the installation. */
export async function aFieldPlace() {
  const place = await aPlace()
  const [first, second, watch] = [
    await aColleague(place, 'Anna Ek', 'coordinator'),
    await aColleague(place, 'Bo Al', 'coordinator'),
    await aColleague(place, 'Cia Ås', 'coordinator'),
  ]
  const crew: Crew = { first, second, watch }
  return { place, crew, anna: aReader(place, first, 'Anna Ek'), bo: aReader(place, second, 'Bo Al'), cia: aReader(place, watch, 'Cia Ås') }
}

export type FieldPlace = Awaited<ReturnType<typeof aFieldPlace>>

/** A round of today with one visit that may be made, and what is known of it afterwards. */
export async function aVisit({ place, crew }: FieldPlace) {
  const round = await aRound(place, crew)
  const stop = await aStop(place, round, await aYouth(place))
  return {
    round,
    stop,
    write: (by: Reader, change: FieldChange) => writeChange(by, round, change, hasAsked),
    contacts: () =>
      place.sql<{ outcome: string; reached: boolean; note: string; struck: boolean; two: boolean }>(
        `select outcome, reached, note, struck_at is not null as struck, second_staff_id is not null as two from outreach.contact
         where person_id = $1 and channel = 'homeVisit' order by id`,
        [stop.personId],
      ),
    lines: () =>
      place.sql<{ outcome: string; subject_id: string | null }>(
        `select outcome, subject_id from audit.line where action = 'visits.write' and detail ->> 'round' = $1 order by id`,
        [round],
      ),
  }
}

export type FieldVisit = Awaited<ReturnType<typeof aVisit>>

/** Where a change waits for a choice; or why it was not taken in. */
export const conflictsOf = (decision: Awaited<ReturnType<FieldVisit['write']>>) =>
  decision.granted ? decision.value.conflicts : decision.reason
