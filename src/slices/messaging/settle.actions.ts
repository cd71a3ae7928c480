/**
 * What becomes of a message after its handing over: the state, the contact in the youth's history and what was learned of the number, with a
 * line in the log, in one transaction. A contact is noted once a message, when the first sign comes that it was handed over.
 */
import { grant, refuse } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { change, writeAuditLine } from '../audit/index.ts'
import { noteWayResult, recordContact } from '../outreach/index.ts'
import { afterReport, type ReportStatus } from './delivery.rules.ts'
import type { MessageState } from './message.types.ts'
import { isAttempt, minutesAfter, settledState } from './send.rules.ts'
import type { SendOutcome, SettleRow } from './send.types.ts'
import { holdByToken, holdMessage, saveSettled, type Settled } from './settle.store.ts'

/** In whose name the log has what the sender does by itself. */
export const senderName = 'utlådan'

const contactChannels = { letter: 'letter', card: 'visitCard', sms: 'sms', email: 'email' } as const

/** Notes the attempt in the youth's history, by the one who queued it and at the time it was claimed. */
export async function noteHandedOver(tx: Tx, row: SettleRow): Promise<number | null> {
  if (row.personId === null || row.contactId !== null || !isAttempt(row)) return row.contactId
  const { id } = await recordContact(tx, {
    personId: row.personId,
    channel: contactChannels[row.channel],
    attempted: true,
    reached: false,
    outcome: 'sent',
    happenedAt: row.claimedAt,
    wayId: row.wayId,
    staffId: row.staffId,
    secondStaffId: null,
    byName: row.byName,
    occupation: null,
    nextStep: null,
    nextOn: null,
    department: null,
    note: '',
    origin: 'message',
    originId: row.messageId,
  })
  return id
}

const unchanged = ({ id, state }: SettleRow): Settled => ({
  id,
  state,
  problem: null,
  providerId: null,
  contactId: null,
  afterMinutes: null,
  isNoTry: false,
})

const wasHandedOver = (state: MessageState): boolean => state === 'sent' || state === 'delivered'

/** Back in the queue – unless the youth has become protected meanwhile. */
function requeued(row: SettleRow, problem: string, afterMinutes: number | null, isNoTry: boolean): Settled {
  if (row.isProtected) return { ...unchanged(row), state: 'cancelled', problem: 'protected' }
  return { ...unchanged(row), state: 'queued', problem, afterMinutes, isNoTry }
}

/** What to write of the outcome; the state is the rule's. */
function settledBy(row: SettleRow, outcome: SendOutcome): Settled {
  const state = settledState(row.state, row.tries, outcome)
  if (outcome.kind === 'sent') return { ...unchanged(row), providerId: outcome.providerId, state }
  if (state === 'queued' && outcome.kind === 'held') return requeued(row, outcome.problem, outcome.afterMinutes, true)
  if (state === 'queued') return requeued(row, outcome.problem, minutesAfter(row.tries), false)
  return { ...unchanged(row), state, problem: outcome.problem }
}

/** Writes down the outcome. A message whose provider has said more than we know stands as it is. Returns its state. */
export async function applyOutcome(tx: Tx, row: SettleRow, outcome: SendOutcome): Promise<MessageState> {
  const settled = settledBy(row, outcome)
  if (settled.state === row.state && outcome.kind !== 'sent') return row.state
  const contactId = wasHandedOver(settled.state) ? await noteHandedOver(tx, row) : null
  if (settled.state === 'failed' && outcome.kind === 'failed' && row.wayId !== null && row.isWayUnheard) {
    await noteWayResult(tx, row.wayId, 'failed', null)
  }
  await saveSettled(tx, { ...settled, contactId })
  return settled.state
}

/** Settles a message that this process claimed, with its line in the log. Returns the state it has now; null when it is gone. */
export async function settle(pool: Pool, messageKey: number, outcome: SendOutcome): Promise<MessageState | null> {
  let row: SettleRow | null = null
  const decision = await change<MessageState, 'missing'>(
    pool,
    (made) => ({
      actor: senderName,
      action: 'messages.send',
      subjectId: row?.subjectId ?? null,
      detail: { message: row?.messageId ?? null, channel: row?.channel ?? null, state: made.granted ? made.value : null },
    }),
    async (tx) => {
      row = await holdMessage(tx, messageKey)
      return row === null ? refuse('missing') : grant(await applyOutcome(tx, row, outcome))
    },
  )
  return decision.granted ? decision.value : null
}

const wayResults = { delivered: 'delivered', failed: 'failed', created: null, sent: null } as const

async function applyReport(tx: Tx, row: SettleRow, status: ReportStatus, providerId: string): Promise<MessageState> {
  const state = afterReport(row.state, status)
  if (state === row.state) return state
  const contactId = await noteHandedOver(tx, row)
  const result = wayResults[status]
  if (result !== null && row.wayId !== null && row.isWayUnheard) await noteWayResult(tx, row.wayId, result, null)
  await saveSettled(tx, { ...unchanged(row), state, problem: state === 'failed' ? 'not-delivered' : null, providerId, contactId })
  return state
}

/**
 * What a provider reports, with a line in the log when it says something new. False for a token that is nobody's, or a report of another
 * message than the one handed over: nothing is written then, however often somebody tries.
 */
export const settleReport = (
  pool: Pool,
  token: string,
  { id: providerId, status }: { readonly id: string; readonly status: ReportStatus },
): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    const row = await holdByToken(tx, token)
    if (row === null || (row.providerId !== null && row.providerId !== providerId)) return false
    const state = await applyReport(tx, row, status, providerId)
    if (state === row.state) return true
    const detail = { message: row.messageId, channel: row.channel, state }
    await writeAuditLine(tx, { actor: 'leverantören', action: 'messages.report', subjectId: row.subjectId, detail })
    return true
  })
