/** Composing a message when it is its turn: the youth's name and address are read then, through the outlet that it leaves by. */
import { scopeThrough, type Outlet } from '../../kernel/disclosure.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { pdfOf } from '../../platform/pdf.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { issueCode } from '../replies/index.ts'
import { listSettings } from '../settings/index.ts'
import { cardSheet } from './card-sheet.ts'
import { findColleague, listReceivers } from './compose.store.ts'
import { composed } from './compose-text.ts'
import type { ComposeAround, Receiver } from './compose.types.ts'
import { sharedTitles } from './compose-words.ts'
import { languageOf } from './language.store.ts'
import type { Composed, ComposeRefusal, ComposeWith, Message } from './message.types.ts'
import { messagingSettingsFrom } from './messaging-settings.rules.ts'
import { findTemplate, readTemplates } from './template.actions.ts'

const outlets: Readonly<Record<Message['channel'], Outlet>> = { letter: 'letter.file', card: 'letter.file', sms: 'sms', email: 'email' }

/** The settings of messages that are in force. */
const readMessaging = async (tx: Tx) => messagingSettingsFrom(await listSettings(tx, 'infinity'))

/** The youth as the outlet lets them out; null for one who may not leave by it, or is no longer in the register. */
async function receiverOf(tx: Tx, personId: number, outlet: Outlet): Promise<Receiver | null> {
  const scope = scopeThrough(outlet, { units: null, mayReadProtected: outlet === 'letter.forwarded' })
  return (await listReceivers(tx, scope, [personId]))[0] ?? null
}

/** What a message to anybody but a youth says of its sender, where it does not say so itself: the colleague who is the one to call. */
async function fieldsOf(tx: Tx, { personId, queuedBy, fields }: Message): Promise<Message['fields']> {
  const sender = personId === null ? await findColleague(tx, queuedBy) : null
  if (sender === null) return fields
  return { contactName: sender.name, ...(sender.phone === null ? {} : { contactPhone: sender.phone }), ...fields }
}

/**
 * The message as it is sent. Refused `no-address` for a letter without one (or to a youth who may not get it), `field-missing` when a field of the
 * template has no value that may be used, `template-missing` when the version is not there.
 */
export async function composeMessage(tx: Tx, message: Message, given: ComposeWith): Promise<Decision<Composed, ComposeRefusal>> {
  const { personId, channel, templateKey, lang } = message
  const { replyCode, isForwarded, place, publicUrl, today, secrets } = given
  const template = await findTemplate(tx, { key: templateKey, lang }, message.templateVersion)
  if (template === null) return refuse('template-missing')
  const receiver = personId === null ? null : await receiverOf(tx, personId, isForwarded ? 'letter.forwarded' : outlets[channel])
  if (personId !== null && receiver === null) return refuse('no-address')
  const [settings, fields] = [await readMessaging(tx), { ...(await fieldsOf(tx, message)), ...secrets }]
  const made = composed({ channel, template, receiver, fields, replyCode, isForwarded, settings, around: { place, publicUrl, today } })
  if (made.granted) return made
  return refuse(made.reason === 'names-the-matter' ? 'field-missing' : made.reason)
}

/** A card for a youth who will be visited. */
export type VisitCard = { readonly personId: number; readonly visitDay: PlainDate; readonly visitTime: string }

/**
 * Cards for a round of visits as a PDF to print and cut, in the order given, each in its youth's language and with a code of its own. Refused, and
 * no code issued, when one of them cannot be made: for the position in the list.
 */
export async function renderCards(
  tx: Tx,
  around: ComposeAround,
  cards: readonly VisitCard[],
): Promise<Decision<Uint8Array, 'field-missing' | 'not-seen'> & { readonly at?: number }> {
  const settings = await readMessaging(tx)
  const templates = await readTemplates(tx)
  const parts: string[] = []
  for (const [at, { personId, visitDay, visitTime }] of cards.entries()) {
    const receiver = await receiverOf(tx, personId, 'visits.file')
    if (receiver === null) return { ...refuse('not-seen'), at }
    const template = templates.find({ key: 'visitCard', lang: await languageOf(tx, [personId]) })
    const replyCode = await issueCode(tx, { personId, messageId: null, channel: 'visitCard', validDays: settings.replyDays })
    const fields = { visitDay, visitTime }
    const made = composed({ channel: 'card', template, receiver, fields, replyCode, isForwarded: false, settings, around })
    if (!made.granted || made.value.kind !== 'paper') return { ...refuse('field-missing'), at }
    parts.push(made.value.part)
  }
  return grant(pdfOf(cardSheet(sharedTitles.card, parts)))
}
