/** Turning 20: where a youth stands before and after the day, what is done, and how it ended. */
import type { PlainDate } from '../../platform/plain-date.ts'

/** How near the day is, the nearest first. `over`: it has been, and nobody has said how it ended. */
export const stages = ['in7', 'in30', 'in90', 'over'] as const
export type Stage = (typeof stages)[number]

/** What the youth answered to whether somebody is to take over. */
export const wishes = ['wants', 'declines', 'notReached'] as const
export type Wish = (typeof wishes)[number]

export const outcomes = ['handedOver', 'nobodyTookOver', 'declined', 'notReached'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * How a receiver is told who it is about: on the youth's consent, not at all, or on another legal ground that somebody who may has decided (explained with
 * the consents, never assumed).
 */
export const askGrounds = ['consent', 'withoutName', 'ownBoard', 'ownWork', 'dutyByLaw', 'generalClause'] as const
export type AskGround = (typeof askGrounds)[number]

/** What of the checklist can be said not to be needed, and why. Chosen, never written: words could say what must not be kept (2006:39 5 §). */
export const waivers = {
  letter: ['toldInPerson', 'noAddress'],
  talk: ['declines'],
  measures: ['continues'],
  plan: ['continues'],
} as const
export type WaivedItem = keyof typeof waivers
export type WaiverReason = (typeof waivers)[WaivedItem][number]
/** A line and a reason as one choice of a form. */
export const waiverChoices = ['letter:toldInPerson', 'letter:noAddress', 'talk:declines', 'measures:continues', 'plan:continues'] as const
type WaiverChoice = (typeof waiverChoices)[number]
export function waiverOf(choice: WaiverChoice): { readonly item: WaivedItem; readonly why: WaiverReason } {
  const [item, why] = choice.split(':') as [WaivedItem, WaiverReason]
  return { item, why }
}
export type Waiver = { readonly item: WaivedItem; readonly why: WaiverReason; readonly on: PlainDate }

export type HandOver = {
  readonly handOverId: string
  readonly receiver: string
  readonly askedOn: PlainDate
  readonly ground: AskGround
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
  readonly waivers: readonly Waiver[]
  readonly handOvers: readonly HandOver[]
  readonly ending: { readonly outcome: Outcome; readonly on: PlainDate } | null
}

export type CheckItem = 'letter' | 'talk' | 'asked' | 'measures' | 'plan' | 'handOver' | 'ending'
/** `onItsWay`: begun and not finished. `notNeeded`: does not apply, for what the youth has answered. */
export type CheckState = 'done' | 'onItsWay' | 'todo' | 'notNeeded'
/** `why`: said to be not needed; null for the rest. */
export type Checked = {
  readonly item: CheckItem
  readonly state: CheckState
  readonly on: PlainDate | null
  readonly why: WaiverReason | null
}
