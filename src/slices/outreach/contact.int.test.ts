/** Logging on a real database: what follows of a contact. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aColleague, aYouth, protect, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { logContact, type Logged, type Logger } from './contact.actions.ts'
import { listContacts } from './contact.store.ts'
import type { ContactDraft } from './contact.types.ts'
import { aCall, aContact, ago, aLogger, aNumber, lastLine, standingNow, today, wayNow } from './outreach.testbed.ts'
import { recordContact, recordContacts } from './record.actions.ts'

let place: TestPlace
let amina = ''
let youth: MadeYouth
let number: { readonly id: number; readonly wayId: string }
beforeAll(async () => {
  place = await aPlace()
  amina = await aColleague(place, 'Amina Lind', 'coordinator')
})
afterAll(() => place.installation.close())
beforeEach(async () => {
  youth = await aYouth(place, { fromOn: ago(40) })
  number = await aNumber(place, youth.personId)
})

const logger = (given: Partial<Logger> = {}): Logger => aLogger(place, amina, given)
const draft = (given: Partial<ContactDraft> = {}): ContactDraft => aCall(number.wayId, given)
async function log(given: Partial<ContactDraft> = {}, by: Partial<Logger> = {}): Promise<Logged> {
  const logged = await logContact(logger(by), youth.subjectId, draft(given))
  if (!logged.granted) throw new Error(`not logged: ${logged.reason}`)
  return logged.value
}

describe('logging', () => {
  it('a call without answer moves one clock, and the number rests', async () => {
    await log({ note: 'Hemligt om hen' })
    expect(await standingNow(place, youth.personId)).toMatchObject({ attempt: 'noAnswer', reached: null, live: 1, dead: 0 })
    expect(await wayNow(place, number.id)).toEqual({
      last_result: 'noAnswer',
      dead_on: null,
      cooldown_until: ago(-1),
    })
    expect(await lastLine(place)).toEqual({
      ...{ action: 'outreach.log', outcome: 'done', subject_id: youth.subjectId },
      detail: { channel: 'phone', outcome: 'noAnswer' },
    })
  })

  it('a call from the youth moves the other, and says what the youth does', async () => {
    await log({
      direction: 'youthContacted',
      outcome: 'reached',
      occupation: 'work',
      nextStep: 'meet',
      nextOn: ago(-3),
    })
    expect(await standingNow(place, youth.personId)).toMatchObject({ attempt: null, reached: 'phone', occupation: 'work' })
    const [said] = await place.sql('select kind, source, stated_on::text as on, said_by from outreach.occupation where person_id = $1', [
      youth.personId,
    ])
    expect(said).toEqual({ kind: 'work', source: 'youth', on: today, said_by: amina })
  })

  it('a dead number is not called again; another is, and the youth may call from it', async () => {
    await log({ outcome: 'deadNumber' })
    expect(await standingNow(place, youth.personId)).toMatchObject({ live: 0, dead: 1 })
    const again = await logContact(logger(), youth.subjectId, draft())
    expect(again).toEqual({ granted: false, reason: 'dead-number' })
    expect(await lastLine(place)).toMatchObject({ action: 'outreach.log', outcome: 'dead-number', subject_id: youth.subjectId })
    await expect(inTransaction(place.pool, (tx) => recordContact(tx, aContact(youth.personId, { wayId: number.id })))).rejects.toThrow(
      'a dead number is not called or texted',
    )
    const other = await aNumber(place, youth.personId, '+46701740606')
    await log({ wayId: other.wayId })
    await log({ direction: 'youthContacted', outcome: 'reached' })
    expect(await wayNow(place, number.id)).toMatchObject({ last_result: 'worked', dead_on: null })
  })

  it('what is written afterwards does not overrule what was heard later', async () => {
    await log({ outcome: 'reached' })
    await log({ on: ago(2), minute: 600 })
    expect(await wayNow(place, number.id)).toMatchObject({ last_result: 'worked', cooldown_until: null })
    const [first, second] = await inTransaction(place.pool, (tx) => listContacts(tx, [youth.personId], today))
    expect([first?.outcome, second?.outcome, second?.at]).toEqual(['reached', 'noAnswer', `${ago(2)} 10:00`])
    expect(await inTransaction(place.pool, (tx) => listContacts(tx, [youth.personId], ago(1)))).toHaveLength(1)
  })

  it('a letter that came back leaves the address in the ledger, dead; not that of a protected youth', async () => {
    const letter = { channel: 'letter', outcome: 'returned', wayId: null } as const
    await log(letter)
    const addresses = () =>
      place.sql(`select value, source, dead_on::text as dead from outreach.way where kind = 'address' and person_id = $1`, [youth.personId])
    expect(await addresses()).toEqual([{ value: 'Hemliga gatan 7, 123 45 Provstad', source: 'populationRegister', dead: today }])
    youth = await aYouth(place, { fromOn: ago(40) })
    await protect(place, youth.personId, 'marked')
    await log(letter, { scope: { units: null, mayReadProtected: true } })
    expect(await addresses()).toEqual([])
  })

  it('nobody logs on a youth they may not see, and no trace is left of whether there is one', async () => {
    await protect(place, youth.personId, 'marked')
    expect(await logContact(logger(), youth.subjectId, draft())).toEqual({ granted: false, reason: 'missing' })
    expect(await lastLine(place)).toMatchObject({ action: 'outreach.log', outcome: 'missing', subject_id: null })
  })

  it.each([
    ['covered then, not now', { fromOn: ago(40), untilOn: ago(5) }, ago(6), null],
    ['no longer covered', { fromOn: ago(40), untilOn: ago(5) }, ago(5), 'not-followed'],
    ['not covered yet', { fromOn: ago(3) }, ago(4), 'not-followed'],
    ['never covered', { fromOn: null }, today, 'not-followed'],
    ['never covered, watched', { fromOn: null, watched: true }, today, null],
  ] as const)('%s', async (_, given, on, reason) => {
    youth = await aYouth(place, given)
    const logged = await logContact(logger(), youth.subjectId, draft({ wayId: null, on, minute: 0 }))
    expect(logged.granted ? null : logged.reason).toBe(reason)
  })

  it('two who log at once are both seen by the standing', async () => {
    await Promise.all([log({ outcome: 'reached' }), log({ outcome: 'voicemail' }), log(), log()])
    const [row] = await place.sql<{ n: number }>('select count(*)::int as n from outreach.contact where person_id = $1', [youth.personId])
    const [last] = await inTransaction(place.pool, (tx) => listContacts(tx, [youth.personId], today))
    expect(row?.n).toBe(4)
    expect(await standingNow(place, youth.personId)).toMatchObject({ attempt: last?.outcome, reached: 'phone' })
  })

  it('waits a little for a night that holds the youth, and then says so', async () => {
    let logged: unknown
    await inTransaction(place.pool, async (tx) => {
      await tx.query('select from worklist.youth where person_id = $1 for update', [youth.personId])
      logged = await logContact(logger(), youth.subjectId, draft())
    })
    expect(logged).toEqual({ granted: false, reason: 'night-is-running' })
    expect(await lastLine(place)).toMatchObject({ action: 'outreach.log', outcome: 'night-is-running' })
    expect(await inTransaction(place.pool, (tx) => listContacts(tx, [youth.personId], today))).toEqual([])
  })

  it('many at once give each a line of its own', async () => {
    const other = await aYouth(place, { fromOn: ago(40) })
    const letters = [youth, other].map(({ personId }) => aContact(personId, { channel: 'letter', outcome: 'sent' }))
    expect(await inTransaction(place.pool, (tx) => recordContacts(tx, letters))).toHaveLength(2)
    expect(await standingNow(place, other.personId)).toMatchObject({ attempt: 'sent' })
    expect(await inTransaction(place.pool, (tx) => recordContacts(tx, []))).toEqual([])
  })
})
