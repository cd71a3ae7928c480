/** The visit cards of a round: what is left to print, and what is left to deliver. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CheckboxGroup } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { isRight, isToDeliver, needsCard } from './announce.rules.ts'
import { cardTexts } from './cards.texts.ts'
import { roundPath } from './parts.views.tsx'
import { addressLine, nameOf } from './pocket.rules.ts'
import { stopTexts } from './stops.texts.ts'
import type { Round, Stop } from './visits.types.ts'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly round: Round
  readonly stops: readonly Stop[]
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

const Printing = ({ frame, round, stops, newOnce }: Props) => {
  const texts = cardTexts[frame.lang]
  const open = stops.filter(({ result }) => result === null)
  const missing = open.filter((stop) => needsCard(round, stop)).length
  const printed = open.filter((stop) => isRight(stop.card, round.on, stop.plannedAt)).length
  const without = open.filter(({ plannedAt }) => plannedAt === null).length
  return (
    <>
      {without > 0 && <p class="late">{texts.withoutTime(without)}</p>}
      <p>{missing > 0 ? texts.toPrint(missing) : printed > 0 ? texts.allPrinted : texts.nothingToPrint}</p>
      <Form frame={frame} action={`${roundPath(round)}/kort`} once={newOnce()} givesFile inline>
        {missing > 0 && (
          <Button variant={printed > 0 ? 'secondary' : 'primary'} name="which" value="missing">
            {texts.print}
          </Button>
        )}
        {printed > 0 && (
          <Button variant="tertiary" name="which" value="all">
            {texts.printAgain}
          </Button>
        )}
      </Form>
    </>
  )
}

const optionOf = (stop: Stop, lang: Lang) => ({
  value: stop.stopId,
  label: `${stop.card?.visitTime ?? ''} ${nameOf(stop) || stopTexts[lang].somebody}`,
  hint: addressLine(stop),
})

const DeliveredOn = ({ frame, today, round, problems }: Props) => {
  const latest = today < round.on ? today : round.on
  const { deliveredOn } = cardTexts[frame.lang]
  const problem = problemOf(problems, 'delivered-on')
  return <Field name="on" id="delivered-on" type="date" label={deliveredOn} value={latest} max={latest} problem={problem} />
}

const Delivering = (props: Props) => {
  const { frame, round, stops, problems, newOnce } = props
  const texts = cardTexts[frame.lang]
  const waiting = stops.filter((stop) => isToDeliver(round, stop))
  if (waiting.length === 0) return null
  return (
    <Form frame={frame} action={`${roundPath(round)}/kort/utlamnade`} once={newOnce()}>
      <CheckboxGroup
        name="card"
        label={texts.toDeliver}
        hint={texts.deliverHint}
        options={waiting.map((stop) => optionOf(stop, frame.lang))}
        values={waiting.map(({ stopId }) => stopId)}
        problem={problemOf(problems, 'card')}
      />
      <DeliveredOn {...props} />
      <div class="row">
        <Button>{texts.deliver}</Button>
      </div>
    </Form>
  )
}

/** The cards: printing, then delivering. */
export const CardsCard = (props: Props) => {
  const texts = cardTexts[props.frame.lang]
  return (
    <Card heading={texts.cards} id="kort">
      <p class="muted">{texts.cardsLead}</p>
      <div class="stack">
        <Printing {...props} />
        <Delivering {...props} />
      </div>
    </Card>
  )
}
