/** Two telephones that wrote differently about a visit: field by field, what each wrote, to be chosen between. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Form } from '../../ui/form.tsx'
import type { FieldBack } from './field.forms.ts'
import { fieldTexts } from './field.texts.ts'
import { baseOf } from './pocket.rules.ts'
import { stopTexts } from './stops.texts.ts'
import { timeText } from './times.texts.ts'
import { visitTexts } from './visits.texts.ts'
import {
  visitFieldNames,
  type Conflict,
  type Pocket,
  type PocketStop,
  type SomeFields,
  type VisitFieldName,
  type VisitResult,
} from './visits.types.ts'

/** A field's value in words. */
function valueText(name: VisitFieldName, fields: SomeFields, lang: Lang): string {
  const value = fields[name]
  if (value === null || value === undefined || value === '') return fieldTexts[lang].differ.nothing
  if (typeof value === 'number') return timeText(value)
  return name === 'result' ? visitTexts[lang].results[value as VisitResult] : value
}

type Props = {
  readonly lang: Lang
  readonly pocket: Pocket
  readonly formToken: string
  readonly newOnce: () => string
  readonly back: FieldBack
}

type OneProps = Props & { readonly conflict: Conflict; readonly stop: PocketStop; readonly n: number }

const Picks = ({ conflict, stop, n, lang }: OneProps) => {
  const { differ } = fieldTexts[lang]
  return (
    <>
      {visitFieldNames
        .filter((name) => conflict.mine[name] !== undefined)
        .map((name) => (
          <RadioGroup
            name={`pick-${name}`}
            id={`pick-${name}-${n}`}
            label={differ.fields[name]}
            value="theirs"
            options={[
              { value: 'mine', label: `${differ.mine(conflict.byName)}: ${valueText(name, conflict.mine, lang)}` },
              { value: 'theirs', label: `${differ.theirs}: ${valueText(name, stop.fields, lang)}` },
            ]}
          />
        ))}
    </>
  )
}

const One = (props: OneProps) => {
  const { pocket, formToken, conflict, stop, newOnce, back, lang } = props
  const { differ } = fieldTexts[lang]
  const about = differ.about(stop.name || stopTexts[lang].somebody)
  return (
    <Form frame={{ formToken }} action={`/besok/${pocket.roundId}/skillnader`} once={newOnce()} label={about}>
      <h2>{about}</h2>
      <input type="hidden" name="conflict" value={conflict.changeId} />
      <input type="hidden" name="stop" value={stop.stopId} />
      <input type="hidden" name="change" value={newOnce()} />
      <input type="hidden" name="version" value={String(stop.version)} />
      <input type="hidden" name="base" value={baseOf(stop.fields)} />
      <input type="hidden" name="back" value={back} />
      <Picks {...props} />
      <div class="row">
        <Button>{differ.pick}</Button>
      </div>
    </Form>
  )
}

/** The differences that wait for a choice; nothing when there are none. */
export const Conflicts = (props: Props) => {
  const { differ } = fieldTexts[props.lang]
  const { conflicts, stops } = props.pocket
  const shown = conflicts.flatMap((conflict) => {
    const stop = stops.find(({ stopId }) => stopId === conflict.stopId)
    return stop === undefined ? [] : [{ conflict, stop }]
  })
  if (shown.length === 0) return null
  return (
    <Alert kind="warning" title={differ.title}>
      <div class="stack">
        <p>{differ.text}</p>
        {shown.map(({ conflict, stop }, index) => (
          <One {...props} conflict={conflict} stop={stop} n={index + 1} />
        ))}
      </div>
    </Alert>
  )
}
