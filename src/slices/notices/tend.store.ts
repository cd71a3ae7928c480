/** What the worker looks for among notices: annulled ones to settle, some to send on, and some to forget. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { NewNotice } from './intake.store.ts'
import type { Ending, NoticeKind, NoticeSchoolType, SchoolAct } from './notices.types.ts'

export type Annulled = { readonly id: number; readonly noticeId: string; readonly receipt: string }

/** Annulled notices whose consequences have not been taken back yet. */
export const listAnnulled = (tx: Tx): Promise<Annulled[]> =>
  tx.query<Annulled>(
    `select id, notice_id as "noticeId", receipt from notices.notice where annulled_at is not null and annul_settled_at is null order by id limit 500`,
  )

/** Whether what an annulled notice led to is still to be taken back. */
export const isUnsettled = async (tx: Tx, id: number): Promise<boolean> =>
  (await tx.query('select from notices.notice where id = $1 and annulled_at is not null and annul_settled_at is null', [id])).length > 0

export const settleAnnulled = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update notices.notice set annul_settled_at = clock_timestamp() where id = $1', [id])

const toForward = `d.outcome = 'forwarded' and d.undone_at is null and d.delivery is null and n.annulled_at is null and n.wiped_at is null`

export type ToForward = {
  readonly noticePk: number
  readonly noticeId: string
  readonly to: string
  readonly isProtected: boolean
}

/** Decisions to send a notice on that have not been carried out. */
export const listToForward = async (tx: Tx): Promise<number[]> =>
  (
    await tx.query<{ id: number }>(
      `select d.id from notices.decision d join notices.notice n on n.id = d.notice_pk where ${toForward} order by d.id limit 200`,
    )
  ).map(({ id }) => id)

/** One of them, held until the transaction ends; null when it is not to be sent any more. */
export async function holdToForward(tx: Tx, decisionId: number): Promise<ToForward | null> {
  const [row] = await tx.query<ToForward>(
    `select n.id as "noticePk", n.notice_id as "noticeId", d.to_municipality as to,
       exists (select from register.identity i where i.number = n.number and i.known_until = 'infinity' and register.is_protected(i.person_id)) as "isProtected"
     from notices.decision d join notices.notice n on n.id = d.notice_pk where d.id = $1 and ${toForward} for update of d skip locked`,
    [decisionId],
  )
  return row ?? null
}

/** It has arrived, or is somebody's to hand over. */
export const markDelivered = (tx: Tx, decisionId: number, how: 'inside' | 'byHand'): Promise<unknown> =>
  tx.query(`update notices.decision set delivery = $2, delivered_at = case when $2 = 'inside' then clock_timestamp() end where id = $1`, [
    decisionId,
    how,
  ])

/** Where the notice has been sent on to inside the installation. */
export const listForwardedTo = async (tx: Tx, noticePk: number): Promise<string[]> =>
  (
    await tx.query<{ to: string }>(
      `select distinct to_municipality as to from notices.decision where notice_pk = $1 and outcome = 'forwarded' and delivery = 'inside'`,
      [noticePk],
    )
  ).map(({ to }) => to)

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
  firstToldAt: string
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
       school_did as "schoolDid", reported_to_csn as "reportedToCsn", coalesce(first_told_at, received_at)::text as "firstToldAt" from notices.notice where id = $1 and number is not null`,
    [noticePk],
  )
  if (row === undefined) return null
  const {
    receipt,
    unitCode,
    unitName,
    authorityName,
    number,
    givenName,
    familyName,
    contactName,
    contactPhone,
    contactEmail,
    firstToldAt,
  } = row
  const notice = { event: eventOf(row), unitCode, number, givenName, familyName, contactName, contactPhone, contactEmail }
  const nobody = { authorityPk: null, clientPk: null, again: 0 }
  return { notice, receipt, origin: 'forwarded', ...nobody, authorityName, unitName, fromMunicipality, firstToldAt }
}

export type There = { readonly id: number; readonly isWiped: boolean; readonly isOver: boolean }

/** The notice where it is sent, when it is there already: by its receipt, else from the school itself. `isOver`: they had done with it. */
export async function findThere(
  tx: Tx,
  { receipt, notice: { event, unitCode, number } }: NewNotice,
  eventOn: PlainDate,
): Promise<There | null> {
  const [row] = await tx.query<There>(
    `select n.id, n.wiped_at is not null as "isWiped", n.annulled_at is null and coalesce(d.outcome in ('forwarded', 'refused', 'answered'), false) as "isOver"
     from notices.notice n left join notices.decision d on d.notice_pk = n.id and d.undone_at is null
     where n.receipt = $1 or (n.unit_code = $2 and n.number = $3 and n.kind = $4 and n.event_on = $5 and n.annulled_at is null)
     order by n.receipt = $1 desc, n.id desc limit 1`,
    [receipt, unitCode, number, event.kind, eventOn],
  )
  return row ?? null
}

/** A notice that was over here, and that another municipality sends, waits here again. */
export async function reopen(tx: Tx, noticePk: number, returnedFrom: string): Promise<void> {
  await tx.query('update notices.decision set undone_at = clock_timestamp() where notice_pk = $1 and undone_at is null', [noticePk])
  await tx.query('update notices.notice set returned_from = $2 where id = $1', [noticePk, returnedFrom])
}

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
