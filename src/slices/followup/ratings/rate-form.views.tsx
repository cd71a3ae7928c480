/** The form of a youth's day: a number to press for each area, made for a thumb; without script. */
import { Button, LinkButton } from '../../../ui/button.tsx'
import { described, Field, Hint, Problem, TextArea } from '../../../ui/field.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { shortDay } from '../../../ui/day.texts.ts'
import { Form, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import type { Points } from '../instrument/instrument.types.ts'
import { areaName, pointsIn } from '../instrument/points.texts.ts'
import type { TypedFields } from '../people/particulars.views.tsx'
import type { SectionFrame } from '../section.ts'
import type { YouthDay } from './day.actions.ts'
import { areasOn, type RatedSignal } from './day.rules.ts'
import { ratingPageTexts } from './pages.texts.ts'
import { dayAddress, listAddress } from './rating-address.ts'
import { ratingScale } from './ratings.rules.ts'
import { ratingTexts } from './ratings.texts.ts'
import { halfField, pointsField, tapsOf, type Taps } from './taps.rules.ts'

export type RateFilled = { readonly typed: TypedFields; readonly problems: readonly FieldProblem[] }
export type RateProps = { readonly shown: SectionFrame; readonly read: YouthDay; readonly filled: RateFilled }

type AreaProps = RateProps & { readonly of: RatedSignal }

const Tap = ({ area, points, label, checked }: { area: string; points: Points | null; label: string; checked: boolean }) => {
  const field = pointsField(area)
  const id = points === null ? field : `${field}-${points}`
  return (
    <span class="tap">
      <input type="radio" id={id} name={field} value={points === null ? '' : String(points / 100)} checked={checked} />
      <label for={id}>{label}</label>
    </span>
  )
}

const Numbers = ({ shown: { lang }, filled: { typed }, of: { signal }, taps }: AreaProps & { readonly taps: Taps }) => {
  const t = ratingPageTexts[lang]
  const { area } = signal
  const now = typed(pointsField(area))
  return (
    <>
      <div class="taps">
        <Tap area={area} points={null} label={t.noPoints} checked={now === ''} />
        {taps.wholes.map((points) => (
          <Tap area={area} points={points} label={pointsIn(points, lang)} checked={now === String(points / 100)} />
        ))}
      </div>
      {taps.hasHalf && <Checkbox name={halfField(area)} label={t.addHalf} checked={typed(halfField(area)) !== ''} />}
    </>
  )
}

/** What the area was rated last before the day. */
function lastText({ shown: { lang }, read: { ratings, on } }: AreaProps, area: string): string {
  const t = ratingPageTexts[lang]
  const last = ratings
    .filter((one) => one.on < on && one.areas.some((rated) => rated.area === area))
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
  const points = last?.areas.find((rated) => rated.area === area)?.points
  return last === undefined || points === undefined ? t.lastNone : t.last(pointsIn(points, lang), shortDay(last.on, lang))
}

const Area = (props: AreaProps) => {
  const { shown, filled, of } = props
  const { lang } = shown
  const { area } = of.signal
  const field = pointsField(area)
  const scale = ratingScale(of.instrument, area)
  if (scale === null) return null
  const taps = tapsOf(scale)
  const name = areaName(of.instrument, area, lang)
  const problem = problemOf(filled.problems, field)
  const told = `${ratingTexts[lang].scale(pointsIn(scale.min, lang), pointsIn(scale.max, lang), pointsIn(scale.step, lang))} ${lastText(props, area)}`
  if (taps === null) {
    return <Field name={field} label={name} hint={told} problem={problem} value={filled.typed(field)} inputmode="decimal" maxlength={8} />
  }
  return (
    <fieldset class="ds-fieldset" {...described(field, told, problem)}>
      <legend class="ds-label">{name}</legend>
      <Hint id={field}>{told}</Hint>
      <Numbers {...props} taps={taps} />
      <Problem id={field} text={problem} />
    </fieldset>
  )
}

const Also = ({ shown: { lang }, read: { rating }, filled: { typed, problems } }: RateProps) => {
  const t = ratingPageTexts[lang]
  const field = (name: string) => ({ name, value: typed(name), problem: problemOf(problems, name), rows: 2, maxlength: 500 })
  return (
    <>
      <TextArea {...field('note')} label={t.note} hint={t.noteHint} required={false} />
      {rating !== null && <TextArea {...field('why')} label={t.why} hint={t.whyHint} />}
    </>
  )
}

/** The day's form. */
export const RateForm = (props: RateProps) => {
  const { shown, read } = props
  const { frame, lang, newOnce } = shown
  const t = ratingPageTexts[lang]
  return (
    <div class="visit">
      <Form frame={frame} action={dayAddress(read.youth.id, read.on)} once={newOnce()} label={t.title}>
        <input type="hidden" name="seen" value={read.rating?.version ?? ''} />
        {areasOn(read.housing, read.on).map((of) => (
          <Area {...props} of={of} />
        ))}
        <Also {...props} />
        <div class="row">
          <Button name="do" value="next">
            {t.saveNext}
          </Button>
          <Button name="do" value="stay" variant="secondary">
            {t.save}
          </Button>
          <LinkButton href={listAddress(read.on)} variant="tertiary">
            {t.list}
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}
