/** Something that waits in each room, on 10 July 2026, straight into a test's database. */
import { aNumber } from '../../../test/support/feed-files.ts'
import type { TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { personOf } from '../timeline/timeline.testbed.ts'
import { aYouth } from '../worklist/worklist.testbed.ts'

/** Anna and somebody who may be her, covered; a pupil at a school of ours; two who left school this summer, one of them protected. */
export const [anna, other, pupil, leaver, hidden] = ['20080314', '20080315', '20080902', '20100105', '20100211'].map((born) =>
  aNumber(born),
) as [string, string, string, string, string]

async function schoolsWait(place: TestPlace, staffId: string): Promise<void> {
  await place.sql(`insert into notices.authority (name) values ('Skolan AB')`)
  const notice = (receipt: string, number: string) =>
    place.sql(
      `insert into notices.notice (receipt, kind, origin, authority_pk, unit_code, unit_name, authority_name, number, given_name, family_name, contact_name,
         contact_phone, contact_email, event_on, how_ended)
       select $1, 'end', 'form', a.id, '99990101', 'Skolan', 'Skolan AB', $2, 'Prov', 'Prov', '', '', '', '2026-06-01', 'interrupted' from notices.authority a`,
      [receipt, number],
    )
  await notice('AN-7111-1111-1111', anna)
  await notice('AN-7222-2222-2222', hidden)
  await place.sql(
    `with r as (insert into prevention.absence_read (source, month, until_on, pupils, kept, unknown_pupils) values ('Skolan', '2026-06-01', '2026-06-30', 9, 1, 0) returning id)
     insert into prevention.absence (source, person_id, month, invalid_minutes, read_id) select 'Skolan', $1, '2026-06-01', 1500, id from r`,
    [await personOf(place, pupil)],
  )
  const matter = `insert into prevention.matter (person_id, kind, school_unit, opened_on, opened_by) values ($1, 'complaint', '99990101', '2026-07-01', $2)`
  await place.sql(matter, [await personOf(place, anna), staffId])
  await place.sql(
    `with l as (insert into admissions.list (year, round, on_day, rows, unknown_people, unreadable, fingerprint)
       values (2026, 'first', '2026-07-02', 2, 0, 0, sha256('lista')) returning id)
     insert into admissions.answer (list_pk, person_id, state) select id, unnest(array[$1, $2]::bigint[]), 'notAdmitted' from l`,
    [await personOf(place, leaver), await personOf(place, hidden)],
  )
}

async function othersWait(place: TestPlace, staffId: string): Promise<void> {
  await place.sql(
    `with c as (insert into consents.consent (person_id, purpose, receiver_kind, receiver_name, fields, how, given_on, until_on, previewed, recorded_by, recorded_on)
       values ($1, 'joinActivity', 'internal', 'Verkstan', array['name'], 'inPerson', '2026-06-01', '2026-12-01', repeat('a', 64), $2, '2026-06-01') returning id)
     insert into referrals.referral (person_id, consent_id, content, content_hash, sent_by, sent_on)
     select $1, id, '{}', encode(sha256('{}'), 'hex'), $2, '2026-06-01' from c`,
    [await personOf(place, anna), staffId],
  )
  await place.sql(`insert into transfers.incoming (transfer_id, from_municipality, way) values (gen_random_uuid(), '1480', 'inside')`)
  await aYouth(place, { given: 'Tjugo', bornOn: '2006-07-25', fromOn: '2025-01-01' })
  await place.sql(`insert into network.partner (kind, name) values ('fieldWork', 'Fältarna')`)
  await place.sql(
    `insert into network.agreement (partner_pk, name, from_on, last_on, remind_days) select id, 'Om fältarbete', '2025-08-01', '2026-07-20', 60 from network.partner`,
  )
  await place.sql(
    `insert into network.meeting (partner_pk, held_on, begins_at, made_by) select id, '2026-07-13', '10:00', $1::uuid from network.partner`,
    [staffId],
  )
  await inTransaction(place.pool, async (tx) => {
    await tx.query(`insert into steering.plan (version, begun_on) values (1, '2025-06-01')`)
    await tx.query(`insert into steering.part (plan_pk, position, heading, board) select id, 1, 'Ansvar', 'Nämnden' from steering.plan`)
    await tx.query(`update steering.plan set adopted_on = '2025-06-15', adopted_by = 'Nämnden', review_on = '2026-06-15'`)
  })
}

/** All of it. The meeting is the colleague's. */
export async function somethingWaits(place: TestPlace, staffId: string): Promise<void> {
  await schoolsWait(place, staffId)
  await othersWait(place, staffId)
}
