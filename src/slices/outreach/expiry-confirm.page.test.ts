/** Confirming many statements at a time: by hand of today, by an answer with its source and day, with an answer for each row. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import type { MadeYouth } from '../worklist/worklist.testbed.ts'
import { textOf } from '../youth/youth.testbed.ts'
import { aReply, aSaid, aTick, anAnswer, boxIn, desk, rowIn, sendTicked, standsNow } from './expiry.testbed.ts'
import { ago } from './outreach.testbed.ts'
import { recordOccupation } from './record.actions.ts'

let site: TestSite
let amina: Visitor

beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => site.close())
// Those of the tests before stand nowhere any more.
beforeEach(() => site.place.sql('delete from outreach.standing'))

const said = (given: Parameters<typeof aSaid>[1] = {}) => aSaid(site.place, given)
const tick = (youth: MadeYouth, answerId: string | null = null) => aTick(site.place, youth, answerId)
const now = (youth: MadeYouth) => standsNow(site.place, youth)

describe('confirming many', () => {
  test('gives each row its answer: by hand of today, by an answer with its source and its day', async () => {
    const [hand, byReply, byQuestion, other] = [await said(), await said(), await said(), await said()]
    const reply = await aReply(site.place, byReply, 'working', 3, { since: ago(20) })
    const question = await anAnswer(site.place, byQuestion, 'employer', 'yes', 2)
    const wrong = await tick(other)
    await aReply(site.place, other, 'studying', 1)
    const rows = [await tick(hand), await tick(byReply, reply), await tick(byQuestion, question), wrong]
    const { status, html } = await sendTicked(amina, rows, 'school')
    expect([status, textOf(html).includes('3 av 4 bekräftades')]).toEqual([200, true])
    expect(textOf(html)).toMatch(/Bekräftad .*Bekräftad av svaret .*Bekräftad av svaret .*ett svar säger något annat/)
    expect(await now(hand)).toEqual({ kind: 'work', source: 'school', since: ago(200), stated: ago(0), origin: 'confirm' })
    expect(await now(byReply)).toEqual({ kind: 'work', source: 'youth', since: ago(20), stated: ago(3), origin: 'reply' })
    expect(await now(byQuestion)).toEqual({ kind: 'work', source: 'employer', since: ago(200), stated: ago(2), origin: 'question' })
    expect((await now(other))?.stated).toBe(ago(80))
    const states = await site.place.sql('select state from replies.answer where answer_id = $1', [reply])
    expect(states).toEqual([{ state: 'accepted' }])
  })

  test('leaves an answer with words that somebody must read first', async () => {
    const youth = await said()
    const reply = await aReply(site.place, youth, 'working', 2, { words: 'Lager, personnummer 20080314-2389' })
    const { html } = await sendTicked(amina, [await tick(youth, reply)])
    expect([textOf(html).includes('0 av 1'), textOf(html).includes('ord som någon måste läsa först')]).toEqual([true, true])
    expect((await now(youth))?.stated).toBe(ago(80))
    expect(await site.place.sql('select state from replies.answer where answer_id = $1', [reply])).toEqual([{ state: 'open' }])
  })

  test('has a line in the log for each youth', async () => {
    const [one, two] = [await said(), await said()]
    await sendTicked(amina, [await tick(one), await tick(two)], 'youth')
    const lines = await site.place.sql(
      `select subject_id, outcome, detail from audit.line where action = 'outreach.confirmOccupation' order by id desc limit 2`,
    )
    const detail = { source: 'youth', many: true }
    expect(lines).toEqual([two, one].map(({ subjectId }) => ({ subject_id: subjectId, outcome: 'done', detail })))
  })

  test('takes them off the desk, and out of the list of what lapses', async () => {
    const youth = await said()
    const listed = async () => (await amina.get('/ungdomar?lista=gar-ut')).html.includes(youth.name)
    expect(await listed()).toBe(true)
    await sendTicked(amina, [await tick(youth)], 'employer')
    expect([await listed(), rowIn((await amina.get(desk)).html, youth)]).toEqual([false, ''])
  })

  test('leaves what somebody has said something else of, or decided on, as it is', async () => {
    const [changed, decided] = [await said(), await said()]
    const reply = await aReply(site.place, decided, 'working', 2)
    const rows = [await tick(changed), await tick(decided, reply)]
    await inTransaction(site.place.pool, (tx) =>
      recordOccupation(tx, {
        personId: changed.personId,
        kind: 'none',
        source: 'youth',
        sinceOn: null,
        statedOn: ago(1),
        saidBy: 'prov',
        contactId: null,
      }),
    )
    expect((await amina.send(`/uppsok/svar/${reply}/avvisa`, { from: 'list', reason: 'Någon annan svarade' })).status).toBe(303)
    expect(textOf((await sendTicked(amina, rows, 'youth')).html)).toMatch(
      /0 av 2 .*Oförändrad: någon har uppgett något annat.*Oförändrad: någon/,
    )
    expect([(await now(changed))?.kind, (await now(decided))?.stated]).toEqual(['none', ago(80)])
  })

  test('leaves those nobody follows any more', async () => {
    const youth = await said()
    const row = await tick(youth)
    await site.place.sql(`update worklist.youth set until_on = $2, exit_reason = 'moved' where person_id = $1`, [youth.personId, ago(0)])
    expect(textOf((await sendTicked(amina, [row], 'youth')).html)).toContain('omfattas inte och bevakas inte längre')
    expect((await now(youth))?.stated).toBe(ago(80))
  })

  test('twice confirms once', async () => {
    const youth = await said()
    const row = await tick(youth)
    await sendTicked(amina, [row], 'youth')
    expect(textOf((await sendTicked(amina, [row], 'youth')).html)).toContain('0 av 1')
  })

  test('by two at once confirms once, and nobody waits for each other', async () => {
    const youth = await said()
    const reply = await aReply(site.place, youth, 'working', 2)
    const row = await tick(youth, reply)
    const both = await Promise.all([
      sendTicked(amina, [row]),
      amina.send(`/uppsok/svar/${reply}/godta`, { from: 'list' }),
      sendTicked(amina, [row]),
    ])
    expect(both.map(({ status }) => status).every((status) => status < 500)).toBe(true)
    const rows = await site.place.sql(`select id from outreach.occupation where person_id = $1 and stated_on = $2`, [
      youth.personId,
      ago(2),
    ])
    expect(rows).toHaveLength(1)
  })
})

describe('a form that says too little', () => {
  test('says so at the field, with everything that was ticked', async () => {
    const [hand, byReply] = [await said(), await said()]
    const reply = await aReply(site.place, byReply, 'working', 2)
    const nothing = await sendTicked(amina, [], 'youth')
    expect([nothing.status, textOf(nothing.html).includes('Kryssa minst en rad.')]).toEqual([422, true])
    expect(nothing.html).toMatch(/<option value="youth" selected/)
    const whose = await sendTicked(amina, [await tick(hand)])
    expect([whose.status, textOf(whose.html).includes('Välj vem som säger det')]).toEqual([422, true])
    expect(boxIn(whose.html, hand)).toMatch(/checked/)
    expect(boxIn(whose.html, byReply)).not.toMatch(/checked/)
    expect((await sendTicked(amina, [await tick(byReply, reply)])).status).toBe(200)
  })

  test.each([
    ['a row that is none of ours', { row: ['x'], source: 'youth' }],
    ['a source that we do not have', { row: [`${randomUUID()}:${randomUUID()}:`], source: 'neighbour' }],
  ])('%s', async (_, fields) => {
    const { status } = await amina.send(desk, { group: 'expiring', mine: '', page: '1', ...fields })
    expect(status).toBe(422)
    expect(site.reported).toEqual([])
  })
})
