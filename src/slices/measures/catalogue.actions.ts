/** The municipality's catalogue: read, added to, and changed version by version. Nothing is ever taken away. */
import { randomUUID } from 'node:crypto'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import type { OutreachSettings } from '../outreach/index.ts'
import { draftProfile, isSame, itemProblems, withReasons, type ItemContent, type ItemProblemAt } from './item.rules.ts'
import { closeItemVersion, findItem, insertItemKey, insertItemVersion, listItems, listItemVersions, listReasons } from './item.store.ts'
import type { Item, Reason, ItemVersion } from './measures.types.ts'
import { listDepartments } from './youth.actions.ts'

export type Catalogue = {
  readonly items: readonly Item[]
  readonly reasons: readonly Reason[]
  readonly departments: OutreachSettings['departments']
}

const load = async (tx: Tx): Promise<Catalogue> => ({
  items: await listItems(tx, null),
  reasons: await listReasons(tx),
  departments: await listDepartments(tx),
})

/** The whole catalogue. It holds nothing of anybody. */
export const readCatalogue = (pool: Pool): Promise<Catalogue> => inTransaction(pool, load)

export type CatalogueItem = Catalogue & { readonly item: Item; readonly versions: readonly ItemVersion[] }

/** One item with its versions; null when there is none such. */
export const readItem = (pool: Pool, key: string): Promise<CatalogueItem | null> =>
  inTransaction(pool, async (tx) => {
    const item = await findItem(tx, key)
    return item === null ? null : { ...(await load(tx)), item, versions: await listItemVersions(tx, key) }
  })

type Editor = { readonly pool: Pool; readonly staffId: string; readonly name: string }
/** `faults`: something is wrong with what was typed. `somebody-first`: another version is in force. `same`: nothing differs. */
export type ItemRefusal = 'missing' | 'faults' | 'somebody-first' | 'same'
export type ItemSaved = Decision<string, ItemRefusal> & {
  readonly faults: readonly (ItemProblemAt | { readonly field: string; readonly problem: 'unknown-choice' })[]
}

/** What is wrong with the content, its department among it. */
async function faultsOf(tx: Tx, content: ItemContent, key: string | null): Promise<ItemSaved['faults']> {
  const others = (await listItems(tx, null)).filter((item) => item.key !== key)
  const { department } = content
  const isKnown = department === null || (await listDepartments(tx)).some((one) => one.key === department)
  return [...itemProblems(content, others), ...(isKnown ? [] : [{ field: 'department', problem: 'unknown-choice' } as const])]
}

/** Adds an item of the municipality's own. Returns its key. */
export async function addItem({ pool, staffId, name }: Editor, content: ItemContent): Promise<ItemSaved> {
  let faults: ItemSaved['faults'] = []
  const key = `own${randomUUID().replaceAll('-', '').slice(0, 16)}`
  const decision = await change<string, ItemRefusal>(
    pool,
    { actor: staffId, action: 'measures.addItem', detail: { item: key } },
    async (tx) => {
      faults = await faultsOf(tx, content, null)
      if (faults.length > 0) return refuse('faults')
      await insertItemKey(tx, key)
      await insertItemVersion(tx, { ...withReasons(content, await listReasons(tx)), key, version: 1, changedBy: name })
      return grant(key)
    },
  )
  return { ...decision, faults }
}

/** The codes of other profiles than the form's, which stay as they are. */
const otherProfiles = ({ codes }: Item): Item['codes'] =>
  Object.fromEntries(Object.entries(codes).filter(([profile]) => profile !== draftProfile))

/** Says something else of an item, from the version that was seen: a new version, and the earlier ones stay. */
export async function changeItem(
  { pool, staffId, name }: Editor,
  { key, version }: { readonly key: string; readonly version: number },
  content: ItemContent,
): Promise<ItemSaved> {
  let faults: ItemSaved['faults'] = []
  const line = { actor: staffId, action: 'measures.changeItem', detail: { item: key } }
  const decision = await change<string, ItemRefusal>(pool, line, async (tx) => {
    const before = await findItem(tx, key)
    if (before === null) return refuse('missing')
    if (before.version !== version) return refuse('somebody-first')
    faults = await faultsOf(tx, content, key)
    if (faults.length > 0) return refuse('faults')
    const to = withReasons({ ...content, codes: { ...otherProfiles(before), ...content.codes } }, await listReasons(tx))
    if (isSame(before, to)) return refuse('same')
    if (!(await closeItemVersion(tx, key, version))) return refuse('somebody-first')
    await insertItemVersion(tx, { ...to, key, version: version + 1, changedBy: name })
    return grant(key)
  })
  return { ...decision, faults }
}
