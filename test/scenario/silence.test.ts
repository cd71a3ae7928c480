/** Sixty days of silence on a database: whoever does each day what stands as the next step takes exactly the five steps, and an answer on any day ends it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, type Tx } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type Day, type PlainDate } from '../../src/platform/plain-date.ts'
import { isWorkingDay } from '../../src/platform/swedish-holidays.ts'
import { shippedLadder, type ContactEvent, type NextStep } from '../../src/slices/ladder/index.ts'
import { done, silence, someone } from '../../src/slices/ladder/ladder.testbed.ts'
import { recordContact, recordWay, type NewContact } from '../../src/slices/outreach/index.ts'
import { aContact } from '../../src/slices/outreach/outreach.testbed.ts'
import { expectCleanLog } from '../support/outreach-proof.ts'
import { ago, aTown, type CameIn, type Town } from '../support/outreach-town.ts'

const length = 60
/** The sixty days have been, whatever day it is. */
const lastEntry = 61

let town: Town
let pair: Pick<NewContact, 'staffId' | 'secondStaffId'>
const youths: CameIn[] = []

beforeAll(async () => {
  town = await aTown()
  pair = { staffId: await town.staffId('Amina Lind'), secondStaffId: await town.staffId('Erik Nyholm') }
})
afterAll(() => town.close())

/** Somebody who came in so many days ago, with a number and an address. */
async function entersAgo(days: number): Promise<CameIn> {
  const youth = await town.comesIn(`Tystling${youths.length}`, { movedOn: ago(days) })
  youths.push(youth)
  await inTransaction(town.place.pool, (tx) =>
    recordWay(tx, {
      ...{ personId: youth.personId, kind: 'phone', value: '+46701740641', source: 'youth', sourceDetail: '', foundBy: 'prov' },
      foundOn: ago(days),
    }),
  )
  return youth
}

type Kept = Pick<NextStep, 'kind' | 'nth' | 'of' | 'avoidWeekdays' | 'avoidParts'> & { readonly from: PlainDate; readonly due: PlainDate }

/** The next step as the database has it. */
async function stepOf(tx: Tx, personId: number): Promise<NextStep | null> {
  const [row] = await tx.query<Kept>(
    `select step as kind, step_nth as nth, step_of as of, step_from as "from", step_due as due, detail -> 'avoidWeekdays' as "avoidWeekdays",
       detail -> 'avoidParts' as "avoidParts"
     from outreach.standing where person_id = $1 and step is not null`,
    [personId],
  )
  return row === undefined ? null : { ...row, fromOn: dayOf(row.from), dueOn: dayOf(row.due), agreed: null, withSms: false }
}

const timeOf = ({ on, minute }: ContactEvent): string =>
  `${dateOf(on)} ${String(Math.trunc(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')} Europe/Stockholm`

async function record(tx: Tx, personId: number, event: ContactEvent): Promise<void> {
  const { channel, attempted, reached, outcome } = event
  await recordContact(tx, aContact(personId, { ...pair, channel, attempted, reached, outcome, happenedAt: timeOf(event) }))
}

/** One day: what stands as the next step is done if the day for it has come. What was done, or null. */
async function oneDay(tx: Tx, personId: number, on: Day): Promise<string | null> {
  const step = await stepOf(tx, personId)
  const event = step === null || on < step.fromOn ? null : done(step, on)
  if (step === null || event === null) return null
  await record(tx, personId, event)
  return `${step.kind} ${dateOf(on)}`
}

const reply = (on: Day): ContactEvent => ({
  ...{ on, minute: 720, channel: 'letter', attempted: false, reached: true, outcome: 'replied', agreed: null, agreedOn: null },
})

/** The days from entry, one by one; on `repliesAfter` the youth replies, and that day nobody does anything before. */
async function dayByDay(youth: CameIn, enteredAgo: number, repliesAfter: number | null): Promise<string[]> {
  const all: string[] = []
  const entered = dayOf(ago(enteredAgo))
  for (let passed = 0; passed < length; passed++) {
    const on = plusDays(entered, passed)
    const made = await inTransaction(town.place.pool, async (tx) => {
      if (passed === repliesAfter) await record(tx, youth.personId, reply(on))
      return oneDay(tx, youth.personId, on)
    })
    if (made !== null) all.push(made)
  }
  return all
}

describe('sixty days of silence', () => {
  it.each([0, 1, 2, 3, 4, 5, 6])(
    'from an entry %i days before the latest one: the five steps, on working days, as the rules alone say',
    async (before) => {
      const enteredAgo = lastEntry + before
      const youth = await entersAgo(enteredAgo)
      const all = await dayByDay(youth, enteredAgo, null)
      expect(all.map((one) => one.split(' ')[0])).toEqual(['letter', 'call', 'call', 'call', 'furtherLetter', 'visitCard', 'homeVisit'])
      for (const one of all) expect(isWorkingDay(dayOf(one.split(' ')[1] as PlainDate)), one).toBe(true)
      expect(all).toEqual(silence(someone(ago(enteredAgo)), length).map(({ kind, event }) => `${kind} ${dateOf(event.on)}`))
      const [kept] = await town.place.sql<{ attempts: number; reached: number }>(
        `select count(*) filter (where attempted)::int as attempts, count(*) filter (where reached)::int as reached from outreach.contact where person_id = $1`,
        [youth.personId],
      )
      expect(kept).toEqual({ attempts: 7, reached: 0 })
    },
  )
})

describe('a reply', () => {
  it.each([1, 4, 9, 12, 15, 20, 26, 33, 41, 52])(
    'on day %i ends it: nothing more is done until the silence after it is over',
    async (after) => {
      const youth = await entersAgo(lastEntry)
      const all = await dayByDay(youth, lastEntry, after)
      const repliedOn = ago(lastEntry - after)
      const resumesOn = dateOf(plusDays(dayOf(repliedOn), shippedLadder.silenceDays))
      const alone = silence(someone(ago(lastEntry)), after).map(({ kind, event }) => `${kind} ${dateOf(event.on)}`)
      const onDay = (one: string): string => one.split(' ')[1] ?? ''
      expect(all.filter((one) => onDay(one) < repliedOn)).toEqual(alone)
      expect(all.filter((one) => onDay(one) >= repliedOn && onDay(one) < resumesOn)).toEqual([])
      if (resumesOn < ago(lastEntry - length + 7)) expect(all.some((one) => onDay(one) >= resumesOn)).toBe(true)
    },
  )
})

it('leaves nothing personal in the log', () => expectCleanLog(town, youths))
