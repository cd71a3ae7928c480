/**
 * A message's turn, first half: it is taken out of the queue in a transaction of its own, asked once more whether it is to be sent, given its
 * reply code and composed. From the commit on this process alone has it.
 */
import { randomBytes } from 'node:crypto'
import { todayInSweden } from '../../platform/clock.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { isMobile, type E164Phone } from '../../platform/phone.ts'
import { smsSegments } from '../../platform/sms-segments.ts'
import { writeAuditLine } from '../audit/index.ts'
import { issueCode } from '../replies/index.ts'
import { endQueued, holdNext, loadSendFacts, markClaimed, receiverAddress, staffWays, type NextMessage } from './claim.store.ts'
import type { Composed, MessageChannel } from './message.types.ts'
import { openFolderOf } from './print.actions.ts'
import { cancelReason, wayToUse } from './send.rules.ts'
import type { CancelReason, Claimed, Destination, SendFacts, SendProblem } from './send.types.ts'
import type { Sender } from './sender.ts'
import { senderName } from './settle.actions.ts'
import { allowedFields } from './shipped/fields.ts'

/** What came of a turn's first half. */
export type Claim =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ended'; readonly as: 'cancelled' | 'failed' }
  | { readonly kind: 'claimed'; readonly claimed: Claimed }

type Refusal = { readonly as: 'cancelled' | 'failed'; readonly problem: CancelReason | SendProblem }

const isPaper = ({ channel }: NextMessage): boolean => channel === 'letter' || channel === 'card'

/** A text goes to a mobile, or to a number of which nobody can tell. */
const textable = (facts: SendFacts, { channel }: NextMessage): SendFacts =>
  channel === 'sms' ? { ...facts, ways: facts.ways.filter(({ value }) => isMobile(value as E164Phone) !== false) } : facts

/** Which folder is settled when the letter is composed: one that comes to nothing opens none. */
const paper: Destination = { wayId: null, to: '', folderId: null }

async function folderFor(tx: Tx, { roundId }: NextMessage, now: Date): Promise<Destination> {
  const { id, folder } = await openFolderOf(tx, roundId, todayInSweden(now))
  return { wayId: null, to: folder, folderId: id }
}

async function destinationOfStaff(tx: Tx, message: NextMessage, staffId: string): Promise<Destination | Refusal> {
  const { phone, email } = await staffWays(tx, staffId)
  const to = message.channel === 'sms' ? phone : message.channel === 'email' ? email : null
  return to === null ? { as: 'cancelled', problem: 'no-way' } : { wayId: null, to, folderId: null }
}

async function destinationOfReceiver(tx: Tx, { referralId }: NextMessage): Promise<Destination | Refusal> {
  const to = referralId === null || referralId === undefined ? null : await receiverAddress(tx, referralId)
  return to === null ? { as: 'cancelled', problem: 'no-way' } : { wayId: null, to, folderId: null }
}

/** Where the message is to go, or why it is not to go anywhere. */
async function destinationOf(tx: Tx, message: NextMessage, now: Date): Promise<Destination | Refusal> {
  if (message.staffId !== null) return destinationOfStaff(tx, message, message.staffId)
  if (message.personId === null) return destinationOfReceiver(tx, message)
  const today = todayInSweden(now)
  const facts = textable(await loadSendFacts(tx, message, today), message)
  const problem = cancelReason(facts, message, today)
  if (problem !== null) return { as: 'cancelled', problem }
  if (isPaper(message)) return paper
  const way = wayToUse(facts, message, today)
  return way === null ? { as: 'cancelled', problem: 'no-way' } : { wayId: way.id, to: way.value, folderId: null }
}

const codeChannels = { letter: 'letter', card: 'visitCard', sms: 'sms', email: 'email' } as const

/** A code of its own for each sending, where the template has a place for one. */
const codeFor = async (tx: Tx, { personId, messageId, channel, templateKey }: NextMessage, { settings }: Sender): Promise<string | null> =>
  personId === null || !allowedFields[templateKey].includes('replyCode')
    ? null
    : issueCode(tx, { personId, messageId, channel: codeChannels[channel], validDays: settings.replyDays })

type ComposeFailure = SendProblem | 'too-late'

/** The message with a code and with secrets of its own, issued for this sending. */
async function composeWithSecrets(tx: Tx, message: NextMessage, sender: Sender, now: Date): Promise<Decision<Composed, ComposeFailure>> {
  const { place, publicUrl } = sender
  const made = await sender.secretsOf?.(tx, message, { publicUrl, placeCode: place.code })
  if (made?.granted === false) return made
  const replyCode = await codeFor(tx, message, sender)
  const around = { place: { code: place.code, name: place.name }, publicUrl, today: todayInSweden(now), isForwarded: false }
  return sender.compose(tx, message, { ...around, replyCode, secrets: made?.value ?? {} })
}

/** Composes with what is issued afresh; what was issued for a message that cannot be composed is undone. A defect stops this message and no other. */
async function compose(tx: Tx, message: NextMessage, sender: Sender, now: Date): Promise<Decision<Composed, ComposeFailure>> {
  await tx.script('savepoint composing')
  try {
    const composed = await composeWithSecrets(tx, message, sender, now)
    if (!composed.granted) await tx.script('rollback to savepoint composing')
    return composed.granted ? grant(composed.value) : refuse(composed.reason)
  } catch (error) {
    await tx.script('rollback to savepoint composing')
    sender.report(error)
    return refuse('defect')
  }
}

async function endNow(tx: Tx, message: NextMessage, { as, problem }: Refusal): Promise<Claim> {
  await endQueued(tx, message.id, as, problem)
  const detail = { message: message.messageId, channel: message.channel, state: as, problem }
  await writeAuditLine(tx, { actor: senderName, action: 'messages.send', outcome: as, subjectId: message.subjectId, detail })
  return { kind: 'ended', as }
}

/** The parts of an SMS and what they cost by the municipality's own price. */
function costOf(composed: Composed, { settings }: Sender): { segments: number | null; costOre: number | null } {
  if (composed.kind !== 'sms') return { segments: null, costOre: null }
  const { segments } = smsSegments(composed.text)
  return { segments, costOre: segments * settings.smsOre }
}

/** What came too late was in order, and is nobody's to mend. */
const refusalOf = (problem: ComposeFailure): Refusal => ({ as: problem === 'too-late' ? 'cancelled' : 'failed', problem })

async function claim(tx: Tx, message: NextMessage, sender: Sender, now: Date): Promise<Claim> {
  const destination = await destinationOf(tx, message, now)
  if ('problem' in destination) return endNow(tx, message, destination)
  const composed = await compose(tx, message, sender, now)
  if (!composed.granted) return endNow(tx, message, refusalOf(composed.reason))
  const { wayId, to, folderId } = destination === paper ? await folderFor(tx, message, now) : destination
  const callbackToken = randomBytes(32).toString('base64url')
  const claimedAt = await markClaimed(tx, { id: message.id, wayId, folderId, callbackToken, ...costOf(composed.value, sender) })
  return { kind: 'claimed', claimed: { message, claimedAt, callbackToken, composed: composed.value, to } }
}

/** Takes the next message of these channels that is due. */
export const claimNext = (sender: Sender, channels: readonly MessageChannel[], now: Date): Promise<Claim> =>
  inTransaction(sender.place.pool, async (tx) => {
    const message = await holdNext(tx, channels, now)
    return message === null ? { kind: 'nothing' } : claim(tx, message, sender, now)
  })
