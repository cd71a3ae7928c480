/** Answers that cannot be told just now: tried again, ever more seldom, never in the way of others, and not for ever. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startMailServer, type MailServer } from '../../../simulators/mail/index.ts'
import { sendLinks } from './link.actions.ts'
import { aNoticeTown, unitCode, type NoticeTown } from './notices.testbed.ts'

let town: NoticeTown
let mail: MailServer
beforeAll(async () => {
  town = await aNoticeTown()
  mail = await startMailServer()
})
afterAll(async () => {
  await mail.close()
  await town.site.close()
})

const sql = <Row extends object>(text: string) => town.site.place.sql<Row>(text)
const tick = (url = mail.address) =>
  sendLinks({ code: '0180', name: 'Provstad', pool: town.site.place.pool }, { mail: { url, from: 'lots@example.se' }, publicUrl: '' })
const noWayOut = () => tick('smtp://127.0.0.1:1')
const decisions = async (where: string) =>
  (await sql<{ id: number }>(`select d.id::int from notices.decision d where ${where} order by d.id`)).map(({ id }) => id)
const waiting = 'school_told_at is null'
const passes = (time: string) => sql(`update notices.decision set decided_at = decided_at - interval '${time}'`)

/** So many notices, answered some minutes ago. */
const answer = (howMany: number) =>
  sql(
    `with n as (insert into notices.notice (receipt, kind, origin, authority_pk, unit_code, unit_name, authority_name, number, given_name, family_name,
         contact_name, contact_phone, contact_email, event_on, how_ended)
       select 'AN-0000-0000-' || lpad(i::text, 4, '0'), 'end', 'form', u.authority_pk, u.code, u.name, 'Prov', '200803142389', 'Prov', 'Provsson', '', '', '',
         date '2020-01-01' + i, 'interrupted'
       from notices.school_unit u, generate_series(1, ${howMany}) i where u.code = '${unitCode}' order by i returning id)
     insert into notices.decision (notice_pk, outcome, answer, decided_by, decided_at)
     select n.id, 'answered', 'contactUs', (select id from access.staff limit 1), now() - interval '6 minutes' from n order by n.id`,
  )

it('go out after those that have been tried less, and are left alone for a while', async () => {
  await answer(21)
  const all = await decisions(waiting)
  await noWayOut()
  expect(await decisions(`${waiting} and tell_tries = 0`)).toEqual(all.slice(20))
  expect(await sql('select from notices.link')).toEqual([])
  // The twenty that could not go are not tried again at once: the last one has its turn.
  await tick()
  expect(await decisions(waiting)).toEqual(all.slice(0, 20))
  expect(mail.sent()).toHaveLength(1)
  await passes('10 minutes')
  await tick()
  expect(await decisions(waiting)).toEqual([])
  expect(mail.sent()).toHaveLength(21)
})

it('stand behind one that is new, also when it is time for them again', async () => {
  await sql(`update notices.decision set school_told_at = null where id > (select min(id) from notices.decision)`)
  await passes('1 day')
  const all = await decisions(waiting)
  await sql(`update notices.decision set tell_tries = 0 where id = ${all.at(-1)}`)
  expect(all).toHaveLength(20)
  await sql(`update notices.decision set school_told_at = null, tell_tries = 1 where id = (select min(id) from notices.decision)`)
  await noWayOut()
  expect(await decisions(`${waiting} and tell_tries > 0 and id = ${all.at(-1)}`)).toHaveLength(1)
})

it('are given up after twenty tries, and the log says so', async () => {
  const [last = 0] = await decisions(waiting)
  await sql(`update notices.decision set school_told_at = now() where id <> ${last}`)
  await sql(`update notices.decision set tell_tries = 18, decided_at = now() - interval '27 hours' where id = ${last}`)
  await noWayOut()
  expect(await decisions(`${waiting} and tell_tries = 18`)).toEqual([last])
  await passes('1 hour')
  await noWayOut()
  expect(await decisions(`${waiting} and tell_tries = 19`)).toEqual([last])
  await passes('4 hours')
  await noWayOut()
  expect(await decisions(waiting)).toEqual([])
  const lines = await sql(`select outcome from audit.line where action = 'notices.tellAnswer' order by id desc limit 2`)
  expect(lines).toEqual([{ outcome: 'refused' }, { outcome: 'done' }])
})

it('are counted by the database, and only answers are', async () => {
  await expect(sql(`update notices.decision set tell_tries = -1`)).rejects.toThrow('tries_are_counted')
  await expect(sql(`update notices.decision set outcome = 'refused', answer = null, reason = 'notForUs'`)).rejects.toThrow(
    'only_an_answer_is_told',
  )
})
