/** The page of the routine's numbers. */
import { instrumentTexts } from './instrument.texts.ts'
import type { SealedPermission } from '../../../kernel/permission.ts'
import { Both, type Difference } from '../../../ui/both.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { holidayRules } from '../calendar/month.rules.ts'
import { followupTexts } from '../followup.texts.ts'
import { Shell } from '../shell.views.tsx'
import { instrumentPageTexts } from './pages.texts.ts'
import { routineNumbers } from './routine.rules.ts'
import type { Routine } from './routine.types.ts'

type Props = {
  readonly frame: Frame
  readonly may: (permission: SealedPermission) => boolean
  readonly typed: (field: string) => string
  readonly problems: readonly FieldProblem[]
  readonly differences: readonly Difference[] | null
  /** The one in force, which the form is made from. */
  readonly routine: Routine
  readonly once: string
}

const RoutineFields = ({ frame, typed, problems, routine }: Props) => {
  const t = instrumentPageTexts[frame.lang]
  const field = (name: string) => ({ name, value: typed(name), problem: problemOf(problems, name), required: true })
  const rules = holidayRules.map((value) => ({ value, label: instrumentTexts[frame.lang].holidays[value] }))
  return (
    <>
      {(['onHoliday', ...routineNumbers] as const).map((key) => (
        <input type="hidden" name={`seen-${key}`} value={String(routine[key])} />
      ))}
      <RadioGroup {...field('onHoliday')} label={t.onHoliday} options={rules} />
      {routineNumbers.map((key) => (
        <Field {...field(key)} label={instrumentTexts[frame.lang].routine[key]} inputmode="numeric" size={4} maxlength={3} />
      ))}
    </>
  )
}

/** GET /uppfoljning/installningar/rutin. */
export const RoutinePage = (props: Props) => {
  const { frame, may, problems, differences, once } = props
  const [t, shared] = [instrumentPageTexts[frame.lang], followupTexts[frame.lang]]
  return (
    <Shell frame={frame} part="settings" may={may} heading={t.routine} below={t.routineLead}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <Card>
        <Form frame={frame} action="/uppfoljning/installningar/rutin" once={once} label={t.routine}>
          <RoutineFields {...props} />
          <div class="row">
            <Button>{shared.save}</Button>
            <LinkButton href="/uppfoljning/installningar" variant="tertiary">
              {shared.leave}
            </LinkButton>
          </div>
        </Form>
      </Card>
    </Shell>
  )
}
