/** What came, to be put in the register, and what is there of it. */
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CheckboxGroup } from '../../ui/choice.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Confirm, Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { afterTexts } from './after.texts.ts'
import { educationLine, measureLine, occupationLine } from './carried.views.tsx'
import { itemsOf, type CarriedItem } from './kept.rules.ts'
import { offeringPath } from './moved.views.tsx'
import type { Carried, CarriedEducation, CarriedMeasure, CarriedOccupation, Kept } from './transfers.types.ts'
import { carriedTexts } from './carried.texts.ts'

/** One thing in words. */
export function lineOf({ part, value }: Pick<CarriedItem, 'part' | 'value'>, lang: Frame['lang']): string {
  if (typeof value === 'string') return value
  if (part === 'occupation') return occupationLine(value as CarriedOccupation, lang)
  return part === 'education' ? educationLine(value as CarriedEducation, lang) : measureLine(value as CarriedMeasure, lang)
}

type KeepProps = {
  readonly frame: Frame
  readonly action: string
  readonly content: Carried
  readonly kept: readonly Kept[]
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

/** The choice of what is put in: what is there already is told, and not asked again. */
export const KeepForm = ({ frame, action, content, kept, problems, newOnce }: KeepProps) => {
  const { parts } = carriedTexts[frame.lang]
  const after = afterTexts[frame.lang]
  const there = new Set(
    kept.filter(({ isTakenBack }) => !isTakenBack).map(({ part, value, way }) => `${part} ${JSON.stringify(value ?? way)}`),
  )
  const words = {
    phone: parts.phones,
    email: parts.emails,
    occupation: parts.occupations,
    education: parts.educations,
    measure: parts.measures,
  }
  const options = itemsOf(content).map((item) => {
    const isThere = there.has(`${item.part} ${JSON.stringify(item.value)}`)
    const label = `${words[item.part]}: ${lineOf(item, frame.lang)}`
    return { value: item.key, label: isThere ? `${label} (${after.keptTag})` : label, disabled: isThere }
  })
  if (options.length === 0) return null
  return (
    <Form frame={frame} action={action} once={newOnce()}>
      <CheckboxGroup name="item" label={after.keepWhat} hint={after.keepHint} options={options} problem={problemOf(problems, 'item')} />
      <Button>{after.keep}</Button>
    </Form>
  )
}

type KeptProps = { readonly frame: Frame; readonly subjectId: string; readonly kept: readonly Kept[]; readonly newOnce: () => string }

/** What stands in the register, each with its source and a way to take it back. */
export const KeptCard = ({ frame, subjectId, kept, newOnce }: KeptProps) => {
  const { lang } = frame
  const after = afterTexts[lang]
  if (kept.length === 0) return null
  return (
    <Card heading={after.keptHeading}>
      <ul class="plain stack">
        {kept.map((one) => (
          <li>
            {one.value === null ? (one.way ?? after.keptEnded) : lineOf({ part: one.part, value: one.value }, lang)}
            <br />
            <small class="muted">{`${after.keptFrom(one.from)}, ${after.keptBy(one.byName, shortDay(one.keptOn, lang))}`}</small>
            <Confirm
              frame={frame}
              action={`${offeringPath(subjectId)}/inlagt/${one.keptId}/aterta`}
              once={newOnce()}
              label={after.takeBack}
              question={after.takeBackQuestion}
              confirm={after.takeBackDo}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
