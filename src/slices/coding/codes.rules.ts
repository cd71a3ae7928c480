/** What an event is coded as by a convention, and why (DOMAIN.md 6). */
import { shippedConventions } from './shipped.rules.ts'
import {
  lockedEvents,
  type Because,
  type Codes,
  type CodingEvent,
  type CodingLine,
  type Convention,
  type FreeEvent,
  type Heard,
  type HeardWay,
  type LockedEvent,
} from './coding.types.ts'

/** What no convention decides. Another actor's measure is one code, whoever the actor is. */
export const lockedLines: Readonly<Record<LockedEvent, CodingLine>> = {
  studiesAbroad: { occupation: 'studiesAbroad', measure: null },
  otherActor: { occupation: null, measure: { item: 'otherActor', responsible: 'other' } },
  nothing: { occupation: 'none', measure: null },
  unknown: { occupation: 'unknown', measure: null },
}

/** Whether no convention decides the event. */
const isLocked = (event: CodingEvent): event is LockedEvent => lockedEvents.some((one) => one === event)

const sameMeasure = (a: CodingLine['measure'], b: CodingLine['measure']): boolean =>
  a?.item === b?.item && a?.responsible === b?.responsible

/** Whether two lines are the same codes. */
export const sameLine = (a: CodingLine, b: CodingLine): boolean => a.occupation === b.occupation && sameMeasure(a.measure, b.measure)

/** What a shipped convention says of an event that it codes in its own way. */
const ownReasons: Readonly<Record<string, Partial<Record<FreeEvent, Because>>>> = {
  'enstaka-samtal': { declines: 'declinesAsTalk', singleTalk: 'singleTalkAsMeasure' },
  exempel: { militaryService: 'exampleMilitary', workAbroad: 'exampleAbroad' },
}

/** The sentence of a line: that of the first shipped convention that has the same codes; else the municipality has chosen so. */
function becauseOf(event: FreeEvent, line: CodingLine): Because {
  const same = shippedConventions.find(({ lines }) => sameLine(lines[event], line))
  return same === undefined ? 'ownChoice' : (ownReasons[same.key]?.[event] ?? event)
}

/** What the event becomes by the convention. Coverage ends for upper secondary studies abroad, whatever the convention (skollagen 29 kap. 9 §). */
export function codesOf(event: CodingEvent, convention: Convention): Codes {
  const line = isLocked(event) ? lockedLines[event] : convention.lines[event]
  return {
    occupation: line.occupation,
    measure: line.measure,
    declines: event === 'declines',
    endsCoverage: event === 'studiesAbroad',
    because: isLocked(event) ? event : becauseOf(event, line),
  }
}

const heard: Readonly<Record<HeardWay, Heard>> = {
  weCalled: { source: 'youth', channel: 'phone', weBegan: true },
  youthCalled: { source: 'youth', channel: 'phone', weBegan: false },
  met: { source: 'youth', channel: 'inPerson', weBegan: true },
  smsReply: { source: 'youth', channel: 'sms', weBegan: false },
  emailReply: { source: 'youth', channel: 'email', weBegan: false },
  socialReply: { source: 'youth', channel: 'socialMedia', weBegan: false },
  loggedBefore: { source: 'youth', channel: null, weBegan: false },
  school: { source: 'school', channel: null, weBegan: false },
  employer: { source: 'employer', channel: null, weBegan: false },
  actor: { source: 'otherActor', channel: null, weBegan: false },
}

/** Who said it, and the contact that it was. */
export const heardOf = (way: HeardWay): Heard => heard[way]

/** How the contact went: a no, a talk, or an answer in writing. */
export function outcomeOf({ channel }: Heard, { declines }: Pick<Codes, 'declines'>): 'declined' | 'reached' | 'replied' {
  if (declines) return 'declined'
  return channel === 'phone' || channel === 'inPerson' ? 'reached' : 'replied'
}
