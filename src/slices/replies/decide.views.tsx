/** Taking a stand on an answer: accepting it with what it means, or saying no with a reason. */
import type { Lang } from '../../kernel/lang.ts'
import { phoneText, type E164Phone } from '../../platform/phone.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/card.tsx'
import { Select, TextArea } from '../../ui/field.tsx'
import { Confirm, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { occupations } from '../ladder/index.ts'
import { answeredText, repliesTexts } from './replies.texts.ts'
import type { WrittenAnswer } from './replies.types.ts'

export type Decided = 'list' | 'youth'

type DecideProps = {
  readonly answer: WrittenAnswer
  readonly frame: Frame
  readonly lang: Lang
  /** Where to come back to. */
  readonly from: Decided
  readonly newOnce: () => string
}

const readPhone = (e164: string): string => phoneText(e164 as E164Phone)

/** What was answered, in which language and on what. */
export const AnswerText = ({ answer, lang }: { readonly answer: WrittenAnswer; readonly lang: Lang }) => {
  const texts = repliesTexts[lang]
  const said = answeredText(answer.answered, lang, readPhone)
  return (
    <span>
      <strong>{texts.kinds[answer.answered.kind]}</strong>
      {said === '' ? '' : `: ${said}`} {answer.lang !== 'sv' && <Tag>{texts.languages[answer.lang]}</Tag>}
    </span>
  )
}

/** What "something else" means is for the one who reads it; unknown stays unknown. */
const WhatField = ({ answer, lang }: Pick<DecideProps, 'answer' | 'lang'>) => {
  const texts = repliesTexts[lang]
  const options = [{ value: '', label: texts.whatUnknown }, ...occupations.map((value) => ({ value, label: texts.occupations[value] }))]
  return <Select name="what" id={`what-${answer.answerId}`} label={texts.what} hint={texts.whatHint} options={options} value="" />
}

const Accept = ({ answer, frame, lang, from, newOnce }: DecideProps) => {
  const texts = repliesTexts[lang]
  return (
    <Form frame={frame} action={`/uppsok/svar/${answer.answerId}/godta`} once={newOnce()}>
      <input type="hidden" name="from" value={from} />
      {answer.answered.kind === 'somethingElse' && <WhatField answer={answer} lang={lang} />}
      <p class="muted">{texts.means[answer.answered.kind]}</p>
      <Button>{texts.accept}</Button>
    </Form>
  )
}

const Reject = ({ answer, frame, lang, from, newOnce }: DecideProps) => {
  const { reject: label, rejectQuestion: question, rejectDo: confirm, rejectReason, rejectHint } = repliesTexts[lang]
  const action = `/uppsok/svar/${answer.answerId}/avvisa`
  return (
    <Confirm frame={frame} action={action} once={newOnce()} label={label} question={question} confirm={confirm}>
      <input type="hidden" name="from" value={from} />
      <TextArea name="reason" id={`reason-${answer.answerId}`} label={rejectReason} hint={rejectHint} maxlength={300} rows={2} required />
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
