/** What views and ready lists ask of the database on a day: the days worked out, so that the database only compares. */
import { dateOf, dayOf, plusDays, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { yearsBefore } from './age.rules.ts'
import { noFilter } from './filter.rules.ts'
import type { Conditions, Filter, ReadyList } from './worklist.types.ts'

/** New: came in so many days ago at most. */
const newDays = 7
/** What somebody does is asked about again so many days before it lapses. */
const expiresDays = 14
const twentyDays = 90

const twentyBefore = (today: Day, days: number) => ({
  bornAfter: yearsBefore(today, 20),
  bornOnOrBefore: yearsBefore(plusDays(today, days), 20),
})

const daysBefore = (today: Day, days: number | null): PlainDate | null => (days === null ? null : dateOf(plusDays(today, -days)))

const dueWithin = (today: Day, days: number | null) => ({
  dueFrom: days === null ? null : dateOf(today),
  dueBefore: days === null ? null : dateOf(plusDays(today, days + 1)),
})

/** What the filter asks of the database on the day, for the reader. */
export function conditionsOf(filter: Filter, today: PlainDate, me: string): Conditions {
  const day = dayOf(today)
  return {
    bornOnOrBefore: filter.ageFrom === null ? null : yearsBefore(day, filter.ageFrom),
    bornAfter: filter.ageTo === null ? null : yearsBefore(day, filter.ageTo + 1),
    unit: filter.unit,
    district: filter.district,
    reason: filter.reason,
    fromOnOrBefore: daysBefore(day, filter.daysAtLeast),
    fromOnOrAfter: daysBefore(day, filter.daysAtMost),
    unknownOccupation: filter.unknownOccupation,
    staff: filter.assigned === 'me' ? me : filter.assigned,
    standsIn: filter.assigned === 'me',
    lastNight: filter.lastNight,
    twenty: filter.twentyWithin === null ? null : twentyBefore(day, filter.twentyWithin),
    reachedOnOrBefore: daysBefore(day, filter.unreachedFor),
    triedOnOrBefore: daysBefore(day, filter.untriedFor),
    step: filter.step,
    ...dueWithin(day, filter.dueWithin),
    waitsFor: filter.waitsFor,
    hasPhone: filter.phone === null ? null : filter.phone === 'has',
    occupation: filter.occupation,
    lapsesOnOrBefore: null,
    notBegun: false,
  }
}

/** What each ready list asks of the database. `notReachedDays`: how many days `notReached` is of. */
export function readyConditions(today: PlainDate, me: string, notReachedDays: number): Readonly<Record<ReadyList, Conditions>> {
  const of = (filter: Partial<Filter>): Conditions => conditionsOf({ ...noFilter, ...filter }, today, me)
  return {
    newForMe: of({ assigned: 'me', daysAtMost: newDays }),
    overdue: { ...of({}), dueBefore: today },
    dueToday: of({ dueWithin: 0 }),
    waitsForUs: of({ waitsFor: 'us' }),
    waitsForYouth: of({ waitsFor: 'youth' }),
    noPhone: of({ phone: 'lacks' }),
    lastNight: of({ lastNight: true }),
    waitsForSchool: of({ waitsFor: 'school' }),
    unassigned: of({ assigned: 'nobody' }),
    notBegun: { ...of({}), notBegun: true },
    notReached: of({ unreachedFor: notReachedDays }),
    expires: { ...of({}), lapsesOnOrBefore: dateOf(plusDays(dayOf(today), expiresDays)) },
    soonTwenty: of({ twentyWithin: twentyDays }),
  }
}
