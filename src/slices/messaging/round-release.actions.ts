/** Releasing a round: a second person lets it go, everybody is asked about once more, and all messages are queued in the same transaction. */
import { todayInSweden } from '../../platform/clock.ts'
import { grant, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change } from '../audit/index.ts'
import type { NewMessage } from './message.types.ts'
import { queueMessages } from './queue.actions.ts'
import { heldRound, type Acting, type ActRefusal } from './round.actions.ts'
import { factsAbout, readKnown, selectedFacts } from './round-draft.actions.ts'
import { readerOfRound, type RoundAround } from './round-prepare.actions.ts'
import { listRecipients, saveChanged } from './round-recipient.store.ts'
import type { ChangedRecipient } from './round-recipient.types.ts'
import { asksForSteps, changeOf, mayRelease } from './round.rules.ts'
import { saveRelease } from './round.store.ts'
import type { Recipient, Round } from './round.types.ts'

/** Whom the round still is for: lists that ask for a step are asked again, the others are taken as they were that day. */
async function stillSelected(tx: Tx, { place }: RoundAround, round: Round, today: PlainDate): Promise<(personId: number) => boolean> {
  if (!asksForSteps(round.query)) return () => true
  const now = await selectedFacts(tx, await readerOfRound(tx, place, round, today), round, true)
  const ids = new Set(now.map(({ personId }) => personId))
  return (personId) => ids.has(personId)
}

/** What has become of the recipients since the round was prepared. */
async function changedSince(
  tx: Tx,
  given: RoundAround,
  round: Round,
  { recipients, today }: { readonly recipients: readonly Recipient[]; readonly today: PlainDate },
): Promise<ChangedRecipient[]> {
  const { place, publicUrl } = given
  const known = await readKnown(tx, round, { place: { code: place.code, name: place.name }, publicUrl, today })
  const personIds = recipients.map(({ personId }) => personId)
  const everybody = { units: null, mayReadProtected: true }
  const facts = await factsAbout(tx, everybody, { personIds, today, roundKey: round.id, isRelease: true })
  const byId = new Map(facts.map((one) => [one.personId, one]))
  const isSelected = await stillSelected(tx, given, round, today)
  return recipients.flatMap((one) => changeOf(one, byId.get(one.personId) ?? null, isSelected(one.personId), known.rules) ?? [])
}

const keyOn = ({ letterKey, smsKey, emailKey }: Recipient) => ({ letter: letterKey, sms: smsKey, email: emailKey })

/** The recipient's messages, in the versions that were reviewed. */
function messagesTo(recipient: Recipient, { id, versions }: Round, queuedBy: string): NewMessage[] {
  const { personId, lang, channels } = recipient
  return channels.flatMap((channel) => {
    const templateKey = keyOn(recipient)[channel]
    if (templateKey === null) return []
    const templateVersion = versions[`${templateKey}.${lang}`] ?? 0
    const rest = { wayId: null, fields: {}, onceKey: null, notBefore: null, queuedBy }
    return [{ ...rest, personId, staffId: null, roundId: id, channel, templateKey, lang, templateVersion }]
  })
}

const withChange = (recipient: Recipient, changed: ReadonlyMap<number, ChangedRecipient>): Recipient => ({
  ...recipient,
  channels: changed.get(recipient.personId)?.channels ?? recipient.channels,
})

export type Released = { readonly recipients: number; readonly messages: number; readonly changed: number }

/**
 * Releases the round from the version that was seen. Whoever has become protected, been reached, left, or lost their only way since it was
 * prepared is left out now and counted apart; whether each message may go is asked a last time when it is its turn.
 */
export function releaseRound(
  given: RoundAround,
  acting: Acting,
  { roundId, seen, now }: { readonly roundId: string; readonly seen: number; readonly now: Date },
): Promise<Decision<Released, ActRefusal>> {
  let released: Released = { recipients: 0, messages: 0, changed: 0 }
  return change<Released, ActRefusal>(
    acting.pool,
    () => ({ actor: acting.staffId, action: 'messages.release', detail: { round: roundId, ...released } }),
    async (tx) => {
      const held = await heldRound(tx, acting, roundId, (round) => mayRelease(round, acting.staffId, seen))
      if (!held.granted) return held
      const recipients = await listRecipients(tx, held.value.id)
      const changed = await changedSince(tx, given, held.value, { recipients, today: todayInSweden(now) })
      await saveChanged(tx, held.value.id, changed)
      await saveRelease(tx, held.value.id, acting.staffId)
      const byId = new Map(changed.map((one) => [one.personId, one]))
      const messages = recipients.flatMap((one) => messagesTo(withChange(one, byId), held.value, acting.staffId))
      const queued = await queueMessages(tx, messages)
      const left = changed.filter(({ excluded }) => excluded !== null).length
      released = { recipients: recipients.length - left, messages: queued, changed: changed.length }
      return grant(released)
    },
  )
}
