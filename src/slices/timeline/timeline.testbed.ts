/** A youth to whom everything has happened, put straight into a test's database. */
import type { TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aMeasure } from '../worklist/worklist.testbed.ts'

/** The internal id of the youth with the number. */
export async function personOf(place: TestPlace, number: string): Promise<number> {
  const [row] = await place.sql<{ id: number }>('select person_id as id from register.identity where number = $1', [number])
  return row?.id ?? 0
}

/** Somebody of the staff. */
export async function aStaff(place: TestPlace, name: string): Promise<string> {
  const [row] = await place.sql<{ id: string }>(
    `insert into access.staff (issuer, subject, name, roles) values ('prov', $1, $1, array['coordinator']) returning id`,
    [name],
  )
  return row?.id ?? ''
}

/** A contact by hand. `why`: struck, and why. */
export const aContact = (
  place: TestPlace,
  personId: number,
  staffId: string,
  { at, outcome, note = '', why = null }: { at: string; outcome: string; note?: string; why?: string | null },
): Promise<unknown> =>
  place.sql(
    `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, staff_id, by_name, note, origin, struck_at, struck_by, struck_why)
     values ($1, 'phone', true, $3::text = 'reached', $3, $2, $4::uuid, 'Amina Lind', $5, 'hand', case when $6::text is not null then now() end,
       case when $6::text is not null then $4::uuid end, $6)`,
    [personId, `${at} Europe/Stockholm`, outcome, staffId, note, why],
  )

const meeting = `insert into meetings.meeting (person_id, staff_id, starts_at, ends_at, way, place, state, booked_by)
  values ($1, $2, '2026-11-24 13:00 Europe/Stockholm', '2026-11-24 13:30 Europe/Stockholm', 'office', 'Kontoret', 'cancelledByYouth', $2)`
const asked = `insert into questions.question (person_id, token_hash, receiver_kind, receiver_name, shown, asked_by, asked_at, expires_at, answer, answered_at)
  values ($1, decode(repeat('ab', 32), 'hex'), 'school', 'Provskolan', array['givenName', 'familyName'], $2, '2026-11-14 09:00+01', '2026-11-28 09:00+01', 'no',
    '2026-11-15 09:00+01')`
const said = `insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, origin)
  values ($1, 'work', 'employer', '2026-10-01', '2026-11-08', '2026-11-20', $2, 'hand')`
const message = `insert into messaging.message (person_id, channel, template_key, template_lang, template_version, state, problem, queued_by, created_at)
  values ($1, 'email', 'firstEmail', 'sv', 0, 'failed', 'no-way', $2, '2026-11-16 08:00+01')`
const searched = `insert into outreach.search (person_id, step, searched_on, result, staff_id) values ($1, 'eniro', '2026-11-09', 'nothing', $2)`
const assigned = `insert into worklist.assignment (person_id, staff_id, how, assigned_by, known_from) values ($1, $2::uuid, 'by-hand', $2::uuid::text, '2026-11-11 09:00+01')
  on conflict (person_id) where known_until = 'infinity' do update set known_until = excluded.known_until`
const corrected = `insert into corrections.correction (person_id, line, reason, note, source, message, opened_by, opened_at, after_read_id)
  values ($1, '7', 'outdated', '', 'enrolments', 'Rätta', $2, '2026-11-12 10:00+01', 0)`
const offered = `insert into measures.declined_offer (person_id, item_key, offered_on, reason, by_name, staff_id, recorded_on)
  values ($1, 'practice', '2026-11-13', 'notNow', 'Amina Lind', $2, '2026-11-13')`
const stage = `insert into measures.stage (measure_id, stage_key, step, from_on, ended_on, outcome, by_name)
  select m.id, 'preparation', 1, '2026-11-10', '2026-11-17', 'completed', 'Amina Lind' from measures.measure m where m.person_id = $1 and m.item_key = 'guidance'`
const ended = `update measures.measure set ended_on = '2026-11-24', end_said_on = '2026-11-24', end_reason = 'completed', version = 2
  where person_id = $1 and item_key = 'guidance'`
const composite = `
  alter table measures.item_version disable trigger known_until_is_set_once;
  update measures.item_version set stages = (select stages from measures.item_version where item_key = 'youthEmployment') where item_key = 'guidance';
  alter table measures.item_version enable trigger known_until_is_set_once`

/** Contacts, a struck one, a meeting, a question, an occupation that lapsed, a failed mail, a search, measures with a stage, an offer, a correction. */
export async function everythingHappened(place: TestPlace, personId: number, staffId: string): Promise<void> {
  await aContact(place, personId, staffId, { at: '2026-11-10 10:15', outcome: 'noAnswer' })
  await aContact(place, personId, staffId, { at: '2026-11-18 14:05', outcome: 'reached', note: 'Vill börja efter jul' })
  await aContact(place, personId, staffId, { at: '2026-11-19 09:00', outcome: 'reached', why: 'fel ungdom' })
  for (const text of [meeting, asked, said, message, searched, assigned, corrected, offered]) await place.sql(text, [personId, staffId])
  await inTransaction(place.pool, (tx) => tx.script(composite), null)
  await aMeasure(place, { personId }, { from: '2026-11-10' })
  await place.sql(stage, [personId])
  await place.sql(ended, [personId])
  await aMeasure(place, { personId }, { item: 'practice', from: '2026-12-07', planned: '2027-01-18' })
}
