/** Youths for the demo's measures, plans and statements: picked in an order, nobody twice, so that each has a story of their own. */
import { inTransaction } from '../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../platform/plain-date.ts'
import type { Occupation } from '../slices/ladder/index.ts'
import { recordContact, recordOccupation, type NewContact } from '../slices/outreach/index.ts'
import { assignYouths } from '../slices/worklist/index.ts'
import { colleague, everybody, workingDay, type Colleague, type DemoPlace, type Desk } from './demo-outreach-desk.ts'
import { instantAt, type Moment } from './demo-past.ts'

/** A youth, and the colleague who has the case: Amina where nobody has been given it. */
export type Case = {
  readonly id: number
  readonly subjectId: string
  readonly subject: string
  readonly staff: Colleague
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
  /** What was said last that still holds; null: nothing. */
  readonly doing: Occupation | null
  readonly saidOn: PlainDate | null
  readonly isReached: boolean
  /** The day somebody last tried to reach the youth. */
  readonly triedOn: PlainDate | null
  readonly hasPhone: boolean
}

const columns = `
  select y.person_id::int as id, y.subject_id as "subjectId", s.subject, json_build_object('id', s.id, 'name', s.name, 'unitId', s.unit_id) as staff,
    y.unit_id as "unitId", y.staff_id is null as "isNobodys", coalesce(a.id, 0)::int as assignment,
    y.from_on as "fromOn", y.until_on as "untilOn", case when t.occupation_review_on > $1 then t.occupation end as doing, t.occupation_on as "saidOn",
    t.last_reached_at is not null as "isReached", (t.last_attempt_at at time zone 'Europe/Stockholm')::date as "triedOn", coalesce(t.live_phones, 0) > 0 as "hasPhone"
  from worklist.seen(null, false) y left join outreach.standing t on t.person_id = y.person_id
  left join worklist.assignment a on a.person_id = y.person_id and a.known_until = 'infinity'
  join access.staff s on s.id = y.staff_id or (y.staff_id is null and s.subject = 'amina')`

const covered = `${columns} where y.from_on <= $1 and (y.until_on is null or y.until_on > $1::date + 60) and y.street <> '' and y.person_id <> all ($2)
  order by t.last_reached_at is null, coalesce(t.occupation_review_on > $1 and t.occupation in ('work', 'studies'), false), y.person_id`
/** Those who left lately and had been talked with, for studies first. */
const left = `${columns} where y.until_on <= $1 and y.until_on > $1::date - 200 and y.from_on < y.until_on - 40 and y.person_id <> all ($2)
    and exists (select from outreach.contact c where c.person_id = y.person_id and c.reached)
  order by y.exit_reason = 'inEducation' desc, y.until_on desc, y.person_id`

const watched = `${columns} join worklist.watch w on w.person_id = y.person_id and w.known_until = 'infinity' and w.from_on < $1
  where y.person_id <> all ($2) order by w.id`

/** `of`: rather this colleague's. `since`: covered from that day on, at the latest. `unsaidSince`: nothing has been said of what they do since then. */
export type WantedCase = { readonly of: string; readonly since: PlainDate; readonly unsaidSince?: PlainDate }

export type Cases = {
  readonly place: DemoPlace
  readonly today: PlainDate
  /** So many working days from today: 0 is today. */
  readonly at: (workingDays: number) => PlainDate
  /** One of the colleague's own, or one of their unit's that nobody has and that is given to them; else anybody's. */
  readonly take: (wanted: WantedCase) => Promise<Case | null>
  /** All that are left of the covered in a unit, each with the colleague who has them: of those that nobody has, every other is given to one. */
  readonly rest: () => Promise<readonly Case[]>
  /** Youths who have left the target group. */
  readonly left: readonly Case[]
  /** Youths outside it who are watched since some time. */
  readonly watched: readonly Case[]
}

/** Works or studies: then nothing else is planned in the demo. */
export const isBusy = (doing: Occupation | null): boolean => doing === 'work' || doing === 'studies'

/** Gives a youth whom nobody has to the colleague. */
async function giveTo({ pool }: DemoPlace, one: Found, staff: Colleague, subject: string): Promise<Case> {
  const ticked = { subjectId: one.subjectId, version: one.assignment }
  await assignYouths(pool, { scope: everybody, by: staff.id, target: { kind: 'staff', staffId: staff.id } }, [ticked])
  return { ...one, staff, subject }
}

type Found = Case & { readonly unitId: number | null; readonly isNobodys: boolean; readonly assignment: number }

const ofUnits = [
  ['amina', 'leila'],
  ['erik', 'per'],
] as const

/** Those whom somebody has, and every other of the rest, given in turn to the colleagues of their unit. */
async function giveEveryOther(place: DemoPlace, free: readonly Found[]): Promise<Case[]> {
  const turns = await Promise.all(
    ofUnits.map(([a, b]) => Promise.all([a, b].map(async (subject) => ({ subject, staff: await colleague(place.pool, subject) })))),
  )
  const given: Case[] = []
  for (const [nth, one] of free.entries()) {
    const team = turns.find(([first]) => first?.staff.unitId === one.unitId)
    const taker = team?.[nth % 4 === 0 ? 0 : 1]
    if (!one.isNobodys) given.push(one)
    else if (taker !== undefined && nth % 2 === 0) given.push(await giveTo(place, one, taker.staff, taker.subject))
  }
  return given
}

/** Whether nothing that is known of what the youth does is in the way. */
const isFree = ({ saidOn, doing }: Case, { since, unsaidSince }: WantedCase): boolean =>
  saidOn === null || saidOn < (unsaidSince ?? since) || (unsaidSince === undefined && !isBusy(doing))

/** Everybody whom nothing has happened to at the desks. */
export async function readCases({ place, today, taken }: Desk): Promise<Cases> {
  const read = (query: string): Promise<Found[]> => inTransaction(place.pool, (tx) => tx.query<Found>(query, [today, taken]))
  const free = await read(covered)
  const take: Cases['take'] = async (wanted) => {
    const { of, since } = wanted
    const staff = await colleague(place.pool, of)
    const fits = free.filter((one) => one.fromOn <= since && isFree(one, wanted))
    const found =
      fits.find((one) => !one.isNobodys && one.subject === of) ??
      fits.find((one) => one.isNobodys && one.unitId !== null && one.unitId === staff.unitId) ??
      fits.find(({ isNobodys }) => !isNobodys)
    if (found === undefined) return null
    free.splice(free.indexOf(found), 1)
    return found.isNobodys ? giveTo(place, found, staff, of) : found
  }
  const at = (days: number): PlainDate => (days === 0 ? today : workingDay(today, days))
  const rest = () => giveEveryOther(place, free)
  return { place, today, at, take, rest, left: await read(left), watched: await read(watched) }
}

/** A day so many days from another. */
export const shifted = (from: PlainDate, days: number): PlainDate => dateOf(plusDays(dayOf(from), days))

const nothing = { wayId: null, secondStaffId: null, occupation: null, nextStep: null, nextOn: null, department: null, note: '' } as const

/** What came of a talk. */
export type Talk = Partial<Pick<NewContact, 'channel' | 'occupation' | 'nextStep' | 'nextOn' | 'department' | 'note' | 'attempted'>>

/** They met, or talked in some other way, and what the youth said of what they do is known from then. */
export async function talked({ pool }: DemoPlace, { id, staff, hasPhone }: Case, moment: Moment, said: Talk): Promise<void> {
  const met = { channel: 'inPerson', outcome: 'reached', attempted: true, reached: true, origin: 'hand', originId: null } as const
  const channel = said.channel === 'phone' && !hasPhone ? 'inPerson' : (said.channel ?? 'inPerson')
  await inTransaction(pool, async (tx) => {
    const by = { staffId: staff.id, byName: staff.name }
    const contact = await recordContact(tx, { ...nothing, ...met, ...by, personId: id, happenedAt: instantAt(moment), ...said, channel })
    const kind = said.occupation ?? null
    if (kind === null) return
    const stated = { personId: id, kind, source: 'youth', sinceOn: null, statedOn: moment.on, saidBy: staff.id } as const
    await recordOccupation(tx, { ...stated, contactId: contact.id })
  })
}
