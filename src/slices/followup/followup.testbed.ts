/** What the tests of directed follow-up share: signals, assessments and ratings with as little said as the case needs. */
import { date } from '../../../test/support/places.ts'
import type { DoneAssessment } from './assessments/assessments.types.ts'
import { quarterOf } from './calendar/month.rules.ts'
import type { InstrumentVersion, Recipient } from './instrument/instrument.types.ts'
import { shippedInstrument, shippedRoutine } from './instrument/shipped.rules.ts'
import type { Judgement, Progression } from './judgement/judgement.types.ts'
import type { DayRating } from './ratings/ratings.types.ts'
import { signalOf } from './signals/signals.rules.ts'
import type { Signal, SignalAct, SignalActKind } from './signals/signals.types.ts'

export const shipped: InstrumentVersion = { ...shippedInstrument, version: 1, fromOn: date('2020-01-01'), byName: 'Lots' }
export const routine = shippedRoutine
/** The routine without a change of days, for tables that are counted by hand. */
export const plainRoutine = { ...shippedRoutine, onHoliday: 'same' } as const

export const anAct = (kind: SignalActKind, on: string, of: Partial<SignalAct> = {}): SignalAct => ({
  kind,
  on: date(on),
  ground: kind === 'confirm' || kind === 'acknowledge' ? '' : 'Bedömt.',
  recipient: null,
  ...of,
})

type Told = { readonly id?: string; readonly recipient?: Recipient; readonly quarter?: string; readonly proposedOn?: string }

/** A signal from an assessment, as the acts have made it. */
export const aSignal = (area: string, acts: readonly SignalAct[], { id = area, recipient, quarter, proposedOn }: Told = {}): Signal => {
  const on = date(proposedOn ?? acts[0]?.on ?? '2026-10-01')
  return signalOf(
    {
      signalId: id,
      area,
      recipient: recipient ?? (area === 'school' ? 'labourMarket' : 'housing'),
      origin: { kind: 'assessment', assessmentId: `a-${on}`, quarter: date(quarter ?? quarterOf(on)), points: 1249, threshold: 1250 },
      instrumentVersion: 1,
      proposedOn: on,
    },
    acts,
  )
}

/** A signal in force from the day, until the day of its stop if one is given. */
export const aFollowUp = (area: string, from: string, stop: string | null = null, told: Told = {}): Signal =>
  aSignal(area, [anAct('confirm', from), ...(stop === null ? [] : [anAct('stop', stop)])], told)

/** A done assessment with scores by area. */
export const anAssessment = (on: string, scores: Readonly<Record<string, number>> = {}, quarter = quarterOf(date(on))): DoneAssessment => ({
  assessmentId: `a-${on}`,
  quarter: date(quarter),
  instrumentVersion: 1,
  begunOn: date(on),
  assessedOn: date(on),
  revision: 1,
  scores: Object.entries(scores).map(([area, points]) => ({ area, points, answered: 3, asked: 3 })),
})

export const aRating = (on: string, points: Readonly<Record<string, number>>): DayRating => ({
  on: date(on),
  version: 1,
  areas: Object.entries(points).map(([area, given]) => ({ area, points: given })),
})

export const aJudgement = (signalId: string, month: string, progression: Progression): Judgement => ({
  signalId,
  area: signalId,
  month: date(month),
  progression,
  ground: 'Läst.',
  judgedOn: date(month),
  version: 1,
})
