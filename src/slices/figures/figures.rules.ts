/**
 * Counting outreach. The rules (docs/figures.md):
 * an attempt is counted on its own day, channel, unit and district; an answer is the youth's own voice, and is counted to the latest outreach step
 * before it, or to the attempt itself when the youth was reached by it; a step that is answered twice is answered once. What was done with
 * somebody whom the responsibility did not cover that day is counted apart.
 */
import type { PlainDate } from '../../platform/plain-date.ts'
import {
  figureChannels,
  type FigureChannel,
  type FigureContact,
  type FigureMeasure,
  type FigurePlace,
  type FigureQuestion,
  type Funnel,
  type GroupFigures,
  type Grouping,
  type Support,
} from './figures.types.ts'
import {
  measureFigures,
  newMeasureTally,
  newOutside,
  newTallies,
  outsideFigures,
  talliedChannels,
  tallyMeasure,
  tallyOutsideStep,
  tallyOutsideVoice,
  tallyStep,
  type MeasureTally,
  type OutsideTally,
  type Step,
  type Tallies,
  type Voiced,
} from './tally.rules.ts'
import { waitsOf, type EntryWait } from './waits.rules.ts'

const known = new Map<string, FigureChannel>(figureChannels.map((one) => [one, one]))
const channelOf = ({ channel }: Voiced): FigureChannel | null => known.get(channel) ?? null

/** The steps of one youth, in order, each with whether it was answered. Voices before any step are answers to none. */
export function stepsOf<Of extends Voiced>(contacts: readonly Of[]): Step<Of>[] {
  const steps: Step<Of>[] = []
  for (const contact of contacts) {
    const channel = channelOf(contact)
    if (contact.attempted && channel !== null) steps.push({ contact, channel, isAnswered: false, answer: null })
    if (!contact.reached) continue
    const step = steps.at(-1)
    if (step === undefined) continue
    step.isAnswered = true
    step.answer ??= contact
  }
  return steps
}

/** The contacts youth by youth, each youth's in the order they happened. */
export function byYouth(contacts: readonly FigureContact[]): Map<number, FigureContact[]> {
  const youths = new Map<number, FigureContact[]>()
  for (const contact of contacts) {
    const own = youths.get(contact.personId)
    if (own === undefined) youths.set(contact.personId, [contact])
    else own.push(contact)
  }
  for (const own of youths.values()) own.sort((a, b) => a.at - b.at)
  return youths
}

const isAsked = ({ on, counts }: FigureContact, { fromOn, untilOn }: FigureQuestion): boolean => counts && fromOn <= on && on < untilOn

/** The group that somebody or something belongs to. */
const groupOf = (of: { readonly unitId: number | null; readonly districtId: number | null }, by: Grouping): number | null =>
  by === 'unit' ? of.unitId : by === 'district' ? of.districtId : null

type Talk = { readonly reached: Set<number>; readonly chose: Map<string, Set<number>> }
type Bucket = {
  readonly channels: Tallies
  readonly measures: MeasureTally
  readonly outside: OutsideTally
  readonly written: Map<number, number>
  readonly talk: Talk
  readonly waits: EntryWait[]
  covered: number
}

/** What is counted from. */
export type FigureSource = {
  readonly contacts: readonly FigureContact[]
  readonly entries: readonly EntryWait[]
  readonly covered: readonly FigurePlace[]
  readonly measures?: readonly FigureMeasure[]
}

const newBucket = (): Bucket => ({
  channels: newTallies(),
  measures: newMeasureTally(),
  outside: newOutside(),
  written: new Map(),
  talk: { reached: new Set(), chose: new Map() },
  waits: [],
  covered: 0,
})

/** Counts a step of the period in its group. */
function countStep(bucket: Bucket, step: Step): void {
  const { contact, channel } = step
  if (!contact.isCovered) return tallyOutsideStep(bucket.outside, step)
  tallyStep(bucket.channels, step)
  const first = bucket.written.get(contact.personId)
  if (channel === 'letter' && (first === undefined || contact.at < first)) bucket.written.set(contact.personId, contact.at)
}

/** Counts a youth's own voice of the period in its group. */
function countVoice({ talk, outside }: Bucket, contact: FigureContact): void {
  const { personId, department, isCovered } = contact
  if (!isCovered) return tallyOutsideVoice(outside, contact)
  talk.reached.add(personId)
  if (department === null) return
  const chose = talk.chose.get(department) ?? new Set<number>()
  talk.chose.set(department, chose.add(personId))
}

/** How far those who were written to went, each step after the first letter: wrote or said something, was spoken with, chose support. */
function funnelOf(written: ReadonlyMap<number, number>, youths: ReadonlyMap<number, readonly FigureContact[]>): Funnel {
  const after = (personId: number, at: number, fits: (contact: FigureContact) => boolean): boolean =>
    (youths.get(personId) ?? []).some((contact) => contact.at > at && contact.reached && fits(contact))
  const letters = [...written]
  const answered = letters.filter(([personId, at]) => after(personId, at, () => true))
  const spoken = answered.filter(([personId, at]) => after(personId, at, ({ outcome }) => outcome === 'reached'))
  const chose = spoken.filter(([personId, at]) => after(personId, at, ({ department }) => department !== null))
  return { written: letters.length, answered: answered.length, spokenWith: spoken.length, choseSupport: chose.length }
}

const supportOf = ({ reached, chose }: Talk): Support => ({
  reached: reached.size,
  chose: Object.fromEntries([...chose].map(([department, who]) => [department, who.size])),
})

const shown = (
  group: number | null,
  { channels, measures, outside, written, talk, waits, covered }: Bucket,
  youths: ReadonlyMap<number, readonly FigureContact[]>,
  today: PlainDate,
): GroupFigures => ({
  group,
  covered,
  channels: talliedChannels(channels),
  funnel: funnelOf(written, youths),
  waits: waitsOf(waits, today),
  support: supportOf(talk),
  measures: measureFigures(measures),
  outside: outsideFigures(outside),
})

const inOrder = (a: GroupFigures, b: GroupFigures): number => (a.group ?? Infinity) - (b.group ?? Infinity)

/**
 * The figures of a period, group by group. Contacts must hold everything up to the day that is asked on: an answer that came after the period is
 * an answer to a step of the period all the same. Entries are those whose period began in the period asked for.
 */
export function outreachFigures(
  { contacts, entries, covered, measures = [] }: FigureSource,
  question: FigureQuestion,
  today: PlainDate,
): readonly GroupFigures[] {
  const youths = byYouth(contacts)
  const buckets = new Map<number | null, Bucket>(question.by === 'none' ? [[null, newBucket()]] : [])
  const bucketOf = (of: { readonly unitId: number | null; readonly districtId: number | null }): Bucket => {
    const group = groupOf(of, question.by)
    const bucket = buckets.get(group) ?? newBucket()
    buckets.set(group, bucket)
    return bucket
  }
  for (const own of youths.values()) {
    for (const step of stepsOf(own)) if (isAsked(step.contact, question)) countStep(bucketOf(step.contact), step)
    for (const contact of own) if (contact.reached && isAsked(contact, question)) countVoice(bucketOf(contact), contact)
  }
  for (const place of covered) bucketOf(place).covered++
  for (const one of measures) tallyMeasure(one.isCovered ? bucketOf(one).measures : bucketOf(one).outside.measures, one)
  for (const entry of entries) bucketOf(entry).waits.push(entry)
  return [...buckets].map(([group, bucket]) => shown(group, bucket, youths, today)).toSorted(inOrder)
}

/** The whole of an answer as a share, in whole per cent; null of nothing. */
export const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((100 * part) / whole))
