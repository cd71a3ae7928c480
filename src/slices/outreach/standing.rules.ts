/** From what is known of a youth to the line that lists show: asks the ladder, and keeps the two clocks. */
import { dateOf, dayOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { standingOf, type Channel, type LadderFacts, type LadderSettings, type Standing } from '../ladder/index.ts'
import type { EventRow, StandingLine, StandingRow } from './standing.types.ts'

const day = (date: PlainDate | null): Day | null => (date === null ? null : dayOf(date))
const date = (of: Day | null): PlainDate | null => (of === null ? null : dateOf(of))

/** The facts as the ladder is asked with them; null for somebody who has never been covered. */
export function ladderFactsOf(row: StandingRow, mayForward: boolean): LadderFacts | null {
  const { enteredOn } = row
  if (enteredOn === null) return null
  const events = row.events
    .filter(({ on }) => on >= enteredOn)
    .map((event) => ({ ...event, on: dayOf(event.on), agreedOn: day(event.agreedOn) }))
  return {
    enteredOn: dayOf(enteredOn),
    bornOn: day(row.bornOn),
    events,
    livePhones: row.livePhones,
    deadPhones: row.deadPhones,
    phoneFoundOn: day(row.phoneFoundOn),
    hasEmail: row.hasEmail,
    hasAddress: row.hasAddress,
    isProtected: row.isProtected,
    mayForward,
    // A card announces a visit: whoever wants no visits gets no cards either.
    optedOut: row.optedOut.flatMap((channel): Channel[] => (channel === 'homeVisit' ? ['visitCard', 'homeVisit'] : [channel])),
    openReplyOn: day(row.openReplyOn),
    meetingOn: day(row.meetingOn),
    visitOn: day(row.visitOn),
  }
}

const last = (events: readonly EventRow[], fits: (event: EventRow) => boolean): EventRow | null => events.findLast(fits) ?? null

/** The clocks: of all contacts, also those of an earlier period. */
const clocksOf = ({ events }: StandingRow) => {
  const [attempt, reached] = [last(events, ({ attempted }) => attempted), last(events, (event) => event.reached)]
  return {
    lastAttemptAt: attempt?.at ?? null,
    lastAttemptChannel: attempt?.channel ?? null,
    lastAttemptOutcome: attempt?.outcome ?? null,
    lastReachedAt: reached?.at ?? null,
    lastReachedChannel: reached?.channel ?? null,
  }
}

const stepOf = ({ step, quiet, skipped, stoppedAnswering }: Standing) => ({
  step: step?.kind ?? null,
  stepNth: step?.nth ?? null,
  stepOf: step?.of ?? null,
  stepFrom: date(step?.fromOn ?? null),
  stepDue: date(step?.dueOn ?? null),
  quietUntil: date(quiet?.untilOn ?? null),
  detail: {
    agreed: step?.agreed ?? null,
    avoidWeekdays: step?.avoidWeekdays ?? [],
    avoidParts: step?.avoidParts ?? [],
    withSms: step?.withSms ?? false,
    skipped,
    quiet: quiet?.moment ?? null,
    declinedOn: date(quiet?.declinedOn ?? null),
    stoppedAnswering,
  },
})

const nothing = { step: null, quiet: null, skipped: [], stoppedAnswering: false, waitsFor: 'nobody', beginBy: null } as const

/** The line of one youth. */
export function standingLine(row: StandingRow, ladder: LadderSettings, mayForward: boolean): StandingLine {
  const facts = ladderFactsOf(row, mayForward)
  const standing: Standing = facts === null ? { ...nothing, firstAttemptOn: null, firstReachedOn: null } : standingOf(facts, ladder)
  return {
    personId: row.personId,
    enteredOn: row.enteredOn,
    firstAttemptOn: date(standing.firstAttemptOn),
    firstReachedOn: date(standing.firstReachedOn),
    ...clocksOf(row),
    beginBy: date(standing.beginBy),
    waitsFor: standing.waitsFor,
    ...stepOf(standing),
    livePhones: row.livePhones,
    deadPhones: row.deadPhones,
    occupation: row.occupation,
    occupationOn: row.occupationOn,
    occupationReviewOn: row.occupationReviewOn,
  }
}
