/** What the ladder's tests share: a youth with every way open, contacts in few words, and somebody who does whatever the ladder says. */
import { dateOf, dayOf, parseDate, plusDays, type Day } from '../../platform/plain-date.ts'
import { standingOf } from './ladder.rules.ts'
import type { Channel, ContactEvent, DayPart, LadderFacts, LadderStep, NextStep, Outcome, Standing } from './ladder.types.ts'
import { shippedLadder, type LadderSettings } from './settings.rules.ts'
import { suggestedCall } from './timing.rules.ts'

export const day = (text: string): Day => dayOf(parseDate(text)!)
export const date = (of: Day | null | undefined): string | null => (of === null || of === undefined ? null : dateOf(of))

/** A youth who can be written to, texted, called and visited, and to whom nothing has been done. */
export const someone = (enteredOn: string, facts: Partial<LadderFacts> = {}): LadderFacts => ({
  enteredOn: day(enteredOn),
  bornOn: day('2009-04-12'),
  events: [],
  livePhones: 1,
  deadPhones: 0,
  hasEmail: false,
  hasAddress: true,
  isProtected: false,
  mayForward: false,
  optedOut: [],
  openReplyOn: null,
  meetingOn: null,
  visitOn: null,
  ...facts,
})

const usual: Readonly<Record<Channel, Outcome>> = {
  letter: 'sent',
  sms: 'sent',
  phone: 'noAnswer',
  email: 'sent',
  visitCard: 'sent',
  homeVisit: 'notHome',
  socialMedia: 'sent',
  partner: 'informed',
  inPerson: 'notHome',
  school: 'informed',
}

/** An attempt that nobody answered, at `2026-11-18` or `2026-11-18 10:15`; without a time at noon. */
export function attempt(at: string, channel: Channel, more: Partial<ContactEvent> = {}): ContactEvent {
  const [on = '', time = '12:00'] = at.split(' ')
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const base = { attempted: true, reached: false, outcome: usual[channel], agreed: null, agreedOn: null } as const
  return { on: day(on), minute: hour * 60 + minute, channel, ...base, ...more }
}

/** The youth was reached by phone; what was agreed goes in `more`. */
export const reached = (at: string, more: Partial<ContactEvent> = {}): ContactEvent =>
  attempt(at, 'phone', { reached: true, outcome: 'reached', ...more })
/** The youth got in touch: no attempt of ours. */
export const replied = (at: string, more: Partial<ContactEvent> = {}): ContactEvent =>
  attempt(at, 'letter', { attempted: false, reached: true, outcome: 'replied', ...more })
export const declined = (at: string, more: Partial<ContactEvent> = {}): ContactEvent => reached(at, { outcome: 'declined', ...more })

export const standing = (facts: LadderFacts, settings: Partial<LadderSettings> = {}): Standing =>
  standingOf(facts, { ...shippedLadder, ...settings })

/** The step as `call 2/3 2026-11-20..2026-11-27`, or `none`. */
export function shown(step: NextStep | null): string {
  if (step === null) return 'none'
  const which = step.of === 1 ? '' : ` ${step.nth}/${step.of}`
  return `${step.kind}${which} ${dateOf(step.fromOn)}..${dateOf(step.dueOn)}`
}

const channelOf: Readonly<Record<LadderStep, Channel>> = {
  letter: 'letter',
  call: 'phone',
  furtherLetter: 'letter',
  visitCard: 'visitCard',
  homeVisit: 'homeVisit',
}
const hourOf: Readonly<Record<DayPart, number>> = { morning: 9, midday: 13, late: 17 }

/** The event of doing on the day what the step says; null when it is no step of the ladder, or no day for this call. */
export function done(step: NextStep, today: Day): ContactEvent | null {
  if (!(step.kind in channelOf)) return null
  const call = suggestedCall(step, today)
  if (call !== null && call.on !== today) return null
  const minute = call === null ? 12 * 60 : hourOf[call.part] * 60
  const made = attempt(dateOf(today), channelOf[step.kind as LadderStep], { minute })
  return made
}

export type Doing = { readonly kind: string; readonly event: ContactEvent }

/** Somebody who every day, for so many days, does what the ladder says on the first day it is right, and is never answered. */
export function silence(facts: LadderFacts, forDays: number, settings: LadderSettings = shippedLadder): Doing[] {
  const doings: Doing[] = []
  for (let passed = 0; passed < forDays; passed++) {
    const today = plusDays(facts.enteredOn, passed)
    const { step } = standingOf({ ...facts, events: [...facts.events, ...doings.map(({ event }) => event)] }, settings)
    const event = step === null || today < step.fromOn ? null : done(step, today)
    if (step !== null && event !== null) doings.push({ kind: step.kind, event })
  }
  return doings
}
