/**
 * A year of outreach in the demo: each youth's ladder is climbed as it asks, day by day, by colleagues who ring, write and knock, with luck as it
 * is in life. Everything goes through the product's own recording, so that what the demo shows is what the product would have kept.
 */
import { randomFrom, type Random } from '../../simulators/municipality/index.ts'
import { inTransaction, type Pool, type Tx } from '../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type Day, type PlainDate } from '../platform/plain-date.ts'
import { isWorkingDay } from '../platform/swedish-holidays.ts'
import type { Outcome, StepKind } from '../slices/ladder/index.ts'
import { listWays, recordContact, recordOccupation, recordWay, type NewContact } from '../slices/outreach/index.ts'
import { mobiles } from './demo-outreach-desk.ts'

type Youth = {
  readonly id: number
  readonly staffId: string
  readonly staff: string
  readonly secondId: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
}

/** Youths who came in during the year with whoever has them, else Amina; visits are made together with a colleague. */
const youthsOfTheYear = (tx: Tx): Promise<Youth[]> =>
  tx.query<Youth>(
    `select y.person_id::int as id, coalesce(s.id, a.id) as "staffId", coalesce(s.name, a.name) as staff, l.id as "secondId", y.from_on as "fromOn", y.until_on as "untilOn"
     from worklist.seen(null, false) y left join access.staff s on s.id = y.staff_id
     cross join (select id, name from access.staff where subject = 'amina') a cross join (select id from access.staff where subject = 'karin') l
     where y.from_on <= current_date and y.from_on > current_date - 500 order by y.until_on <= current_date, y.person_id`,
  )

const sources = { school: 5, lookedUp: 3, youth: 1, partner: 1 } as const

/** Most have no number, as in life; some have one that is dead. */
async function giveNumber(tx: Tx, { id, staffId, fromOn }: Youth, random: Random, index: number): Promise<void> {
  const value = mobiles[index]
  if (value === undefined || !random.chance(0.6)) return
  const source = random.weighted(sources)
  await recordWay(tx, {
    personId: id,
    kind: 'phone',
    value,
    source,
    sourceDetail: source === 'lookedUp' ? 'lookup' : '',
    foundOn: fromOn,
    foundBy: staffId,
  })
}

type Standing = { readonly step: StepKind | null; readonly from: PlainDate | null; readonly due: PlainDate | null }

async function standingOf(tx: Tx, personId: number): Promise<Standing> {
  const [row] = await tx.query<Standing>('select step, step_from as "from", step_due as due from outreach.standing where person_id = $1', [
    personId,
  ])
  return row ?? { step: null, from: null, due: null }
}

type Made = Pick<NewContact, 'channel' | 'outcome' | 'attempted' | 'reached'> & Partial<NewContact>

const callOutcomes = { noAnswer: 45, voicemail: 14, reached: 24, declined: 4, someoneElse: 4, deadNumber: 9 } as const
const visitOutcomes = { notHome: 60, reached: 34, wrongAddress: 6 } as const

const isVoice = (outcome: Outcome): boolean => outcome === 'reached' || outcome === 'declined' || outcome === 'replied'

/** The day, or the next one that is a working day. */
function onWorkingDay(from: Day): PlainDate {
  let day = from
  while (!isWorkingDay(day)) day = plusDays(day, 1)
  return dateOf(day)
}

/** What came of a talk: what the youth does, and whose support was chosen. */
function talk(random: Random, on: PlainDate): Partial<NewContact> {
  const occupation = random.weighted({ none: 4, work: 3, studies: 2, other: 1 })
  const department = random.chance(0.45) ? random.pick(['labourMarket', 'labourMarket', 'education']) : null
  const meets = random.chance(0.3)
  return {
    occupation,
    department,
    nextStep: meets ? 'meet' : null,
    nextOn: meets ? onWorkingDay(plusDays(dayOf(on), random.whole(5, 14))) : null,
  }
}

/** Most come to what was agreed on. */
function keptAgreement(random: Random, on: PlainDate): Made {
  const came = random.chance(0.8)
  const said = came ? talk(random, on) : {}
  return { channel: 'inPerson', outcome: came ? 'reached' : 'noAnswer', attempted: true, reached: came, ...said }
}

/** The contact that a step is; null for steps that are somebody else's to take. */
function contactFor(
  step: StepKind,
  { random, on, phoneId, secondId }: { random: Random; on: PlainDate; phoneId: number | null; secondId: string },
): Made | null {
  switch (step) {
    case 'letter':
    case 'furtherLetter':
      return { channel: 'letter', outcome: 'sent', attempted: true, reached: false }
    case 'call':
    case 'followUp': {
      if (phoneId === null) return null
      const outcome = random.weighted(callOutcomes)
      const said = outcome === 'reached' ? talk(random, on) : {}
      return { channel: 'phone', outcome, attempted: true, reached: isVoice(outcome), wayId: phoneId, ...said }
    }
    case 'visitCard':
      return { channel: 'visitCard', outcome: 'sent', attempted: true, reached: false }
    case 'homeVisit': {
      const outcome = random.weighted(visitOutcomes)
      const said = outcome === 'reached' ? talk(random, on) : {}
      return { channel: 'homeVisit', outcome, attempted: true, reached: isVoice(outcome), secondStaffId: secondId, ...said }
    }
    case 'keepAgreement':
      return keptAgreement(random, on)
    case 'answerReply':
    case 'keepMeeting':
    case 'searchNumber':
      return null
  }
}

const nothing = { wayId: null, secondStaffId: null, occupation: null, nextStep: null, nextOn: null, department: null, note: '' } as const

const timeOn = (on: PlainDate, random: Random): string =>
  `${on} ${String(random.whole(9, 17)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}:00 Europe/Stockholm`

async function record(tx: Tx, { id, staffId, staff }: Youth, made: Made, on: PlainDate, random: Random): Promise<void> {
  const key = await recordContact(tx, {
    ...nothing,
    ...made,
    personId: id,
    happenedAt: timeOn(on, random),
    staffId,
    byName: staff,
    origin: 'hand',
    originId: null,
  })
  if (made.occupation === undefined || made.occupation === null) return
  await recordOccupation(tx, {
    personId: id,
    kind: made.occupation,
    source: 'youth',
    sinceOn: null,
    statedOn: on,
    saidBy: staffId,
    contactId: key.id,
  })
}

/** A working day of the step, mostly in good time, sometimes late; null when it has not come yet. */
function dayFor({ from, due }: Standing, last: PlainDate | null, today: PlainDate, random: Random): PlainDate | null {
  if (from === null || due === null || from >= today) return null
  const late = random.chance(0.15) ? random.whole(1, 9) : 0
  let day = Math.min(dayOf(from) + random.whole(0, Math.max(0, dayOf(due) - dayOf(from))) + late, dayOf(today) - 1)
  while (!isWorkingDay(day as ReturnType<typeof dayOf>)) day--
  // Nobody is tried twice in a day.
  const on = last !== null && day <= dayOf(last) ? onWorkingDay(plusDays(dayOf(last), 1)) : dateOf(day as ReturnType<typeof dayOf>)
  return on < from || on >= today ? null : on
}

const mostSteps = 14

/** Climbs one youth's ladder until it waits for a day to come, or nobody got further. */
async function climb(tx: Tx, youth: Youth, today: PlainDate, random: Random): Promise<void> {
  let last: PlainDate | null = null
  for (let taken = 0; taken < mostSteps; taken++) {
    // Some are behind with their work.
    if (random.chance(0.06)) return
    const standing = await standingOf(tx, youth.id)
    const on: PlainDate | null = standing.step === null ? null : dayFor(standing, last, today, random)
    if (standing.step === null || on === null) return
    const phone = (await listWays(tx, youth.id)).find(({ kind, deadOn }) => kind === 'phone' && deadOn === null)
    const made = contactFor(standing.step, { random, on, phoneId: phone?.id ?? null, secondId: youth.secondId })
    if (made === null || (made.secondStaffId ?? null) === youth.staffId) return
    await record(tx, youth, made, on, random)
    last = on
    // A letter is answered by some, within the fortnight.
    const answerOn = dateOf(plusDays(dayOf(on), random.whole(2, 12)))
    if (made.channel === 'letter' && random.chance(0.14) && answerOn < today) {
      const said = talk(random, answerOn)
      await record(tx, youth, { channel: 'letter', outcome: 'replied', attempted: false, reached: true, ...said }, answerOn, random)
      last = answerOn
    }
  }
}

/** Something of everybody's that happens on a day of the year, with what came before that day done and what came after not. */
type Midway = { readonly on: PlainDate; readonly act: () => Promise<void> }

const earlier = (a: PlainDate, b: PlainDate | null): PlainDate => (b !== null && b < a ? b : a)

/** Does the year's outreach once in a demo folder. `progress` is told how many youths are done of how many. Returns whether it was done now. */
export async function doDemoOutreach(
  pool: Pool,
  today: PlainDate,
  progress: (done: number, of: number) => void,
  midway: Midway | null = null,
): Promise<boolean> {
  const [already] = await inTransaction(pool, (tx) => tx.query<{ n: number }>('select count(*)::int as n from outreach.contact'))
  if ((already?.n ?? 0) > 0) return false
  const youths = await inTransaction(pool, youthsOfTheYear)
  const randoms = new Map(youths.map(({ id }) => [id, randomFrom(id)]))
  const climbAll = async (until: PlainDate, eachTime: (tx: Tx, youth: Youth, random: Random, index: number) => Promise<void>) => {
    for (const [index, youth] of youths.entries()) {
      const random = randoms.get(youth.id) ?? randomFrom(youth.id)
      await inTransaction(pool, async (tx) => {
        await eachTime(tx, youth, random, index)
        await climb(tx, youth, earlier(until, youth.untilOn), random)
      })
      progress(index + 1, youths.length)
    }
  }
  if (midway !== null) {
    await climbAll(midway.on, giveNumber)
    await midway.act()
  }
  await climbAll(today, midway === null ? giveNumber : async () => {})
  return true
}
