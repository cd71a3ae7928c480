/** The round in the pocket, as the telephone itself draws it: locked, open, or empty. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { LangProvider } from '../../ui/ui.texts.ts'
import { Conflicts } from './conflict.views.tsx'
import { FieldRound, type FieldDraft } from './field.views.tsx'
import { timeText } from './times.texts.ts'
import { pocketTexts, type PocketTexts } from './pocket.texts.ts'
import type { ChangeOutcome, Pocket } from './visits.types.ts'

/** Why the telephone is empty, when it was not a moment ago. */
export type Wiped = keyof PocketTexts['wiped']

type Told = { readonly lang: Lang }

/** A form that the telephone's own script does: it goes nowhere else. */
const Own = ({ what, label, children }: { readonly what: string; readonly label?: string; readonly children: Child }) => (
  <form class="stack" data-do={what} novalidate {...(label === undefined ? {} : { 'aria-label': label })}>
    {children}
  </form>
)

/** There is no round on the telephone. */
export const EmptyPocket = ({ lang, wiped }: Told & { readonly wiped: Wiped | null }) => {
  const texts = pocketTexts[lang]
  return (
    <LangProvider value={lang}>
      <h1 tabindex={-1}>{texts.title}</h1>
      {wiped !== null && (
        <Alert kind="warning" live>
          {texts.wiped[wiped]}
        </Alert>
      )}
      <EmptyState title={texts.empty}>
        <p>{texts.emptyHint}</p>
        <LinkButton href="/besok">{texts.toVisits}</LinkButton>
      </EmptyState>
    </LangProvider>
  )
}

/** The round is there, and waits for its code. */
export const LockedPocket = ({ lang, problem }: Told & { readonly problem: string | undefined }) => {
  const texts = pocketTexts[lang]
  return (
    <LangProvider value={lang}>
      <h1 tabindex={-1}>{texts.locked}</h1>
      <Card>
        <Own what="open">
          <Field
            name="code"
            label={texts.openCode}
            hint={texts.lockedHint}
            type="password"
            inputmode="numeric"
            maxlength={32}
            problem={problem}
          />
          <div class="row">
            <Button>{texts.open}</Button>
          </div>
        </Own>
      </Card>
      <p class="muted spaced">{texts.until}</p>
    </LangProvider>
  )
}

/** Somebody else's tab has the round. */
export const TakenPocket = ({ lang }: Told) => (
  <LangProvider value={lang}>
    <h1 tabindex={-1}>{pocketTexts[lang].title}</h1>
    <Alert kind="warning">{pocketTexts[lang].otherTab}</Alert>
  </LangProvider>
)

/** How it goes with the house. `trouble`: what stands in the way of sending. */
export type SendState = {
  readonly isOnline: boolean
  readonly isSending: boolean
  readonly unsent: number
  readonly sentAt: number | null
  readonly trouble: 'signed-out' | 'other-person' | 'not-saved' | null
}

type OpenProps = Told & {
  readonly pocket: Pocket
  readonly send: SendState
  /** What the house did not take in: the youth's name, and why. */
  readonly refused: readonly { readonly name: string; readonly outcome: ChangeOutcome }[]
  readonly draft: FieldDraft | null
  readonly isLong: boolean
  readonly newOnce: () => string
}

/** One line that says whether everything is sent. */
const sendText = ({ isOnline, isSending, unsent, sentAt }: SendState, lang: Lang): string => {
  const texts = pocketTexts[lang]
  const how = isOnline ? texts.online : texts.offline
  if (isSending) return `${how}. ${texts.sending}`
  if (unsent > 0) return `${how}. ${texts.waiting(unsent)}`
  return `${how}. ${sentAt === null ? texts.nothingYet : texts.allSent(timeText(sentAt))}`
}

const Trouble = ({ send, lang }: Pick<OpenProps, 'send' | 'lang'>) => {
  const texts = pocketTexts[lang]
  if (send.trouble === null) return null
  return (
    <Alert kind="warning" live>
      <p>{texts.troubles[send.trouble]}</p>
      {send.trouble === 'signed-out' && <LinkButton href="/logga-in?till=/besok/ficka">{texts.signInLink}</LinkButton>}
    </Alert>
  )
}

const Refused = ({ refused, lang }: Pick<OpenProps, 'refused' | 'lang'>) =>
  refused.length === 0 ? null : (
    <Alert kind="danger" title={pocketTexts[lang].couldNot} live>
      <ul>
        {refused.map(({ name, outcome }) => (
          <li>{`${name}: ${pocketTexts[lang].outcomes[outcome]}`}</li>
        ))}
      </ul>
    </Alert>
  )

const Foot = ({ lang, send }: OpenProps) => {
  const texts = pocketTexts[lang]
  return (
    <div class="row spaced">
      <Own what="send">
        <Button variant="secondary">{texts.send}</Button>
      </Own>
      <Own what="lock">
        <Button variant="secondary">{texts.lock}</Button>
      </Own>
      <details class="confirm">
        <summary class="ds-button" data-variant="tertiary">
          {texts.wipe}
        </summary>
        <div class="confirm-box">
          <p>{send.unsent === 0 ? texts.wipeQuestion : texts.wipeUnsent(send.unsent)}</p>
          <Own what="wipe">
            <Button danger>{texts.wipeConfirm}</Button>
          </Own>
        </div>
      </details>
    </div>
  )
}

/** The round, open. */
export const OpenPocket = (props: OpenProps) => {
  const { lang, pocket, send, draft, isLong, newOnce } = props
  const common = { lang, pocket, formToken: '', newOnce }
  return (
    <LangProvider value={lang}>
      <div class="page-head">
        <div>
          <h1 tabindex={-1}>{pocket.area}</h1>
          <p class="muted">{`${pocket.startsAt}–${pocket.endsAt}`}</p>
        </div>
      </div>
      <p role="status" data-send>
        {sendText(send, lang)}
      </p>
      <Trouble {...props} />
      <Refused {...props} />
      {isLong && (
        <Alert kind="danger" live>
          {pocketTexts[lang].overLate}
        </Alert>
      )}
      <Conflicts {...common} back="falt" />
      <FieldRound {...common} draft={draft} isLate={false} mayWrite />
      <Foot {...props} />
      <p class="muted spaced">{pocketTexts[lang].until}</p>
    </LangProvider>
  )
}
