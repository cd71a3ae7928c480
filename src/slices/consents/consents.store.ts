/** Consents: recorded, withdrawn, never changed. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Consent, ConsentWish } from './consents.types.ts'

export type NewConsent = ConsentWish & {
  readonly personId: number
  /** The hash of what was previewed, in hex. */
  readonly previewed: string
  readonly recordedBy: string
  readonly recordedOn: PlainDate
}

export async function insertConsent(tx: Tx, consent: NewConsent): Promise<string> {
  const { personId, purpose, receiverKind, receiverName, fields, how, givenOn, untilOn, guardianOn, previewed, recordedBy, recordedOn } =
    consent
  const [row] = await tx.query<{ id: string }>(
    `insert into consents.consent (person_id, purpose, receiver_kind, receiver_name, fields, how, given_on, until_on, guardian_on, previewed,
       recorded_by, recorded_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning consent_id as id`,
    [personId, purpose, receiverKind, receiverName, fields, how, givenOn, untilOn, guardianOn, previewed, recordedBy, recordedOn],
  )
  return row?.id ?? ''
}

const columns = `c.id, c.consent_id as "consentId", c.purpose, c.receiver_kind as "receiverKind", c.receiver_name as "receiverName", c.fields, c.how,
  c.given_on as "givenOn", c.until_on as "untilOn", c.guardian_on as "guardianOn", c.withdrawn_on as "withdrawnOn", s.name as "byName"`

/** The consents of the records, the newest first. */
export const listConsents = (tx: Tx, personIds: readonly number[]): Promise<Consent[]> =>
  tx.prepared<Consent>(
    `select ${columns} from consents.consent c join access.staff s on s.id = c.recorded_by where c.person_id = any ($1) order by c.id desc limit 50`,
    [personIds],
  )

/** One consent of the records, held until the transaction ends: whoever withdraws it, or sends something with it, waits. Null when there is none such. */
export async function holdConsent(tx: Tx, personIds: readonly number[], consentId: string): Promise<Consent | null> {
  const [row] = await tx.query<Consent>(
    `select ${columns} from consents.consent c join access.staff s on s.id = c.recorded_by where c.consent_id = $2 and c.person_id = any ($1)
     for update of c`,
    [personIds, consentId],
  )
  return row ?? null
}

/** Withdraws it. Whatever is shared by it ends in the same moment (a trigger of referrals). False when it is withdrawn already, or there is none. */
export const withdraw = async (
  tx: Tx,
  personIds: readonly number[],
  { consentId, on, by }: { readonly consentId: string; readonly on: PlainDate; readonly by: string },
): Promise<boolean> =>
  (
    await tx.query(
      `update consents.consent c set withdrawn_on = $3, withdrawn_at = clock_timestamp(), withdrawn_by = $4
       where c.consent_id = $2 and c.person_id = any ($1) and c.withdrawn_on is null returning c.id`,
      [personIds, consentId, on, by],
    )
  ).length > 0
