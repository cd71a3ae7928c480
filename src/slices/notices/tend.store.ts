/** What the worker looks for among notices: those a source agrees with, annulled ones to settle, some to send on, and some to forget. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { NewNotice } from './intake.store.ts'
import type { Ending, NoticeKind, NoticeSchoolType, SchoolAct } from './notices.types.ts'

/** Starts and ends that wait while another source says about the same of somebody who has the number. The rule has the last word. */
export const listAgreeing = (tx: Tx, toleranceDays: number): Promise<{ readonly noticeId: string }[]> =>
  tx.query<{ noticeId: string }>(
    `select distinct n.notice_id as "noticeId" from notices.notice n
     join register.identity i on i.number = n.number and i.known_until = 'infinity'
     join lateral (select register.root_now(i.person_id) as id) p on true
     join register.enrolment e on e.school_unit = n.unit_code and e.known_until = 'infinity' and e.source <> 'anmalan'
       and e.person_id in (select p.id union select m.absorbed_id from register.merged_now m where m.root_id = p.id)
     where n.annulled_at is null and n.kind in ('start', 'end') and not exists (select from notices.decision d where d.notice_pk = n.id and d.undone_at is null)
       and not exists (select from notices.decision d where d.notice_pk = n.id and d.undone_by is not null)
       and abs(n.event_on - case n.kind when 'start' then e.start_on else e.end_on end) <= $1 limit 200`,
    [toleranceDays],
  )

export type Annulled = { readonly id: number; readonly noticeId: string; readonly receipt: string }

/** Annulled notices whose consequences have not been taken back yet. */
export const listAnnulled = (tx: Tx): Promise<Annulled[]> =>
  tx.query<Annulled>(
    `select id, notice_id as "noticeId", receipt from notices.notice where annulled_at is not null and annul_settled_at is null order by id limit 50`,
  )

/** Whether what an annulled notice led to is still to be taken back. */
export const isUnsettled = async (tx: Tx, id: number): Promise<boolean> =>
  (await tx.query('select from notices.notice where id = $1 and annulled_at is not null and annul_settled_at is null', [id])).length > 0

export const settleAnnulled = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update notices.notice set annul_settled_at = clock_timestamp() where id = $1', [id])

export type ToForward = {
  readonly decisionId: number
  readonly noticePk: number
  readonly noticeId: string
  readonly to: string
  readonly isProtected: boolean
}

/** Notices that are to be sent on and have not been. */
export const listToForward = (tx: Tx): Promise<ToForward[]> =>
  tx.query<ToForward>(
    `select d.id as "decisionId", n.id as "noticePk", n.notice_id as "noticeId", d.to_municipality as to,
       exists (select from register.identity i where i.number = n.number and i.known_until = 'infinity' and register.is_protected(i.person_id)) as "isProtected"
     from notices.decision d join notices.notice n on n.id = d.notice_pk
     where d.outcome = 'forwarded' and d.undone_at is null and d.delivered_at is null and n.annulled_at is null and n.wiped_at is null
     order by d.id limit 50 for update of d skip locked`,
  )

export const markDelivered = (tx: Tx, decisionId: number, how: 'inside' | 'byHand'): Promise<unknown> =>
  tx.query('update notices.decision set delivered_at = clock_timestamp(), delivery = $2 where id = $1', [decisionId, how])

type SentRow = {
  receipt: string
  kind: NoticeKind
  unitCode: string
  unitName: string
  authorityName: string
  number: string
  givenName: string
  familyName: string
  contactName: string
  contactPhone: string
  contactEmail: string
  eventOn: PlainDate
  fromOn: PlainDate | null
  schoolType: NoticeSchoolType | null
  educationCode: string
  how: Ending | null
  hours: number | null
  schoolDid: SchoolAct[]
  reportedToCsn: boolean | null
}

function eventOf(row: SentRow): NewNotice['notice']['event'] {
  const { kind, eventOn, fromOn, schoolType, educationCode, how, hours, schoolDid, reportedToCsn } = row
  if (kind === 'start') return { kind, startOn: eventOn, schoolType: schoolType ?? 'GY', educationCode }
  if (kind === 'end') return { kind, lastDayOn: eventOn, how: how ?? 'interrupted' }
  return { kind, fromOn: fromOn ?? eventOn, untilOn: eventOn, hours: hours ?? 0, schoolDid, reportedToCsn: reportedToCsn === true }
}

/** A notice as the other municipality gets it: what the school wrote, and nothing that was known here. */
export async function readToSend(tx: Tx, noticePk: number, fromMunicipality: string): Promise<NewNotice | null> {
  const [row] = await tx.query<SentRow>(
    `select receipt, kind, unit_code as "unitCode", unit_name as "unitName", authority_name as "authorityName", number, given_name as "givenName",
       family_name as "familyName", contact_name as "contactName", contact_phone as "contactPhone", contact_email as "contactEmail", event_on as "eventOn",
       from_on as "fromOn", school_type as "schoolType", education_code as "educationCode", how_ended as how, hours::float8 as hours,
       school_did as "schoolDid", reported_to_csn as "reportedToCsn" from notices.notice where id = $1 and number is not null`,
    [noticePk],
  )
  if (row === undefined) return null
  const { receipt, unitCode, unitName, authorityName, number, givenName, familyName, contactName, contactPhone, contactEmail } = row
  const notice = { event: eventOf(row), unitCode, number, givenName, familyName, contactName, contactPhone, contactEmail }
  return { notice, receipt, origin: 'forwarded', authorityPk: null, clientPk: null, authorityName, unitName, fromMunicipality }
}

/** Whether the notice has come already, by its receipt or from the school itself: what was sent twice is there once. */
export const isThere = async (tx: Tx, { receipt, notice: { event, unitCode, number } }: NewNotice, eventOn: PlainDate): Promise<boolean> =>
  (
    await tx.query(
      `select from notices.notice where receipt = $1 or (unit_code = $2 and number = $3 and kind = $4 and event_on = $5 and annulled_at is null)`,
      [receipt, unitCode, number, event.kind, eventOn],
    )
  ).length > 0

/** Annuls a notice that another municipality sent on, when its school annulled it there. */
export const annulForwarded = (tx: Tx, receipt: string, fromMunicipality: string): Promise<unknown> =>
  tx.query(
    `update notices.notice set annulled_at = clock_timestamp(), annul_reason = 'mistake', annulled_via = 'forwarded'
     where receipt = $1 and from_municipality = $2 and annulled_at is null`,
    [receipt, fromMunicipality],
  )

/**
 * Takes away the particulars of pupils and contact persons where they are no longer needed (2006:39): some time after the notice is over, and
 * of every notice on the last day of the year in which the pupil turns 21. What is left is what is counted. Returns how many.
 */
export async function wipeOver(tx: Tx, keepDays: number, today: PlainDate): Promise<number> {
  const rows = await tx.query(
    `update notices.notice n set number = null, given_name = '', family_name = '', contact_name = '', contact_phone = '', contact_email = '',
       wiped_at = clock_timestamp()
     where n.wiped_at is null and (make_date(left(n.number, 4)::int + 21, 12, 31) <= $2::date
       or n.annul_settled_at < $2::date - $1::int
       or exists (select from notices.decision d where d.notice_pk = n.id and d.undone_at is null
         and (d.outcome in ('refused', 'answered') and d.decided_at < $2::date - $1::int or d.outcome = 'forwarded' and d.delivered_at < $2::date - $1::int)))
     returning n.id`,
    [keepDays, today],
  )
  return rows.length
}
