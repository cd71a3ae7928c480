/** What the database of the network refuses by itself. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'

let place: TestPlace
let partner = 0
beforeAll(async () => {
  place = await aPlace()
  const [row] = await place.sql<{ id: number }>(`insert into network.partner (kind, name) values ('police', 'Polisen') returning id::int`)
  partner = row?.id ?? 0
})
afterAll(() => place.installation.close())

it.each([
  [`insert into network.partner (kind, name) values ('bank', 'x')`, 'partner_kind_is_known'],
  [`insert into network.partner (kind, name) values ('police', ' x')`, 'a_partner_has_a_name'],
  [`insert into network.partner (kind, name) values ('other', 'polisen')`, 'one_partner_by_each_name'],
  [`insert into network.partner (kind, name, phone) values ('police', 'x', '08-1')`, 'a_partner_phone_is_international'],
])('%s is refused: %s', async (statement, constraint) => {
  await expect(place.sql(statement)).rejects.toThrow(constraint)
})

it.each([
  [`'2026-02-01', '2026-01-31', 90`, 'an_agreement_ends_after_it_begins'],
  [`'2026-02-01', null, 366`, 'a_reminder_comes_in_time'],
])('an agreement of %s is refused: %s', async (values, constraint) => {
  const insert = `insert into network.agreement (partner_pk, name, from_on, last_on, remind_days) values ($1, 'Avtal', ${values})`
  await expect(place.sql(insert, [partner])).rejects.toThrow(constraint)
})

it('an agreement is ended once, and a closed meeting stays closed with its numbers', async () => {
  await place.sql(`insert into network.agreement (partner_pk, name, from_on, remind_days) values ($1, 'Avtal', '2026-01-01', 0)`, [partner])
  await place.sql(`update network.agreement set ended_on = '2026-03-01'`)
  await expect(place.sql(`update network.agreement set ended_on = '2026-04-01'`)).rejects.toThrow('ended once')
  await place.sql(`insert into network.meeting (partner_pk, held_on, begins_at) values ($1, '2026-03-01', '13:00')`, [partner])
  await expect(place.sql(`update network.meeting set closed_at = now()`)).rejects.toThrow('a_closed_meeting_has_its_counts')
  const close = (yes: number) => place.sql(`update network.meeting set closed_at = now(), asked = 1, yes = ${yes}, no = 0, unknown = 0`)
  await expect(close(2)).rejects.toThrow('answers_are_among_the_asked')
  await close(1)
  await expect(close(0)).rejects.toThrow('stays closed')
})

it('a ground is one for the partner, consent has its own, forty are the most, and a renewal is with the same partner', async () => {
  const [own, project] = await place.sql<{ id: number }>(
    `insert into network.partner (kind, name) values ('unit', 'Lotsen'), ('project', 'Projektet') returning id::int`,
  )
  const [meeting, other] = await place.sql<{ id: number }>(
    `insert into network.meeting (partner_pk, held_on, begins_at) values ($1, '2026-03-01', '13:00'), ($2, '2026-03-01', '13:00') returning id::int`,
    [own?.id, project?.id],
  )
  await place.sql(`insert into access.staff (issuer, subject, name) values ('prov', 'prov', 'Prov')`)
  const person = `(select id from register.person limit 1)`
  await place.sql(`insert into register.person (subject_id) values (gen_random_uuid())`)
  const aQuestion = async (): Promise<string> => {
    const [row] = await place.sql<{ id: string }>(
      `insert into questions.question (person_id, token_hash, receiver_kind, receiver_name, shown, asked_by, expires_at, asks)
       select ${person}, sha256(gen_random_uuid()::text::bytea), 'otherActor', '', array['givenName', 'familyName'], s.id, now() + interval '1 day', 'known'
       from access.staff s limit 1 returning question_id as id`,
    )
    return row?.id ?? ''
  }
  const ask = async (id: number | undefined, ground: string) =>
    place.sql('insert into network.asked (question_id, meeting_pk, ground) values ($1, $2, $3)', [await aQuestion(), id, ground])
  await expect(ask(other?.id, 'sameBoard')).rejects.toThrow('not one for the partner')
  await expect(ask(other?.id, 'generalClause')).rejects.toThrow('not one for the partner')
  await expect(ask(other?.id, 'assessed')).rejects.toThrow('ask_ground_is_known')
  await expect(ask(other?.id, 'consent')).rejects.toThrow('only_the_ground_of_consent_has_one')
  for (let nth = 0; nth < 40; nth++) await ask(meeting?.id, 'sameBoard')
  await expect(ask(meeting?.id, 'sameBoard')).rejects.toThrow('a meeting is not a list')
  const renews = `insert into network.agreement (partner_pk, name, from_on, remind_days, renews_pk)
    select $1, 'Ny', '2026-01-01', 0, a.id from network.agreement a limit 1`
  await expect(place.sql(renews, [project?.id])).rejects.toThrow('renews one with the same partner')
})
