/** What the person page shows of turning 20. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { findCard } from './card.store.ts'
import { stageOn, turns20On } from './turning20.rules.ts'
import type { Outcome } from './turning20.types.ts'

export type Turning20OfYouth = { readonly on: PlainDate; readonly outcome: Outcome | null } | null

/** Null: the day is too far away, or was too long ago. */
export async function readTurning20Of(
  tx: Tx,
  { personIds, today }: { readonly personIds: readonly number[]; readonly today: PlainDate },
): Promise<Turning20OfYouth> {
  const found = await findCard(tx, personIds)
  if (found === null) return null
  const on = turns20On(found.bornOn)
  return stageOn(on, today) === null ? null : { on, outcome: found.outcome }
}
