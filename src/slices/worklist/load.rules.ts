/** What of a colleague's load is counted, each with the list that shows who. */
import { dayOf, weekdayOf, type PlainDate } from '../../platform/plain-date.ts'
import { addressOf, noFilter, shippedNotReachedDays, shippedSort } from './filter.rules.ts'
import type { ListView } from './worklist.types.ts'

export const loadNames = ['toAct', 'overdue', 'dueThisWeek', 'notReached', 'watching'] as const
export type LoadName = (typeof loadNames)[number]

/** Days left of the week, up to Sunday. */
const daysLeft = (today: PlainDate): number => 7 - weekdayOf(dayOf(today))

/** The lists of a colleague's load (`nobody`: of those without one). The numbers are counted from the same views. */
export function loadViews(staff: string, today: PlainDate): Readonly<Record<LoadName, ListView>> {
  const filter = { ...noFilter, assigned: staff }
  const all: ListView = { tab: 'toAct', list: null, notReachedDays: shippedNotReachedDays, filter, sort: shippedSort, page: 1 }
  return {
    toAct: all,
    overdue: { ...all, list: 'overdue' },
    dueThisWeek: { ...all, filter: { ...filter, dueWithin: daysLeft(today) } },
    notReached: { ...all, list: 'notReached' },
    // Outside the target group: counted apart from all the others.
    watching: { ...all, tab: 'watching' },
  }
}

/** The addresses of those lists. */
export function loadAddresses(staff: string, today: PlainDate): Readonly<Record<LoadName, string>> {
  const views = loadViews(staff, today)
  return Object.fromEntries(loadNames.map((name) => [name, addressOf(views[name])])) as Record<LoadName, string>
}
