/** What has changed since the return was sent, as a reader may see it: youth by youth for those within the scope, the rest as numbers. */
import { grant, type Decision } from '../../platform/decision.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { listNamesWith } from '../access/index.ts'
import type { HalfRefusal, ReturnPlace } from './build.actions.ts'
import type { DeskReader } from './desk.actions.ts'
import { diffSinceDelivery, type SinceDelivery } from './diff.actions.ts'
import type { YouthDiff } from './diff.rules.ts'
import { listSeenOf } from './seen.store.ts'
import type { SeenInReturn } from './returns.types.ts'

export type SeenDiff = Omit<SinceDelivery, 'diff'> & {
  readonly added: number
  readonly gone: number
  readonly changed: number
  readonly youths: readonly { readonly youth: SeenInReturn; readonly diff: YouthDiff }[]
  /** Of youths whom the reader may not see: how many, and rows of theirs. */
  readonly hidden: { readonly youths: number; readonly rows: number }
  readonly holders: readonly string[]
}

export async function readSeenDiff(
  place: ReturnPlace,
  { pool, staffId, scope, today }: DeskReader,
  half: string,
): Promise<Decision<SeenDiff, HalfRefusal | 'never-delivered'>> {
  const made = await diffSinceDelivery(place, { half, today, actor: staffId })
  if (!made.granted) return made
  const { diff, ...since } = made.value
  return inTransaction(pool, async (tx) => {
    const ids = diff.youths.map(({ personId }) => personId)
    const seen = new Map((await listSeenOf(tx, scope, ids)).map((youth) => [youth.personId, youth]))
    const hidden = diff.youths.filter(({ personId }) => !seen.has(personId))
    return grant({
      ...since,
      added: diff.added,
      gone: diff.gone,
      changed: diff.changed,
      youths: diff.youths.flatMap((one) => {
        const youth = seen.get(one.personId)
        return youth === undefined ? [] : [{ youth, diff: one }]
      }),
      hidden: { youths: hidden.length, rows: hidden.reduce((sum, { changes }) => sum + changes.length, 0) },
      holders: await listNamesWith(tx, 'protected.read'),
    })
  })
}
