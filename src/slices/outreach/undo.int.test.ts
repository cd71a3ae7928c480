/** Taking back on a real database: a contact undone or struck leaves what was before it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aColleague, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { logContact, type Logged } from './contact.actions.ts'
import { listContacts } from './contact.store.ts'
import type { ContactDraft } from './contact.types.ts'
import { aCall, ago, aLogger, aNumber, lastLine, standingNow, today, wayNow } from './outreach.testbed.ts'
import { recordOccupation } from './record.actions.ts'
import { strikeWrong, undoContact } from './undo.actions.ts'

let place: TestPlace
let amina = ''
let erik = ''
let youth: MadeYouth
let number: { readonly id: number; readonly wayId: string }
beforeAll(async () => {
  place = await aPlace()
  amina = await aColleague(place, 'Amina Lind', 'coordinator')
  erik = await aColleague(place, 'Erik Ny', 'counsellor')
})
afterAll(() => place.installation.close())
beforeEach(async () => {
  youth = await aYouth(place, { fromOn: ago(40) })
  number = await aNumber(place, youth.personId)
})

async function log(given: Partial<ContactDraft> = {}): Promise<Logged> {
  const logged = await logContact(aLogger(place, amina), youth.subjectId, aCall(number.wayId, given))
  if (!logged.granted) throw new Error(`not logged: ${logged.reason}`)
  return logged.value
}
const taker = (staffId = amina) => ({ pool: place.pool, scope: { units: null, mayReadProtected: false }, staffId })
const taken = ({ contactId }: Logged) => ({ subjectId: youth.subjectId, contactId })
const undo = async (logged: Logged, afterMs = 0, by = amina) => {
  const decision = await undoContact(taker(by), taken(logged), Date.now() + afterMs)
  return decision.granted ? 'done' : decision.reason
}

describe('undoing', () => {
  it('leaves the number, the occupation and the standing as they were', async () => {
    await log({ outcome: 'reached', occupation: 'studies' })
    const before = [await wayNow(place, number.id), await standingNow(place, youth.personId)]
    const logged = await log({ outcome: 'declined', occupation: 'work' })
    const worse = await log({ outcome: 'deadNumber' })
    expect(await standingNow(place, youth.personId)).toMatchObject({ live: 0, dead: 1, occupation: 'work' })
    expect([await undo(worse), await undo(logged)]).toEqual(['done', 'done'])
    expect([await wayNow(place, number.id), await standingNow(place, youth.personId)]).toEqual(before)
    expect(await lastLine(place)).toMatchObject({
      action: 'outreach.undo',
      outcome: 'done',
      detail: { channel: 'phone', outcome: 'declined' },
    })
    const shown = await inTransaction(place.pool, (tx) => listContacts(tx, [youth.personId], today))
    expect(shown.map(({ struck }) => struck?.why ?? null)).toEqual(['undo', 'undo', null])
  })

  it('of the only contact leaves nothing', async () => {
    const before = await standingNow(place, youth.personId)
    await undo(await log({ outcome: 'deadNumber' }))
    expect(await wayNow(place, number.id)).toEqual({ last_result: null, dead_on: null, cooldown_until: null })
    expect(await standingNow(place, youth.personId)).toEqual(before)
  })

  it('lets what was heard later stand', async () => {
    const first = await log({ outcome: 'voicemail' })
    await log({ outcome: 'deadNumber' })
    expect(await undo(first)).toBe('done')
    expect(await wayNow(place, number.id)).toMatchObject({ last_result: 'dead', dead_on: today })
  })

  it('is for the one who logged, at once, and once', async () => {
    const logged = await log()
    expect([await undo(logged, 0, erik), await undo(logged, 13_000), await undo(logged), await undo(logged)]).toEqual([
      ...['not-yours', 'too-late', 'done', 'already-struck'],
    ])
    expect(await undo({ contactId: amina, isReached: false })).toBe('missing')
  })

  it('is refused by the database too', async () => {
    const { contactId } = await log()
    const undone = `update outreach.contact set struck_at = clock_timestamp() + $2::interval, struck_by = $3, struck_why = 'undo' where contact_id = $1`
    await expect(place.sql(undone, [contactId, '13 seconds', amina])).rejects.toThrow('an_undo_comes_at_once')
    await expect(place.sql(undone, [contactId, '0', erik])).rejects.toThrow('an_undo_is_by_the_one_who_logged')
    await place.sql(undone, [contactId, '1 second', amina])
    await expect(place.sql(undone, [contactId, '1 second', amina])).rejects.toThrow('a contact is struck once')
  })
})

describe('striking', () => {
  const strike = async (logged: Logged, by: string, mayStrikeAny: boolean, why = 'Fel ungdom') => {
    const decision = await strikeWrong({ ...taker(by), mayStrikeAny }, taken(logged), { why, noteKept: [] })
    return decision.granted ? 'done' : decision.reason
  }

  it('is for the one who logged and for those who may strike any, with a reason', async () => {
    const logged = await log({ outcome: 'deadNumber' })
    expect([await strike(logged, erik, false), await strike(logged, amina, false, ' '), await strike(logged, erik, true)]).toEqual([
      ...['not-yours', 'say-why', 'done'],
    ])
    expect(await lastLine(place)).toMatchObject({
      action: 'outreach.strike',
      outcome: 'done',
      detail: { channel: 'phone', outcome: 'deadNumber' },
    })
    expect(await standingNow(place, youth.personId)).toMatchObject({ live: 1, dead: 0, attempt: null })
    const [shown] = await inTransaction(place.pool, (tx) => listContacts(tx, [youth.personId], today))
    expect(shown?.struck).toMatchObject({ by: 'Erik Ny', why: 'Fel ungdom' })
  })

  it('takes back what was said in it, and lets a later statement stand', async () => {
    const first = await log({ outcome: 'reached', occupation: 'work' })
    const second = await log({ outcome: 'reached', occupation: 'studies' })
    await strike(first, amina, false)
    expect(await standingNow(place, youth.personId)).toMatchObject({ occupation: 'studies' })
    await strike(second, amina, false)
    expect(await standingNow(place, youth.personId)).toMatchObject({ occupation: null })
  })

  it('brings back what a school said before', async () => {
    const said = { kind: 'studies', source: 'school', sinceOn: null, statedOn: ago(3), saidBy: 'prov', contactId: null } as const
    await inTransaction(place.pool, (tx) => recordOccupation(tx, { personId: youth.personId, ...said }))
    await strike(await log({ outcome: 'reached', occupation: 'none' }), amina, false)
    expect(await standingNow(place, youth.personId)).toMatchObject({ occupation: 'studies' })
  })

  it('reaches what was logged on a record that became another’s', async () => {
    const logged = await log({ outcome: 'deadNumber' })
    const root = await aYouth(place, { fromOn: ago(40) })
    await place.sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'samma', 'prov', '{}', now())`,
      [youth.personId, root.personId],
    )
    await place.sql('delete from worklist.youth where person_id = $1', [youth.personId])
    const decision = await strikeWrong(
      { ...taker(), mayStrikeAny: false },
      { subjectId: root.subjectId, contactId: logged.contactId },
      { why: 'Fel ungdom', noteKept: [] },
    )
    expect(decision.granted).toBe(true)
    expect(await standingNow(place, root.personId)).toMatchObject({ live: 1, dead: 0, attempt: null })
  })
})
