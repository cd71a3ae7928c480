/** Turning 20: where a youth stands before and after the day, what is done, and how it ended. */
import type { PlainDate } from '../../platform/plain-date.ts'

/** How near the day is. `over`: it has been, and nobody has said how it ended. */
export const stages = ['over', 'in7', 'in30', 'in90'] as const
export type Stage = (typeof stages)[number]

/** What the youth answered to whether somebody is to take over. */
export const wishes = ['wants', 'declines', 'notReached'] as const
export type Wish = (typeof wishes)[number]

export const outcomes = ['handedOver', 'nobodyTookOver', 'declined', 'notReached'] as const
export type Outcome = (typeof outcomes)[number]

export type HandOver = {
  readonly handOverId: string
  readonly receiver: string
  readonly askedOn: PlainDate
  readonly answer: 'accepted' | 'refused' | null
  readonly answeredOn: PlainDate | null
}

/** What is known of one youth before 20. */
export type TurningFacts = {
  readonly turns20On: PlainDate
  /** The day the information letter left the house; null when it has not. */
  readonly letterOn: PlainDate | null
  readonly isLetterOnItsWay: boolean
  readonly talkedOn: PlainDate | null
  readonly wish: Wish | null
  readonly openMeasures: number
  readonly hasOpenPlan: boolean
  readonly handOvers: readonly HandOver[]
  readonly ending: { readonly outcome: Outcome; readonly on: PlainDate } | null
}

export type CheckItem = 'letter' | 'talk' | 'asked' | 'measures' | 'plan' | 'handOver' | 'ending'
/** `onItsWay`: begun and not finished. `notNeeded`: does not apply, for what the youth has answered. */
export type CheckState = 'done' | 'onItsWay' | 'todo' | 'notNeeded'
export type Checked = { readonly item: CheckItem; readonly state: CheckState; readonly on: PlainDate | null }
