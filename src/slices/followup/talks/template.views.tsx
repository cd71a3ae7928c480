/** The settings of the template of talks and reports: its parts in both languages, and its versions. */
import type { SealedPermission } from '../../../kernel/permission.ts'
import { Both, type Difference } from '../../../ui/both.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { longDay } from '../../../ui/day.texts.ts'
import { Field } from '../../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Table } from '../../../ui/table.tsx'
import type { TypedFields } from '../people/particulars.views.tsx'
import { Shell } from '../shell.views.tsx'
import { longestHint, longestTitle, mostSections } from './template.rules.ts'
import { sectionsIn } from './template-form.ts'
import { templateTexts } from './template.texts.ts'
import type { TemplateVersion } from './talks.types.ts'

type Props = {
  readonly frame: Frame
  readonly may: (permission: SealedPermission) => boolean
  readonly typed: TypedFields
  readonly problems: readonly FieldProblem[]
  readonly differences: readonly Difference[] | null
  readonly versions: readonly TemplateVersion[]
  readonly once: string
}

const Section = ({ frame, typed, problems, n }: Props & { readonly n: number }) => {
  const t = templateTexts[frame.lang]
  const name = `section${n}`
  const field = (part: string) => ({
    name: `${name}${part}`,
    value: typed(`${name}${part}`),
    problem: problemOf(problems, `${name}${part}`),
  })
  const key = typed(`${name}Key`)
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{t.part(n)}</legend>
      <input type="hidden" name={`${name}Key`} value={key} />
      <div class="filters">
        <Field {...field('Sv')} label={t.sv} maxlength={longestTitle} />
        <Field {...field('En')} label={t.en} maxlength={longestTitle} />
        <Field {...field('HintSv')} label={t.hintSv} maxlength={longestHint} />
        <Field {...field('HintEn')} label={t.hintEn} maxlength={longestHint} />
      </div>
      <Checkbox name={`${name}PerArea`} label={t.perArea} checked={typed(`${name}PerArea`) !== ''} />
      <Checkbox name={`${name}Required`} label={t.required} checked={typed(`${name}Required`) !== ''} />
      {key !== '' && <Checkbox name={`${name}Remove`} label={t.remove} checked={typed(`${name}Remove`) !== ''} />}
    </fieldset>
  )
}

const Versions = ({ frame: { lang }, versions }: Props) => {
  const t = templateTexts[lang]
  const rows = versions
    .toReversed()
    .map(({ version, fromOn, byName, sections }) => [
      String(version),
      longDay(fromOn, lang),
      byName === '' ? t.shipped : byName,
      sections.map((section) => section[lang]).join(', '),
    ])
  return (
    <Card heading={t.versions}>
      <Table columns={t.columns.map((title) => ({ title }))} rows={rows} headed stacks />
    </Card>
  )
}

/** GET /uppfoljning/installningar/mall. */
export const TemplatePage = (props: Props) => {
  const { frame, may, typed, problems, differences, versions, once } = props
  const t = templateTexts[frame.lang]
  const rows = Math.min(mostSections, sectionsIn(typed) + 2)
  return (
    <Shell frame={frame} part="settings" may={may} heading={t.title} below={t.lead}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <div class="stack">
        <Form frame={frame} action="/uppfoljning/installningar/mall" once={once} label={t.title}>
          <input type="hidden" name="version" value={versions.at(-1)?.version ?? 0} />
          {Array.from({ length: rows }, (_, at) => (
            <Section {...props} n={at + 1} />
          ))}
          <div class="row">
            <Button name="do" value="save">
              {t.save}
            </Button>
            <Button name="do" value="more" variant="secondary">
              {t.more}
            </Button>
          </div>
        </Form>
        <Versions {...props} />
      </div>
    </Shell>
  )
}
