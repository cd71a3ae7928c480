/** Our own keys, and those of municipalities outside the installation whose fingerprint somebody has compared. */
import type { OwnKeys, PublicKeys } from '../../platform/envelope.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** Our keys; null when nobody has made any. */
export async function findOwnKeys(tx: Tx): Promise<OwnKeys | null> {
  const [row] = await tx.query<OwnKeys>(
    `select signing, agreement, signing_private as "signingPrivate", agreement_private as "agreementPrivate" from transfers.own_key where ended_at is null`,
  )
  return row ?? null
}

/** Only what others are given. */
export async function findOwnPublicKeys(tx: Tx): Promise<PublicKeys | null> {
  const [row] = await tx.query<PublicKeys>('select signing, agreement from transfers.own_key where ended_at is null')
  return row ?? null
}

/** Takes new keys into use. Files that were sealed for the old ones cannot be opened any more. */
export async function replaceOwnKeys(tx: Tx, { signing, agreement, signingPrivate, agreementPrivate }: OwnKeys, by: string): Promise<void> {
  await tx.query('update transfers.own_key set ended_at = clock_timestamp() where ended_at is null')
  await tx.query(
    'insert into transfers.own_key (signing, agreement, signing_private, agreement_private, made_by) values ($1, $2, $3, $4, $5)',
    [signing, agreement, signingPrivate, agreementPrivate, by],
  )
}

export type Partner = PublicKeys & { readonly municipality: string; readonly byName: string; readonly comparedOn: PlainDate }
const partnerQuery = `select k.municipality, k.signing, k.agreement, s.name as "byName", (k.compared_at at time zone 'Europe/Stockholm')::date as "comparedOn"
  from transfers.partner_key k join access.staff s on s.id = k.compared_by where k.ended_at is null`

export const listPartners = (tx: Tx): Promise<Partner[]> => tx.query<Partner>(`${partnerQuery} order by k.municipality`)

export async function findPartner(tx: Tx, municipality: string): Promise<Partner | null> {
  const [row] = await tx.query<Partner>(`${partnerQuery} and k.municipality = $1`, [municipality])
  return row ?? null
}

/** Ends the key of a partner that is in use; false when there is none. */
export const endPartner = async (tx: Tx, municipality: string, by: string): Promise<boolean> =>
  (
    await tx.query(
      'update transfers.partner_key set ended_at = clock_timestamp(), ended_by = $2 where municipality = $1 and ended_at is null returning id',
      [municipality, by],
    )
  ).length > 0

/** Puts a partner's key in the place of the one before. */
export async function replacePartner(tx: Tx, municipality: string, { signing, agreement }: PublicKeys, by: string): Promise<void> {
  await endPartner(tx, municipality, by)
  await tx.query('insert into transfers.partner_key (municipality, signing, agreement, compared_by) values ($1, $2, $3, $4)', [
    municipality,
    signing,
    agreement,
    by,
  ])
}
