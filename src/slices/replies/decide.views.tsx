/** Taking a stand on an answer: accepting it with what it means, or saying no with a reason. */
import type { Lang } from '../../kernel/lang.ts'
import { phoneText, type E164Phone } from '../../platform/phone.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/card.tsx'
import { Select, TextArea } from '../../ui/field.tsx'
import { Confirm, Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { NoteWarning, type NoteDraft } from '../hygiene/index.ts'
import { occupations } from '../ladder/index.ts'
import { answeredText, repliesTexts } from './replies.texts.ts'
import type { WrittenAnswer } from './replies.types.ts'

export type Decided = 'list' | 'youth'

/** A decision that came back: what was typed, and what it is asked about. */
export type DecideDraft = {
  readonly answerId: string
  readonly act: 'accept' | 'reject'
  readonly from: Decided
  readonly what: string
  readonly reason: string
  readonly problems: readonly FieldProblem[]
  readonly note: NoteDraft
}

type DecideProps = {
  readonly answer: WrittenAnswer
  readonly frame: Frame
  readonly lang: Lang
  /** Where to come back to. */
  readonly from: Decided
  /** Of this answer or another on the page. */
  readonly draft?: DecideDraft | null
  readonly newOnce: () => string
}

/** The draft of one of the two forms of an answer. */
const draftFor = ({ answer, draft }: DecideProps, act: DecideDraft['act']): DecideDraft | null =>
  draft?.answerId === answer.answerId && draft.act === act ? draft : null

const readPhone = (e164: string): string => phoneText(e164 as E164Phone)

/** `isBare`: which of the answers it is, without what the youth wrote or which number it was. */
type AnswerTextProps = { readonly answer: WrittenAnswer; readonly lang: Lang; readonly isBare?: boolean }

/** What was answered, in which language and on what. */
export const AnswerText = ({ answer, lang, isBare = false }: AnswerTextProps) => {
  const texts = repliesTexts[lang]
  const said = isBare ? '' : answeredText(answer.answered, lang, readPhone)
  return (
    <span>
      <strong>{texts.kinds[answer.answered.kind]}</strong>
      {said === '' ? '' : `: ${said}`} {answer.lang !== 'sv' && <Tag>{texts.languages[answer.lang]}</Tag>}
    </span>
  )
}

/** What "something else" means is for the one who reads it; unknown stays unknown. */
const WhatField = ({ answer, lang, chosen }: Pick<DecideProps, 'answer' | 'lang'> & { readonly chosen: string }) => {
  const texts = repliesTexts[lang]
  const options = [{ value: '', label: texts.whatUnknown }, ...occupations.map((value) => ({ value, label: texts.occupations[value] }))]
  return <Select name="what" id={`what-${answer.answerId}`} label={texts.what} hint={texts.whatHint} options={options} value={chosen} />
}

const Accept = (props: DecideProps) => {
  const { answer, frame, lang, from, newOnce } = props
  const texts = repliesTexts[lang]
  const draft = draftFor(props, 'accept')
  return (
    <Form frame={frame} action={`/uppsok/svar/${answer.answerId}/godta`} once={newOnce()}>
      <input type="hidden" name="from" value={draft?.from ?? from} />
      {answer.answered.kind === 'somethingElse' && <WhatField answer={answer} lang={lang} chosen={draft?.what ?? ''} />}
      <p class="muted">{texts.means[answer.answered.kind]}</p>
      {draft !== null && <NoteWarning {...draft.note} lang={lang} id={`noteKept-${answer.answerId}`} />}
      <Button>{texts.accept}</Button>
    </Form>
  )
}

const Reject = (props: DecideProps) => {
  const { answer, frame, lang, from, newOnce } = props
  const draft = draftFor(props, 'reject')
  const id = `reason-${answer.answerId}`
  const { reject: label, rejectQuestion: question, rejectDo: confirm, rejectReason, rejectHint } = repliesTexts[lang]
  const action = `/uppsok/svar/${answer.answerId}/avvisa`
  return (
    <Confirm frame={frame} action={action} once={newOnce()} label={label} question={question} confirm={confirm} open={draft !== null}>
      <input type="hidden" name="from" value={draft?.from ?? from} />
      <TextArea
        name="reason"
        id={id}
        label={rejectReason}
        hint={rejectHint}
        maxlength={300}
        rows={2}
        value={draft?.reason}
        problem={draft === null ? undefined : problemOf(draft.problems, id)}
        required
      />
      {draft !== null && <NoteWarning {...draft.note} lang={lang} id={`noteKept-reason-${answer.answerId}`} />}
    </Confirm>
  )
}

/** The two forms. */
export const DecideForms = (props: DecideProps) => (
  <div class="stack">
    <Accept {...props} />
    <Reject {...props} />
  </div>
)
