/** The card of the summer radar on the person page: what the lists say, and what has been done. */
import { Button } from '../../ui/button.tsx'
import { Card, Details } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field, Select } from '../../ui/field.tsx'
import { Confirm, Form } from '../../ui/form.tsx'
import type { PersonCard } from '../access/index.ts'
import { stepKinds } from './admissions.types.ts'
import type { RadarOfYouth } from './card.actions.ts'
import { radarTexts } from './radar.texts.ts'

const AddStep = ({ lang, frame, subjectId, today, newOnce }: PersonCard<RadarOfYouth>) => {
  const texts = radarTexts[lang]
  return (
    <Details summary={texts.add}>
      <Form frame={frame} action={`/ungdomar/${subjectId}/radar`} once={newOnce()}>
        <Select name="kind" id="radar-kind" label={texts.step} options={stepKinds.map((value) => ({ value, label: texts.steps[value] }))} />
        <Field name="on" id="radar-on" type="date" label={texts.on} value={today} max={today} />
        <Button variant="secondary">{texts.add}</Button>
      </Form>
    </Details>
  )
}

const Steps = ({ of, lang, frame, subjectId, acts, may, newOnce }: PersonCard<RadarOfYouth>) => {
  const texts = radarTexts[lang]
  return (
    <ul class="plain stack">
      {of.steps.map(({ stepId, kind, on, byName }) => (
        <li>
          {`${texts.steps[kind]} ${shortDay(on, lang)}`}
          {byName !== null && !frame.meeting && <small class="muted">{` ${byName}`}</small>}
          {acts && may('radar.work') && (
            <Confirm
              frame={frame}
              action={`/ungdomar/${subjectId}/radar/${stepId}/stryk`}
              once={newOnce()}
              label={texts.strike}
              question={texts.strikeQuestion}
              confirm={texts.strikeDo}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

export const RadarCard = (card: PersonCard<RadarOfYouth>) => {
  const { of, lang, acts, may } = card
  if (of.answers.length === 0 && of.steps.length === 0) return null
  const texts = radarTexts[lang]
  return (
    <Card heading={texts.card}>
      <ul class="plain">
        {of.answers.map(({ round, state, on }) => (
          <li>{`${texts.rounds[round]}, ${shortDay(on, lang)}: ${texts.states[state]}`}</li>
        ))}
      </ul>
      <Steps {...card} />
      {acts && may('radar.work') && <AddStep {...card} />}
    </Card>
  )
}
