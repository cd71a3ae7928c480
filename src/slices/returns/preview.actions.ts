/** The return as it would be sent now, to look at: its records block by block, of youths whom the reader may see. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { listNamesWith } from '../access/index.ts'
import { buildReturnFile, type HalfRefusal, type ReturnPlace } from './build.actions.ts'
import { errorsAmong } from './controls.rules.ts'
import type { DeskReader } from './desk.actions.ts'
import { isAnyProtected } from './delivery.store.ts'
import { listSeenOf } from './seen.store.ts'
import type { Block, ReturnRecord } from './returns.types.ts'
import { previewPageSize, type Preview, type PreviewRow, type PreviewWish } from './preview.types.ts'

/** The records of the block whose youths the reader may see, and how many there are of others. */
async function seenRows(
  tx: Tx,
  scope: Scope,
  records: readonly ReturnRecord[],
  block: Block,
): Promise<{ rows: PreviewRow[]; hidden: number }> {
  const own = records.filter((record) => record.block === block)
  const ids = [...new Set(own.map(({ personId }) => personId))]
  const youths = new Map((await listSeenOf(tx, scope, ids)).map((youth) => [youth.personId, youth]))
  const rows = own.flatMap((record): PreviewRow[] => {
    const youth = youths.get(record.personId)
    return youth === undefined ? [] : [{ record, youth }]
  })
  return { rows, hidden: own.length - rows.length }
}

/** Builds it, with its line in the log. Nothing is saved. */
export async function readPreview(
  place: ReturnPlace,
  { pool, staffId, scope, today }: DeskReader,
  { half: asked, block, page }: PreviewWish,
): Promise<Decision<Preview, HalfRefusal>> {
  const made = await buildReturnFile(place, { half: asked, today, actor: staffId })
  if (!made.granted) return made
  const { built, broken, half, profile, origin, fileName, sha256 } = made.value
  const errors = errorsAmong(broken).length
  const told = { half, profile, origin, fileName, sha256, counts: built.counts, uncoded: built.uncoded, errors, block, page }
  return inTransaction(pool, async (tx) => {
    const { rows, hidden } = await seenRows(tx, scope, built.records, block)
    const ids = [...new Set(built.records.map(({ personId }) => personId))]
    return grant({
      ...told,
      warnings: broken.length - errors,
      rows: rows.slice((page - 1) * previewPageSize, page * previewPageSize),
      seen: rows.length,
      hidden,
      isForHolders: !scope.mayReadProtected && (await isAnyProtected(tx, ids)),
      holders: await listNamesWith(tx, 'protected.read'),
    })
  })
}
