/** Steps and voices counted up: per channel for the covered, and everything of those outside the target group by itself. */
import {
  figureChannels,
  type ChannelFigures,
  type FigureChannel,
  type FigureContact,
  type FigureMeasure,
  type MeasureFigures,
  type OutsideFigures,
} from './figures.types.ts'

/** An outreach step with what became of it: `answer` is the first voice that was counted to it. */
export type Step<Of extends Voiced = FigureContact> = {
  readonly contact: Of
  readonly channel: FigureChannel
  isAnswered: boolean
  answer: Of | null
}
/** What tells a step from a voice. */
export type Voiced = Pick<FigureContact, 'channel' | 'attempted' | 'reached'>

type Tally = { made: number; answered: number; readonly youths: Set<number> }
export type Tallies = Readonly<Record<FigureChannel, Tally>>

const byChannel = <Of>(of: (channel: FigureChannel) => Of): Record<FigureChannel, Of> =>
  Object.fromEntries(figureChannels.map((channel) => [channel, of(channel)])) as Record<FigureChannel, Of>

export const newTallies = (): Tallies => byChannel(() => ({ made: 0, answered: 0, youths: new Set<number>() }))

/** Counts a step on its channel. */
export function tallyStep(tallies: Tallies, { contact, channel, isAnswered }: Step): void {
  const tally = tallies[channel]
  tally.made++
  if (!isAnswered) return
  tally.answered++
  tally.youths.add(contact.personId)
}

/** The channels as figures. */
export const talliedChannels = (tallies: Tallies): Readonly<Record<FigureChannel, ChannelFigures>> =>
  byChannel((channel) => ({ made: tallies[channel].made, answered: tallies[channel].answered, reached: tallies[channel].youths.size }))

export type MeasureTally = { begun: number; readonly youths: Set<number> }

export const newMeasureTally = (): MeasureTally => ({ begun: 0, youths: new Set() })

/** Counts a measure that began. */
export function tallyMeasure(tally: MeasureTally, { personId }: FigureMeasure): void {
  tally.begun++
  tally.youths.add(personId)
}

export const measureFigures = ({ begun, youths }: MeasureTally): MeasureFigures => ({ begun, youths: youths.size })

/** What is counted of those outside the target group. */
export type OutsideTally = {
  readonly youths: Set<number>
  readonly channels: Tallies
  readonly reached: Set<number>
  readonly chose: Set<number>
  readonly measures: MeasureTally
}

export const newOutside = (): OutsideTally => ({
  youths: new Set(),
  channels: newTallies(),
  reached: new Set(),
  chose: new Set(),
  measures: newMeasureTally(),
})

/** Counts a step with somebody outside the target group. */
export function tallyOutsideStep({ youths, channels }: OutsideTally, step: Step): void {
  youths.add(step.contact.personId)
  tallyStep(channels, step)
}

/** Counts the voice of somebody outside the target group. */
export function tallyOutsideVoice({ youths, reached, chose }: OutsideTally, { personId, department }: FigureContact): void {
  youths.add(personId)
  reached.add(personId)
  if (department !== null) chose.add(personId)
}

export const outsideFigures = ({ youths, channels, reached, chose, measures }: OutsideTally): OutsideFigures => ({
  youths: youths.size,
  channels: talliedChannels(channels),
  reached: reached.size,
  choseSupport: chose.size,
  measures: measureFigures(measures),
})
