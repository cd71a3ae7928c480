/** What a signal goes through: proposed, confirmed or dismissed, acknowledged, and ended by nothing but an explicit stop. Pure. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { DoneAssessment } from '../assessments/assessments.types.ts'
import { areaOf } from '../instrument/instrument.rules.ts'
import type { AreaScore, Instrument, Recipient } from '../instrument/instrument.types.ts'
import { isLow } from '../instrument/score.rules.ts'
import type { ConfirmedSignal, Proposal, Signal, SignalAct } from './signals.types.ts'

/** Neither dismissed nor ended: there is no second one of the area meanwhile. */
export const isOpen = ({ state }: Pick<Signal, 'state'>): boolean => state !== 'dismissed' && state !== 'ended'

/** Confirmed at some time: somebody follows it up, or did. */
export const isConfirmed = (signal: Signal): signal is ConfirmedSignal => signal.fromOn !== null && signal.heldFrom !== null

/** Whether the follow-up lasts on the day, both its first and its last day included. */
export const lastsOn = (signal: Signal, on: PlainDate): signal is ConfirmedSignal =>
  isConfirmed(signal) && signal.fromOn <= on && (signal.endedOn === null || on <= signal.endedOn)

/**
 * The signals that an assessment proposes: each area on the low side of its threshold, unless the area has an open signal (that goes on) or this
 * assessment has already given one (a correction does not ask again).
 */
export function proposalsOf(
  instrument: Instrument,
  { assessmentId, scores }: { readonly assessmentId: string; readonly scores: readonly AreaScore[] },
  signals: readonly Signal[],
): Proposal[] {
  const hasOne = (area: string): boolean =>
    signals.some(
      (one) => one.area === area && (isOpen(one) || (one.origin.kind === 'assessment' && one.origin.assessmentId === assessmentId)),
    )
  return scores.flatMap((score) => {
    const area = areaOf(instrument, score.area)
    if (area === null || !isLow(area, score.points) || hasOne(score.area)) return []
    return [{ ...score, recipient: area.recipient, threshold: area.threshold }]
  })
}

export type AddRefusal = 'unknown-area' | 'already-open' | 'no-ground' | 'not-there'

/** Whether the authority process may add a signal of its own in the area. It is in force at once: nobody else is to confirm it. */
export function mayAdd(
  { area, ground }: { readonly area: string; readonly ground: string },
  { instrument, signals, isThere }: { readonly instrument: Instrument; readonly signals: readonly Signal[]; readonly isThere: boolean },
): Decision<null, AddRefusal> {
  if (!isThere) return refuse('not-there')
  if (areaOf(instrument, area) === null) return refuse('unknown-area')
  if (signals.some((one) => one.area === area && isOpen(one))) return refuse('already-open')
  return ground.trim() === '' ? refuse('no-ground') : grant(null)
}

export type ActRefusal =
  | 'already-answered'
  | 'not-confirmed'
  | 'already-acknowledged'
  | 'dismissed'
  | 'ended'
  | 'no-ground'
  | 'same-recipient'
  | 'before-last-act'
  | 'ahead'
  | 'assessment-first'

/**
 * The assessment that a stop has to wait for: the first one done after the follow-up began, and of a later quarter than the one that gave the
 * signal (seeds/000: it goes on to the next quarterly assessment even if progress shows). Null: it is not done yet.
 */
export const assessmentAfter = (
  { fromOn, origin }: Pick<ConfirmedSignal, 'fromOn' | 'origin'>,
  done: readonly DoneAssessment[],
  on: PlainDate,
): DoneAssessment | null =>
  done.find(
    ({ assessedOn, quarter }) => assessedOn > fromOn && assessedOn <= on && (origin.kind === 'added' || quarter > origin.quarter),
  ) ?? null

const needsGround: readonly SignalAct['kind'][] = ['adjust', 'dismiss', 'stop']

function over(signal: Signal, kind: SignalAct['kind']): ActRefusal | null {
  if (signal.state === 'ended') return 'ended'
  if (signal.state === 'dismissed') return 'dismissed'
  const isAnswered = signal.state !== 'proposed'
  if (kind === 'confirm' || kind === 'dismiss') return isAnswered ? 'already-answered' : null
  if (kind === 'adjust' || kind === 'leave' || isAnswered)
    return kind === 'acknowledge' && signal.state === 'acknowledged' ? 'already-acknowledged' : null
  return 'not-confirmed'
}

/** The signal after the act, which is allowed. */
function after(signal: Signal, { kind, on, recipient }: SignalAct): Signal {
  const next = { ...signal, lastActOn: on }
  switch (kind) {
    case 'confirm':
      return { ...next, state: 'confirmed', fromOn: on, heldFrom: on }
    case 'adjust':
      return {
        ...next,
        state: 'confirmed',
        fromOn: signal.fromOn ?? on,
        heldFrom: on,
        acknowledgedOn: null,
        recipient: recipient ?? signal.recipient,
      }
    case 'dismiss':
      return { ...next, state: 'dismissed' }
    case 'acknowledge':
      return { ...next, state: 'acknowledged', acknowledgedOn: on }
    case 'stop':
      return { ...next, state: 'ended', endedOn: on }
    case 'leave':
      return signal.fromOn === null
        ? { ...next, state: 'dismissed' }
        : { ...next, state: 'ended', endedOn: on < signal.fromOn ? signal.fromOn : on }
  }
}

type Around = { readonly done: readonly DoneAssessment[]; readonly today: PlainDate }

/**
 * The signal after the act, or why it cannot be done. `assessment-first`: a stop before the quarterly assessment that follows the signal.
 * `leave`, when the youth has left, ends what is open whatever the day. `before-last-act`: the day is earlier than that of the last act. `same-recipient`: an adjustment that changes nothing.
 */
export function actOn(signal: Signal, act: SignalAct, { done, today }: Around): Decision<Signal, ActRefusal> {
  const isOver = over(signal, act.kind)
  if (isOver !== null) return refuse(isOver)
  if (act.kind === 'leave') return grant(after(signal, act))
  if (act.on > today) return refuse('ahead')
  if (act.on < signal.lastActOn) return refuse('before-last-act')
  if (needsGround.includes(act.kind) && act.ground.trim() === '') return refuse('no-ground')
  if (act.kind === 'adjust' && (act.recipient === null || act.recipient === signal.recipient)) return refuse('same-recipient')
  if (act.kind === 'stop' && (!isConfirmed(signal) || assessmentAfter(signal, done, act.on) === null)) return refuse('assessment-first')
  return grant(after(signal, act))
}

type Proposed = Pick<Signal, 'signalId' | 'area' | 'origin' | 'instrumentVersion' | 'proposedOn'> & { readonly recipient: Recipient }

/** A signal as its acts have made it, in their order; the acts were each allowed when they were done. */
export const signalOf = (proposed: Proposed, acts: readonly SignalAct[]): Signal =>
  acts.reduce(after, {
    ...proposed,
    state: 'proposed',
    fromOn: null,
    heldFrom: null,
    acknowledgedOn: null,
    endedOn: null,
    lastActOn: proposed.proposedOn,
  })
