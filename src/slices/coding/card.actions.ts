/** What the person page shows of what has been coded. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { listItems, type Item } from '../measures/index.ts'
import { listCodings } from './coding.store.ts'
import type { ShownCoding } from './coding.types.ts'

/** Whom the card is of: the person and the records merged with it. */
export type CodingQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type CodingOfYouth = { readonly codings: readonly ShownCoding[]; readonly items: readonly Item[] }

const shownAtMost = 3

export async function readCodingOf(tx: Tx, { personIds, today }: CodingQuestion): Promise<CodingOfYouth> {
  const codings = await listCodings(tx, personIds, today, shownAtMost)
  return { codings, items: codings.length === 0 ? [] : await listItems(tx, null) }
}
