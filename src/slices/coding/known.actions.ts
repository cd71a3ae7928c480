/** Who codes, and what a draft is judged with. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { isFollowed, listSameRecords } from '../outreach/index.ts'
import type { SeenYouth } from '../worklist/index.ts'
import { listAbroad } from './coding.store.ts'
import type { CodingDraft } from './coding.types.ts'
import type { KnownOfYouth } from './draft.rules.ts'

/** Who codes, in which municipality, at what moment. `patience`: seconds that a running night is waited for. */
export type Coder = {
  readonly pool: Pool
  readonly code: string
  readonly scope: Scope
  readonly staffId: string
  readonly name: string
  /** The Swedish day and minute. */
  readonly now: { readonly on: PlainDate; readonly minute: number }
  readonly isFresh: boolean
  readonly patience: number
}

/** Whether an event is saved under the runs' lock: only what ends coverage changes the register. */
export const writesFact = ({ event }: Pick<CodingDraft, 'event'>): boolean => event === 'studiesAbroad'

/** What a draft is judged with. */
export async function knownOf(
  tx: Tx,
  { code, scope, now }: Pick<Coder, 'code' | 'scope' | 'now'>,
  { personId, bornOn }: Pick<SeenYouth, 'personId' | 'bornOn'>,
  draft: CodingDraft,
): Promise<KnownOfYouth> {
  const question = { personId, on: draft.on, today: now.on, restrictedIn: scope.mayReadProtected ? code : null }
  const abroad = writesFact(draft) ? await listAbroad(tx, await listSameRecords(tx, personId)) : []
  return { today: now.on, minute: now.minute, bornOn, isFollowed: await isFollowed(tx, question), abroad }
}
