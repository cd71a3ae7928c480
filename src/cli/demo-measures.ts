/** The demo's measures: what has been done with youths during the year. */
import { randomFrom, type Random } from '../../simulators/municipality/index.ts'
import { inTransaction, type Tx } from '../platform/db/tx.ts'
import { dayOf, type PlainDate } from '../platform/plain-date.ts'
import type { Occupation } from '../slices/ladder/index.ts'
import { addMeasure, endMeasureById, recordMeasure, type ResponsibleParty } from '../slices/measures/index.ts'
import { isBusy, shifted, talked, type Case, type Cases } from './demo-cases.ts'
import { everybody, workingDay, type DemoPlace } from './demo-outreach-desk.ts'

const departments: Readonly<Record<string, string>> = {
  guidance: 'education',
  motivationalTalk: 'labourMarket',
  groupActivity: 'labourMarket',
  practice: 'labourMarket',
  youthEmployment: 'labourMarket',
  flexibleStart: 'education',
  adultCourse: 'education',
  folkHighSchool: 'education',
  languageSupport: 'education',
}

/** A measure as a story has it. */
export type Planned = {
  readonly item: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
  readonly responsible?: ResponsibleParty
  readonly note?: string
}

/** Who writes on the day. */
export const writerOn = ({ pool }: DemoPlace, { staff }: Pick<Case, 'staff'>, today: PlainDate) =>
  ({ pool, scope: everybody, staffId: staff.id, name: staff.name, isFresh: true, today }) as const

/** Written on the youth's page, on a day. The id of the measure; null when it could not be. */
export async function measured(place: DemoPlace, one: Case, planned: Planned, on: PlainDate): Promise<string | null> {
  const { item, fromOn, untilOn, responsible = 'municipality', note = '' } = planned
  const wish = { item, fromOn, plannedUntilOn: untilOn, responsible, department: departments[item] ?? null, note, kept: [] }
  const made = await addMeasure(writerOn(place, one, on), one.subjectId, wish)
  if (made.flags.length > 0) throw new Error('a note of the demo says what may not belong')
  if (!made.granted) return null
  const [row] = await inTransaction(place.pool, (tx) =>
    tx.query<{ id: string }>('select m.measure_id as id from measures.measure m where m.person_id = $1 order by m.id desc limit 1', [
      one.id,
    ]),
  )
  return row?.id ?? null
}

type Ended = { readonly reason: string; readonly after: Occupation | null }
type Drawn = { readonly item: string; readonly days: number; readonly responsible: ResponsibleParty; readonly ended: Ended }

const items = {
  guidance: [28, 70],
  motivationalTalk: [42, 100],
  practice: [28, 84],
  groupActivity: [42, 70],
  adultCourse: [70, 150],
  flexibleStart: [90, 160],
  folkHighSchool: [110, 170],
  languageSupport: [60, 120],
  otherActor: [60, 150],
  studyVisit: [1, 1],
} as const
const shares = {
  guidance: 6,
  motivationalTalk: 5,
  practice: 4,
  groupActivity: 2,
  adultCourse: 2,
  flexibleStart: 2,
  folkHighSchool: 1,
  languageSupport: 1,
  otherActor: 2,
  studyVisit: 1,
} as const
const reasons = { completed: 9, studies: 3, work: 3, attendance: 2, declined: 2, unsuited: 1, noPlace: 1 } as const

/** What comes after it: studies and work when it ended for them, and of what was completed mostly something. */
function afterwards(reason: keyof typeof reasons, random: Random): Occupation | null {
  if (reason === 'studies' || reason === 'work') return reason
  return reason === 'completed' ? random.weighted({ studies: 2, work: 2, none: 3, other: 1 }) : random.chance(0.6) ? 'none' : null
}

function drawn(random: Random): Drawn {
  const item = random.weighted(shares)
  const [least, most] = items[item]
  const reason = item === 'studyVisit' ? 'completed' : random.weighted(reasons)
  const responsible = item === 'otherActor' ? 'other' : random.chance(0.06) ? 'youth' : 'municipality'
  return { item, days: random.whole(least, most), responsible, ended: { reason, after: afterwards(reason, random) } }
}

/** Records one as from the day; ended when its days have passed, or sooner where it did not last. Returns the day it ended, null while it goes on. */
async function recordDrawn(tx: Tx, one: Case, { item, days, responsible, ended }: Drawn, fromOn: PlainDate, today: PlainDate) {
  const { staff } = one
  const who = { byName: staff.name, staffId: staff.id, origin: 'hand', originId: null } as const
  const until = shifted(fromOn, days)
  const what = {
    personId: one.id,
    itemKey: item,
    fromOn,
    plannedUntilOn: until,
    responsible,
    department: departments[item] ?? null,
    note: '',
  }
  const made = await recordMeasure(tx, { ...what, ...who }, fromOn < today ? fromOn : today)
  const lasts = ended.reason === 'completed' ? days : Math.ceil(days * 0.6)
  const endedOn = shifted(fromOn, lasts)
  if (!made.granted || endedOn >= today) return null
  const by = { staffId: staff.id, name: staff.name }
  const { measureId } = made.value
  await endMeasureById(tx, { measureId, endedOn, endReason: ended.reason, occupationAfter: ended.after, by }, endedOn)
  return endedOn
}

/** The day that a drawn measure of the youth begins: some have yet to. */
function drawnStart({ fromOn }: Case, today: PlainDate, random: Random): PlainDate {
  const most = Math.max(1, dayOf(today) - dayOf(fromOn) - 14)
  return workingDay(shifted(today, -Math.min(most, random.whole(-12, 200))), 1)
}

/** How large a share has had a measure: of those who have been talked with, and of the others. */
export type Shares = { readonly reached: number; readonly others: number }

/** One measure, and sometimes a second when the first has ended; while one goes on they have agreed to meet. */
async function recordSome({ place, today, at }: Cases, one: Case, random: Random): Promise<void> {
  const fromOn = drawnStart(one, today, random)
  // Nobody knocks on the door of somebody who has begun something.
  if (!one.isReached && one.triedOn !== null && one.triedOn > fromOn) return
  if (fromOn < today) await talked(place, one, { on: workingDay(fromOn, -2), time: '14:10' }, { occupation: 'none' })
  const goesOn = await inTransaction(place.pool, async (tx) => {
    const endedOn = await recordDrawn(tx, one, drawn(random), fromOn, today)
    if (endedOn === null || !random.chance(0.35)) return endedOn === null
    return (await recordDrawn(tx, one, drawn(random), workingDay(endedOn, 3), today)) === null
  })
  if (!goesOn) return
  await talked(place, one, { on: at(-random.whole(1, 8)), time: '09:50' }, { nextStep: 'meet', nextOn: at(random.whole(2, 14)) })
}

/** A measure that a youth has had: it ended on a day, for a reason. */
export type Had = { readonly item: keyof typeof items; readonly days: number; readonly reason: string }

/** Records it, with nothing said of what came after: that is told otherwise. */
export async function had({ place, today }: Cases, one: Case, { item, days, reason }: Had, endedOn: PlainDate): Promise<void> {
  const lasted = Math.min(days, dayOf(endedOn) - dayOf(one.fromOn))
  if (lasted < 1) return
  const planned = reason === 'completed' ? lasted : Math.ceil(lasted * 1.6)
  const { staff } = one
  const who = { byName: staff.name, staffId: staff.id, origin: 'hand', originId: null } as const
  const fromOn = shifted(endedOn, -lasted)
  const what = {
    personId: one.id,
    itemKey: item,
    fromOn,
    plannedUntilOn: shifted(fromOn, planned),
    responsible: 'municipality',
    note: '',
  } as const
  const ending = { endedOn, endReason: reason, occupationAfter: null, by: { staffId: staff.id, name: staff.name } }
  await inTransaction(place.pool, async (tx) => {
    const made = await recordMeasure(tx, { ...what, ...who, department: departments[item] ?? null }, fromOn)
    if (made.granted && endedOn <= today) await endMeasureById(tx, { ...ending, measureId: made.value.measureId }, endedOn)
  })
}

/** What has been done with the rest of them during the year. */
export async function fillYear(cases: Cases, { reached, others }: Shares): Promise<void> {
  for (const one of await cases.rest()) {
    const random = randomFrom(one.id, 5)
    if (!random.chance(one.isReached ? reached : others)) continue
    if (!isBusy(one.doing)) await recordSome(cases, one, random)
    else if (one.saidOn !== null && one.doing !== null)
      await had(
        cases,
        one,
        { item: random.pick(['guidance', 'practice', 'motivationalTalk']), days: random.whole(15, 70), reason: one.doing },
        one.saidOn,
      )
  }
}

/** Those who left for studies or work had a measure on the way; of one who has left, nobody has said that it ended. */
export async function fillPast({ place, today, left }: Cases): Promise<void> {
  const some = left.slice(0, 14)
  for (const [nth, one] of some.entries()) {
    const random = randomFrom(one.id, 6)
    const until = one.untilOn ?? today
    const days = Math.min(random.whole(25, 80), dayOf(until) - dayOf(one.fromOn) - 1)
    const fromOn = shifted(until, -days)
    if (nth === 0) {
      await measured(place, one, { item: 'guidance', fromOn, untilOn: shifted(today, 20) }, fromOn)
      continue
    }
    const item = random.pick(['guidance', 'motivationalTalk', 'flexibleStart', 'practice'] as const)
    const ended = { reason: item === 'practice' ? 'completed' : 'studies', after: 'studies' } as const
    await inTransaction(place.pool, (tx) => recordDrawn(tx, one, { item, days, responsible: 'municipality', ended }, fromOn, today))
  }
}
