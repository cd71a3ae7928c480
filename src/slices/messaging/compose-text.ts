/** From a template and its values to what is sent: an SMS, an e-mail, a letter or a card. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { cardMarkup, type CardContent } from './card-page.ts'
import type { ComposeAround, Receiver } from './compose.types.ts'
import { letterDay, replyHref, valuesOf, type Values } from './compose-values.ts'
import { footLine, mailSubject, qrWords, sharedTitles } from './compose-words.ts'
import { letterMarkup } from './letter-page.ts'
import type { Composed, ComposeRefusal, MessageChannel } from './message.types.ts'
import type { MessagingSettings } from './messaging-settings.rules.ts'
import type { PaperBlock } from './paper-room.rules.ts'
import { channelOf, type FieldName } from './shipped/fields.ts'
import { blocksOf, fieldsIn, filled, textsOf, withTexts, type Block } from './template.rules.ts'
import type { Template } from './template.types.ts'
import { isSeenByOthers, matterWordsIn } from './template-words.ts'

export type Composing = {
  readonly channel: MessageChannel
  readonly template: Template
  readonly receiver: Receiver | null
  readonly fields: Readonly<Record<string, string>>
  readonly replyCode: string | null
  readonly isForwarded: boolean
  readonly settings: MessagingSettings
  readonly around: ComposeAround
}

/** `names-the-matter`: a value (a unit's or a place's name) says what others may not see. */
export type ComposeProblem = ComposeRefusal | 'names-the-matter'

const valueIn =
  (values: Values) =>
  (name: string): string =>
    Object.hasOwn(values, name) ? values[name as FieldName] : ''

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** A heading that begins with a field (`onsdag 14 oktober`) begins with a capital all the same. */
function putIn({ kind }: Block, text: string, values: Values): string {
  const put = filled(text, valueIn(values))
  return kind === 'heading' ? put.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : put
}

/** The blocks with their values. The first that says where to answer is the one that the QR code stands beside. */
function filledBlocks(body: string, values: Values): PaperBlock[] {
  const blocks = blocksOf(body)
  const says = (name: string): number => blocks.findIndex((block) => textsOf(block).some((text) => fieldsIn(text).includes(name)))
  const reply = says('replyLink') === -1 ? says('replyCode') : says('replyLink')
  return blocks.map((block, index) => ({ ...withTexts(block, (text) => putIn(block, text, values)), isReply: index === reply }))
}

const plainBlock = (block: Block): string => (block.kind === 'list' ? block.items.map((item) => `- ${item}`).join('\n') : block.text)

const five = (postalCode: string): string => {
  const digits = postalCode.replaceAll(/\D/g, '')
  return digits.length === 5 ? digits : ''
}

/** The address as it stands on the envelope; empty when there is none, or it has come back. */
function addressLines({ givenName, familyName, street, postalCode, locality, isReturned }: Receiver): string[] {
  if (isReturned || (street === '' && postalCode === '')) return []
  const code = five(postalCode)
  const place = [code === '' ? postalCode : `${code.slice(0, 3)} ${code.slice(3)}`, locality].filter((part) => part !== '').join(' ')
  return [`${givenName} ${familyName}`, street, place].map(onOneLine).filter((line) => line !== '')
}

const senderLines = (values: Values, { settings, around }: Composing): string[] => {
  const contact = [values.contactName, values.contactPhone].filter((part) => part !== '').join(', ')
  return [values.municipality, values.unit, settings.returnAddress ?? '', contact, letterDay(around.today)].filter((line) => line !== '')
}

const replyOf = (lang: ContactLang, { replyCode, around }: Composing) => ({
  href: replyHref(replyCode ?? '', lang, around),
  alt: qrWords[lang],
})

/** Names of people and places in Swedish lines are not set apart. */
const inSwedish = (composing: Composing): Values => valuesOf({ ...composing, key: composing.template.key, lang: 'sv' })

function letterOf(values: Values, composing: Composing): Decision<Composed, ComposeProblem> {
  const { template, receiver, isForwarded } = composing
  const { lang, subject, body } = template
  const address = receiver === null || isForwarded ? [] : addressLines(receiver)
  if (address.length === 0 && !isForwarded) return refuse('no-address')
  const swedish = inSwedish(composing)
  const content = {
    lang,
    title: onOneLine(filled(subject, valueIn(values))),
    blocks: filledBlocks(body, values),
    address,
    sender: senderLines(swedish, composing),
    reply: replyOf(lang, composing),
    foot: footLine(lang, swedish),
  }
  const postalCode = isForwarded ? '' : five(receiver?.postalCode ?? '')
  return grant({ kind: 'paper', postalCode, ...letterMarkup(content, sharedTitles.letter) })
}

/** The content of a card, for a paper of its own or one of four. */
function cardContent(values: Values, composing: Composing): CardContent {
  const { lang, subject, body } = composing.template
  const title = onOneLine(filled(subject, valueIn(values)))
  const { municipality } = inSwedish(composing)
  return { lang, title, municipality, blocks: filledBlocks(body, values), reply: replyOf(lang, composing) }
}

const cardOf = (values: Values, composing: Composing): Composed => ({
  kind: 'paper',
  postalCode: five(composing.receiver?.postalCode ?? ''),
  ...cardMarkup(cardContent(values, composing), sharedTitles.card),
})

/** Everything that others may see of the message. */
function seenOf(message: Composed, template: Template, values: Values): string {
  switch (message.kind) {
    case 'sms':
      return message.text
    case 'email':
      return `${message.subject}\n${message.text}`
    case 'paper':
      return filled(`${template.subject}\n${template.body}`, valueIn(values))
  }
}

const mailOf = (values: Values, { template }: Composing, subject: string): Composed => ({
  kind: 'email',
  subject: onOneLine(filled(subject, valueIn(values))),
  text: filledBlocks(template.body, values).map(plainBlock).join('\n\n'),
})

/** A short text goes by e-mail too, to a colleague who has no number. */
const textOf = (values: Values, composing: Composing): Composed =>
  composing.channel === 'email'
    ? mailOf(values, composing, mailSubject(composing.template.lang))
    : { kind: 'sms', text: filled(composing.template.body, valueIn(values)).trim() }

function made(values: Values, composing: Composing): Decision<Composed, ComposeProblem> {
  const { key, subject } = composing.template
  switch (channelOf[key]) {
    case 'letter':
      return letterOf(values, composing)
    case 'card':
      return grant(cardOf(values, composing))
    case 'sms':
      return grant(textOf(values, composing))
    case 'email':
      return grant(mailOf(values, composing, subject))
  }
}

/** The message, or why it cannot be composed. A field without a value is never sent as an empty place. */
export function composed(composing: Composing): Decision<Composed, ComposeProblem> {
  const { template } = composing
  const values = valuesOf({ ...composing, key: template.key, lang: template.lang })
  if (fieldsIn(`${template.subject}\n${template.body}`).some((name) => valueIn(values)(name) === '')) return refuse('field-missing')
  const message = made(values, composing)
  if (!message.granted || !isSeenByOthers(template.key)) return message
  const seen = seenOf(message.value, template, values)
  // A link is not read as words, and may hold any letters by chance.
  const said = [values.replyLink, values.planLink, values.referralLink]
    .filter((link) => link !== '')
    .reduce((text, link) => text.replaceAll(link, ' '), seen)
  return matterWordsIn(template.lang, said).length > 0 ? refuse('names-the-matter') : message
}
