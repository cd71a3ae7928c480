/** Answers with words that may not belong in the register: the youth's own, that acceptance would keep, and those of a no. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { isTicked, tickIn } from '../hygiene/hygiene.testbed.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { giveAnswer } from './answer.actions.ts'
import { issueCode } from './code.actions.ts'
import type { Answered } from './replies.types.ts'

let site: TestSite
let amina: Visitor
let youth: MadeYouth
beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  youth = await aYouth(site.place, { given: 'Olle' })
})
afterAll(() => site.close())

/** An answer that waits. */
async function anAnswer(answered: Answered): Promise<string> {
  const { pool, sql } = site.place
  const wanted = { personId: youth.personId, messageId: null, channel: 'letter', validDays: 60 } as const
  await giveAnswer(pool, await inTransaction(pool, (tx) => issueCode(tx, wanted)), answered, 'sv')
  return (
    (await sql<{ id: string }>(`select a.answer_id as id from replies.answer a where a.state = 'open' order by a.id desc limit 1`))[0]
      ?.id ?? ''
  )
}
const lines = () =>
  site.place.sql(`select action, outcome, detail from audit.line where action in ('replies.accept', 'replies.reject') order by id`)

test('are asked about, where they stand, and decided when they are kept', async () => {
  const answer = await anAnswer({ kind: 'somethingElse', text: 'Sjukskriven hos mamma' })
  const accept = { from: 'youth', what: 'other' }
  const warned = await amina.send(`/uppsok/svar/${answer}/godta`, accept)
  expect([warned.status, tickIn(warned.html), isTicked(warned.html)]).toEqual([422, 'diagnosis:sjukskriven|kin:mamma', false])
  expect(warned.html).toMatch(new RegExp(`data-errors[^]*href="#noteKept-${answer}"[^]*id="noteKept-${answer}"`))
  expect(warned.html).toMatch(/name="from" value="youth"[^]*<option value="other" selected/)
  const asked = await amina.send(`/uppsok/svar/${answer}/avvisa`, { from: 'list', reason: 'Det var Sara Berg' })
  expect([asked.status, tickIn(asked.html)]).toEqual([422, 'name:sara berg'])
  expect(asked.html).toContain('Det var Sara Berg</textarea>')
  const kept = await amina.send(`/uppsok/svar/${answer}/godta`, { ...accept, noteKept: tickIn(warned.html) ?? '' })
  expect(kept.location).toBe(`/ungdomar/${youth.subjectId}`)
  const flagged = { kin: 1, diagnosis: 1 }
  expect(await lines()).toEqual([
    { action: 'replies.accept', outcome: 'note-flags', detail: { flagged, kept: false } },
    { action: 'replies.reject', outcome: 'note-flags', detail: { flagged: { name: 1 }, kept: false } },
    { action: 'replies.accept', outcome: 'done', detail: { flagged, kept: true } },
  ])
})

test('a place that is a place is accepted at once, and a reason that is too long loses nothing', async () => {
  const answer = await anAnswer({ kind: 'working', place: 'Påhittade lagret', since: null })
  const long = await amina.send(`/uppsok/svar/${answer}/avvisa`, {
    from: 'youth',
    reason: `Pappa ${'x'.repeat(300)}`,
    noteKept: 'kin:pappa',
  })
  expect([long.status, tickIn(long.html), isTicked(long.html)]).toEqual([422, 'kin:pappa', true])
  expect(long.html).toMatch(/name="from" value="youth"[^]*Pappa x{300}<\/textarea>/)
  expect((await amina.send(`/uppsok/svar/${answer}/godta`, { from: 'list' })).status).toBe(303)
})
