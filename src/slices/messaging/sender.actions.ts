/** The sender: messages that are due leave by their channels, and those that a killed process left under way are settled. */
import { inTransaction } from '../../platform/db/tx.ts'
import { listSettings } from '../settings/index.ts'
import { claimNext } from './claim.actions.ts'
import { findAccepted, handOver } from './handover.actions.ts'
import type { MessageChannel, MessageState } from './message.types.ts'
import { messagingSettingsFrom } from './messaging-settings.rules.ts'
import { closeFolders } from './print.actions.ts'
import { folderMinutes } from './send.rules.ts'
import type { SendCounts, SendOutcome, Turn } from './send.types.ts'
import type { Sender } from './sender.ts'
import { settle } from './settle.actions.ts'
import { listStuck, type StuckMessage } from './settle.store.ts'

const turnOf = (state: MessageState | null): Turn =>
  state === 'sent' || state === 'delivered' ? 'sent' : state === 'queued' || state === 'sending' || state === null ? 'waits' : state

/** One message's turn, and whether its channel is to rest. */
async function oneTurn(sender: Sender, channels: readonly MessageChannel[], now: Date): Promise<{ turn: Turn; rests: boolean }> {
  const claim = await claimNext(sender, channels, now)
  if (claim.kind === 'nothing') return { turn: 'nothing', rests: false }
  if (claim.kind === 'ended') return { turn: claim.as, rests: false }
  const outcome = await handOver(sender, claim.claimed)
  const state = await settle(sender.place.pool, claim.claimed.message.id, outcome)
  return { turn: turnOf(state), rests: outcome.kind === 'down' || outcome.kind === 'held' }
}

type Pass = { readonly name: PassName; readonly channels: readonly MessageChannel[]; readonly lanes: number }
/** Channels that rest and go on together. */
export type PassName = 'sms' | 'email' | 'paper'

/** Several at a time where it is the provider that takes the time. */
const passes: readonly Pass[] = [
  { name: 'sms', channels: ['sms'], lanes: 3 },
  { name: 'email', channels: ['email'], lanes: 2 },
  { name: 'paper', channels: ['letter', 'card'], lanes: 1 },
]

type Tally = Record<keyof SendCounts, number>

/** Sends what is due of some channels; true when one of them is to rest, since its provider is down or its folder cannot be written. */
async function pass(sender: Sender, { channels, lanes }: Pass, clock: () => Date, tally: Tally): Promise<boolean> {
  let rests = false
  const lane = async (): Promise<void> => {
    while (!rests && !sender.isOver()) {
      const done = await oneTurn(sender, channels, clock())
      if (done.turn === 'nothing') return
      tally[done.turn]++
      rests ||= done.rests
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return rests
}

/** A process that has not settled its message for so long is gone: no provider takes that long to answer. */
const stuckMinutes = 10
/** How long the gateway may be silent about a message before a person has to decide. */
const patienceMs = 60 * 60_000

/** What is known of a message whose process is gone; null: ask again later. Paper is made again under the same name. */
async function outcomeOfStuck(sender: Sender, { channel, to, claimedAt }: StuckMessage, now: Date): Promise<SendOutcome | null> {
  if (channel === 'letter' || channel === 'card') return { kind: 'held', problem: 'interrupted', afterMinutes: null }
  if (channel === 'email' || to === null || sender.sms === null) return { kind: 'unsure', problem: 'interrupted' }
  const accepted = await findAccepted(sender, sender.sms, to, claimedAt)
  if (accepted.granted && accepted.value !== null) return { kind: 'sent', providerId: accepted.value }
  if (accepted.granted) return { kind: 'unsure', problem: 'not-known' }
  return now.getTime() - claimedAt.getTime() < patienceMs ? null : { kind: 'unsure', problem: 'interrupted' }
}

async function settleStuck(sender: Sender, now: Date, tally: Tally): Promise<void> {
  const stuck = await inTransaction(sender.place.pool, (tx) => listStuck(tx, now, stuckMinutes))
  for (const message of stuck) {
    const outcome = await outcomeOfStuck(sender, message, now)
    if (outcome === null) continue
    const turn = turnOf(await settle(sender.place.pool, message.id, outcome))
    if (turn !== 'nothing') tally[turn]++
  }
}

const isSetUp = ({ sms, mail }: Sender, name: PassName): boolean => name === 'paper' || (name === 'sms' ? sms : mail) !== null

/**
 * One pass over a municipality's outbox. `rests`: until when a channel that was down is left alone (ms), kept by the caller between passes.
 * @throws when the database does not answer
 */
export async function sendDue(given: Omit<Sender, 'settings'>, now: Date, rests: Map<PassName, number> = new Map()): Promise<SendCounts> {
  const settings = messagingSettingsFrom(await inTransaction(given.place.pool, (tx) => listSettings(tx, 'infinity')))
  const sender: Sender = { ...given, settings }
  const tally: Tally = { sent: 0, cancelled: 0, failed: 0, waits: 0, unsure: 0 }
  // A large round takes its time: what falls due meanwhile, an alarm say, is sent too.
  const began = Date.now()
  const clock = (): Date => new Date(now.getTime() + Date.now() - began)
  await settleStuck(sender, now, tally)
  const due = passes.filter(({ name }) => isSetUp(sender, name) && now.getTime() >= (rests.get(name) ?? 0))
  await Promise.all(
    due.map(async (one) => {
      if (await pass(sender, one, clock, tally)) rests.set(one.name, now.getTime() + (one.name === 'paper' ? folderMinutes : 1) * 60_000)
    }),
  )
  if (!sender.isOver()) await closeFolders(sender)
  return tally
}
