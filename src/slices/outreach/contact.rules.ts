/**
 * What a logged contact is. An attempt and a reach are two things: a letter is an attempt, a call from the youth is a reach, a call to the youth
 * that was answered is both. Contacts are kept only of those the register is about.
 */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { dayOf } from '../../platform/plain-date.ts'
import type { Channel, Outcome } from '../ladder/index.ts'
import type { ContactDraft, ContactProblem, Direction, JudgedContact, KnownThen } from './contact.types.ts'
import { momentOf, momentText, type Moment } from './contact-time.rules.ts'
import type { Way, WayKind } from './outreach.types.ts'

const written: readonly Outcome[] = ['replied', 'declined']
const spoken: readonly Outcome[] = ['reached', 'declined']

/** How it can go when we make contact, by hand. What machines find out (delivered) is not for hands to say. */
const outgoing: Readonly<Record<Channel, readonly Outcome[]>> = {
  phone: ['reached', 'noAnswer', 'voicemail', 'someoneElse', 'wrongNumber', 'deadNumber', 'declined'],
  homeVisit: ['reached', 'declined', 'notHome', 'someoneElse', 'wrongAddress'],
  inPerson: spoken,
  letter: ['sent', 'returned'],
  visitCard: ['sent'],
  sms: ['sent', 'failed', ...written],
  email: ['sent', 'failed', ...written],
  socialMedia: ['sent', ...written],
  partner: ['informed'],
  school: ['informed'],
}

/** How it can go when the youth makes contact. */
const incoming: Readonly<Partial<Record<Channel, readonly Outcome[]>>> = {
  phone: spoken,
  inPerson: spoken,
  letter: written,
  visitCard: written,
  sms: written,
  email: written,
  socialMedia: written,
}

/** The outcomes to choose among, for whoever began. */
export const outcomesOf = (channel: Channel, direction: Direction): readonly Outcome[] =>
  direction === 'weContacted' ? outgoing[channel] : (incoming[channel] ?? [])

/** All that can be chosen on the channel, whoever began. */
export const allOutcomesOf = (channel: Channel): readonly Outcome[] => [
  ...new Set([...outcomesOf(channel, 'weContacted'), ...outcomesOf(channel, 'youthContacted')]),
]

/** Whether youths can make contact on the channel. */
export const canCome = (channel: Channel): boolean => incoming[channel] !== undefined

const ownVoice: ReadonlySet<Outcome> = new Set(['reached', 'declined', 'replied'])

/** Whether the outcome is the youth's own voice. A no is one. */
const isReach = (outcome: Outcome): boolean => ownVoice.has(outcome)

/** What the outcome makes of the contact: an attempt is whatever we began, a reach is the youth's own voice. */
export function effectOf(
  channel: Channel,
  outcome: Outcome,
  direction: Direction,
): Decision<{ readonly attempted: boolean; readonly reached: boolean }, 'not-of-the-channel' | 'not-incoming'> {
  if (!allOutcomesOf(channel).includes(outcome)) return refuse('not-of-the-channel')
  if (!outcomesOf(channel, direction).includes(outcome)) return refuse(direction === 'weContacted' ? 'not-of-the-channel' : 'not-incoming')
  return grant({ attempted: direction === 'weContacted', reached: isReach(outcome) })
}

/** The kind of entry of the ledger that the channel uses; null: none. */
export function wayKindOf(channel: Channel): WayKind | null {
  if (channel === 'phone' || channel === 'sms') return 'phone'
  if (channel === 'email') return 'email'
  return channel === 'letter' || channel === 'visitCard' || channel === 'homeVisit' ? 'address' : null
}

/** Whether the number was dead at the moment (null: now). What happened before it died may be written afterwards. */
const wasDead = ({ deadOn, lastResultAt }: Way, moment: Moment | null): boolean =>
  deadOn !== null && (moment === null || lastResultAt === null || momentText(moment) >= lastResultAt)

function wayProblem({ channel, direction, outcome, wayId }: ContactDraft, way: Way | null, moment: Moment | null): ContactProblem | null {
  if (wayId !== null && (way === null || way.kind !== wayKindOf(channel))) return 'unknown-way'
  if (way === null) return outcome === 'wrongNumber' || outcome === 'deadNumber' ? 'number-missing' : null
  const isCalled = direction === 'weContacted' && way.kind === 'phone'
  return isCalled && wasDead(way, moment) ? 'dead-number' : null
}

/** A home visit is made by two, who are two (DOMAIN.md 5). */
const lacksSecond = ({ channel, secondStaffId }: ContactDraft, { by, colleagues }: KnownThen): boolean =>
  channel === 'homeVisit' && (secondStaffId === null || secondStaffId === by || !colleagues.includes(secondStaffId))

function saidProblem({ occupation, department }: ContactDraft, { departments }: KnownThen, isReached: boolean): ContactProblem | null {
  if (occupation !== null && !isReached) return 'occupation-unheard'
  if (department !== null && !isReached) return 'support-unheard'
  return department !== null && !departments.includes(department) ? 'unknown-department' : null
}

const farthestDays = 731

function nextProblem({ nextStep, nextOn }: ContactDraft, happenedOn: Moment['on']): ContactProblem | null {
  if (nextOn === null) return null
  if (nextStep === null) return 'step-missing'
  if (nextOn < happenedOn) return 'next-day-passed'
  return dayOf(nextOn) - dayOf(happenedOn) > farthestDays ? 'next-day-too-far' : null
}

/** Judges a draft: what it is, or the first thing that is wrong with it. */
export function judged(draft: ContactDraft, known: KnownThen): Decision<JudgedContact, ContactProblem> {
  const effect = effectOf(draft.channel, draft.outcome, draft.direction)
  if (!effect.granted) return effect
  const moment = momentOf(draft, draft.channel, known.now)
  if (!moment.granted) return moment
  const { on } = moment.value ?? known.now
  if (known.bornOn !== null && on < known.bornOn) return refuse('before-birth')
  if (!known.isFollowed) return refuse('not-followed')
  const way = known.ways.find(({ wayId }) => wayId === draft.wayId) ?? null
  const problem =
    wayProblem(draft, way, moment.value) ??
    (lacksSecond(draft, known) ? 'two-needed' : null) ??
    saidProblem(draft, known, effect.value.reached) ??
    nextProblem(draft, on)
  return problem === null ? grant({ ...effect.value, moment: moment.value, way }) : refuse(problem)
}
