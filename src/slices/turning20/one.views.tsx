/** One youth who turns 20: the checklist, what the youth wants, who has been asked to take over, and how it ended. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns, Tag, type Tone } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Turning } from './turning20.actions.ts'
import { checklistOf, daysLeft, mayAskReceiver, mayEnd } from './turning20.rules.ts'
import { outcomes, wishes, type CheckState, type HandOver } from './turning20.types.ts'
import { turningTexts } from './turning20.texts.ts'
import { onePath, turningPath } from './list.views.tsx'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly turning: Turning
  readonly refusal: string | null
  readonly problems: readonly FieldProblem[]
  readonly typed: (field: string) => string
  readonly newOnce: () => string
}

const tones: Readonly<Record<CheckState, Tone>> = { done: 'success', onItsWay: 'info', todo: 'warning', notNeeded: 'neutral' }

const Checklist = ({ frame: { lang }, turning: { facts } }: Props) => {
  const texts = turningTexts[lang]
  return (
    <Card heading={texts.checklist}>
      <ul class="plain stack">
        {checklistOf(facts).map(({ item, state, on }) => (
          <li>
            {`${texts.items[item]} `}
            <Tag tone={tones[state]}>{texts.states[state]}</Tag>
            {on !== null && <small class="muted">{` ${shortDay(on, lang)}`}</small>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type FormOf = Props & { readonly path: string }
const dayField = ({ today, problems, frame: { lang } }: Props, name: string) => (
  <Field name="on" id={name} type="date" label={turningTexts[lang].on} value={today} max={today} problem={problemOf(problems, 'on')} />
)

const Talk = ({ path, ...props }: FormOf) => {
  const texts = turningTexts[props.frame.lang]
  return (
    <Card heading={texts.talk}>
      <Form frame={props.frame} action={`${path}/samtal`} once={props.newOnce()}>
        {dayField(props, 'talk-on')}
        <Button variant="secondary">{texts.talkDo}</Button>
      </Form>
    </Card>
  )
}

const Ask = ({ path, ...props }: FormOf) => {
  const texts = turningTexts[props.frame.lang]
  const options = wishes.map((value) => ({ value, label: texts.wishes[value] }))
  const value = props.typed('wish') || (props.turning.facts.wish ?? '')
  return (
    <Card heading={texts.answer}>
      <Form frame={props.frame} action={`${path}/fraga`} once={props.newOnce()}>
        <RadioGroup
          name="wish"
          label={texts.ask}
          hint={texts.askHint}
          options={options}
          value={value}
          problem={problemOf(props.problems, 'wish')}
        />
        {dayField(props, 'asked-on')}
        <Button variant="secondary">{texts.askDo}</Button>
      </Form>
    </Card>
  )
}

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

const AskReceiver = (props: FormOf) => {
  const { frame, path, typed, problems, newOnce } = props
  const texts = turningTexts[frame.lang]
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
      {dayField(props, 'receiver-on')}
      <Button variant="secondary">{texts.receiverDo}</Button>
    </Form>
  )
}

const Receivers = (props: FormOf) => {
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
            {one.answer === null && ending === null && <ReceiverAnswer {...props} one={one} />}
          </li>
        ))}
      </ul>
      {mayAskReceiver({ facts: turning.facts, on: today, today }).granted && <AskReceiver {...props} />}
    </Card>
  )
}

const Ending = ({ frame, turning: { facts }, today, path, newOnce, problems }: FormOf) => {
  const texts = turningTexts[frame.lang]
  const { ending } = facts
  if (ending !== null) {
    return (
      <Card heading={texts.end}>
        <p>{texts.endedAs(texts.outcomes[ending.outcome], longDay(ending.on, frame.lang))}</p>
        <Confirm
          frame={frame}
          action={`${path}/aterta`}
          once={newOnce()}
          label={texts.takeBack}
          question={texts.takeBackQuestion}
          confirm={texts.takeBackDo}
        />
      </Card>
    )
  }
  const possible = outcomes.filter((one) => mayEnd({ facts, on: today, today }, one).granted)
  if (possible.length === 0) return null
  const options = possible.map((value) => ({ value, label: texts.outcomes[value] }))
  return (
    <Card heading={texts.end}>
      <Form frame={frame} action={`${path}/slut`} once={newOnce()}>
        <RadioGroup name="outcome" label={texts.end} options={options} value="" problem={problemOf(problems, 'outcome')} />
        <Button>{texts.endDo}</Button>
      </Form>
    </Card>
  )
}

/** The page. */
export const OneTurningPage = (props: Props) => {
  const { frame, today, turning, refusal, problems } = props
  const texts = turningTexts[frame.lang]
  const { youth, facts } = turning
  const forms = { ...props, path: onePath(youth.subjectId) }
  const crumbs = [
    { href: turningPath, label: texts.title },
    { href: '', label: texts.checklist },
  ]
  const below = `${longDay(facts.turns20On, frame.lang)}, ${texts.days(daysLeft(facts.turns20On, today))}`
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs}>
      <FormErrors problems={problems} />
      {refusal !== null && (
        <Alert kind="danger" live>
          {refusal}
        </Alert>
      )}
      <PageHead heading={`${youth.givenName} ${youth.familyName}`.trim()} below={below}>
        <LinkButton href={`/ungdomar/${youth.subjectId}`}>{texts.toMeasures}</LinkButton>
      </PageHead>
      <Columns
        main={[<Checklist {...props} />, <Receivers {...forms} />, <Ending {...forms} />]}
        side={facts.ending === null ? [<Talk {...forms} />, <Ask {...forms} />] : []}
      />
    </Page>
  )
}
