/** A made-up municipality of youths with contacts at random, and the same lists counted by hand: row by row, from what was put in. */
import fc from 'fast-check'
import type { TestPlace } from '../../../test/support/places.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type Day, type PlainDate } from '../../platform/plain-date.ts'
import {
  occupations,
  shippedLadder,
  standingOf,
  stepTiming,
  waitsForOn,
  type AgreedStep,
  type ContactEvent,
  type Occupation,
  type Standing,
} from '../ladder/index.ts'
import { recordContact, recordOccupation, recordWay, refreshStandings } from '../outreach/index.ts'
import type { Filter, ReadyList, Tab } from './worklist.types.ts'
import { aYouth, confirmStay } from './worklist.testbed.ts'

const deeds = [
  { channel: 'letter', outcome: 'sent', attempted: true, reached: false },
  { channel: 'phone', outcome: 'noAnswer', attempted: true, reached: false },
  { channel: 'phone', outcome: 'voicemail', attempted: true, reached: false },
  { channel: 'phone', outcome: 'reached', attempted: true, reached: true },
  { channel: 'phone', outcome: 'declined', attempted: true, reached: true },
  { channel: 'sms', outcome: 'delivered', attempted: true, reached: false },
  { channel: 'letter', outcome: 'replied', attempted: false, reached: true },
  { channel: 'visitCard', outcome: 'sent', attempted: true, reached: false },
] as const

const anyDeed = fc.record({
  what: fc.constantFrom(...deeds),
  ago: fc.integer({ min: 1, max: 90 }),
  hour: fc.integer({ min: 8, max: 18 }),
  agreed: fc.option(fc.constantFrom<AgreedStep>('call', 'write', 'meet', 'waitForYouth', 'waitForSchool', 'nothing'), { nil: null }),
  agreedIn: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
})

const life = fc.record({
  ago: fc.integer({ min: 0, max: 110 }),
  ends: fc.option(fc.integer({ min: -30, max: 30 }), { nil: null, freq: 4 }),
  kind: fc.constantFrom('plain', 'plain', 'plain', 'plain', 'otherForm', 'watched', 'marked', 'confirmed', 'unconfirmed'),
  staff: fc.constantFrom('me', 'other', 'nobody'),
  deeds: fc.array(anyDeed, { maxLength: 6 }),
  phones: fc.integer({ min: 0, max: 2 }),
  said: fc.option(fc.record({ kind: fc.constantFrom<Occupation>(...occupations), ago: fc.integer({ min: 0, max: 150 }) }), {
    nil: null,
  }),
})
type Life = typeof life extends fc.Arbitrary<infer Of> ? Of : never

/** Two who are always among them: one whose school is to be heard from, and one who came in today. */
const always: readonly Life[] = [
  {
    ago: 60,
    ends: null,
    kind: 'plain',
    staff: 'me',
    deeds: [{ what: deeds[3], ago: 1, hour: 10, agreed: 'waitForSchool', agreedIn: 20 }],
    phones: 1,
    said: null,
  },
  { ago: 0, ends: null, kind: 'plain', staff: 'me', deeds: [], phones: 0, said: { kind: 'none', ago: 40 } },
]

/** A youth as it was put in. */
export type Known = Life & { readonly name: string; readonly fromOn: PlainDate; readonly untilOn: PlainDate | null; readonly today: Day }

const freshDays: Readonly<Record<Occupation, number>> = {
  work: 90,
  studies: 120,
  studiesAbroad: 120,
  abroad: 120,
  other: 60,
  none: 45,
  unknown: 45,
}
const inOrder = (one: Known) => one.deeds.toSorted((a, b) => b.ago - a.ago || a.hour - b.hour)

const isHidden = ({ kind }: Known): boolean => kind === 'marked' || kind === 'confirmed' || kind === 'unconfirmed'
/** The day that the youth said it would be done; only one who was reached says anything. */
const agreedAgo = ({ what, ago, agreed, agreedIn }: Known['deeds'][number]): number | null =>
  !what.reached || agreed === null || agreedIn === null ? null : ago - agreedIn
const dated = ({ today }: Known, ago: number): PlainDate => dateOf(plusDays(today, -ago))

type StaffIds = Readonly<Record<'me' | 'other', string>>

async function aLife(place: TestPlace, one: Known, staffIds: StaffIds): Promise<number> {
  const staff = one.staff === 'nobody' ? null : staffIds[one.staff]
  const hidden = isHidden(one) ? { protected: one.kind === 'marked' ? ('marked' as const) : ('registration' as const) } : {}
  const more = { ...hidden, otherForm: one.kind === 'otherForm', watched: one.kind === 'watched' }
  const { personId } = await aYouth(place, { family: one.name, staff, fromOn: one.fromOn, untilOn: one.untilOn, ...more })
  if (one.kind === 'confirmed') await confirmStay(place, personId)
  return personId
}

async function putIn(tx: Tx, personId: number, one: Known, staffId: string): Promise<void> {
  for (let phone = 0; phone < one.phones; phone++) {
    const value = `+467017406${10 + phone}`
    await recordWay(tx, { personId, kind: 'phone', value, source: 'youth', sourceDetail: '', foundOn: dated(one, 100), foundBy: 'prov' })
  }
  for (const deed of inOrder(one)) {
    const { what, ago, hour, agreed } = deed
    const on = agreedAgo(deed)
    const said = { nextStep: what.reached ? agreed : null, nextOn: on === null ? null : dated(one, on) }
    const empty = { wayId: null, staffId, secondStaffId: null, occupation: null, department: null, note: '', originId: null }
    const at = `${dated(one, ago)} ${String(hour).padStart(2, '0')}:05 Europe/Stockholm`
    await recordContact(tx, { personId, ...what, ...said, ...empty, happenedAt: at, byName: 'prov', origin: 'hand' })
  }
  if (one.said === null) return
  const { kind, ago } = one.said
  await recordOccupation(tx, { personId, kind, source: 'youth', sinceOn: null, statedOn: dated(one, ago), saidBy: 'prov', contactId: null })
}

/** So many youths with everything at random, put in; what happened is in the past of the day. */
export async function aMadeUpMunicipality(place: TestPlace, n: number, seed: number, today: Day, staffIds: StaffIds): Promise<Known[]> {
  const made = [...always, ...fc.sample(life, { numRuns: n, seed })].map((one, index): Known => {
    const from = plusDays(today, -one.ago)
    const ends = one.ends === null ? null : Math.max(plusDays(today, -one.ends), from + 1)
    return { ...one, today, name: `Prov${index}`, fromOn: dateOf(from), untilOn: ends === null ? null : dateOf(ends as Day) }
  })
  for (const one of made) {
    const personId = await aLife(place, one, staffIds)
    await inTransaction(place.pool, (tx) => putIn(tx, personId, one, staffIds.me))
  }
  const persons = await place.sql<{ id: number }>('select person_id as id from worklist.youth')
  await inTransaction(place.pool, (tx) =>
    refreshStandings(
      tx,
      persons.map(({ id }) => id),
    ),
  )
  return made
}

/** Where the youth stands on the day, for somebody with or without the right to protected identities; null: on no tab. */
export function tabBy(one: Known, on: PlainDate, isHolder: boolean): Tab | null {
  const { kind, fromOn, untilOn } = one
  if (!isHolder && isHidden(one)) return null
  if (kind === 'unconfirmed') return 'unconfirmedStay'
  const covered = fromOn <= on && (untilOn === null || on < untilOn)
  if (covered) return kind === 'otherForm' ? 'otherSchoolForm' : 'toAct'
  return kind === 'watched' ? 'watching' : fromOn <= on ? 'closed' : null
}

const dayAgo = ({ today }: Known, ago: number): Day => plusDays(today, -ago)

function standingBy(one: Known): Standing {
  const events: ContactEvent[] = inOrder(one).map((deed) => {
    const { what, ago, hour, agreed } = deed
    const on = agreedAgo(deed)
    const said = { agreed: what.reached ? agreed : null, agreedOn: on === null ? null : dayAgo(one, on) }
    return { ...what, ...said, on: dayAgo(one, ago), minute: hour * 60 + 5 }
  })
  const enteredOn = dayOf(one.fromOn)
  const phones = { livePhones: one.phones, deadPhones: 0, phoneFoundOn: one.phones === 0 ? null : dayAgo(one, 100) }
  const nothing = { optedOut: [], openReplyOn: null, meetingOn: null, visitOn: null, hasEmail: false, mayForward: false } as const
  const bornOn = dayOf('2009-03-10' as PlainDate)
  const known = { enteredOn, bornOn, events: events.filter(({ on }) => on >= enteredOn), hasAddress: true, isProtected: isHidden(one) }
  return standingOf({ ...known, ...phones, ...nothing }, shippedLadder)
}

/** Everything that lists ask of the youth, by hand. */
export function factsBy(one: Known, on: PlainDate) {
  const asked = dayOf(on)
  const last = (of: readonly Known['deeds'][number][]): Day | null =>
    of.length === 0 ? null : dayAgo(one, Math.min(...of.map(({ ago }) => ago)))
  const standing = standingBy(one)
  const reviewOn = one.said === null ? null : plusDays(dayAgo(one, one.said.ago), freshDays[one.said.kind])
  const isFresh = reviewOn !== null && asked < reviewOn
  const isKnown = isFresh && one.said?.kind !== 'unknown'
  return {
    day: asked,
    standing,
    reachedOn: last(one.deeds.filter(({ what }) => what.reached)),
    triedOn: last(one.deeds.filter(({ what }) => what.attempted)),
    reviewOn,
    isKnown,
    occupation: one.said === null ? 'notAsked' : isFresh ? one.said.kind : 'lapsed',
    timing: standing.step === null ? null : stepTiming(standing.step, asked),
    waitsFor: waitsForOn(standing, asked),
  }
}

type Facts = ReturnType<typeof factsBy>

/** What each ready list asks, in the words of B2. `acts`: there is something to do for the youth. */
const listed: Readonly<Record<ReadyList, (one: Known, facts: Facts, acts: boolean) => boolean>> = {
  newForMe: ({ staff, fromOn }, { day }) => staff === 'me' && dayOf(fromOn) >= day - 7,
  overdue: (_, { timing }, acts) => acts && timing === 'late',
  dueToday: (_, { standing, day }, acts) => acts && standing.step?.dueOn === day,
  waitsForUs: (_, { waitsFor }, acts) => acts && waitsFor === 'us',
  waitsForYouth: (_, { waitsFor }, acts) => acts && waitsFor === 'youth',
  waitsForSchool: (_, { waitsFor }, acts) => acts && waitsFor === 'school',
  noPhone: ({ phones }, _, acts) => acts && phones === 0,
  lastNight: () => false,
  unassigned: ({ staff }) => staff === 'nobody',
  notBegun: (_, { standing, day }, acts) => acts && standing.beginBy !== null && standing.beginBy < day,
  notReached: (_, { reachedOn, day }) => reachedOn === null || day - reachedOn >= 30,
  expires: (_, { isKnown, reviewOn, day }, acts) => acts && isKnown && reviewOn !== null && reviewOn - day <= 14,
  soonTwenty: () => false,
}
const actsOn = (tab: Tab): boolean => tab === 'toAct' || tab === 'otherSchoolForm'

/** Whether the ready list shows the youth, who stands on the tab. */
export const isListedBy = (list: ReadyList, one: Known, tab: Tab, on: PlainDate): boolean =>
  listed[list](one, factsBy(one, on), actsOn(tab))

/** Whether the outreach part of a filter lets the youth through. */
export function passesBy(filter: Filter, one: Known, tab: Tab, on: PlainDate): boolean {
  const { day, standing, reachedOn, triedOn, isKnown, occupation, waitsFor } = factsBy(one, on)
  const acts = actsOn(tab)
  const { unreachedFor, untriedFor, step, dueWithin, phone } = filter
  const due = standing.step?.dueOn ?? null
  return [
    unreachedFor === null || reachedOn === null || day - reachedOn >= unreachedFor,
    untriedFor === null || triedOn === null || day - triedOn >= untriedFor,
    step === null || (acts && standing.step?.kind === step),
    dueWithin === null || (acts && due !== null && due >= day && due - day <= dueWithin),
    filter.waitsFor === null || (acts && waitsFor === filter.waitsFor),
    phone === null || (acts && (phone === 'has') === one.phones > 0),
    filter.occupation === null || occupation === filter.occupation,
    !filter.unknownOccupation || (tab !== 'otherSchoolForm' && !isKnown),
  ].every(Boolean)
}
