/** What the hub of outreach counts, each as far as the reader may see. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Yield } from './search.types.ts'

/** What other parts of outreach hold: counts only. */
export type HubCounts = {
  /** Answers from the reply page that nobody has decided on. */
  readonly answers: number
  /** Alarms from home visits that nobody has answered. */
  readonly alarms: number
  /** Visits of today's rounds that have no result yet, and booked meetings of today. */
  readonly visits: number
  readonly meetings: number
  /** Rounds that wait for a second person. */
  readonly rounds: number
  /** Messages that failed, or that nobody knows whether they got through. */
  readonly failed: number
  readonly unsure: number
}

/** Those of the lists whose numbers stand here. The number is counted from the address that it leads to. */
export const hubLists = ['overdue', 'dueToday', 'waitsForUs', 'notBegun'] as const
export type HubList = (typeof hubLists)[number]

/** Those who came in on a day, and when they were first tried or reached. */
export type BeginRow = { readonly enteredOn: PlainDate; readonly begunOn: PlainDate | null; readonly youths: number }

/** Of those whose month is over or who have been begun with: how many in time. */
export type BegunInTime = { readonly inTime: number; readonly of: number }

export type Hub = {
  readonly counts: HubCounts
  readonly lists: Readonly<Record<HubList, number>>
  readonly numberless: { readonly all: number; readonly left: number; readonly dead: number }
  readonly begun: BegunInTime
  /** Within how many months outreach begins. */
  readonly beginMonths: number
  readonly yield: Yield
}
