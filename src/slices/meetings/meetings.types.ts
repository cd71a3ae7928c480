/** The nouns of meetings. Days and times are Swedish wall-clock time; instants never leave the database. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Kept } from '../hygiene/index.ts'

export const meetingWays = ['office', 'phone', 'video', 'elsewhere'] as const
export type MeetingWay = (typeof meetingWays)[number]

export const meetingStates = ['booked', 'held', 'noShow', 'cancelledByYouth', 'cancelledByUs'] as const
export type MeetingState = (typeof meetingStates)[number]
export type Ending = Exclude<MeetingState, 'booked'>
export const endings = ['held', 'noShow', 'cancelledByYouth', 'cancelledByUs'] as const satisfies readonly Ending[]

export const lengths = [15, 30, 45, 60, 90, 120] as const

/** What is to be booked: a day, a time (`HH:MM`) and how many minutes. */
export type Booking = {
  readonly staffId: string
  readonly on: PlainDate
  readonly time: string
  readonly minutes: number
  readonly way: MeetingWay
  readonly place: string
  readonly remind: boolean
}

/** A booking as somebody wrote it, with what was flagged in its place and is kept. */
export type WrittenBooking = Booking & { readonly noteKept: Kept }

/** A meeting as pages show it. */
export type Meeting = {
  readonly meetingId: string
  readonly on: PlainDate
  readonly time: string
  readonly endsTime: string
  readonly minutes: number
  readonly way: MeetingWay
  readonly place: string
  readonly remind: boolean
  readonly state: MeetingState
  readonly staffId: string
  readonly staff: string
  /** It should be over by now, and nobody has said how it went. */
  readonly isUnsaid: boolean
  readonly version: number
}

/** A meeting in a list over youths. */
export type ListedMeeting = Meeting & {
  readonly subjectId: string
  readonly name: string
  readonly isProtected: boolean
}

export type MeetingCounts = Readonly<Record<MeetingState, number>>

/** A meeting as the calendar shows it: nothing of the youth. */
export type CalendarMeeting = {
  readonly meetingId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly way: MeetingWay
  readonly place: string
  readonly isCancelled: boolean
  readonly sequence: number
  readonly changedAt: Date
}
