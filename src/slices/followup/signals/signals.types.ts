/** Signals: a low score, or the authority process' own judgement, becomes somebody's directed follow-up until it is stopped. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { AreaScore, Points, Recipient } from '../instrument/instrument.types.ts'

export const signalStates = ['proposed', 'confirmed', 'acknowledged', 'dismissed', 'ended'] as const
export type SignalState = (typeof signalStates)[number]

/** `adjust` gives it to the other recipient: a proposed signal is confirmed with it, one in force has to be acknowledged anew. */
export const signalActs = ['confirm', 'adjust', 'dismiss', 'acknowledge', 'stop'] as const
/** `leave` is done by nobody: the youth has left directed follow-up, and there is nobody to follow up. */
export type SignalActKind = (typeof signalActs)[number] | 'leave'

export type SignalAct = {
  readonly kind: SignalActKind
  readonly on: PlainDate
  /** Why. Required for `adjust`, `dismiss` and `stop`; else it may be empty. */
  readonly ground: string
  /** To whom; only with `adjust`. */
  readonly recipient: Recipient | null
}

/** Where the signal comes from: a score on the low side of the threshold, or somebody who added it and said why. */
export type SignalOrigin =
  | {
      readonly kind: 'assessment'
      readonly assessmentId: string
      readonly quarter: PlainDate
      readonly points: Points
      readonly threshold: Points
    }
  | { readonly kind: 'added'; readonly ground: string }

export type Signal = {
  readonly signalId: string
  readonly area: string
  readonly origin: SignalOrigin
  /** The version whose range its ratings keep to. */
  readonly instrumentVersion: number
  readonly proposedOn: PlainDate
  readonly state: SignalState
  readonly recipient: Recipient
  /** The day it was confirmed; null while it is proposed or when it was dismissed. */
  readonly fromOn: PlainDate | null
  /** The day the present recipient got it. */
  readonly heldFrom: PlainDate | null
  readonly acknowledgedOn: PlainDate | null
  /** The day of the stop signal, or the last day of a youth who left; null while it goes on. That day is the last one of the follow-up. */
  readonly endedOn: PlainDate | null
  /** The day of the newest act. */
  readonly lastActOn: PlainDate
}

/** A signal that is or was somebody's to follow up. */
export type ConfirmedSignal = Signal & { readonly fromOn: PlainDate; readonly heldFrom: PlainDate }

/** What an assessment proposes: an area that is low and has no open signal. */
export type Proposal = AreaScore & { readonly recipient: Recipient; readonly threshold: Points }

/** An act as it stands in the signal's history. */
export type DoneAct = SignalAct & { readonly seq: number; readonly byName: string; readonly savedAt: string }
