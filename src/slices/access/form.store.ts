/** Forms: each is saved once, and what was typed when a sign-in ran out is kept for its writer. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Vault } from './sealed.ts'

export type KeptForm = { readonly path: string; readonly fields: Readonly<Record<string, readonly string[]>> }

/** Takes the form's one-time token. Returns false when it was already used. */
export const useOnce = async (tx: Tx, token: string, staffId: string): Promise<boolean> =>
  (
    await tx.query('insert into access.used_form (once_token, staff_id) values ($1, $2) on conflict do nothing returning once_token', [
      token,
      staffId,
    ])
  ).length > 0

/** The form could not be saved after all: it may be sent again. */
export const releaseOnce = (tx: Tx, token: string): Promise<unknown> =>
  tx.query('delete from access.used_form where once_token = $1', [token])

export async function keepForm(tx: Tx, staffId: string, { path, fields }: KeptForm, { schema }: Pick<Vault, 'schema'>): Promise<string> {
  await tx.query(`delete from ${schema}.kept_form where kept_at < clock_timestamp() - interval '1 hour'`)
  const [row] = await tx.query<{ id: string }>(
    `insert into ${schema}.kept_form (staff_id, path, fields) values ($1, $2, $3) returning id`,
    [staffId, path, JSON.stringify(fields)],
  )
  return row?.id ?? ''
}

/** What the person had typed; gone once it is taken. Null for anybody else's. */
export async function takeKeptForm(tx: Tx, id: string, staffId: string, { schema }: Pick<Vault, 'schema'>): Promise<KeptForm | null> {
  const [row] = await tx.query<{ path: string; fields: Record<string, string[]> }>(
    `delete from ${schema}.kept_form where id = $1 and staff_id = $2 and kept_at > clock_timestamp() - interval '1 hour' returning path, fields`,
    [id, staffId],
  )
  return row ?? null
}
