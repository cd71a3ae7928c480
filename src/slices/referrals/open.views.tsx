/** The page of the one who receives a referral: what is shared, yes or no, and how it went. No account, no script. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { longDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import { OpenPage } from '../../ui/open-page.tsx'
import { otherLanguage, OtherLanguage } from '../../ui/other-language.tsx'
import { LangProvider } from '../../ui/ui.texts.ts'
import { consentTexts, PackageView } from '../consents/index.ts'
import { openTexts } from './open.texts.ts'
import { mayAcknowledge, referralState } from './referral.rules.ts'
import { outcomeKinds, rejectReasons, type LinkedReferral, type OutcomeKind } from './referrals.types.ts'

export type OpenFrame = {
  readonly lang: Lang
  readonly place: string
  readonly code: string
  readonly path: string
  readonly today: PlainDate
}
export type OpenDraft = { readonly value: (field: string) => string; readonly problems: readonly FieldProblem[] }

const Frame = ({ frame, title, children }: { frame: OpenFrame; title: string; children: Child }) => {
  const t = openTexts[frame.lang]
  return (
    <LangProvider value={frame.lang}>
      <OpenPage lang={frame.lang} dir="ltr" title={t.title} place={frame.place} skip={t.skip}>
        <OtherLanguage lang={frame.lang} href={`${frame.path}?sprak=${otherLanguage(frame.lang)}`} />
        <h1>{title}</h1>
        {children}
      </OpenPage>
    </LangProvider>
  )
}

type FormProps = {
  readonly frame: OpenFrame
  readonly act: string
  readonly button: string
  readonly isSecond?: boolean
  readonly children?: Child
}

/** A form of the link's page. It needs no token: the secret is in its address. */
const LinkForm = ({ frame, act, button, isSecond = false, children }: FormProps) => (
  <form class="stack" method="post" action={`${frame.path}?sprak=${frame.lang}`} novalidate>
    <input type="hidden" name="act" value={act} />
    {children}
    <button class="ds-button" type="submit" data-variant={isSecond ? 'secondary' : 'primary'}>
      {button}
    </button>
  </form>
)

type LinkedProps = { readonly frame: OpenFrame; readonly linked: LinkedReferral; readonly draft: OpenDraft }

const at = (draft: OpenDraft, field: string) => ({ name: field, value: draft.value(field), problem: problemOf(draft.problems, field) })

const AnswerCard = ({ frame, draft }: LinkedProps) => {
  const t = openTexts[frame.lang]
  const answers = [
    { value: 'accepted', label: t.answers.accepted },
    { value: 'rejected', label: t.answers.rejected },
  ]
  const reasons = rejectReasons.map((value) => ({ value, label: t.reasons[value] }))
  return (
    <Card heading={t.answerHeading}>
      <LinkForm frame={frame} act="answer" button={t.send}>
        <RadioGroup {...at(draft, 'answer')} label={t.answer} options={answers} />
        <RadioGroup {...at(draft, 'reason')} label={t.reason} hint={t.reasonHint} options={reasons} />
      </LinkForm>
    </Card>
  )
}

/** What can be told: nothing twice, and nobody who has begun never came. */
const tellable = ({ outcomes }: LinkedReferral): OutcomeKind[] => {
  const said = new Set(outcomes.map(({ kind }) => kind))
  return outcomeKinds.filter((kind) => !said.has(kind) && !(kind === 'neverCame' && said.has('began')))
}

const TellCard = ({ frame, linked, draft }: LinkedProps) => {
  const t = openTexts[frame.lang]
  const kinds = tellable(linked).map((value) => ({ value, label: t.outcomes[value] }))
  return (
    <Card heading={t.tell}>
      <p>{t.accepted}</p>
      <LinkForm frame={frame} act="tell" button={t.tellDo}>
        <RadioGroup {...at(draft, 'outcome')} label={t.outcome} options={kinds} />
        <Field {...at(draft, 'onDay')} value={draft.value('onDay') || frame.today} type="date" label={t.onDay} max={frame.today} />
      </LinkForm>
    </Card>
  )
}

const TakeCard = ({ frame }: Pick<LinkedProps, 'frame'>) => {
  const t = openTexts[frame.lang]
  return (
    <Card heading={t.take}>
      <p>{t.takeText}</p>
      <div class="row">
        <LinkForm frame={frame} act="pdf" button={t.pdf} isSecond />
        <LinkForm frame={frame} act="json" button={t.json} isSecond />
      </div>
      <p>
        <a href={`/hanvisning/${frame.code}/schema`}>{t.schema}</a>
      </p>
    </Card>
  )
}

/** What following the link shows: who sends, and that something waits. Nothing of whom, for what or since when. */
export const CoverPage = ({ frame }: { readonly frame: OpenFrame }) => {
  const t = openTexts[frame.lang]
  return (
    <Frame frame={frame} title={t.title}>
      <p>{t.cover(frame.place)}</p>
      <p>{t.coverText}</p>
      <LinkForm frame={frame} act="open" button={t.open} />
    </Frame>
  )
}

/** The referral while it lives, when somebody has pressed. */
export const LinkedPage = (props: LinkedProps & { readonly notice: string | null }) => {
  const { frame, linked, draft, notice } = props
  const t = openTexts[frame.lang]
  const { content, purpose, untilOn, sentBy, answer } = linked
  return (
    <Frame frame={frame} title={t.title}>
      {notice !== null && <Alert kind="success" title={notice} live />}
      <p>{t.from(frame.place)}</p>
      <p>{t.purpose(consentTexts[frame.lang].purposes[purpose])}</p>
      <FormErrors problems={draft.problems} />
      <div class="stack">
        {content !== null && (
          <Card heading={t.shared}>
            <PackageView shared={content} lang={frame.lang} />
          </Card>
        )}
        {answer === null ? <AnswerCard {...props} /> : <TellCard {...props} />}
        <TakeCard frame={frame} />
      </div>
      <p class="muted">{`${t.keep(longDay(untilOn, frame.lang))} ${t.askedBy(sentBy)}`}</p>
    </Frame>
  )
}

/** What is told of a referral that is over. Nothing of whom it was of. */
function overWords({ frame, linked }: Pick<LinkedProps, 'frame' | 'linked'>): readonly [title: string, text: string] {
  const t = openTexts[frame.lang]
  const state = referralState(linked, frame.today)
  if (state === 'withdrawn') return [t.withdrawn, t.withdrawnText]
  if (state === 'revoked') return [t.calledBack, t.calledBackText]
  return [t.over, state === 'rejected' ? t.rejectedText : t.overText]
}

/** The referral when it is over; called back, its receiver is asked to say that what was got is gone. */
export const OverPage = ({ frame, linked, notice }: Pick<LinkedProps, 'frame' | 'linked'> & { readonly notice: string | null }) => {
  const [title, text] = overWords({ frame, linked })
  return (
    <Frame frame={frame} title={title}>
      {notice !== null && <Alert kind="success" title={notice} live />}
      <p>{text}</p>
      {mayAcknowledge(linked) && <LinkForm frame={frame} act="acknowledge" button={openTexts[frame.lang].acknowledge} />}
    </Frame>
  )
}

/** A link that leads nowhere, or too many tries. */
export const NowherePage = ({ frame, isTooMany }: { readonly frame: OpenFrame; readonly isTooMany: boolean }) => {
  const t = openTexts[frame.lang]
  return (
    <Frame frame={frame} title={t.gone}>
      <p>{isTooMany ? t.tooMany : t.goneText}</p>
    </Frame>
  )
}
