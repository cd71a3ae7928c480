/** Whether what somebody wrote can be saved, and what it will write: the same answer for the preview and for the saving. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { codesOf, heardOf } from './codes.rules.ts'
import type { Codes, CodingDraft, CodingProblem, Convention, Heard } from './coding.types.ts'

/** What is known of the youth when it is asked. */
export type KnownOfYouth = {
  readonly today: PlainDate
  /** Minutes since midnight now. */
  readonly minute: number
  readonly bornOn: PlainDate | null
  /** Somebody whose data may be kept that day (förordning 2006:39 4 §): covered, watched, or on the restricted list. */
  readonly isFollowed: boolean
  /** Facts of upper secondary studies abroad that stand. */
  readonly abroad: readonly { readonly startOn: PlainDate; readonly endOn: PlainDate | null }[]
}

/** What will be written. `contact` null: none is logged. */
export type WillWrite = { readonly codes: Codes; readonly heard: Heard }

const farthestDays = 10 * 366

/** Channels whose contacts need a time of day on an earlier day: the ladder tries another part of the day next. */
const atATime: ReadonlySet<string> = new Set(['phone', 'inPerson', 'sms', 'socialMedia'])

function timeProblem({ on, minute }: CodingDraft, { channel }: Heard, known: KnownOfYouth): CodingProblem | null {
  if (on > known.today) return 'in-the-future'
  if (channel !== null && on === known.today && minute !== null && minute > known.minute) return 'in-the-future'
  return channel !== null && atATime.has(channel) && on < known.today && minute === null ? 'time-missing' : null
}

function overlaps({ sinceOn, on, untilOn }: CodingDraft, { abroad }: KnownOfYouth): boolean {
  const [from, to] = [sinceOn ?? on, untilOn ?? '9999-12-31']
  return abroad.some(({ startOn, endOn }) => from <= (endOn ?? '9999-12-31') && startOn <= to)
}

function daysProblem({ on, sinceOn, untilOn }: CodingDraft, { bornOn }: KnownOfYouth): CodingProblem | null {
  if (sinceOn !== null && sinceOn > on) return 'since-after'
  if (sinceOn !== null && bornOn !== null && sinceOn < bornOn) return 'since-too-early'
  if (untilOn === null) return null
  if (untilOn < on) return 'until-before'
  return dayOf(untilOn) - dayOf(on) > farthestDays ? 'until-too-far' : null
}

/** What is asked on the page that shows what will be written. */
function laterProblem(draft: CodingDraft, { endsCoverage }: Codes, known: KnownOfYouth): CodingProblem | null {
  const ofDays = daysProblem(draft, known)
  if (ofDays !== null || !endsCoverage) return ofDays
  if (draft.ground === '') return 'ground-missing'
  return overlaps(draft, known) ? 'overlaps-abroad' : null
}

/** What the first page asks: judged before anything of what will be written is shown. */
export function judgedFirst(draft: CodingDraft, convention: Convention, known: KnownOfYouth): Decision<WillWrite, CodingProblem> {
  const codes = codesOf(draft.event, convention)
  const heard = heardOf(draft.heard)
  const ofTime = timeProblem(draft, heard, known)
  if (ofTime !== null) return refuse(ofTime)
  if (known.bornOn !== null && draft.on < known.bornOn) return refuse('before-birth')
  if (!known.isFollowed) return refuse('not-followed')
  const writes = codes.occupation !== null || codes.measure !== null || heard.channel !== null
  return writes ? grant({ codes, heard }) : refuse('contact-needed')
}

/** Everything: what will be written, or the first thing that is wrong. */
export function judged(draft: CodingDraft, convention: Convention, known: KnownOfYouth): Decision<WillWrite, CodingProblem> {
  const first = judgedFirst(draft, convention, known)
  if (!first.granted) return first
  const later = laterProblem(draft, first.value.codes, known)
  return later === null ? first : refuse(later)
}

/** What is asked besides on the second page: since when, until when, and how we know. */
export const asksOf = ({ occupation, measure, endsCoverage }: Codes, isMoment: boolean) => ({
  since: (occupation !== null && occupation !== 'unknown' && occupation !== 'none') || (measure !== null && !isMoment),
  until: endsCoverage || (measure !== null && !isMoment),
  ground: endsCoverage,
})

/** Items whose measure is over the day it was: it is ended as it is written. */
export const isMoment = (item: string | null): boolean => item === 'singleTalk'
