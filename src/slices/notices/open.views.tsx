/** The schools' pages besides the form: asking for a link, choosing what to notify, the receipt, and the school's own notices. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card, DefinitionList, Details, Tag } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Receipt } from './intake.actions.ts'
import { annulReasons, noticeKinds, type NoticeKind, type OwnNotice } from './notices.types.ts'
import { inLang, SchoolPage, type OpenFrame } from './open-frame.views.tsx'
import { openTexts } from './open.texts.ts'
import { problemWords } from './problem.texts.ts'
import { timeText } from './words.views.tsx'

type AskProps = { readonly frame: OpenFrame; readonly unit: string; readonly problems: readonly FieldProblem[] }

const AskForm = ({ frame, unit, problems }: AskProps) => {
  const { ask } = openTexts[frame.lang]
  const typed = { value: unit, problem: problemOf(problems, 'unit') }
  return (
    <form class="stack" method="post" action={inLang(frame.path, frame.lang)} novalidate>
      <Field {...typed} name="unit" label={ask.unit} hint={ask.unitHint} inputmode="numeric" maxlength={8} size={10} />
      <button class="ds-button" type="submit">
        {ask.send}
      </button>
    </form>
  )
}

/** What it is, and the one field that needs no secret. */
export const AskPage = (props: AskProps) => {
  const { frame, problems } = props
  const { ask } = openTexts[frame.lang]
  return (
    <SchoolPage frame={frame} title={openTexts[frame.lang].title}>
      <p>{ask.lead(frame.place)}</p>
      <FormErrors problems={problems} />
      <Card heading={ask.how}>
        <ol>
          {ask.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <AskForm {...props} />
      </Card>
      <p class="muted">
        {ask.program} <a href={`/api/${frame.code}/v1/openapi.json`}>{ask.programLink}</a>
      </p>
    </SchoolPage>
  )
}

/** The same for every code. */
export const AskedPage = ({ frame }: { readonly frame: OpenFrame }) => {
  const { ask } = openTexts[frame.lang]
  return (
    <SchoolPage frame={frame} title={ask.done}>
      <p>{ask.doneText}</p>
      <p>{ask.doneElse}</p>
      <p>
        <a href={inLang(frame.path, frame.lang)}>{ask.back}</a>
      </p>
    </SchoolPage>
  )
}

type SayProps = { readonly frame: OpenFrame; readonly saying: 'gone' | 'tooMany' }

/** What there is to say when there is nothing to fill in. */
export const SayPage = ({ frame, saying }: SayProps) => {
  const texts = openTexts[frame.lang]
  return (
    <SchoolPage frame={frame} title={saying === 'gone' ? texts.gone : texts.tooMany}>
      <p>{saying === 'gone' ? texts.goneText : texts.tooManyText}</p>
      <p>
        <a href={inLang(`/anmalan/${frame.code}`, frame.lang)}>{texts.askAgain}</a>
      </p>
    </SchoolPage>
  )
}

/** Said wherever a pupil is about to be named. */
export const ProtectedWarning = ({ lang }: { readonly lang: Lang }) => (
  <Alert kind="warning" title={openTexts[lang].protectedTitle}>
    {openTexts[lang].protectedText}
  </Alert>
)

type ChooseProps = { readonly frame: OpenFrame; readonly school: string }

/** The three things that can be notified, and the school's own notices. */
export const ChoosePage = ({ frame, school }: ChooseProps) => {
  const texts = openTexts[frame.lang]
  return (
    <SchoolPage frame={frame} title={texts.choose}>
      <p>{school}</p>
      <ProtectedWarning lang={frame.lang} />
      <ul class="plain stack">
        {noticeKinds.map((kind) => (
          <li>
            <a class="ds-button" data-variant="secondary" href={inLang(frame.path, frame.lang, `slag=${kind}`)}>
              {texts.kinds[kind]}
            </a>
          </li>
        ))}
      </ul>
      <p class="spaced">
        <a href={inLang(`${frame.path}/anmalningar`, frame.lang)}>{texts.own}</a>
      </p>
    </SchoolPage>
  )
}

/** `typed`: the school's own words again, for its files. */
type ReceiptProps = {
  readonly frame: OpenFrame
  readonly receipt: Receipt
  readonly school: string
  readonly typed: { readonly kind: NoticeKind; readonly number: string; readonly day: string }
}

/** The receipt. It says the same of every pupil. */
export const ReceiptPage = ({ frame, receipt: { receipt, receivedAt, duplicate, late }, school, typed }: ReceiptProps) => {
  const texts = openTexts[frame.lang]
  const names = texts.receiptFacts
  return (
    <SchoolPage frame={frame} title={duplicate ? texts.duplicate : texts.received}>
      {duplicate && <p>{texts.duplicateText}</p>}
      <Card heading={`${texts.receipt} ${receipt}`}>
        <DefinitionList
          facts={[
            { term: names.school, value: school },
            { term: names.to, value: frame.place },
            { term: names.what, value: texts.kinds[typed.kind] },
            { term: names.day, value: typed.day },
            { term: names.number, value: typed.number },
            { term: names.received, value: timeText(receivedAt) },
          ]}
        />
      </Card>
      <p>{texts.receiptText}</p>
      {late && <p>{texts.lateText}</p>}
      <p class="muted">{texts.same}</p>
      <p>
        <a href={inLang(frame.path, frame.lang)}>{texts.another}</a>
      </p>
      <p>
        <a href={inLang(`${frame.path}/anmalningar`, frame.lang)}>{texts.own}</a>
      </p>
    </SchoolPage>
  )
}

const reasonId = (receipt: string): string => `reason-${receipt}`

type AnnulProps = { readonly frame: OpenFrame; readonly receipt: string; readonly problem: string | undefined }

const AnnulForm = ({ frame, receipt, problem }: AnnulProps) => {
  const texts = openTexts[frame.lang]
  const options = annulReasons.map((value) => ({ value, label: texts.annulReasons[value] }))
  return (
    <Details summary={texts.annul} open={problem !== undefined}>
      <form class="stack" method="post" action={inLang(frame.path, frame.lang)} aria-label={`${texts.annul} ${receipt}`}>
        <input type="hidden" name="receipt" value={receipt} />
        <p>{texts.annulQuestion}</p>
        <RadioGroup name="reason" id={reasonId(receipt)} label={texts.annulReason} options={options} value="mistake" problem={problem} />
        <button class="ds-button" data-variant="secondary" type="submit">
          {texts.annulDo}
        </button>
      </form>
    </Details>
  )
}

/** A notice as its school sees it again. */
const OwnCard = ({ frame, one, problem }: Omit<AnnulProps, 'receipt'> & { readonly one: OwnNotice }) => {
  const texts = openTexts[frame.lang]
  const isOver = one.state === 'annulled'
  const { what, day, received } = texts.columns
  const facts = [
    { term: what, value: texts.kinds[one.kind] },
    { term: day, value: one.eventOn },
    { term: received, value: timeText(one.receivedAt) },
  ]
  const tag = <Tag tone={isOver ? 'neutral' : one.state === 'answered' ? 'warning' : 'info'}>{texts.states[one.state]}</Tag>
  return (
    <Card heading={isOver ? <span class="muted">{one.receipt}</span> : one.receipt} action={tag}>
      <div {...(isOver ? { class: 'muted' } : {})}>
        <DefinitionList facts={facts} />
      </div>
      {one.answer !== null && <p>{texts.answers[one.answer]}</p>}
      {!isOver && <AnnulForm frame={frame} receipt={one.receipt} problem={problem} />}
    </Card>
  )
}

type OwnProps = {
  readonly frame: OpenFrame
  readonly school: string
  readonly notices: readonly OwnNotice[]
  readonly said: string | null
  /** The receipt whose reason could not be read; null when all could. */
  readonly unread: string | null
  readonly back: string
}

/** The school's own notices: receipts and days, and never of whom. */
export const OwnPage = ({ frame, school, notices, said, unread, back }: OwnProps) => {
  const texts = openTexts[frame.lang]
  const text = problemWords('unknown-choice', frame.lang)
  return (
    <SchoolPage frame={frame} title={texts.own}>
      <FormErrors problems={unread === null ? [] : [{ field: reasonId(unread), text }]} />
      {said !== null && <Alert kind="info" title={said} live />}
      <p>{school}</p>
      <div class="stack">
        {notices.length === 0 && <p class="muted">{texts.ownNone}</p>}
        {notices.map((one) => (
          <OwnCard frame={frame} one={one} problem={one.receipt === unread ? text : undefined} />
        ))}
      </div>
      <p>
        <a href={inLang(back, frame.lang)}>{texts.another}</a>
      </p>
    </SchoolPage>
  )
}
