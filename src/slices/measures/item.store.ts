/** The catalogue: items with their versions, and the reasons that things end for. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Item, ItemVersion, Reason } from './measures.types.ts'

const itemColumns = `v.item_key as key, v.version, i.shipped as "isShipped", json_build_object('sv', v.name_sv, 'en', v.name_en) as name, v.from_on as "fromOn",
  v.until_on as "untilOn", v.department, v.counts, v.exclusive as "isExclusive", v.needs_decision as "needsDecision", v.stages, v.codes`
const items = `measures.item i join measures.item_version v on v.item_key = i.key`

/** The items in force, in the order of the Swedish alphabet with "other" last. `on`: those whose measures may begin that day; null: all. */
export const listItems = (tx: Tx, on: PlainDate | null): Promise<Item[]> =>
  tx.prepared<Item>(
    `select ${itemColumns} from ${items} where v.known_until = 'infinity' and ($1::date is null or (v.from_on <= $1 and (v.until_on is null or v.until_on > $1)))
     order by v.item_key = 'other', v.name_sv collate "sv-x-icu", v.item_key`,
    [on],
  )

/** The item in force; null when the catalogue has none such. */
export async function findItem(tx: Tx, key: string): Promise<Item | null> {
  const [row] = await tx.prepared<Item>(`select ${itemColumns} from ${items} where v.known_until = 'infinity' and v.item_key = $1`, [key])
  return row ?? null
}

/** All reasons, in the order that forms show them. */
export const listReasons = (tx: Tx): Promise<Reason[]> =>
  tx.prepared<Reason>(`select key, json_build_object('sv', name_sv, 'en', name_en) as name, uses from measures.reason order by position`)

/** The versions of an item, the one in force first. */
export const listItemVersions = (tx: Tx, key: string): Promise<ItemVersion[]> =>
  tx.query<ItemVersion>(
    `select ${itemColumns}, v.changed_by as "changedBy", to_char(v.known_from, 'YYYY-MM-DD HH24:MI') as at, v.known_until = 'infinity' as "isInForce",
       (select count(*)::int from measures.measure m where m.item_key = v.item_key and m.item_version = v.version) as used
     from ${items} where v.item_key = $1 order by v.version desc`,
    [key],
  )

/** Adds the key of a new item. Returns false when there is one such already. */
export const insertItemKey = async (tx: Tx, key: string): Promise<boolean> =>
  (await tx.query('insert into measures.item (key) values ($1) on conflict do nothing returning key', [key])).length > 0

/** Closes the version in force, when it is the one that was seen. False when somebody else was first. */
export const closeItemVersion = async (tx: Tx, key: string, version: number): Promise<boolean> =>
  (
    await tx.query(
      `update measures.item_version set known_until = clock_timestamp() where item_key = $1 and version = $2 and known_until = 'infinity' returning version`,
      [key, version],
    )
  ).length > 0

export type NewItemVersion = Omit<Item, 'isShipped'> & { readonly changedBy: string }

export const insertItemVersion = (tx: Tx, item: NewItemVersion): Promise<unknown> =>
  tx.query(
    `insert into measures.item_version (item_key, version, name_sv, name_en, from_on, until_on, department, counts, exclusive, needs_decision, stages, codes, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      item.key,
      item.version,
      item.name.sv,
      item.name.en,
      item.fromOn,
      item.untilOn,
      item.department,
      item.counts,
      item.isExclusive,
      item.needsDecision,
      JSON.stringify(item.stages),
      JSON.stringify(item.codes),
      item.changedBy,
    ],
  )
