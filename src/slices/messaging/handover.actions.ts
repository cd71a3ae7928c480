/** A message's turn, second half: handing it to its provider, and saying how certain we are of what came of it. */
import { grant, type Decision } from '../../platform/decision.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { sendMail } from '../../platform/mail.ts'
import type { E164Phone } from '../../platform/phone.ts'
import { findSentSms, sendSms, type SmsConfig } from '../../platform/sms-gateway.ts'
import type { ComposedMail, ComposedSms } from './message.types.ts'
import { printLetter } from './print.actions.ts'
import type { Claimed, SendOutcome } from './send.types.ts'
import type { Sender } from './sender.ts'
import { listKnownIds } from './settle.store.ts'

/**
 * The gateway's id of a message to the number that it has accepted since, and that is no other message of ours. Null: there is none. `down`: it
 * does not say.
 */
export async function findAccepted(sender: Sender, sms: SmsConfig, to: string, sentAfter: Date): Promise<Decision<string | null, 'down'>> {
  const found = await findSentSms(sms, { to: to as E164Phone, sentAfter })
  if (!found.granted) return found
  const ids = found.value
  const known = await inTransaction(sender.place.pool, (tx) => listKnownIds(tx, ids))
  return grant(ids.find((id) => !known.includes(id)) ?? null)
}

async function text(sender: Sender, sms: SmsConfig, claimed: Claimed, { text: said }: ComposedSms): Promise<SendOutcome> {
  const reportTo = `${sender.publicUrl}/leverans/${sender.place.code}/${claimed.callbackToken}`
  const from = sender.settings.senderName ?? sms.from
  const answer = await sendSms({ ...sms, from }, { to: claimed.to as E164Phone, text: said, reportTo })
  if (answer.granted) return { kind: 'sent', providerId: answer.value.id }
  if (answer.reason === 'refused') return { kind: 'failed', problem: `refused:${answer.code}` }
  if (answer.reason === 'down') return { kind: 'down', problem: 'channel-down' }
  // It may have been taken all the same: the gateway is asked, and only a yes is believed so soon.
  const accepted = await findAccepted(sender, sms, claimed.to, claimed.claimedAt)
  const isTaken = accepted.granted && accepted.value !== null
  return isTaken ? { kind: 'sent', providerId: accepted.value } : { kind: 'unsure', problem: 'no-answer' }
}

const domainOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? 'ungdomslots'

async function mail({ mail: config }: Sender, { message, to }: Claimed, { subject, text: said }: ComposedMail): Promise<SendOutcome> {
  if (config === null) return { kind: 'down', problem: 'channel-down' }
  // The same id each time the same message is sent: a receiver can tell.
  const messageId = `<${message.messageId}@${domainOf(config.from)}>`
  const answer = await sendMail(config, { to, from: config.from, subject, text: said, messageId })
  if (answer.granted) return { kind: 'sent', providerId: null }
  if (answer.reason === 'refused') return { kind: 'failed', problem: `refused:${answer.code}` }
  return answer.reason === 'down' ? { kind: 'down', problem: 'channel-down' } : { kind: 'unsure', problem: 'no-answer' }
}

async function deliver(sender: Sender, claimed: Claimed): Promise<SendOutcome> {
  const { composed } = claimed
  switch (composed.kind) {
    case 'paper':
      return printLetter(sender, claimed, composed)
    case 'email':
      return mail(sender, claimed, composed)
    case 'sms':
      return sender.sms === null ? { kind: 'down', problem: 'channel-down' } : text(sender, sender.sms, claimed, composed)
  }
}

/** Hands the message over. A defect before anything can have left (a letter that is no document) fails this message alone. */
export async function handOver(sender: Sender, claimed: Claimed): Promise<SendOutcome> {
  try {
    return await deliver(sender, claimed)
  } catch (error) {
    sender.report(error)
    return claimed.composed.kind === 'paper' ? { kind: 'failed', problem: 'defect' } : { kind: 'unsure', problem: 'no-answer' }
  }
}
