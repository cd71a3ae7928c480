/** What the makers of the demo's follow-up share: who writes on which day, days and months, and that what is refused is a defect. */
import type { Pool } from '../platform/db/tx.ts'
import { dateOf, dayFrom, dayOf, partsOf, plusDays, type PlainDate } from '../platform/plain-date.ts'
import type { Signal, Writer } from '../slices/followup/index.ts'
import type { FollowupStory } from './demo-followup-stories.ts'

export type FollowupDesk = {
  readonly pool: Pool
  readonly today: PlainDate
  /** Ids of the demo's people by subject: `mona`, `viktor`, `hanna`. */
  readonly ids: Readonly<Record<string, string>>
}

export type Subject = 'mona' | 'viktor' | 'hanna'

export type Recipient = Signal['recipient']
type Called = { readonly trustee: string; readonly housing: string }

/** A youth of the demo: which one, who is called, since when. */
export type DemoYouth = {
  readonly id: string
  readonly nth: number
  readonly story: FollowupStory
  readonly cameOn: PlainDate
  readonly called: Called
}

/** What has come of the youth so far. */
export type Life = { readonly desk: FollowupDesk; readonly youth: DemoYouth; signals: readonly Signal[] }
/** Something that is done on a day. */
export type Deed = { readonly on: PlainDate; readonly act: () => Promise<void> }

/** Who does the work of the process. */
export const workerOf: Readonly<Record<Recipient, Subject>> = { labourMarket: 'viktor', housing: 'hanna' }

/** Somebody writes on the day. */
export const writerOf = ({ ids }: FollowupDesk, subject: Subject, on: PlainDate): Writer => ({
  reader: { staffId: ids[subject] ?? '', mayReadProtected: false, today: on },
  today: on,
  isFresh: true,
})

export const shiftedBy = (on: PlainDate, days: number): PlainDate => dateOf(plusDays(dayOf(on), days))

/** The first day of a month so many months from the day's own. */
export function firstOfMonth(on: PlainDate, months: number): PlainDate {
  const { year, month } = partsOf(dayOf(on))
  const at = year * 12 + month - 1 + months
  return dateOf(dayFrom(Math.floor(at / 12), (at % 12) + 1, 1))
}

/** The first day of the quarter that the day is in. */
export const quarterOf = (on: PlainDate): PlainDate => firstOfMonth(on, -((partsOf(dayOf(on)).month - 1) % 3))

/** The same date so many months later; the demo begins nothing after the 28th. */
export const monthsLater = (on: PlainDate, months: number): PlainDate =>
  `${firstOfMonth(on, months).slice(0, 8)}${on.slice(8)}` as PlainDate

export const inTurn = <One>(all: readonly One[], nth: number): One => {
  const one = all[nth % all.length]
  if (one === undefined) throw new Error('nothing to take in turn')
  return one
}

type Decided<T> = { readonly granted: true; readonly value: T } | { readonly granted: false; readonly reason: string }

/** What was granted. The demo asks for nothing that is refused. */
export function granted<T>(decision: Decided<T>, what: string): T {
  if (!decision.granted) throw new Error(`the demo's follow-up: ${what} was refused: ${decision.reason}`)
  return decision.value
}
