/** Saving, changing and removing the reader's own filters. The log says that it was done and how widely it is shared, never the name. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import { parseView, queryOf } from './filter.rules.ts'
import { readListFrame } from './frame.store.ts'
import { countFilters, deleteFilter, holdOwnFilter, insertFilter, isNameTaken, updateFilter } from './saved.store.ts'
import type { SavedFilter } from './worklist.types.ts'

const mostFilters = 50

/** Whose filters, and how widely they may share. */
export type Owner = { readonly staffId: string; readonly unitId: number | null; readonly mayShare: boolean }

type Shared = SavedFilter['shared']
export type SharingRefusal = 'not-shared' | 'no-unit'
type Naming = { readonly name: string; readonly shared: Shared }

/** Sharing is a permission; with a unit shares only who belongs to one. Keeping what a filter already is needs neither. */
function sharingRefusal({ unitId, mayShare }: Owner, shared: Shared, now: Shared): SharingRefusal | null {
  if (shared === 'me' || shared === now) return null
  if (!mayShare) return 'not-shared'
  return shared === 'unit' && unitId === null ? 'no-unit' : null
}

/** Saves the view as a filter. Only what the view understands is kept: a query never carries anything else along. */
export const saveFilter = (
  pool: Pool,
  owner: Owner,
  { name, shared, query }: Naming & { readonly query: string },
): Promise<Decision<null, SharingRefusal | 'name-taken' | 'too-many'>> =>
  change(pool, { actor: owner.staffId, action: 'worklist.saveFilter', detail: { shared } }, async (tx) => {
    const problem = sharingRefusal(owner, shared, 'me')
    if (problem !== null) return refuse(problem)
    if ((await countFilters(tx, owner.staffId)) >= mostFilters) return refuse('too-many')
    const { view } = parseView(new URLSearchParams(query))
    const isNew = await insertFilter(tx, { ownerId: owner.staffId, name, shared, query: queryOf({ ...view, page: 1 }) })
    return isNew ? grant(null) : refuse('name-taken')
  })

type Changed = Decision<null, SharingRefusal | 'name-taken' | 'stale' | 'missing'>

async function changeHeld(
  tx: Tx,
  owner: Owner,
  held: SavedFilter,
  { name, shared, version }: Naming & { version: number },
): Promise<Changed> {
  if (held.version !== version) return refuse('stale')
  const problem = sharingRefusal(owner, shared, held.shared)
  if (problem !== null) return refuse(problem)
  if (await isNameTaken(tx, owner.staffId, name, held.id)) return refuse('name-taken')
  await updateFilter(tx, { id: held.id, name, shared })
  return grant(null)
}

/** Renames or shares one of the owner's filters. `stale`: it was changed since the form was made. */
export const changeFilter = (
  pool: Pool,
  owner: Owner,
  { id, ...wanted }: Naming & { readonly id: number; readonly version: number },
): Promise<Changed> =>
  change(pool, { actor: owner.staffId, action: 'worklist.changeFilter', detail: { filter: id, shared: wanted.shared } }, async (tx) => {
    const held = await holdOwnFilter(tx, id, owner.staffId)
    return held === null ? refuse('missing') : changeHeld(tx, owner, held, wanted)
  })

/** Removes one of the owner's filters. */
export const removeFilter = (pool: Pool, owner: Owner, id: number, version: number): Promise<Decision<null, 'stale' | 'missing'>> =>
  change(pool, { actor: owner.staffId, action: 'worklist.removeFilter', detail: { filter: id } }, async (tx) => {
    const held = await holdOwnFilter(tx, id, owner.staffId)
    if (held === null) return refuse('missing')
    if (held.version !== version) return refuse('stale')
    await deleteFilter(tx, id)
    return grant(null)
  })

/** The owner's filters and those shared with them. */
export const savedFilters = (pool: Pool, { staffId, unitId }: Owner): Promise<readonly SavedFilter[]> =>
  inTransaction(pool, async (tx) => (await readListFrame(tx, staffId, unitId)).saved)
