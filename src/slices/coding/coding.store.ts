/** What was coded: added, never rewritten. A replay adds a revision of the same event; one that was wrong is struck. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'
import type { CodingEvent, Responsible, ShownCoding, StrikeReason } from './coding.types.ts'
import type { OccupationSource } from '../outreach/index.ts'

/** What stands written of a coding: ids of what other slices hold. */
export type Written = {
  readonly occupation: Occupation | null
  readonly occupationId: number | null
  readonly item: string | null
  readonly responsible: Responsible | null
  readonly measureId: number | null
  /** The measure's version as the coding left it. */
  readonly measureVersion: number | null
}

/** A revision of a coding. */
export type NewCoding = Written & {
  readonly personId: number
  readonly event: CodingEvent
  readonly saidOn: PlainDate
  readonly source: OccupationSource
  readonly sinceOn: PlainDate | null
  readonly untilOn: PlainDate | null
  readonly convention: string
  readonly conventionVersion: number
  readonly contactId: number | null
  readonly factId: number | null
  readonly staffId: string
  readonly byName: string
}

const columns = `person_id, event, said_on, source, since_on, until_on, convention, convention_version, occupation, occupation_id, item, responsible,
  measure_id, measure_version, contact_id, fact_id, staff_id, by_name`

const valuesOf = (coding: NewCoding): unknown[] => [
  coding.personId,
  coding.event,
  coding.saidOn,
  coding.source,
  coding.sinceOn,
  coding.untilOn,
  coding.convention,
  coding.conventionVersion,
  coding.occupation,
  coding.occupationId,
  coding.item,
  coding.responsible,
  coding.measureId,
  coding.measureVersion,
  coding.contactId,
  coding.factId,
  coding.staffId,
  coding.byName,
]

/** Adds what was coded under the id that its measure names. */
export const insertCoding = (tx: Tx, codedId: string, coding: NewCoding): Promise<unknown> =>
  tx.query(
    `insert into coding.coded (coded_id, ${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [codedId, ...valuesOf(coding)],
  )

/** The codes of a replay, by which convention, and who did it. */
export type Recoded = Written & Pick<NewCoding, 'staffId' | 'byName' | 'convention' | 'conventionVersion'>

const revisionInsert = `
  insert into coding.coded (coded_id, revision, ${columns})
  select c.coded_id, c.revision + 1, c.person_id, c.event, c.said_on, c.source, c.since_on, c.until_on, $3, $4, $5, $6, $7, $8, $9, $10, c.contact_id,
    c.fact_id, $11, $12
  from coding.coded c where c.coded_id = $1 and c.revision = $2`

/** A new revision of the same event: what the replay of the one before has written. */
export const insertRevision = (tx: Tx, codedId: string, before: number, to: Recoded): Promise<unknown> =>
  tx.query(revisionInsert, [
    codedId,
    before,
    to.convention,
    to.conventionVersion,
    to.occupation,
    to.occupationId,
    to.item,
    to.responsible,
    to.measureId,
    to.measureVersion,
    to.staffId,
    to.byName,
  ])

const local = (instant: string): string => `to_char(${instant} at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')`

const shownQuery = `
  select c.coded_id as "codedId", c.event, c.said_on as "on", c.source, c.convention, c.convention_version as version, c.occupation, c.item,
    c.contact_id is not null as "hasContact", c.fact_id is not null as "endsCoverage", ${local('f.coded_at')} as at, f.by_name as by, f.staff_id as "byId",
    case when c.struck_at is not null then json_build_object('why', c.struck_why, 'at', ${local('c.struck_at')}, 'by', k.name) end as struck,
    c.revision > 1 as "isReplayed"
  from coding.coded c join coding.coded f on f.coded_id = c.coded_id and f.revision = 1 left join access.staff k on k.id = c.struck_by
  where c.person_id = any ($1) and f.coded_at < ($2::date + 1)::timestamp at time zone 'Europe/Stockholm'
    and not exists (select from coding.coded n where n.coded_id = c.coded_id and n.revision > c.revision)
  order by c.said_on desc, f.id desc limit $3`

/** What was coded of one human being by the end of a day, as it stands now, newest first; struck ones too. The caller has asked whether it may be seen. */
export const listCodings = (tx: Tx, personIds: readonly number[], until: PlainDate, limit: number): Promise<ShownCoding[]> =>
  tx.prepared<ShownCoding>(shownQuery, [personIds, until, limit])

/** Facts of upper secondary studies abroad that stand, of one human being. */
export const listAbroad = (tx: Tx, personIds: readonly number[]): Promise<{ startOn: PlainDate; endOn: PlainDate | null }[]> =>
  tx.prepared(
    `select e.start_on as "startOn", e.end_on as "endOn" from register.enrolment e
     where e.person_id = any ($1) and e.source = 'manuellt' and e.school_unit = 'utomlands' and e.known_until = 'infinity'`,
    [personIds],
  )

/** A coding held for taking it back, with the ids that others know its parts by. */
export type HeldCoding = {
  readonly revision: number
  readonly staffId: string
  readonly isStruck: boolean
  readonly occupationId: number | null
  readonly contactId: string | null
  readonly factId: number | null
  readonly measureId: string | null
  /** Somebody has ended, changed or struck the measure since. */
  readonly isMeasureTouched: boolean
}

/** Holds what stands of the coding until the transaction ends; null when there is none of these records. */
export async function holdCoding(tx: Tx, personIds: readonly number[], codedId: string): Promise<HeldCoding | null> {
  const [row] = await tx.query<HeldCoding>(
    `select c.revision, f.staff_id as "staffId", c.struck_at is not null as "isStruck", c.occupation_id as "occupationId", o.contact_id as "contactId",
       c.fact_id as "factId", m.measure_id as "measureId", coalesce(m.version <> c.measure_version or m.struck_at is not null, false) as "isMeasureTouched"
     from coding.coded c join coding.coded f on f.coded_id = c.coded_id and f.revision = 1 left join outreach.contact o on o.id = c.contact_id
     left join measures.measure m on m.id = c.measure_id
     where c.person_id = any ($1) and c.coded_id = $2 order by c.revision desc limit 1 for update of c`,
    [personIds, codedId],
  )
  return row ?? null
}

/** Strikes what stands of the coding: it stays, with who struck it and why. */
export const saveStrike = (tx: Tx, codedId: string, revision: number, by: string, why: StrikeReason): Promise<unknown> =>
  tx.query('update coding.coded set struck_at = clock_timestamp(), struck_by = $3, struck_why = $4 where coded_id = $1 and revision = $2', [
    codedId,
    revision,
    by,
    why,
  ])

/** Whether the coding wrote the fact that ends coverage: it decides only which lock striking it takes. */
export const hasFact = async (tx: Tx, codedId: string): Promise<boolean> =>
  (await tx.query('select from coding.coded where coded_id = $1 and fact_id is not null limit 1', [codedId])).length > 0
