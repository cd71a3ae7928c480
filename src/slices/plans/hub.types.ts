/** What the hub of plans shows: follow-ups by when they are due, plans without acknowledgement, and youths with a measure but no plan. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { MeasuresDeskCount } from '../measures/index.ts'
import type { PostponeReason } from './plans.types.ts'

export const hubGroups = ['overdue', 'due', 'soon', 'postponed', 'unacknowledged', 'planless'] as const
export type HubGroup = (typeof hubGroups)[number]

/** A group's word in the address. */
export const groupWords: Readonly<Record<HubGroup, string>> = {
  overdue: 'forsenade',
  due: 'i-dag',
  soon: 'snart',
  postponed: 'flyttade',
  unacknowledged: 'ej-kvitterade',
  planless: 'utan-plan',
}

export type HubCounts = Readonly<Record<HubGroup, number>>

/** `on`: the day of the follow-up, when the plan was written last, or when the measure began. */
export type HubRow = {
  readonly subjectId: string
  readonly name: string
  readonly isProtected: boolean
  readonly staff: string | null
  readonly on: PlainDate
  readonly movedFrom: PlainDate | null
  readonly reason: PostponeReason | null
}

/** Which part of the hub is looked at. */
export type HubView = { readonly group: HubGroup; readonly isMine: boolean; readonly page: number }

export type Hub = {
  readonly view: HubView
  readonly counts: HubCounts
  readonly rows: readonly HubRow[]
  readonly measures: MeasuresDeskCount
  readonly expiring: number
}

export const hubRowsPerPage = 50
