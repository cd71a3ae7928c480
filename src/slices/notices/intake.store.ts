/** Receiving notices, and a sender's own ones. No statement here names anything outside `notices`: what a sender is told cannot hang on the register. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AnnulReason, Earlier, Event, Notice, NoticeKind, Origin, OwnNotice, Sender } from './notices.types.ts'

/** The notices of one school authority come one after the other: two files with the same pupils wait for each other, and never both. */
export const holdSender = (tx: Tx, { authorityPk }: Pick<Sender, 'authorityPk'>): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('notices ' || $1::bigint, 40))`, [authorityPk])

const local = (instant: string): string => `to_char(${instant} at time zone 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI')`

/** What the same school has told here of the same pupil and not annulled, the newest first. What another municipality sent on is not its own. */
export const listEarlier = (tx: Tx, { unitCode, number }: Notice, kind: NoticeKind): Promise<Earlier[]> =>
  tx.query<Earlier>(
    `select receipt, ${local('received_at')} as "receivedAt", (received_at at time zone 'Europe/Stockholm')::date as "receivedOn", event_on as "eventOn",
       how_ended as how, again from notices.notice
     where unit_code = $1 and number = $2 and kind = $3 and annulled_at is null and origin <> 'forwarded' order by id desc`,
    [unitCode, number, kind],
  )

/** The columns that each kind of event fills. */
function eventValues(event: Event): readonly unknown[] {
  switch (event.kind) {
    case 'start':
      return [event.startOn, null, event.schoolType, event.educationCode, null, null, [], null]
    case 'end':
      return [event.lastDayOn, null, null, '', event.how, null, [], null]
    case 'absence':
      return [event.untilOn, event.fromOn, null, '', null, event.hours, event.schoolDid, event.reportedToCsn]
  }
}

export type NewNotice = {
  readonly notice: Notice
  readonly receipt: string
  readonly origin: Origin
  readonly authorityPk: number | null
  readonly clientPk: number | null
  readonly authorityName: string
  readonly unitName: string
  readonly fromMunicipality: string | null
  /** When its school told the municipality that sent it on; null for one that came from the school itself. */
  readonly firstToldAt: string | null
  readonly again: number
}

/** Keeps a notice. Returns when it came, Swedish local time. */
export async function insertNotice(tx: Tx, made: NewNotice): Promise<string> {
  const { notice, receipt, origin, authorityPk, clientPk, authorityName, unitName, fromMunicipality, firstToldAt, again } = made
  const { event, unitCode, number, givenName, familyName, contactName, contactPhone, contactEmail } = notice
  const told = [receipt, event.kind, origin, authorityPk, clientPk, fromMunicipality, unitCode, unitName, authorityName, number, givenName]
  told.push(familyName, contactName, contactPhone, contactEmail)
  const [row] = await tx.query<{ at: string }>(
    `insert into notices.notice (receipt, kind, origin, authority_pk, client_pk, from_municipality, unit_code, unit_name, authority_name, number, given_name,
       family_name, contact_name, contact_phone, contact_email, event_on, from_on, school_type, education_code, how_ended, hours, school_did, reported_to_csn,
       first_told_at, again)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
     returning ${local('received_at')} as at`,
    [...told, ...eventValues(event), firstToldAt, again],
  )
  return row?.at ?? ''
}

/** The name of a school unit that may notify, in the authority; null when there is none by the code. */
export async function findUnitName(tx: Tx, authorityPk: number, code: string): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    'select name from notices.school_unit where code = $1 and authority_pk = $2 and ended_at is null',
    [code, authorityPk],
  )
  return row?.name ?? null
}

/** The codes of the school units that an authority may notify for. */
export const listUnitCodes = async (tx: Tx, authorityPk: number): Promise<string[]> =>
  (
    await tx.query<{ code: string }>('select code from notices.school_unit where authority_pk = $1 and ended_at is null order by code', [
      authorityPk,
    ])
  ).map(({ code }) => code)

/** What the sender may ask about: the authority's notices, or one unit's. */
const own = `n.authority_pk = $1 and ($2::text is null or n.unit_code = $2)`
const ownState = `case when n.annulled_at is not null then 'annulled' when d.outcome = 'answered' then 'answered' else 'received' end`
const ownColumns = `n.receipt, ${ownState} as state, n.kind, n.unit_code as "schoolUnit", n.event_on as "eventOn", ${local('n.received_at')} as "receivedAt",
  ${local('n.annulled_at')} as "annulledAt", case when n.annulled_at is null then d.answer end as answer`
const decided = `left join notices.decision d on d.notice_pk = n.id and d.undone_at is null`

/** One of the sender's own notices; null when there is none by the receipt, or it is somebody else's. */
export async function findOwn(tx: Tx, { authorityPk, unitCode }: Sender, receipt: string): Promise<OwnNotice | null> {
  const [row] = await tx.query<OwnNotice>(`select ${ownColumns} from notices.notice n ${decided} where ${own} and n.receipt = $3`, [
    authorityPk,
    unitCode,
    receipt,
  ])
  return row ?? null
}

export type OwnPage = {
  readonly after: string | null
  readonly since: PlainDate | null
  readonly state: OwnNotice['state'] | null
  readonly limit: number
}

/** The sender's own notices, the newest first, after a receipt. */
export const listOwn = (tx: Tx, { authorityPk, unitCode }: Sender, { after, since, state, limit }: OwnPage): Promise<OwnNotice[]> =>
  tx.query<OwnNotice>(
    `select ${ownColumns} from notices.notice n ${decided} where ${own} and ($3::date is null or n.received_at >= $3::date at time zone 'Europe/Stockholm')
       and ($4::text is null or n.id < (select x.id from notices.notice x where x.receipt = $4 and x.authority_pk = $1))
       and ($6::text is null or ${ownState} = $6) order by n.id desc limit $5`,
    [authorityPk, unitCode, since, after, limit, state],
  )

/** Holds one of the sender's own notices. Null: there is none by the receipt, or it is somebody else's. */
export async function holdOwn(
  tx: Tx,
  { authorityPk, unitCode }: Sender,
  receipt: string,
): Promise<{ readonly isAnnulled: boolean } | null> {
  const [row] = await tx.query<{ isAnnulled: boolean }>(
    `select n.annulled_at is not null as "isAnnulled" from notices.notice n where ${own} and n.receipt = $3 for update of n`,
    [authorityPk, unitCode, receipt],
  )
  return row ?? null
}

/** Annuls a notice. What it led to is taken back by the worker (`annul_settled_at`), so that annulling says nothing of it. */
export const annul = (tx: Tx, receipt: string, reason: AnnulReason, via: Origin): Promise<unknown> =>
  tx.query(`update notices.notice set annulled_at = clock_timestamp(), annul_reason = $2, annulled_via = $3 where receipt = $1`, [
    receipt,
    reason,
    via,
  ])
