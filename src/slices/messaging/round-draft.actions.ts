/** Whom a round would reach: selected, asked about, and each message put together once to see that it can be and how long it is. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Scope } from '../../kernel/actor.ts'
import { scopeThrough } from '../../kernel/disclosure.ts'
import { refuse, grant, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { pageCount } from '../../platform/pdf-pages.ts'
import { pdfOf } from '../../platform/pdf.ts'
import { isMobile, type E164Phone } from '../../platform/phone.ts'
import { smsSegments } from '../../platform/sms-segments.ts'
import { outreachSettingsFrom } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import { listPersons, type Reader } from '../worklist/index.ts'
import { listReceivers } from './compose.store.ts'
import { composed, type ComposeProblem } from './compose-text.ts'
import type { ComposeAround, Receiver } from './compose.types.ts'
import { exampleCode } from './compose-values.ts'
import type { Composed } from './message.types.ts'
import { messagingSettingsFrom, type MessagingSettings } from './messaging-settings.rules.ts'
import { listRecipientFacts } from './round-recipient.store.ts'
import type { FactsAsked } from './round-recipient.types.ts'
import { asksForSteps, isStepDue, leftOut, recipientOf, type RoundRules } from './round.rules.ts'
import type { Exclusion, NewRecipient, RecipientFacts, Round, RoundChannel, Sending } from './round.types.ts'
import { readTemplates } from './template.actions.ts'
import type { Template, TemplatesInForce } from './template.types.ts'

/** Everything that a round is worked out with, read once. */
export type RoundKnown = {
  readonly around: ComposeAround
  readonly settings: MessagingSettings
  readonly templates: TemplatesInForce
  readonly rules: RoundRules
}

/** What is in force on the day for the round. */
export async function readKnown(tx: Tx, round: Round, around: ComposeAround): Promise<RoundKnown> {
  const stored = await listSettings(tx, 'infinity')
  const [settings, templates] = [messagingSettingsFrom(stored), await readTemplates(tx)]
  const isReady = (name: Parameters<typeof templates.isProofread>[0]): boolean =>
    settings.mayUnproofread || templates.isProofread(name, round.versions[`${name.key}.${name.lang}`])
  const { ladder } = outreachSettingsFrom(stored)
  return { around, settings, templates, rules: { wish: round, today: around.today, ladder, isReady } }
}

async function listed(tx: Tx, reader: Reader, query: string): Promise<number[]> {
  const found = new Set<number>()
  for (const line of query.split('\n')) for (const id of await listPersons(tx, reader, new URLSearchParams(line))) found.add(id)
  return [...found]
}

/** The facts, with which numbers can be texted. */
export async function factsAbout(tx: Tx, scope: Scope, asked: FactsAsked): Promise<RecipientFacts[]> {
  const rows = await listRecipientFacts(tx, scope, asked)
  return rows.map(({ phones, ...row }) => ({ ...row, textable: phones.filter((phone) => isMobile(phone as E164Phone) !== false).length }))
}

/** Everybody whom the round is for: who is on one of its lists, and whose step has come where the lists ask for one. */
export async function selectedFacts(tx: Tx, reader: Reader, round: Round, isRelease: boolean): Promise<RecipientFacts[]> {
  const personIds = await listed(tx, reader, round.query)
  const facts = await factsAbout(tx, reader.scope, { personIds, today: reader.today, roundKey: round.id, isRelease })
  return asksForSteps(round.query) ? facts.filter((one) => isStepDue(one, reader.today)) : facts
}

const keysOf = ({ letterKey, smsKey, emailKey }: Sending) => ({ letter: letterKey, sms: smsKey, email: emailKey })

/** The message of one channel, with a code that leads nowhere. */
export function composedAs(
  channel: RoundChannel,
  template: Template,
  receiver: Receiver,
  { around, settings }: Pick<RoundKnown, 'around' | 'settings'>,
): Decision<Composed, ComposeProblem> {
  return composed({ channel, template, receiver, fields: {}, replyCode: exampleCode, isForwarded: false, settings, around })
}

const asExclusion: Readonly<Record<ComposeProblem, Exclusion>> = {
  'no-address': 'noAddress',
  'field-missing': 'fieldMissing',
  'template-missing': 'fieldMissing',
  'names-the-matter': 'namesTheMatter',
}

type Length = { readonly pages: number | null; readonly segments: number | null }

/** How long the messages are: the letter is made into a document, since what does not become one must not be found out when it is sent. */
function measured(sending: Sending, receiver: Receiver, lang: RecipientFacts['lang'], known: RoundKnown): Decision<Length, Exclusion> {
  let length: Length = { pages: null, segments: null }
  for (const channel of sending.channels) {
    const key = keysOf(sending)[channel]
    if (key === null) continue
    const message = composedAs(channel, known.templates.find({ key, lang }), receiver, known)
    if (!message.granted) return refuse(asExclusion[message.reason])
    const { value } = message
    if (value.kind === 'paper') length = { ...length, pages: pageCount(pdfOf(`${value.setUp}\n${value.part}`)) }
    if (value.kind === 'sms') length = { ...length, segments: smsSegments(value.text).segments }
  }
  return grant(length)
}

const unmeasured = { pages: null, segments: null, preview: null } as const

function draftOf(facts: RecipientFacts, receiver: Receiver | undefined, known: RoundKnown): NewRecipient {
  const { personId, lang } = facts
  const sending = recipientOf(facts, known.rules)
  if (sending.excluded !== null) return { ...sending, personId, lang, ...unmeasured }
  const length = receiver === undefined ? refuse('protected' as const) : measured(sending, receiver, lang, known)
  if (!length.granted) return { ...leftOut(length.reason), personId, lang, ...unmeasured }
  return { ...sending, personId, lang, ...length.value, preview: null }
}

/** Youths whose names and addresses are in memory at once. */
const batch = 250

/** What each youth of the facts would be sent. `tell` is told how many are done; other work is let in between. */
export async function draftRecipients(
  tx: Tx,
  facts: readonly RecipientFacts[],
  known: RoundKnown,
  tell: (done: number) => void,
): Promise<NewRecipient[]> {
  const drafts: NewRecipient[] = []
  const scope = scopeThrough('letter.file', { units: null, mayReadProtected: false })
  for (let first = 0; first < facts.length; first += batch) {
    const some = facts.slice(first, first + batch)
    const ids = some.map(({ personId }) => personId)
    const receivers = new Map((await listReceivers(tx, scope, ids)).map((receiver) => [receiver.personId, receiver]))
    for (const one of some) {
      drafts.push(draftOf(one, receivers.get(one.personId), known))
      tell(drafts.length)
      await breathe()
    }
  }
  return drafts
}
