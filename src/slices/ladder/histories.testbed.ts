/** Made-up histories for the ladder's properties: youths of all kinds, with contacts in any order a municipality might make them. */
import fc from 'fast-check'
import { dayFrom, plusDays, type Day } from '../../platform/plain-date.ts'
import { someone } from './ladder.testbed.ts'
import { agreedSteps, channels, ladderSteps, type Channel, type ContactEvent, type LadderFacts, type Outcome } from './ladder.types.ts'
import { shippedLadder, type LadderSettings } from './settings.rules.ts'

export const someDay: fc.Arbitrary<Day> = fc.integer({ min: dayFrom(2023, 6, 1), max: dayFrom(2028, 12, 31) }).map((on) => on as Day)
const maybe = <T>(arbitrary: fc.Arbitrary<T>, of = 3) => fc.option(arbitrary, { nil: null, freq: of })
const often = <T>(usual: T, ...others: fc.Arbitrary<T>[]) => fc.oneof({ arbitrary: fc.constant(usual), weight: 6 }, ...others)

const outcomesOf: Readonly<Record<Channel, readonly Outcome[]>> = {
  letter: ['sent', 'delivered', 'returned', 'failed'],
  sms: ['sent', 'delivered', 'failed'],
  phone: ['noAnswer', 'noAnswer', 'voicemail', 'someoneElse', 'wrongNumber', 'deadNumber'],
  email: ['sent', 'failed'],
  visitCard: ['sent', 'delivered', 'wrongAddress'],
  homeVisit: ['notHome', 'notHome', 'someoneElse', 'wrongAddress'],
  socialMedia: ['sent'],
  partner: ['informed'],
  inPerson: ['notHome'],
  school: ['informed'],
}
/** The ladder's own ways come more often than the others. */
const someChannel = fc.constantFrom<Channel>(...channels, 'letter', 'letter', 'phone', 'phone', 'phone', 'phone', 'visitCard', 'homeVisit')

type Gap = { readonly gap: number; readonly minute: number }
const someGap = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 120 }))
const someTime: fc.Arbitrary<Gap> = fc.record({ gap: someGap, minute: fc.integer({ min: 0, max: 1439 }) })

export const someAttempt: fc.Arbitrary<Omit<ContactEvent, 'on' | 'minute'>> = someChannel.chain((channel) =>
  fc
    .constantFrom(...outcomesOf[channel])
    .map((outcome) => ({ channel, outcome, attempted: true, reached: false, agreed: null, agreedOn: null })),
)
const someVoice = fc.record({
  channel: someChannel,
  attempted: fc.boolean(),
  reached: fc.constant(true),
  outcome: fc.constantFrom<Outcome>('reached', 'reached', 'replied', 'declined'),
  agreed: fc.option(fc.constantFrom(...agreedSteps), { nil: null }),
  agreedIn: maybe(fc.integer({ min: 0, max: 60 })),
})
type Made = Omit<ContactEvent, 'on' | 'minute' | 'agreedOn'> & { readonly agreedIn?: number | null }
const someMade: fc.Arbitrary<Made> = fc.oneof({ arbitrary: someAttempt, weight: 6 }, { arbitrary: someVoice, weight: 1 })

/** Contacts from the day on, in order, no two in one minute. */
export const contactsFrom = (first: Day, of: fc.Arbitrary<Made> = someMade): fc.Arbitrary<ContactEvent[]> =>
  fc.array(fc.tuple(someTime, of), { maxLength: 16, size: 'max' }).map((made) => {
    let on = first
    const contacts = made.map(([{ gap, minute }, { agreedIn = null, ...event }], at) => {
      on = plusDays(on, gap)
      const agreedOn = agreedIn === null || event.agreed === null ? null : plusDays(on, agreedIn)
      return { ...event, agreedOn, on, minute: Math.floor(minute / 60) * 60 + at }
    })
    return contacts.toSorted((a, b) => a.on - b.on || a.minute - b.minute)
  })

const someFlags = fc.record({
  bornOn: often<Day | null>(
    dayFrom(2009, 4, 12),
    fc.constant(null),
    fc.constant(dayFrom(2008, 2, 29)),
    fc.integer({ min: dayFrom(2005, 1, 1), max: dayFrom(2011, 1, 1) }).map((on) => on as Day),
  ),
  livePhones: often<number>(1, fc.constant(0)),
  deadPhones: often<number>(0, fc.constant(1)),
  hasAddress: often<boolean>(true, fc.constant(false)),
  isProtected: often<boolean>(false, fc.constant(true)),
  mayForward: fc.boolean(),
  optedOut: often<Channel[]>([], fc.subarray([...channels])),
})
const someDates = (from: Day) => {
  const later = maybe(
    fc.integer({ min: 0, max: 200 }).map((days) => plusDays(from, days)),
    1,
  )
  return fc.record({
    openReplyOn: often<Day | null>(null, later),
    meetingOn: often<Day | null>(null, later),
    visitOn: often<Day | null>(null, later),
    phoneFoundOn: often<Day | null>(null, later),
  })
}

/** A youth with a history and perhaps a reply, a meeting or a visit to come. */
export const someFacts: fc.Arbitrary<LadderFacts> = someDay.chain((enteredOn) =>
  fc
    .tuple(someFlags, someDates(enteredOn), contactsFrom(enteredOn))
    .map(([flags, dates, events]) => ({ ...someone('2026-01-01'), enteredOn, ...flags, ...dates, events })),
)
/** Nothing but the ladder: no reply, meeting or visit to come. */
export const someLadder: fc.Arbitrary<LadderFacts> = someFacts.map((facts) => ({
  ...facts,
  openReplyOn: null,
  meetingOn: null,
  visitOn: null,
}))

const days = (shipped: number, least = 0) => often<number>(shipped, fc.integer({ min: least, max: 40 }))
const { daysToFirstCall, daysBetweenCalls, daysToFurtherLetter, daysToVisitCard, daysToVisit } = shippedLadder
export const someSettings: fc.Arbitrary<LadderSettings> = fc
  .record({
    beginMonths: often<number>(1, fc.integer({ min: 1, max: 12 })),
    lateDays: days(shippedLadder.lateDays),
    smsWithLetter: fc.boolean(),
    calls: often<number>(3, fc.constant(4), fc.constant(5)),
    daysToFirstCall: days(daysToFirstCall),
    daysBetweenCalls: days(daysBetweenCalls, 1),
    daysToFurtherLetter: days(daysToFurtherLetter),
    daysToVisitCard: days(daysToVisitCard),
    daysToVisit: days(daysToVisit, 1),
    answerWorkingDays: often<number>(2, fc.integer({ min: 1, max: 9 })),
    silenceDays: days(shippedLadder.silenceDays, 1),
    promiseDays: days(shippedLadder.promiseDays, 1),
    newRoundDays: days(shippedLadder.newRoundDays, 1),
    coolOffDays: days(shippedLadder.coolOffDays),
    birthdayIsMoment: fc.boolean(),
    termStarts: often<LadderSettings['termStarts']>(shippedLadder.termStarts, fc.constant([])),
    admissions: often<LadderSettings['admissions']>(shippedLadder.admissions, fc.constant([])),
    minorsNeedGuardian: often<boolean>(false, fc.constant(true)),
  })
  .map((some) => ({ ...shippedLadder, ...some }))

/** A channel that is one of the ladder's, for a step that has just been taken. */
export const isLadderStep = (kind: string): boolean => (ladderSteps as readonly string[]).includes(kind)
