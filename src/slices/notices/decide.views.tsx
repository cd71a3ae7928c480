/** What can be decided about a notice: each a form of its own, that asks first. */
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Confirm, Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { mayHandOver, mayUndo } from './decide.rules.ts'
import type { OneNotice } from './desk.actions.ts'
import { refusals, schoolAnswers } from './notices.types.ts'
import { decideTexts } from './decide.texts.ts'
import { noticeTexts } from './notices.texts.ts'
import { noticePath } from './words.views.tsx'

/** What was typed in the forms, and why it was not done. */
export type DecideDraft = {
  readonly value: (field: string) => string
  readonly problems: readonly FieldProblem[]
  readonly refusal: string | null
}

export type DecideProps = {
  readonly frame: Frame
  readonly found: OneNotice
  readonly draft: DecideDraft
  readonly mayDecide: boolean
  readonly newOnce: () => string
}
type Props = DecideProps

/** A fact is about somebody who lives here: of others it is not offered. */
const livesHere = ({ residence }: OneNotice['notice']): boolean => residence === 'here' || residence === 'unconfirmed'

/** Why it is not offered, and what to do instead. */
function notOffered({ residence, person }: OneNotice['notice'], lang: Props['frame']['lang']): string {
  const { problems } = decideTexts[lang]
  if (residence === 'unknown') return problems['unknown-person']
  return person?.isProtected === true ? problems.protected : problems['not-here']
}

const Accept = ({ frame, found: { notice, would }, newOnce }: Props) =>
  would === null || !livesHere(notice) ? (
    <p class="muted">{notOffered(notice, frame.lang)}</p>
  ) : (
    <Form frame={frame} action={`${noticePath(notice.noticeId)}/godta`} once={newOnce()}>
      <Button>{decideTexts[frame.lang].accept}</Button>
    </Form>
  )

const Refuse = ({ frame, found: { notice }, draft, newOnce }: Props) => {
  const texts = decideTexts[frame.lang]
  const options = refusals.map((value) => ({ value, label: texts.refusals[value] }))
  const problem = problemOf(draft.problems, 'reason')
  return (
    <Confirm
      frame={frame}
      action={`${noticePath(notice.noticeId)}/avsla`}
      once={newOnce()}
      label={texts.refuse}
      question={texts.refuseQuestion}
      confirm={texts.refuseDo}
      open={problem !== undefined}
    >
      <RadioGroup name="reason" label={texts.refuseReason} options={options} value={draft.value('reason')} problem={problem} />
    </Confirm>
  )
}

const Forward = ({ frame, found: { notice }, draft, newOnce }: Props) => {
  const texts = decideTexts[frame.lang]
  const problem = problemOf(draft.problems, 'to')
  if (notice.person?.isProtected === true) return null
  return (
    <Confirm
      frame={frame}
      action={`${noticePath(notice.noticeId)}/skicka-vidare`}
      once={newOnce()}
      label={texts.forward}
      question={texts.forwardQuestion}
      confirm={texts.forwardDo}
      open={problem !== undefined}
    >
      <Field
        name="to"
        label={texts.forwardTo}
        value={draft.value('to') || (notice.residenceCode ?? '')}
        inputmode="numeric"
        maxlength={4}
        size={6}
        problem={problem}
      />
    </Confirm>
  )
}

const AnswerSchool = ({ frame, found: { notice }, draft, newOnce }: Props) => {
  const texts = decideTexts[frame.lang]
  const isProtected = notice.person?.isProtected === true
  const options = schoolAnswers
    .filter((one) => !isProtected || one === 'contactUs')
    .map((value) => ({ value, label: texts.answers[value] }))
  const problem = problemOf(draft.problems, 'answer')
  return (
    <Confirm
      frame={frame}
      action={`${noticePath(notice.noticeId)}/svara`}
      once={newOnce()}
      label={texts.answer}
      question={texts.answerQuestion}
      confirm={texts.answerDo}
      open={problem !== undefined}
    >
      <RadioGroup name="answer" label={texts.answerWhich} options={options} value={draft.value('answer')} problem={problem} />
    </Confirm>
  )
}

/** What is still to be done with a notice that goes to a municipality outside the installation. */
const HandOver = ({ frame, found: { notice }, newOnce }: Props) => {
  const texts = decideTexts[frame.lang]
  return (
    <Card heading={texts.handOverHeading}>
      <p>{texts.handOverHow(notice.decision?.toMunicipality ?? '')}</p>
      <Form frame={frame} action={`${noticePath(notice.noticeId)}/overlamnad`} once={newOnce()}>
        <Button>{texts.handOver}</Button>
      </Form>
    </Card>
  )
}

const Undo = ({ frame, found: { notice }, newOnce }: Props) => {
  const texts = decideTexts[frame.lang]
  return (
    <Card heading={noticeTexts[frame.lang].facts.decided}>
      <Confirm
        frame={frame}
        action={`${noticePath(notice.noticeId)}/angra`}
        once={newOnce()}
        label={texts.undo}
        question={texts.undoQuestion}
        confirm={texts.undoDo}
      />
    </Card>
  )
}

/** What can be done when it has been decided. */
const After = (props: Props) => {
  const { notice } = props.found
  const isProtected = notice.person?.isProtected === true
  return (
    <>
      {mayHandOver({ state: notice.state, isProtected }).granted && <HandOver {...props} />}
      {mayUndo(notice).granted && <Undo {...props} />}
    </>
  )
}

/** The forms that the notice as it stands allows. */
export const DecideCard = (props: Props) => {
  const { frame, found, mayDecide } = props
  const { notice } = found
  if (!mayDecide) return null
  if (notice.state !== 'waiting' || notice.isWiped) return <After {...props} />
  return (
    <Card heading={decideTexts[frame.lang].decide}>
      <div class="stack">
        <Accept {...props} />
        <Refuse {...props} />
        <Forward {...props} />
        {notice.origin !== 'forwarded' && <AnswerSchool {...props} />}
      </div>
    </Card>
  )
}
