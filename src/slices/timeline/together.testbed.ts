/** A youth of whom schools have told, who has been on the radar, said yes to sharing, moved and turned 20: straight into a test's database. */
import type { TestPlace } from '../../../test/support/places.ts'

type Whom = { readonly personId: number; readonly number: string; readonly staffId: string }

const hash = 'a'.repeat(64)

/** A notice of the school; `more` are columns with their values. */
async function aNotice({ sql }: TestPlace, number: string, receipt: string, more: Readonly<Record<string, string | number | boolean>>) {
  const names = Object.keys(more)
  const [row] = await sql<{ id: number }>(
    `insert into notices.notice (receipt, origin, authority_pk, unit_code, unit_name, authority_name, number, given_name, family_name, contact_name,
       contact_phone, contact_email, ${names.join(', ')})
     select $1, 'form', a.id, '12345678', 'Provskolan', 'Provskolan AB', $2, 'Anna', 'Prov', '', '', '', ${names.map((_, at) => `$${at + 3}`).join(', ')}
     from notices.authority a where a.name = 'Provskolan AB' returning id`,
    [receipt, number, ...Object.values(more)],
  )
  return row?.id
}

async function schoolsTold(place: TestPlace, { number, staffId }: Whom): Promise<void> {
  await place.sql(`insert into notices.authority (name) values ('Provskolan AB')`)
  const ended = { kind: 'end', how_ended: 'interrupted', event_on: '2026-11-06', received_at: '2026-11-06 10:00+01' }
  const absent = { kind: 'absence', from_on: '2026-10-01', event_on: '2026-10-30', hours: 9, reported_to_csn: true }
  const annulled = { annulled_at: '2026-11-02 08:00+01', annul_reason: 'wrongPupil', annulled_via: 'form' }
  const accepted = await aNotice(place, number, 'AN-1111-1111-1111', ended)
  await aNotice(place, number, 'AN-2222-2222-2222', { ...absent, ...annulled })
  const undone = await aNotice(place, number, 'AN-3333-3333-3333', { ...absent, event_on: '2026-10-31' })
  await place.sql(
    `insert into notices.decision (notice_pk, outcome, decided_by, decided_at, effect, reason, undone_at, undone_by)
     values ($1, 'accepted', $3::uuid, '2026-11-09 09:00+01', 'sourceSaysSo', null, null, null),
       ($2, 'refused', $3::uuid, '2026-11-04 09:00+01', 'none', 'contradicted', '2026-11-05 09:00+01', $3::uuid)`,
    [accepted, undone, staffId],
  )
}

async function wasOnTheWayOut({ sql }: TestPlace, { personId, staffId }: Whom): Promise<void> {
  await sql(`insert into notices.school_unit (code, authority_pk, name) select '12345678', id, 'Provskolan' from notices.authority
    where name = 'Provskolan AB'`)
  await sql(
    `with r as (insert into prevention.absence_read (source, month, until_on, pupils, kept, unknown_pupils) values ('Skolan', '2026-10-01', '2026-10-31', 9, 1, 0) returning id)
     insert into prevention.absence (source, person_id, month, invalid_minutes, read_id) select 'Skolan', $1, '2026-10-01', 630, id from r`,
    [personId],
  )
  await sql(
    `insert into prevention.matter (person_id, kind, school_unit, opened_on, opened_by, referred_on, referred_how, referred_by, closed_on, closing, closed_by)
     values ($1, 'complaint', '12345678', '2026-11-12', $2, '2026-11-13', 'phone', $2, '2026-11-16', 'headTakesOver', $2)`,
    [personId, staffId],
  )
  await sql(
    `with l as (insert into admissions.list (year, round, on_day, rows, unknown_people, unreadable, fingerprint)
       values (2026, 'first', '2026-07-01', 1, 0, 0, sha256('prov')) returning id)
     insert into admissions.answer (list_pk, person_id, state) select id, $1, 'notAdmitted' from l`,
    [personId],
  )
  await sql(
    `insert into admissions.step (person_id, year, kind, on_day, said_by, struck_at, struck_by)
     values ($1, 2026, 'met', '2026-07-06', $2, null, null), ($1, 2026, 'placed', '2026-07-07', $2, now(), $2)`,
    [personId, staffId],
  )
}

async function saidYes({ sql }: TestPlace, { personId, staffId }: Whom): Promise<void> {
  const consent = async (kind: string, name: string) =>
    (
      await sql<{ id: number }>(
        `insert into consents.consent (person_id, purpose, receiver_kind, receiver_name, fields, how, given_on, until_on, previewed, recorded_by, recorded_on)
         values ($1, 'joinActivity', $2, $3, array['name'], 'inPerson', '2026-11-15', '2027-05-15', $4, $5, '2026-11-15') returning id`,
        [personId, kind, name, hash, staffId],
      )
    )[0]?.id
  const kept = await consent('internal', 'Jobbtorgets Flai')
  const [sent] = await sql<{ id: number }>(
    `insert into referrals.referral (person_id, consent_id, content, content_hash, sent_by, sent_on)
     values ($1, $2, $3, encode(sha256(convert_to($3, 'UTF8')), 'hex'), $4, '2026-11-16') returning id`,
    [personId, kept, '{"format": "x", "name": "Anna"}', staffId],
  )
  await sql(`update referrals.referral set answer = 'accepted', answered_on = '2026-11-17' where id = $1`, [sent?.id])
  await sql(`insert into referrals.outcome (referral_id, kind, on_day, said_on) values ($1, 'began', '2026-11-18', '2026-11-19')`, [
    sent?.id,
  ])
  const over = await consent('partner', 'Fältarna')
  await sql(
    `update consents.consent set withdrawn_on = '2026-11-20', withdrawn_at = now(), withdrawn_by = $2, receiver_name = '' where id = $1`,
    [over, staffId],
  )
}

async function moved({ sql }: TestPlace, { personId, number, staffId }: Whom): Promise<void> {
  await sql(
    `insert into transfers.outgoing (person_id, to_municipality, offered_by, offered_at, delivery, delivered_at, answer, answered_at)
     values ($1, '0380', $2, '2026-11-21 09:00+01', 'inside', '2026-11-21 09:01+01', 'refused', '2026-11-22 09:00+01')`,
    [personId, staffId],
  )
  const measure = { content: 'Praktik', fromOn: '2026-01-07', endedOn: null, endReason: null }
  await sql(
    `with n as (insert into transfers.incoming (transfer_id, from_municipality, way, answer, answered_by, answered_at, content, content_at)
       values (gen_random_uuid(), '1480', 'inside', 'accepted', $2::uuid, '2026-11-11 09:00+01', $3::jsonb, '2026-11-12 09:00+01'),
         (gen_random_uuid(), '1280', 'inside', null, null, null, null, null) returning id, answer)
     insert into transfers.kept (incoming_pk, person_id, part, value, kept_by, kept_at) select id, $1, 'measure', $4::jsonb, $2::uuid, '2026-11-13 09:00+01'
       from n where answer = 'accepted'`,
    [personId, staffId, JSON.stringify({ number, measures: [measure] }), JSON.stringify(measure)],
  )
  await sql(
    `insert into transfers.closing (person_id, moved_on, outcome, said_on, said_by, struck_at, struck_by) values ($1, '2026-11-20', 'otherRoad', '2026-11-24', $2, now(), $2)`,
    [personId, staffId],
  )
}

async function turned20({ sql }: TestPlace, { personId, staffId }: Whom): Promise<void> {
  await sql(
    `insert into turning20.mark (person_id, kind, answer, on_day, said_by) values ($1, 'talked', null, '2026-11-22', $2), ($1, 'asked', 'wants', '2026-11-23', $2)`,
    [personId, staffId],
  )
  await sql(
    `insert into turning20.waiver (person_id, item, why, on_day, said_by) values ($1, 'letter', 'toldInPerson', '2026-11-22', $2)`,
    [personId, staffId],
  )
  const [asked] = await sql<{ id: number }>(
    `insert into turning20.hand_over (person_id, receiver, ground, asked_on, asked_by, answer, answered_on, answered_by)
     values ($1, 'Vuxenenheten', 'ownBoard', '2026-11-23', $2, 'accepted', '2026-11-24', $2) returning id`,
    [personId, staffId],
  )
  await sql(
    `insert into turning20.ending (person_id, outcome, hand_over_pk, on_day, said_by) values ($1, 'handedOver', $2, '2026-11-25', $3)`,
    [personId, asked?.id, staffId],
  )
}

/** All of it. */
export async function togetherHappened(place: TestPlace, whom: Whom): Promise<void> {
  await schoolsTold(place, whom)
  await wasOnTheWayOut(place, whom)
  await saidYes(place, whom)
  await moved(place, whom)
  await turned20(place, whom)
}
