/** What the database of referrals refuses by itself, and consent withdrawn while a package is read, from both sides. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '../../platform/db/tx.ts'
import { holdLinked } from './link.store.ts'
import { openReferral, answerLinked } from './link.actions.ts'
import { aSharingSite, type SharingSite } from './referrals.testbed.ts'
import { hashOf } from './secret.ts'

let at: SharingSite
beforeAll(async () => {
  at = await aSharingSite()
})
afterAll(() => at.site.close())

const sql = <Row extends object>(text: string, values: unknown[] = []) => at.site.place.sql<Row>(text, values)
const aToken = async (): Promise<string> => {
  await at.consent()
  return (await at.refer()).slice(-24)
}
const last = '(select max(id) from referrals.referral)'
/** A copy of the last referral with something else in it. */
const again = (column: string, value: string) =>
  sql(
    `insert into referrals.referral (person_id, consent_id, content, content_hash, sent_by, sent_on)
     select ${['person_id', 'consent_id', 'content', 'content_hash', 'sent_by', 'sent_on'].map((name) => (name === column ? value : name)).join(', ')} from referrals.referral where id = ${last}`,
  )
const withdraw = async () => at.staff.send(`/ungdomar/${at.subject()}/samtycken/${await at.lastConsent()}/aterkalla`)

it.each([
  ['content', `replace(content, '"birthDate"', '"number"')`, 'no more is sent than there is consent to'],
  ['content', 'null', 'no more is sent than there is consent to'],
  ['sent_on', 'sent_on + 91', 'consent in force'],
  ['sent_on', 'sent_on - 1', 'consent in force'],
  ['person_id', `(select person_id from worklist.youth where person_id <> referrals.referral.person_id limit 1)`, 'same youth'],
])('a referral with another %s (%s) is refused: %s', async (column, value, says) => {
  await aToken()
  await expect(again(column, value)).rejects.toThrow(says)
})

it.each([
  [`answer = 'rejected', answered_on = sent_on, content = null`, 'a_rejection_says_why'],
  [`answer = 'rejected', answered_on = sent_on, reject_reason = 'full'`, 'what_was_sent_goes_when_it_is_over'],
  [`answer = 'accepted'`, 'an_answer_has_a_day'],
  [`ended_on = sent_on, content = null`, 'only_what_was_accepted_ends'],
  [`withdrawn_on = sent_on`, 'what_was_sent_goes_when_it_is_over'],
  [`told_on = sent_on, told_how = 'phone', told_by = sent_by`, 'receivers_are_told_of_what_is_called_back'],
  [`content = '{}'`, 'what was sent is not changed'],
  [`content = null, receiver_email = 'ingen adress'`, 'a_receiver_has_one_address'],
])('a referral is not said to be %s: %s', async (set, says) => {
  await aToken()
  await expect(sql(`update referrals.referral set ${set} where id = ${last}`)).rejects.toThrow(says)
})

it('is sent with no withdrawn consent, and what is withdrawn stays so', async () => {
  await aToken()
  await withdraw()
  await expect(again('sent_on', 'sent_on')).rejects.toThrow(/no more is sent|consent in force/)
  await expect(sql(`update referrals.referral set withdrawn_on = null where id = ${last}`)).rejects.toThrow('stays over')
  await expect(sql(`update referrals.referral set answer = 'accepted', answered_on = sent_on where id = ${last}`)).rejects.toThrow(
    'what was called back is not answered',
  )
  await expect(
    sql(`insert into referrals.outcome (referral_id, kind, on_day, said_on) values (${last}, 'began', current_date, current_date)`),
  ).rejects.toThrow('what was accepted and goes on')
})

it('whoever reads first makes the withdrawal wait; whoever reads after sees nothing', async () => {
  const token = await aToken()
  const { pool } = at.site.place
  const order: string[] = []
  let withdrawing: Promise<unknown> = Promise.resolve()
  await inTransaction(pool, async (tx) => {
    const linked = await holdLinked(tx, hashOf(token))
    expect(linked?.content).not.toBe(null)
    withdrawing = withdraw().then(() => order.push('withdrawn'))
    for (let waiting = 0; waiting === 0;) {
      const [row] = await sql<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      waiting = row?.n ?? 0
    }
    order.push('read')
  })
  await withdrawing
  expect(order).toEqual(['read', 'withdrawn'])
  const today = at.day(0)
  expect((await openReferral(pool, token, { how: 'open', today }))?.content).toBe(null)
  expect(await answerLinked(pool, token, { answer: 'accepted' }, today)).toEqual({ granted: false, reason: 'over' })
})

it('withdrawn and answered at once, it is one of them: never an answer to what is withdrawn', async () => {
  const today = at.day(0)
  for (let round = 0; round < 5; round++) {
    const token = await aToken()
    const [answered] = await Promise.all([answerLinked(at.site.place.pool, token, { answer: 'accepted' }, today), withdraw()])
    const [row] = await sql<{ answer: string | null; content: object | null }>(
      `select answer, content from referrals.referral where id = ${last}`,
    )
    expect(row).toEqual({ answer: answered.granted ? 'accepted' : null, content: null })
  }
})
