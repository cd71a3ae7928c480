/** The forms of a youth's particulars: a new youth, a changed one, and a move. */
import { Both, type Difference } from '../../../ui/both.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card, Columns } from '../../../ui/card.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { Field, Select, TextArea } from '../../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import { Table } from '../../../ui/table.tsx'
import { followupTexts } from '../followup.texts.ts'
import type { SectionFrame } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import { peopleFormTexts } from './people-form.texts.ts'
import { peopleTexts } from './people.texts.ts'
import { keptReasons, protections, type HousingUnit, type Stay } from './people.types.ts'

/** The fields as they were typed, by name. */
export type TypedFields = (field: string) => string

export type FieldsProps = { readonly shown: SectionFrame; readonly typed: TypedFields; readonly problems: readonly FieldProblem[] }

const Identity = ({ shown: { lang }, typed, problems }: FieldsProps) => {
  const t = peopleFormTexts[lang]
  const field = (name: string) => ({ name, value: typed(name), problem: problemOf(problems, name) })
  return (
    <>
      <Field {...field('number')} label={t.number} hint={t.numberHint} required inputmode="numeric" spellcheck={false} maxlength={20} />
      <Field {...field('givenName')} label={t.givenName} required maxlength={100} spellcheck={false} />
      <Field {...field('familyName')} label={t.familyName} required maxlength={100} spellcheck={false} />
      <Field {...field('bornOn')} label={t.bornOn} hint={t.bornOnHint} required={false} maxlength={10} />
      <RadioGroup
        {...field('protection')}
        label={t.protection}
        options={protections.map((value) => ({ value, label: peopleTexts[lang].protections[value] }))}
      />
    </>
  )
}

const Ways = ({ shown: { lang }, typed, problems }: FieldsProps) => {
  const t = peopleFormTexts[lang]
  const field = (name: string) => ({ name, value: typed(name), problem: problemOf(problems, name), required: false })
  return (
    <>
      <Field {...field('school')} label={t.school} maxlength={200} />
      <Field {...field('phone')} label={t.phone} type="tel" maxlength={40} />
      <Field {...field('email')} label={t.email} type="email" maxlength={200} />
    </>
  )
}

const Kept = ({ shown: { lang }, typed, problems }: FieldsProps) => {
  const t = peopleFormTexts[lang]
  const options = (['no', ...keptReasons] as const).map((value) => ({ value, label: t.keptOptions[value] }))
  const ground = { name: 'keptGround', value: typed('keptGround'), problem: problemOf(problems, 'keptGround') }
  return (
    <>
      <RadioGroup
        name="kept"
        label={t.kept}
        hint={t.keptHint}
        options={options}
        value={typed('kept')}
        problem={problemOf(problems, 'kept')}
      />
      <TextArea {...ground} label={t.keptGround} hint={t.keptGroundHint} rows={2} maxlength={500} />
    </>
  )
}

type UnitProps = FieldsProps & { readonly units: readonly HousingUnit[]; readonly blank: string }

const UnitChoice = ({ shown: { lang }, typed, problems, units, blank }: UnitProps) => {
  const options = units
    .filter(({ active }) => active)
    .map(({ id, name, district }) => ({ value: id, label: district === '' ? name : `${name} (${district})` }))
  const unit = { name: 'unit', value: typed('unit'), problem: problemOf(problems, 'unit') }
  return <Select {...unit} label={peopleFormTexts[lang].unit} options={options} blank={blank} />
}

type RegisterProps = FieldsProps & { readonly units: readonly HousingUnit[] }

/** GET /uppfoljning/ungdomar/ny. */
export const RegisterPage = (props: RegisterProps) => {
  const { shown, typed, problems } = props
  const { frame, lang, may, newOnce } = shown
  const t = peopleFormTexts[lang]
  const from = { name: 'fromOn', value: typed('fromOn'), problem: problemOf(problems, 'fromOn') }
  return (
    <Shell frame={frame} part="youths" may={may} heading={t.registerTitle} below={t.registerLead}>
      <FormErrors problems={problems} />
      <Card>
        <Form frame={frame} action="/uppfoljning/ungdomar/ny" once={newOnce()}>
          <Identity {...props} />
          <UnitChoice {...props} blank={t.noUnit} />
          <Field {...from} label={t.fromOn} hint={t.fromOnHint} required={false} maxlength={10} />
          <Ways {...props} />
          <Kept {...props} />
          <div class="row">
            <Button>{t.add}</Button>
            <LinkButton href="/uppfoljning/ungdomar" variant="tertiary">
              {followupTexts[lang].leave}
            </LinkButton>
          </div>
        </Form>
      </Card>
    </Shell>
  )
}

export type ChangeProps = RegisterProps & {
  readonly youthId: string
  readonly heading: string
  readonly version: number
  readonly stays: readonly Stay[]
  readonly differences: readonly Difference[] | null
  /** The move as it was typed and what was wrong with it. */
  readonly move: Pick<FieldsProps, 'typed' | 'problems'>
}

const Move = ({ shown, units, youthId, move }: ChangeProps) => {
  const t = peopleFormTexts[shown.lang]
  const on = { name: 'on', value: move.typed('on'), problem: problemOf(move.problems, 'on') }
  return (
    <Card heading={t.moveTitle}>
      <Form frame={shown.frame} action={`/uppfoljning/ungdom/${youthId}/flytt`} once={shown.newOnce()} label={t.moveTitle}>
        <UnitChoice shown={shown} units={units} {...move} blank={t.moveOut} />
        <Field {...on} label={t.movedOn} type="date" required />
        <Button variant="secondary">{t.move}</Button>
      </Form>
    </Card>
  )
}

const Homes = ({ shown: { lang }, stays }: Pick<ChangeProps, 'shown' | 'stays'>) => {
  const t = peopleFormTexts[lang]
  const columns = t.homeColumns.map((title) => ({ title }))
  const rows = stays.map(({ unit, fromOn, untilOn }) => [unit, fromOn, untilOn ?? '–'])
  return (
    <Card heading={t.homes}>
      <Table columns={columns} rows={rows} empty={t.noHomes} headed />
    </Card>
  )
}

const ChangeForm = (props: ChangeProps) => {
  const { frame, lang, newOnce } = props.shown
  const back = `/uppfoljning/ungdom/${props.youthId}`
  return (
    <Card>
      <Form frame={frame} action={`${back}/uppgifter`} once={newOnce()} label={peopleTexts[lang].particulars}>
        <input type="hidden" name="version" value={props.version} />
        <Identity {...props} />
        <Ways {...props} />
        <Kept {...props} />
        <div class="row">
          <Button>{followupTexts[lang].save}</Button>
          <LinkButton href={back} variant="tertiary">
            {followupTexts[lang].leave}
          </LinkButton>
        </div>
      </Form>
    </Card>
  )
}

/** GET /uppfoljning/ungdom/:id/uppgifter. */
export const ParticularsPage = (props: ChangeProps) => {
  const { shown, problems, move, heading, differences } = props
  const { frame, lang, may } = shown
  const side = (
    <>
      <Move {...props} />
      <Homes {...props} />
    </>
  )
  return (
    <Shell frame={frame} part="youths" may={may} heading={heading} title={peopleFormTexts[lang].changeTitle} youthId={props.youthId}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={[...problems, ...move.problems]} />
      <Columns main={<ChangeForm {...props} />} side={side} />
    </Shell>
  )
}
