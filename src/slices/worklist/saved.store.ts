/** Saved filters: a name on an address of the list, its owner's own or shared. */
import type { Tx } from '../../platform/db/tx.ts'
import type { SavedFilter } from './worklist.types.ts'

type NewFilter = { readonly ownerId: string } & Pick<SavedFilter, 'name' | 'query' | 'shared'>

/** Saves a new one. Returns false when the owner already has one of that name. */
export const insertFilter = async (tx: Tx, { ownerId, name, query, shared }: NewFilter): Promise<boolean> =>
  (
    await tx.query(
      `insert into worklist.saved_filter (owner_id, name, query, shared) values ($1, $2, $3, $4)
       on conflict (owner_id, lower(name)) do nothing returning id`,
      [ownerId, name, query, shared],
    )
  ).length > 0

export const countFilters = async (tx: Tx, ownerId: string): Promise<number> =>
  (await tx.query<{ n: number }>('select count(*)::int as n from worklist.saved_filter where owner_id = $1', [ownerId]))[0]?.n ?? 0

/** The owner's own filter, held until the transaction ends; null when there is none such of theirs. */
export async function holdOwnFilter(tx: Tx, id: number, ownerId: string): Promise<SavedFilter | null> {
  const [row] = await tx.query<SavedFilter>(
    `select id, name, query, shared, version, true as "isMine" from worklist.saved_filter where id = $1 and owner_id = $2 for update`,
    [id, ownerId],
  )
  return row ?? null
}

export const isNameTaken = async (tx: Tx, ownerId: string, name: string, exceptId: number): Promise<boolean> =>
  (
    await tx.query('select from worklist.saved_filter where owner_id = $1 and lower(name) = lower($2) and id <> $3', [
      ownerId,
      name,
      exceptId,
    ])
  ).length > 0

export const updateFilter = (tx: Tx, { id, name, shared }: Pick<SavedFilter, 'id' | 'name' | 'shared'>): Promise<unknown> =>
  tx.query('update worklist.saved_filter set name = $2, shared = $3, version = version + 1 where id = $1', [id, name, shared])

export const deleteFilter = (tx: Tx, id: number): Promise<unknown> => tx.query('delete from worklist.saved_filter where id = $1', [id])
