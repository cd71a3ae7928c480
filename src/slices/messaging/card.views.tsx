/** The card of messages on the person page: what was sent and how it went, and what the youth has said of channels and language. */
import { ownNames } from '../../kernel/contact-lang.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card, DefinitionList } from '../../ui/card.tsx'
import { instantText } from '../../ui/day.texts.ts'
import type { PersonCard } from '../access/index.ts'
import type { MessagingOfYouth } from './card.actions.ts'
import type { MessageOfYouth } from './card.types.ts'
import { cardTexts } from './card.texts.ts'
import { messageNames } from './names.texts.ts'
import { StateCell } from './outbox.views.tsx'

type Props = PersonCard<MessagingOfYouth>

type Told = Pick<Props, 'lang' | 'today' | 'frame'>

const Sent = ({ message, told }: { message: MessageOfYouth; told: Told }) => {
  const { lang, today, frame } = told
  const names = messageNames[lang]
  const kind = message.isForwarded ? cardTexts[lang].forwarded : names.channels[message.channel]
  return (
    <li>
      {names.templates[message.templateKey]}
      <small class="muted">{` ${[kind, frame.meeting ? '' : (message.round ?? ''), instantText(message.at, today, lang)].filter((part) => part !== '').join(' · ')}`}</small>
      <br />
      <StateCell row={message} told={told} />
    </li>
  )
}

/** What may be seen by the youth who sits beside: that which was sent, and what the youth has chosen. */
const open = new Set(['sent', 'delivered'])

const Choices = ({ of: { optOuts, lang: contactLang }, lang }: Pick<Props, 'of' | 'lang'>) => {
  const texts = cardTexts[lang]
  const names = optOuts.map((channel) => texts.optOutNames[channel]).join(', ')
  return (
    <DefinitionList
      facts={[
        { term: texts.optOuts, value: names === '' ? texts.optOutNone : names },
        { term: texts.language, value: contactLang === 'sv' ? texts.easySwedish : ownNames[contactLang] },
      ]}
    />
  )
}

/** What was sent to the youth. */
export const MessagingCard = (props: Props) => {
  const { of, subjectId, isProtected, frame, lang, today, acts, may } = props
  const texts = cardTexts[lang]
  const shown = frame.meeting ? of.messages.filter(({ state }) => open.has(state)) : of.messages
  const change = (
    <a href={`/ungdomar/${subjectId}/vagar`} aria-label={texts.changeLabel}>
      {texts.change}
    </a>
  )
  return (
    <Card heading={texts.heading} {...(acts && may('outreach.log') ? { action: change } : {})}>
      {shown.length === 0 && <p class="muted">{texts.none}</p>}
      {shown.length > 0 && (
        <ul class="plain stack">
          {shown.map((message) => (
            <Sent message={message} told={{ lang, today, frame }} />
          ))}
        </ul>
      )}
      <Choices of={of} lang={lang} />
      {acts && isProtected && of.mayForward && may('protected.read') && (
        <LinkButton href={`/ungdomar/${subjectId}/formedlat-brev`}>{texts.forwardLink}</LinkButton>
      )}
    </Card>
  )
}
