/** The list of housing units, and the form of one. */
import type { SealedPermission } from '../../../kernel/permission.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Table } from '../../../ui/table.tsx'
import { followupTexts } from '../followup.texts.ts'
import type { HousingUnit } from '../people/people.types.ts'
import { Shell } from '../shell.views.tsx'
import { unitTexts } from './units.texts.ts'

type Framed = { readonly frame: Frame; readonly may: (permission: SealedPermission) => boolean }

/** GET /uppfoljning/enheter. */
export const UnitsPage = ({ frame, may, units }: Framed & { readonly units: readonly HousingUnit[] }) => {
  const t = unitTexts[frame.lang]
  const [name, district, youths, state] = t.columns
  return (
    <Shell
      frame={frame}
      part="units"
      may={may}
      heading={followupTexts[frame.lang].units}
      below={t.lead}
      actions={<LinkButton href="/uppfoljning/enheter/ny">{t.add}</LinkButton>}
    >
      <Table
        columns={[{ title: name }, { title: district }, { title: youths, isNumber: true }, { title: state }]}
        rows={units.map((unit) => [
          <a href={`/uppfoljning/enheter/${unit.id}`}>{unit.name}</a>,
          unit.district,
          unit.youths,
          unit.active ? t.inUse : t.retired,
        ])}
        empty={t.empty}
        headed
        stacks
      />
    </Shell>
  )
}

type FormProps = Framed & {
  readonly id: string | null
  readonly version: number
  readonly typed: { readonly name: string; readonly district: string; readonly retired: boolean }
  readonly problems: readonly FieldProblem[]
  readonly once: string
}

const UnitFields = ({ frame, id, typed, problems }: Pick<FormProps, 'frame' | 'id' | 'typed' | 'problems'>) => {
  const t = unitTexts[frame.lang]
  const field = (name: 'name' | 'district') => ({ name, value: typed[name], problem: problemOf(problems, name), maxlength: 80 })
  const retired = { name: 'retired', checked: typed.retired, problem: problemOf(problems, 'retired') }
  return (
    <>
      <Field {...field('name')} label={t.name} required />
      <Field {...field('district')} label={t.district} hint={t.districtHint} required={false} />
      {id !== null && <Checkbox {...retired} label={t.retire} hint={t.retireHint} />}
    </>
  )
}

/** A unit, new or old. */
export const UnitPage = (props: FormProps) => {
  const { frame, may, id, version, problems, once } = props
  const [t, shared] = [unitTexts[frame.lang], followupTexts[frame.lang]]
  return (
    <Shell frame={frame} part="units" may={may} heading={id === null ? t.add : t.unit}>
      <FormErrors problems={problems} />
      <Card>
        <Form frame={frame} action={`/uppfoljning/enheter/${id ?? 'ny'}`} once={once}>
          <input type="hidden" name="version" value={version} />
          <UnitFields {...props} />
          <div class="row">
            <Button>{shared.save}</Button>
            <LinkButton href="/uppfoljning/enheter" variant="tertiary">
              {shared.leave}
            </LinkButton>
          </div>
        </Form>
      </Card>
    </Shell>
  )
}
