/** What youths are said to do, in the database: it lapses on the day that the rule says, and what is taken back is never said anew. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isKnownOccupation, occupations, occupationStateOn, type Occupation, type OccupationState } from '../ladder/index.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { reviewOn, shippedFreshness } from './freshness.rules.ts'
import type { NewOccupation } from './outreach.types.ts'
import { aContact, ago, standingNow, today } from './outreach.testbed.ts'
import { recordAskedInVain, recordContact, recordOccupation, retractOccupationById } from './record.actions.ts'
import { retractOccupation } from './occupation.store.ts'

let place: TestPlace
beforeAll(async () => {
  place = await aPlace()
})
afterAll(() => place.installation.close())

const say = (personId: number, kind: Occupation, given: Partial<NewOccupation> = {}): Promise<number> =>
  inTransaction(place.pool, (tx) =>
    recordOccupation(tx, {
      personId,
      kind,
      source: 'youth',
      sinceOn: null,
      statedOn: today,
      saidBy: 'prov',
      contactId: null,
      origin: 'hand',
      ...given,
    }),
  )
const takeBack = (id: number): Promise<void> => inTransaction(place.pool, (tx) => retractOccupationById(tx, id))
const kindNow = async ({ personId }: MadeYouth): Promise<string | null> => (await standingNow(place, personId))?.occupation ?? null

describe('the state', () => {
  const stated = date('2026-09-01')

  it('is the rule’s and the database’s alike, every day of a year and for every kind', async () => {
    const told = occupations.map((kind) => ({ kind, reviewOn: reviewOn(kind, stated, shippedFreshness) }))
    const rows = await place.sql<{ kind: Occupation; on: PlainDate; state: OccupationState; known: boolean }>(
      `select t.kind, d::date as on, outreach.occupation_state(t.kind, t.review_on, d::date) as state,
         outreach.occupation_is_known(t.kind, t.review_on, d::date) as known
       from jsonb_to_recordset($1::jsonb) as t (kind text, review_on date), generate_series($2::date, $2::date + 365, interval '1 day') d`,
      [JSON.stringify(told.map((one) => ({ kind: one.kind, review_on: one.reviewOn }))), stated],
    )
    expect(rows).toHaveLength(occupations.length * 366)
    const byRule = rows.map(({ kind, on }) => {
      const state = occupationStateOn(told.find((one) => one.kind === kind) ?? null, on)
      return { kind, on, state, known: isKnownOccupation(state) }
    })
    expect(rows).toEqual(byRule)
  })

  it('of somebody of whom nothing was said is not asked', async () => {
    const [row] = await place.sql(
      'select outreach.occupation_state(null, null, $1) as state, outreach.occupation_is_known(null, null, $1) as known',
      [today],
    )
    expect(row).toEqual({ state: 'notAsked', known: false })
  })

  it('has the review day of its kind, whoever says it', async () => {
    for (const kind of occupations) {
      const { personId } = await aYouth(place)
      const id = await say(personId, kind, { statedOn: stated })
      const [row] = await place.sql('select review_on from outreach.occupation where id = $1', [id])
      expect(row).toEqual({ review_on: dateOf(plusDays(dayOf(stated), shippedFreshness[kind])) })
    }
  })
})

describe('the days', () => {
  it('are the database’s own too', async () => {
    const { personId } = await aYouth(place, { bornOn: '2009-03-10' })
    const insert = (statedOn: string, sinceOn: string | null, kind = 'work') =>
      place.sql(
        `insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, origin)
         values ($1, $2, 'youth', $3, $4, $4::date + 10, 'prov', 'hand')`,
        [personId, kind, sinceOn, statedOn],
      )
    await expect(insert('2026-11-20', '2026-11-21')).rejects.toThrow('nothing is done since a day ahead')
    await expect(insert('2026-11-20', '2009-03-09')).rejects.toThrow('an occupation is of somebody born')
    await expect(insert('2009-03-09', null)).rejects.toThrow('an occupation is of somebody born')
    await expect(insert('2026-11-20', null, 'sailor')).rejects.toThrow('occupation_kind_is_known')
    await insert('2026-11-20', '2026-11-20')
  })

  it('that somebody outside could not know leave no since', async () => {
    const { personId } = await aYouth(place, { bornOn: '2009-03-10' })
    const id = await say(personId, 'work', { sinceOn: date('2009-03-09'), origin: 'reply' })
    expect(await place.sql('select since_on from outreach.occupation where id = $1', [id])).toEqual([{ since_on: null }])
  })
})

describe('asked in vain', () => {
  const ask = (personId: number) =>
    inTransaction(place.pool, (tx) =>
      recordAskedInVain(tx, { personId, source: 'school', statedOn: today, saidBy: 'prov', contactId: null, origin: 'question' }),
    )

  it('is noted of somebody of whom nothing was said, and again of somebody nobody could say it of', async () => {
    const youth = await aYouth(place)
    expect(await ask(youth.personId)).toBeGreaterThan(0)
    expect(await kindNow(youth)).toBe('unknown')
    expect(await ask(youth.personId)).toBeGreaterThan(0)
  })

  it('takes no place of what was once said, lapsed or not', async () => {
    const youth = await aYouth(place)
    await say(youth.personId, 'work', { statedOn: ago(200) })
    expect(await ask(youth.personId)).toBeNull()
    expect(await kindNow(youth)).toBe('work')
  })
})

describe('a statement taken back', () => {
  it('gives way to the one whose place it had taken, with its own days', async () => {
    const youth = await aYouth(place)
    await say(youth.personId, 'studies', { statedOn: ago(20), sinceOn: ago(40) })
    const coded = await say(youth.personId, 'work', { statedOn: ago(5), origin: 'coding' })
    await takeBack(coded)
    expect(await kindNow(youth)).toBe('studies')
    const [row] = await place.sql(
      `select since_on, stated_on, review_on, origin, restates_id is not null as again from outreach.occupation
       where person_id = $1 and known_until = 'infinity'`,
      [youth.personId],
    )
    expect(row).toEqual({ since_on: ago(40), stated_on: ago(20), review_on: ago(20 - 120), origin: 'hand', again: true })
  })

  it('twice changes nothing, and of one that there is not nothing happens', async () => {
    const youth = await aYouth(place)
    const coded = await say(youth.personId, 'work')
    const rows = () => place.sql('select id from outreach.occupation where person_id = $1', [youth.personId])
    await takeBack(coded)
    const before = await rows()
    await takeBack(coded)
    await takeBack(999_999_999)
    expect([await rows(), await kindNow(youth)]).toEqual([before, null])
  })

  it('that something later had replaced is not said anew when that goes too', async () => {
    const youth = await aYouth(place)
    await say(youth.personId, 'none', { statedOn: ago(30) })
    const coded = await say(youth.personId, 'work', { statedOn: ago(20), origin: 'coding' })
    const later = await say(youth.personId, 'other', { statedOn: ago(10) })
    await takeBack(coded)
    expect(await kindNow(youth)).toBe('other')
    await takeBack(later)
    expect(await kindNow(youth)).toBe('none')
  })

  it('is known by its first row, also when it has been said anew', async () => {
    const youth = await aYouth(place)
    const coded = await say(youth.personId, 'work', { statedOn: ago(20), origin: 'coding' })
    const later = await say(youth.personId, 'other', { statedOn: ago(10) })
    await takeBack(later)
    expect(await kindNow(youth)).toBe('work')
    await takeBack(coded)
    expect(await kindNow(youth)).toBeNull()
  })

  it('goes with the contact it was said in, and never comes back', async () => {
    const youth = await aYouth(place)
    const contact = await inTransaction(place.pool, (tx) =>
      recordContact(tx, aContact(youth.personId, { reached: true, outcome: 'reached' })),
    )
    await say(youth.personId, 'work', { statedOn: ago(3), contactId: contact.id, origin: 'contact' })
    const later = await say(youth.personId, 'other', { statedOn: ago(1) })
    await inTransaction(place.pool, (tx) => retractOccupation(tx, contact.id))
    await takeBack(later)
    expect(await kindNow(youth)).toBeNull()
  })
})
