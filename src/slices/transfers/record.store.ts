/** What is kept here of a youth among what may be carried: read by name, so that nothing else comes along. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Carried, CarriedEducation, CarriedMeasure, CarriedOccupation } from './transfers.types.ts'

const same = `(select register.root_now($1) union select m.absorbed_id from register.merged_now m where m.root_id = register.root_now($1))`

/** Numbers and addresses that are not dead and not found under protection. */
const listWaysTo = async (tx: Tx, personId: number, kind: 'phone' | 'email'): Promise<string[]> =>
  (
    await tx.query<{ value: string }>(
      `select distinct w.value from outreach.way w where w.person_id in ${same} and w.kind = $2 and w.ended_at is null and w.dead_on is null
         and not w.under_protection order by w.value`,
      [personId, kind],
    )
  ).map(({ value }) => value)

const listOccupations = (tx: Tx, personId: number): Promise<CarriedOccupation[]> =>
  tx.query<CarriedOccupation>(
    `select o.kind, o.since_on as "sinceOn", o.stated_on as "statedOn" from outreach.occupation o
     where o.person_id in ${same} and o.known_until = 'infinity' order by o.stated_on, o.id`,
    [personId],
  )

/** Educations that were followed; one that was withdrawn before it began is nobody's occupation. */
const listEducations = (tx: Tx, personId: number): Promise<CarriedEducation[]> =>
  tx.query<CarriedEducation>(
    `select distinct e.school_type as "schoolType", e.education_code as "educationCode", e.start_on as "startOn", e.end_on as "endOn" from register.enrolment e
     where e.person_id in ${same} and e.known_until = 'infinity' and (e.end_on is null or e.end_on >= e.start_on) order by 3, 1, 2`,
    [personId],
  )

/** Measures with content, start, end and why they ended: never a note, nor who was responsible. One that was only proposed was never one. */
const listMeasures = (tx: Tx, personId: number): Promise<CarriedMeasure[]> =>
  tx.query<CarriedMeasure>(
    `select v.name_sv as content, m.from_on as "fromOn", m.ended_on as "endedOn", r.name_sv as "endReason" from measures.measure m
     join measures.item_version v on v.item_key = m.item_key and v.version = m.item_version left join measures.reason r on r.key = m.end_reason
     where m.person_id in ${same} and m.struck_at is null and m.placement in ('none', 'approved') order by m.from_on, m.id`,
    [personId],
  )

/** The record of a youth as it stands. */
export async function readRecord(tx: Tx, personId: number, number: string): Promise<Carried> {
  return {
    number,
    phones: await listWaysTo(tx, personId, 'phone'),
    emails: await listWaysTo(tx, personId, 'email'),
    occupations: await listOccupations(tx, personId),
    educations: await listEducations(tx, personId),
    measures: await listMeasures(tx, personId),
  }
}
