/** Reading the outbox, and what a person decides about a message in it. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { change, readAs } from '../audit/index.ts'
import type { MessageState } from './message.types.ts'
import { mayChoose, mendableProblems, type ChoiceRefusal } from './outbox.rules.ts'
import {
  countOutbox,
  findOutboxMessage,
  holdFailed,
  listFolders,
  listOutbox,
  listProblems,
  listSentRounds,
  requeue,
} from './outbox.store.ts'
import { messagesPerPage, type Outbox, type OutboxChoice, type OutboxFilter } from './outbox.types.ts'
import type { SettleRow } from './send.types.ts'
import { noteHandedOver } from './settle.actions.ts'
import { endByHand, holdMessage } from './settle.store.ts'

/** Who asks, and what they may see. */
export type OutboxReader = { readonly scope: Scope; readonly by: string }

/** A page of the outbox. */
export const readOutbox = (pool: Pool, { scope, by }: OutboxReader, filter: OutboxFilter, page: number): Promise<Outbox> =>
  readAs(
    pool,
    ({ rows }) => ({ actor: by, action: 'messages.readOutbox', detail: { shown: rows.length } }),
    async (tx) => ({
      ...(await countOutbox(tx, scope, filter)),
      rows: await listOutbox(tx, scope, filter, messagesPerPage, (page - 1) * messagesPerPage),
      rounds: await listSentRounds(tx),
      folders: await listFolders(tx),
      problems: await listProblems(tx, scope, filter),
    }),
  )

async function carryOut(tx: Tx, row: SettleRow, choice: OutboxChoice): Promise<MessageState> {
  switch (choice) {
    case 'again':
      await requeue(tx, [row.id])
      return 'queued'
    case 'arrived':
      await endByHand(tx, { id: row.id, state: 'sent', problem: null, contactId: await noteHandedOver(tx, row) })
      return 'sent'
    case 'giveUp':
      await endByHand(tx, { id: row.id, state: 'failed', problem: 'given-up', contactId: null })
      return 'failed'
    case 'cancel':
      await endByHand(tx, { id: row.id, state: 'cancelled', problem: 'by-hand', contactId: null })
      return 'cancelled'
  }
}

type Chosen = { readonly messageId: string; readonly choice: OutboxChoice; readonly seen: MessageState }

/** Carries out what a person decided about a message seen in a state. */
export function decideMessage(
  pool: Pool,
  { scope, by }: OutboxReader,
  { messageId, choice, seen }: Chosen,
): Promise<Decision<MessageState, 'missing' | ChoiceRefusal>> {
  let row: SettleRow | null = null
  return change<MessageState, 'missing' | ChoiceRefusal>(
    pool,
    () => ({ actor: by, action: 'messages.decide', subjectId: row?.subjectId ?? null, detail: { message: messageId, choice } }),
    async (tx) => {
      const id = await findOutboxMessage(tx, scope, messageId)
      row = id === null ? null : await holdMessage(tx, id)
      if (row === null) return refuse('missing')
      const allowed = mayChoose(row, seen, choice)
      return allowed.granted ? grant(await carryOut(tx, row, choice)) : allowed
    },
  )
}

/** Puts everything asked for that failed for something that can be mended in the queue again. Returns how many. */
export async function retryFailed(pool: Pool, { scope, by }: OutboxReader, filter: OutboxFilter): Promise<number> {
  const decision = await change<number, never>(
    pool,
    (made) => ({ actor: by, action: 'messages.retry', detail: { messages: made.granted ? made.value : 0 } }),
    async (tx) => {
      const ids = await holdFailed(tx, scope, filter, mendableProblems)
      await requeue(tx, ids)
      return grant(ids.length)
    },
  )
  return decision.granted ? decision.value : 0
}
