/** A letter to a protected youth by the forwarding route: printed for that youth alone, by somebody with the right, and noted as an attempt. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { pdfOf } from '../../platform/pdf.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs } from '../audit/index.ts'
import { outreachSettingsFrom } from '../outreach/index.ts'
import { issueCode } from '../replies/index.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { hasUnconfirmedStay, insertForwarded } from './card.store.ts'
import { loadSendFacts } from './claim.store.ts'
import { composeMessage } from './compose.actions.ts'
import { mayForwardTo, type ForwardedKey, type ForwardRefusal } from './forward.rules.ts'
import { languageOf } from './language.store.ts'
import type { Message } from './message.types.ts'
import { messagingSettingsFrom } from './messaging-settings.rules.ts'
import type { SendPlace } from './sender.ts'
import { applyOutcome } from './settle.actions.ts'
import { holdMessage } from './settle.store.ts'
import { readTemplates } from './template.actions.ts'

/** Who prints, and where the codes of the letter lead. */
export type Forwarder = {
  readonly scope: Scope
  readonly by: string
  readonly isFresh: boolean
  readonly place: SendPlace
  readonly publicUrl: string
  readonly today: PlainDate
}

type Asked = { readonly subjectId: string; readonly templateKey: ForwardedKey; readonly lang: ContactLang }

/** The page before printing: the youth's language, and what stands in the way of a first letter. */
export type ForwardPage = { readonly lang: ContactLang; readonly problem: ForwardRefusal | null }

async function decideFor(
  tx: Tx,
  { place, today }: Forwarder,
  youth: SeenYouth,
  key: ForwardedKey,
): Promise<Decision<null, ForwardRefusal>> {
  const { personId, isProtected } = youth
  const { isOptedOut, isCovered } = await loadSendFacts(tx, { personId, roundId: null, channel: 'letter', wayId: null }, today)
  const mayForward = outreachSettingsFrom(await listSettings(tx, 'infinity')).mayForwardLetters
  const isUnconfirmed = await hasUnconfirmedStay(tx, personId, place.code, today)
  return mayForwardTo({ isProtected, mayForward, isOptedOut, isCovered, isUnconfirmed }, key)
}

/** What the page shows. `missing`: no such youth for this reader. `sign-in-again`: the sign-in is too old for a protected record. */
export const readForward = (forwarder: Forwarder, subjectId: string): Promise<ForwardPage | 'missing' | 'sign-in-again'> =>
  readAs(
    forwarder.place.pool,
    (found) => ({
      actor: forwarder.by,
      action: 'messages.readForward',
      subjectId,
      ...(typeof found === 'string' ? { outcome: found } : {}),
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, forwarder.scope, subjectId)
      if (youth === null) return 'missing'
      if (youth.isProtected && !forwarder.isFresh) return 'sign-in-again'
      const decision = await decideFor(tx, forwarder, youth, 'turning20')
      return { lang: await languageOf(tx, [youth.personId]), problem: decision.granted ? null : decision.reason }
    },
  )

/** The message on record, as composing is handed it. */
async function newLetter(tx: Tx, { by }: Forwarder, personId: number, { templateKey, lang }: Asked): Promise<Message> {
  const { version: templateVersion } = (await readTemplates(tx)).find({ key: templateKey, lang })
  const own = await insertForwarded(tx, { personId, templateKey, lang, templateVersion, by })
  const letter = { roundId: null, personId, staffId: null, channel: 'letter', fields: {}, queuedBy: by } as const
  return { ...letter, ...own, templateKey, lang, templateVersion }
}

type Printed = Uint8Array<ArrayBuffer>

/** Makes the letter, with a code of its own, and notes it. What cannot be composed leaves nothing behind. */
async function print(tx: Tx, forwarder: Forwarder, personId: number, asked: Asked): Promise<Decision<Printed, ForwardRefusal>> {
  const { place, publicUrl, today } = forwarder
  const { replyDays } = messagingSettingsFrom(await listSettings(tx, 'infinity'))
  const letter = await newLetter(tx, forwarder, personId, asked)
  const replyCode = await issueCode(tx, { personId, messageId: letter.messageId, channel: 'letter', validDays: replyDays })
  const given = { place: { code: place.code, name: place.name }, publicUrl, replyCode, today, isForwarded: true }
  const composed = await composeMessage(tx, letter, given)
  if (!composed.granted) return composed
  if (composed.value.kind !== 'paper') throw new Error('a letter is paper')
  const pdf = pdfOf(`${composed.value.setUp}\n${composed.value.part}`)
  const row = await holdMessage(tx, letter.id)
  if (row !== null) await applyOutcome(tx, row, { kind: 'sent', providerId: null })
  return grant(new Uint8Array(pdf))
}

/** Prints a letter for a protected youth and notes the attempt. */
export function printForwarded(forwarder: Forwarder, asked: Asked): Promise<Decision<Printed, 'missing' | ForwardRefusal>> {
  let isSeen = false
  return change<Printed, 'missing' | ForwardRefusal>(
    forwarder.place.pool,
    () => ({
      actor: forwarder.by,
      action: 'messages.forward',
      subjectId: isSeen ? asked.subjectId : null,
      detail: { template: asked.templateKey, lang: asked.lang },
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, forwarder.scope, asked.subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      const allowed = await decideFor(tx, forwarder, youth, asked.templateKey)
      return allowed.granted ? print(tx, forwarder, youth.personId, asked) : allowed
    },
  )
}
