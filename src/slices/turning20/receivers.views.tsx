/** Who has been asked to take over, what they answered, and on what ground they were told whom. */
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { Form, problemOf } from '../../ui/form.tsx'
import { dayField, type FormOf } from './one-form.views.tsx'
import { mayAskAny } from './turning20.rules.ts'
import { turningTexts } from './turning20.texts.ts'
import { askGrounds, type HandOver } from './turning20.types.ts'

const ReceiverAnswer = ({ path, one, ...props }: FormOf & { readonly one: HandOver }) => {
  const texts = turningTexts[props.frame.lang]
  return (
    <Form frame={props.frame} action={`${path}/mottagare/${one.handOverId}`} once={props.newOnce()} label={texts.answerLabel(one.receiver)}>
      {dayField(props, 'answered-on')}
      <div class="row">
        <Button variant="secondary" name="answer" value="accepted">
          {texts.accepted}
        </Button>
        <Button variant="secondary" name="answer" value="refused">
          {texts.refused}
        </Button>
      </div>
    </Form>
  )
}

/** Where a consent is written, and what the other grounds ask. */
const ConsentLinks = ({ frame, turning }: FormOf) => {
  const texts = turningTexts[frame.lang]
  const path = `/ungdomar/${turning.youth.subjectId}/samtycken`
  return (
    <p>
      <a href={path}>{texts.consentsLink}</a>
      {' · '}
      <a href={`${path}/utan`}>{texts.groundsLink}</a>
    </p>
  )
}

const AskReceiver = (props: FormOf) => {
  const { frame, path, typed, problems, newOnce } = props
  const texts = turningTexts[frame.lang]
  const grounds = askGrounds.map((value) => ({ value, label: texts.grounds[value] }))
  return (
    <Form frame={frame} action={`${path}/mottagare`} once={newOnce()}>
      <Field
        name="receiver"
        label={texts.receiver}
        hint={texts.receiverHint}
        value={typed('receiver')}
        maxlength={80}
        problem={problemOf(problems, 'receiver')}
      />
      <RadioGroup
        name="ground"
        label={texts.ground}
        hint={texts.groundHint}
        options={grounds}
        value={typed('ground')}
        problem={problemOf(problems, 'ground')}
      />
      <ConsentLinks {...props} />
      {dayField(props, 'receiver-on')}
      <Button variant="secondary">{texts.receiverDo}</Button>
    </Form>
  )
}

/** Who has been asked to take over, and asking the next. */
export const Receivers = (props: FormOf) => {
  const { frame, turning, today } = props
  const texts = turningTexts[frame.lang]
  const { handOvers, ending } = turning.facts
  return (
    <Card heading={texts.receivers}>
      {handOvers.length === 0 && <p class="muted">{texts.receiverNone}</p>}
      <ul class="plain stack">
        {handOvers.map((one) => (
          <li>
            <strong>{one.receiver}</strong>
            {`, ${texts.askedOn(shortDay(one.askedOn, frame.lang))}: ${texts.answers[one.answer ?? 'none']}`}
            <br />
            <small class="muted">{`${texts.ground} ${texts.grounds[one.ground]}`}</small>
            {one.answer === null && ending === null && <ReceiverAnswer {...props} one={one} />}
          </li>
        ))}
      </ul>
      {mayAskAny({ facts: turning.facts, on: today, today }).granted && <AskReceiver {...props} />}
    </Card>
  )
}
