/** One youth who turns 20: the checklist, what the youth wants, who has been asked to take over, and how it ended. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns, Tag, type Tone } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { Confirm, Form, FormErrors, problemOf } from '../../ui/form.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { dayField, type FormOf, type OneProps } from './one-form.views.tsx'
import { Receivers } from './receivers.views.tsx'
import { checklistOf, daysLeft, mayEnd, waivable } from './turning20.rules.ts'
import { outcomes, wishes, type Checked, type CheckState } from './turning20.types.ts'
import { turningTexts } from './turning20.texts.ts'
import { onePath, turningPath } from './list.views.tsx'

const tones: Readonly<Record<CheckState, Tone>> = { done: 'success', onItsWay: 'info', todo: 'warning', notNeeded: 'neutral' }

const CheckLine = ({ one, path, ...props }: FormOf & { readonly one: Checked }) => {
  const { frame, turning, newOnce } = props
  const texts = turningTexts[frame.lang]
  const { item, state, on, why } = one
  return (
    <li>
      {`${texts.items[item]} `}
      <Tag tone={tones[state]}>{texts.states[state]}</Tag>
      {on !== null && <small class="muted">{` ${shortDay(on, frame.lang)}`}</small>}
      {why !== null && (
        <>
          <br />
          <small>{texts.reasons[why]}</small>
        </>
      )}
      {why !== null && turning.facts.ending === null && (
        <Confirm
          frame={frame}
          action={`${path}/behovs/${item}`}
          once={newOnce()}
          label={texts.waiveBack}
          question={texts.waiveBackQuestion}
          confirm={texts.waiveBackDo}
        />
      )}
    </li>
  )
}

const Checklist = (props: FormOf) => {
  const { frame, turning } = props
  const texts = turningTexts[frame.lang]
  const { facts } = turning
  return (
    <Card heading={texts.checklist}>
      <ul class="plain stack">
        {checklistOf(facts).map((one) => (
          <CheckLine {...props} one={one} />
        ))}
      </ul>
      {facts.openMeasures > 0 && <p class="muted">{texts.measureNote}</p>}
    </Card>
  )
}

/** What is not needed, and why: chosen among reasons. */
const Waive = ({ frame, turning, path, problems, newOnce }: FormOf) => {
  const texts = turningTexts[frame.lang]
  const options = waivable(turning.facts).map(({ item, why }) => ({
    value: `${item}:${why}`,
    label: `${texts.waived[item]}: ${texts.reasons[why]}`,
  }))
  if (options.length === 0) return null
  return (
    <Card heading={texts.waive}>
      <Form frame={frame} action={`${path}/behovs-inte`} once={newOnce()}>
        <RadioGroup
          name="waived"
          label={texts.waiveWhat}
          hint={texts.waiveHint}
          options={options}
          value=""
          problem={problemOf(problems, 'waived')}
        />
        <Button variant="secondary">{texts.waiveDo}</Button>
      </Form>
    </Card>
  )
}

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

const Ended = ({ frame, turning: { facts }, path, newOnce }: FormOf) => {
  const texts = turningTexts[frame.lang]
  const { ending } = facts
  if (ending === null) return null
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

const Ending = (props: FormOf) => {
  const { frame, turning, today, path, newOnce, problems } = props
  const texts = turningTexts[frame.lang]
  const { facts } = turning
  if (facts.ending !== null) return <Ended {...props} />
  const possible = outcomes.filter((one) => mayEnd({ facts, on: today, today }, one).granted)
  const options = possible.map((value) => ({ value, label: texts.outcomes[value] }))
  return (
    <Card heading={texts.end}>
      {options.length === 0 && <p class="muted">{texts.endNot}</p>}
      {options.length > 0 && (
        <Form frame={frame} action={`${path}/slut`} once={newOnce()}>
          <RadioGroup name="outcome" label={texts.endWhat} options={options} value="" problem={problemOf(problems, 'outcome')} />
          <Button>{texts.endDo}</Button>
        </Form>
      )}
    </Card>
  )
}

/** The page. */
export const OneTurningPage = (props: OneProps) => {
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
      {youth.isProtected && <Alert kind="warning">{texts.protectedNote}</Alert>}
      <Columns
        main={[<Checklist {...forms} />, <Receivers {...forms} />, <Ending {...forms} />]}
        side={facts.ending === null ? [<Talk {...forms} />, <Ask {...forms} />, <Waive {...forms} />] : []}
      />
    </Page>
  )
}
