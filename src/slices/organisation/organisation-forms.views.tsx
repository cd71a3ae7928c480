/** The forms: a unit, a district (with its preview) and a member of staff. Shown again with what was typed when something was wrong. */
import type { Child } from 'hono/jsx'
import { Both, type Difference } from '../../ui/both.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Lang } from '../../kernel/lang.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import type { MovedYouths } from '../worklist/index.ts'
import { organisationTexts } from './organisation.texts.ts'
import { partPaths, type Part } from './organisation.views.tsx'
import type { Unit } from './organisation.types.ts'

/** What every form page has. `differences` when somebody else was first: then `version` is the new one. */
export type FormFrame = {
  readonly frame: Frame
  readonly once: string
  readonly id: string | null
  readonly version: number
  readonly problems?: readonly FieldProblem[]
  readonly differences?: readonly Difference[] | undefined
}

type ShellProps = FormFrame & {
  readonly part: Part
  readonly heading: string
  readonly children: Child
  readonly extra?: Child
  readonly above?: Child
}

const FormShell = ({ frame, once, id, version, part, heading, problems = [], differences, children, extra, above }: ShellProps) => {
  const t = organisationTexts[frame.lang]
  const path = id === null ? partPaths[part] : `${partPaths[part]}/${id}`
  const crumbs = [
    { href: '/organisation', label: t.title },
    { href: partPaths[part], label: t[part] },
    { href: path, label: heading },
  ]
  return (
    <Page frame={frame} title={t[part]} crumbs={crumbs}>
      <PageHead heading={heading} />
      {differences !== undefined && <Both differences={differences} />}
      <FormErrors problems={problems} />
      {above}
      <Card>
        <Form frame={frame} action={path} once={once}>
          <input type="hidden" name="version" value={version} />
          {children}
          <div class="row">
            <Button>{differences === undefined ? t.save : t.saveAnyway}</Button>
            {extra}
            <LinkButton href={partPaths[part]} variant="tertiary">
              {t.leave}
            </LinkButton>
          </div>
        </Form>
      </Card>
    </Page>
  )
}

export type UnitTyped = { readonly name: string; readonly retired: boolean }

/** A unit, new or old. */
export const UnitFormPage = ({ typed, ...shell }: FormFrame & { readonly typed: UnitTyped }) => {
  const t = organisationTexts[shell.frame.lang]
  const problems = shell.problems ?? []
  return (
    <FormShell {...shell} part="units" heading={shell.id === null ? t.newUnit : `${t.change}: ${t.unit.toLowerCase()}`}>
      <Field name="name" label={t.name} value={typed.name} maxlength={80} required problem={problemOf(problems, 'name')} />
      {shell.id !== null && (
        <Checkbox name="retired" label={t.retire} hint={t.retireHint} checked={typed.retired} problem={problemOf(problems, 'retired')} />
      )}
    </FormShell>
  )
}

const UnitChoice = ({ units, value, hint, problem, lang }: UnitChoiceProps) => {
  const t = organisationTexts[lang]
  const options = units
    .filter((unit) => unit.active || String(unit.id) === value)
    .map((unit) => ({ value: String(unit.id), label: unit.active ? unit.name : `${unit.name} (${t.retired.toLowerCase()})` }))
  return <Select name="unit" label={t.unit} hint={hint} options={options} value={value} blank={t.noUnit} problem={problem} />
}
type UnitChoiceProps = {
  units: readonly Unit[]
  value: string
  hint?: string | undefined
  problem: string | undefined
  lang: Frame['lang']
}

export type DistrictTyped = { readonly name: string; readonly unit: string; readonly codes: string }
type DistrictProps = FormFrame & {
  readonly typed: DistrictTyped
  readonly units: readonly Unit[]
  /** What saving would mean; shown above the form when it was asked for. */
  readonly moved?: readonly MovedYouths[] | undefined
}

const Moved = ({ moved, lang }: { moved: readonly MovedYouths[]; lang: Frame['lang'] }) => {
  const t = organisationTexts[lang]
  return (
    <Card heading={t.previewTitle} id="granska">
      <p>{t.previewText}</p>
      <Table
        columns={[{ title: t.from }, { title: t.to }, { title: t.covered, isNumber: true }]}
        rows={moved.map(({ from, to, youths }) => [from ?? t.noUnit, from === to ? t.stays : (to ?? t.noUnit), youths])}
        empty={t.previewNone}
        headed
      />
    </Card>
  )
}

/** A district, new or old. The second button shows what would happen before anything is saved. */
export const DistrictFormPage = ({ typed, units, moved, ...shell }: DistrictProps) => {
  const { lang } = shell.frame
  const t = organisationTexts[lang]
  const problems = shell.problems ?? []
  const look = (
    <Button variant="secondary" formaction={`${partPaths.districts}/${shell.id ?? 'ny'}/granska`}>
      {t.preview}
    </Button>
  )
  const above = moved === undefined ? undefined : <Moved moved={moved} lang={lang} />
  const heading = shell.id === null ? t.newDistrict : `${t.change}: ${typed.name}`
  return (
    <FormShell {...shell} part="districts" heading={heading} extra={look} above={above}>
      <Field name="name" label={t.name} value={typed.name} maxlength={80} required problem={problemOf(problems, 'name')} />
      <UnitChoice units={units} value={typed.unit} hint={t.unitHint} problem={problemOf(problems, 'unit')} lang={lang} />
      <TextArea name="codes" label={t.codes} hint={t.codesHint} value={typed.codes} problem={problemOf(problems, 'codes')} />
    </FormShell>
  )
}

/** The form of a member of staff as it was typed. */
export type StaffTyped = { readonly unit: string; readonly access: string; readonly phone: string; readonly email: string }

type StaffFormProps = FormFrame & {
  readonly name: string
  readonly typed: StaffTyped
  readonly units: readonly Unit[]
}

type ContactProps = { readonly typed: StaffTyped; readonly problems: readonly FieldProblem[]; readonly lang: Lang }

const Contact = ({ typed, problems, lang }: ContactProps) => {
  const t = organisationTexts[lang]
  const phone = { type: 'tel', label: t.phone, hint: t.phoneHint, value: typed.phone, maxlength: 40 } as const
  const email = { type: 'email', label: t.email, hint: t.emailHint, value: typed.email, maxlength: 200 } as const
  return (
    <>
      <Field name="phone" {...phone} problem={problemOf(problems, 'phone')} required={false} />
      <Field name="email" {...email} problem={problemOf(problems, 'email')} required={false} />
    </>
  )
}

/** A member of staff: unit, how they are reached at work, and whether they are let in. */
export const StaffFormPage = ({ name, typed, units, ...shell }: StaffFormProps) => {
  const { lang } = shell.frame
  const t = organisationTexts[lang]
  const problems = shell.problems ?? []
  const options = [
    { value: 'in', label: t.letIn },
    { value: 'out', label: t.shutOut, hint: t.shutOutHint },
  ]
  return (
    <FormShell {...shell} part="staff" heading={name}>
      <UnitChoice units={units} value={typed.unit} problem={problemOf(problems, 'unit')} lang={lang} />
      <Contact typed={typed} problems={problems} lang={lang} />
      <RadioGroup name="access" label={t.access} options={options} value={typed.access} problem={problemOf(problems, 'access')} />
    </FormShell>
  )
}
