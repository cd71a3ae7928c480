/** A municipality to plan rounds in: two units, three colleagues, and youths whose next step is what the test says. */
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { refreshStandings } from '../outreach/index.ts'
import { aColleague, aUnit, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { planRound } from './plan.actions.ts'
import type { RoundWish } from './plan.rules.ts'
import { readPlan, type Reader } from './read.actions.ts'
import type { Crew } from './visits.testbed.ts'

export const today = todayInSweden()

function laterWorkingDay(): PlainDate {
  let day = plusDays(dayOf(today), 7)
  while (!isWorkingDay(day)) day = plusDays(day, 1)
  return dateOf(day)
}

type Given = Parameters<typeof aYouth>[1]
type Area = { readonly unit: number; readonly district: number }
type Bare = { readonly place: TestPlace; readonly north: Area; readonly south: Area; readonly crew: Crew }

const readerFor =
  ({ place, crew }: Bare) =>
  (units: readonly number[] | null = null): Reader => ({
    pool: place.pool,
    scope: { units, mayReadProtected: false },
    staffId: crew.first,
    name: 'Anna Ek',
    today,
    nowMs: Date.now(),
  })

/** A youth of the north with an address, whose next step is this. */
async function readyIn({ place, north }: Bare, street: string, step: string | null, more: Given): Promise<MadeYouth> {
  const youth = await aYouth(place, { unit: north.unit, district: north.district, ...more })
  const { personId } = youth
  await place.sql('update worklist.youth set street = $2 where person_id = $1', [personId, street])
  await inTransaction(place.pool, (tx) => refreshStandings(tx, [personId]))
  const next = 'update outreach.standing set step = $2, step_from = current_date, step_due = current_date + 7 where person_id = $1'
  if (step !== null) await place.sql(next, [personId, step])
  return youth
}

const wishIn =
  ({ north, crew }: Bare) =>
  (more: Partial<RoundWish> = {}): RoundWish => ({
    on: laterWorkingDay(),
    area: 'Norr',
    districtId: north.district,
    startsAt: '13:00',
    endsAt: '15:00',
    ...crew,
    ...more,
  })

/** Anna and Bo of the north go, Cia of the south watches. */
async function bare(): Promise<Bare> {
  const place = await aPlace()
  const [north, south] = [await aUnit(place, 'Norr'), await aUnit(place, 'Söder')]
  const first = await aColleague(place, 'Anna Ek', 'coordinator', north.unit)
  const second = await aColleague(place, 'Bo Al', 'counsellor', north.unit)
  const watch = await aColleague(place, 'Cia Ås', 'counsellor', south.unit)
  return { place, north, south, crew: { first, second, watch } }
}

/** The municipality, and what a test does in it. The caller closes the installation. */
export async function aPlanningPlace() {
  const made = await bare()
  const [reader, wish] = [readerFor(made), wishIn(made)]
  return {
    ...made,
    reader,
    wish,
    ready: (street: string, step: string | null = 'visitCard', more: Given = {}) => readyIn(made, street, step, more),
    plan: async (more: Partial<RoundWish> = {}): Promise<string> => {
      const decision = await planRound(reader(), wish(more))
      if (!decision.granted) throw new Error('the round was not planned')
      return decision.value
    },
    show: async (roundId: string, who = reader()) => {
      const found = await readPlan(who, roundId)
      if (found === null) throw new Error('there is no such round')
      return found
    },
  }
}

export type PlanningPlace = Awaited<ReturnType<typeof aPlanningPlace>>
