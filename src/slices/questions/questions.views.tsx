/** The questions about a youth: the list, the form for a new one, and the link that is shown once. */
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Tag } from '../../ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '../../ui/choice.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { NoteWarning, type NoteDraft } from '../hygiene/index.ts'
import { asksTexts } from './asks.texts.ts'
import { QuestionText } from './open.views.tsx'
import { validDays } from './questions.rules.ts'
import { questionTexts } from './questions.texts.ts'
import { receiverKinds, shownFields, type Question, type ReceiverKind, type ShownYouth } from './questions.types.ts'

export type QuestionDraft = {
  readonly value: (field: string) => string
  readonly values: (field: string) => readonly string[]
  readonly problems: readonly FieldProblem[]
  /** The warning of what is in the receiver's name. */
  readonly note: NoteDraft
}

type Props = {
  readonly frame: Frame
  readonly subjectId: string
  readonly name: string
  readonly questions: readonly Question[]
  readonly draft: QuestionDraft
  readonly newOnce: () => string
}

const pathOf = (subjectId: string): string => `/ungdomar/${subjectId}/fragor`

const crumbsOf = (lang: Lang, subjectId: string) => [
  { href: '/ungdomar', label: questionTexts[lang].youths },
  { href: `/ungdomar/${subjectId}`, label: questionTexts[lang].youth },
  { href: '', label: questionTexts[lang].title },
]

/** Where a question stands, in words. */
export function stateText({ state, answer, sinceOn }: Question, lang: Lang): string {
  const texts = questionTexts[lang]
  if (state !== 'answered' || answer === null) return texts.states[state]
  return sinceOn === null ? texts.answers[answer] : `${texts.answers[answer]}, ${texts.since(shortDay(sinceOn, lang))}`
}

/** Whom a question went to. */
export const receiverText = ({ receiverKind, receiverName }: Question, lang: Lang): string =>
  receiverName !== ''
    ? receiverName
    : receiverKind === 'otherActor'
      ? questionTexts[lang].nameGone
      : questionTexts[lang].kinds[receiverKind]

const StateCell = ({ question, lang }: { question: Question; lang: Lang }) => {
  const isLive = question.state === 'waiting' || question.state === 'opened'
  const below = isLive ? questionTexts[lang].until(shortDay(question.expiresOn, lang)) : ''
  return (
    <TwoLines below={below}>
      <Tag tone={question.state === 'answered' ? 'success' : isLive ? 'info' : 'neutral'}>{stateText(question, lang)}</Tag>
    </TwoLines>
  )
}

const Withdraw = ({ frame, subjectId, question, newOnce }: Pick<Props, 'frame' | 'subjectId' | 'newOnce'> & { question: Question }) => {
  const { withdraw: label, withdrawQuestion, withdrawDo: confirm } = questionTexts[frame.lang]
  const action = `${pathOf(subjectId)}/${question.questionId}/dra-tillbaka`
  return <Confirm frame={frame} action={action} once={newOnce()} label={label} question={withdrawQuestion} confirm={confirm} />
}

const Asked = (props: Props) => {
  const { frame, questions } = props
  const texts = questionTexts[frame.lang]
  if (questions.length === 0) return <p class="muted">{texts.none}</p>
  const { to, shown, state, asked, act } = texts.columns
  const rows = questions.map((question) => [
    <TwoLines below={asksTexts[frame.lang][question.asks]}>{receiverText(question, frame.lang)}</TwoLines>,
    question.shown.map((field) => texts.fields[field]).join(', '),
    <StateCell question={question} lang={frame.lang} />,
    <TwoLines below={question.askedBy}>{shortDay(question.askedAt.slice(0, 10) as PlainDate, frame.lang)}</TwoLines>,
    question.state === 'waiting' || question.state === 'opened' ? <Withdraw {...props} question={question} /> : '',
  ])
  return <Table columns={[to, shown, state, asked, act].map((title) => ({ title }))} rows={rows} headed stacks />
}

const NewQuestion = ({ frame, subjectId, draft, newOnce }: Props) => {
  const texts = questionTexts[frame.lang]
  const at = (name: string) => ({ name, problem: problemOf(draft.problems, name) })
  const kinds = receiverKinds.map((value) => ({ value, label: texts.kinds[value], hint: texts.kindHints[value] }))
  const fields = shownFields.map((value) => ({ value, label: texts.fields[value] }))
  const days = validDays.map((count) => ({ value: String(count), label: texts.dayCount(count) }))
  return (
    <Form frame={frame} action={pathOf(subjectId)} once={newOnce()}>
      <RadioGroup {...at('kind')} label={texts.receiver} options={kinds} value={draft.value('kind')} />
      <Field {...at('name')} label={texts.name} hint={texts.nameHint} value={draft.value('name')} maxlength={120} />
      <NoteWarning {...draft.note} lang={frame.lang} />
      <CheckboxGroup {...at('shown')} label={texts.shown} hint={texts.shownHint} options={fields} values={draft.values('shown')} />
      <RadioGroup {...at('days')} label={texts.days} options={days} value={draft.value('days') || String(validDays[1])} inline />
      <Button>{texts.make}</Button>
    </Form>
  )
}

/** All questions about a youth, and the form for a new one. */
export const QuestionsPage = (props: Props) => {
  const { frame, subjectId, name, draft } = props
  const texts = questionTexts[frame.lang]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbsOf(frame.lang, subjectId)}>
      <PageHead heading={texts.title} below={`${name} · ${texts.below}`} />
      <div class="stack">
        <FormErrors problems={draft.problems} />
        <Card>
          <Asked {...props} />
        </Card>
        <Card heading={texts.newHeading}>
          <NewQuestion {...props} />
        </Card>
      </div>
    </Page>
  )
}

type MadeProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly link: string
  readonly days: number
  readonly kind: ReceiverKind
  readonly youth: ShownYouth
}

/** The link, once, with exactly what its holder will see. */
export const MadePage = ({ frame, subjectId, link, days, kind, youth }: MadeProps) => {
  const texts = questionTexts[frame.lang]
  return (
    <Page frame={frame} title={texts.madeTitle} crumbs={crumbsOf(frame.lang, subjectId)}>
      <PageHead heading={texts.madeTitle} below={texts.madeText} />
      <div class="stack">
        <Card>
          <Field name="link" label={texts.link} value={link} readonly />
          <Field name="message" label={texts.message} value={texts.messageText(link, days)} readonly />
        </Card>
        <Card heading={texts.preview}>
          <p>
            <strong>
              <QuestionText lang="sv" kind={kind} youth={youth} />
            </strong>
          </p>
          <p class="muted">{texts.previewText}</p>
        </Card>
        <LinkButton href={pathOf(subjectId)} variant="primary">
          {texts.done}
        </LinkButton>
      </div>
    </Page>
  )
}
