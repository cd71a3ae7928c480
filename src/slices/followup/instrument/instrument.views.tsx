/** The page of the instrument: its scale, its areas with their questions, and all versions. */
import { instrumentTexts } from './instrument.texts.ts'
import type { Lang } from '../../../kernel/lang.ts'
import type { SealedPermission } from '../../../kernel/permission.ts'
import { Both, type Difference } from '../../../ui/both.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, DefinitionList, Details } from '../../../ui/card.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { followupTexts } from '../followup.texts.ts'
import { Shell } from '../shell.views.tsx'
import { AreaFields } from './area.views.tsx'
import { areasIn, type Fields } from './instrument-form.ts'
import { mostAreas } from './instrument.rules.ts'
import { instrumentPageTexts } from './pages.texts.ts'
import { aggregations, type InstrumentVersion } from './instrument.types.ts'
import { lowSide } from './points.texts.ts'

type InstrumentProps = {
  readonly frame: Frame
  readonly may: (permission: SealedPermission) => boolean
  readonly typed: Fields
  readonly problems: readonly FieldProblem[]
  readonly differences: readonly Difference[] | null
  readonly versions: readonly InstrumentVersion[]
  readonly once: string
}

const Scale = ({ frame, typed, problems }: InstrumentProps) => {
  const t = instrumentPageTexts[frame.lang]
  const field = (name: string) => ({ name, value: typed(name), problem: problemOf(problems, name) })
  const number = (name: string) => ({ ...field(name), inputmode: 'decimal', maxlength: 7, size: 7, required: true }) as const
  const ways = aggregations.map((value) => ({ value, label: instrumentTexts[frame.lang].aggregations[value] }))
  const missings = (['refuse', 'answered'] as const).map((value) => ({ value, label: t.missings[value] }))
  return (
    <Card heading={t.scale}>
      <div class="stack">
        <div class="filters">
          <Field {...number('min')} label={t.min} />
          <Field {...number('max')} label={t.max} />
          <Field {...number('step')} label={t.step} />
          <Field {...number('ratingStep')} label={t.ratingStep} hint={t.ratingStepHint} />
        </div>
        <RadioGroup {...field('aggregation')} label={t.aggregation} options={ways} />
        <RadioGroup {...field('missing')} label={t.missing} options={missings} />
        <Field {...field('atLeast')} label={t.atLeast} inputmode="numeric" size={4} maxlength={3} />
      </div>
    </Card>
  )
}

const Versions = ({ frame: { lang }, versions }: InstrumentProps) => {
  const t = instrumentPageTexts[lang]
  return (
    <Card heading={t.versions}>
      {versions.toReversed().map(({ version, fromOn, byName, areas }) => (
        <Details summary={t.version(version, fromOn, byName)}>
          <DefinitionList
            facts={areas.map((area) => ({
              term: area[lang],
              value: `${lowSide(area, lang)}. ${area.items.map((item) => item[lang]).join(', ')}`,
            }))}
          />
        </Details>
      ))}
    </Card>
  )
}

const Buttons = ({ lang }: { readonly lang: Lang }) => (
  <div class="row">
    <Button name="do" value="save">
      {instrumentPageTexts[lang].save}
    </Button>
    <Button name="do" value="more" variant="secondary">
      {instrumentPageTexts[lang].more}
    </Button>
    <a href="/uppfoljning/installningar">{followupTexts[lang].leave}</a>
  </div>
)

/** GET /uppfoljning/installningar/instrument. */
export const InstrumentPage = (props: InstrumentProps) => {
  const { frame, may, typed, problems, differences, versions, once } = props
  const t = instrumentPageTexts[frame.lang]
  const rows = Math.min(areasIn(typed) + 1, mostAreas)
  return (
    <Shell frame={frame} part="settings" may={may} heading={t.title} below={t.lead}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <Form frame={frame} action="/uppfoljning/installningar/instrument" once={once} label={t.title}>
        <input type="hidden" name="version" value={versions.at(-1)?.version ?? 0} />
        <Scale {...props} />
        <h2 id="areas" tabindex={-1}>
          {t.areas}
        </h2>
        {Array.from({ length: rows }, (_, at) => (
          <AreaFields lang={frame.lang} typed={typed} problems={problems} n={at + 1} isNew={at + 1 > areasIn(typed)} />
        ))}
        <Buttons lang={frame.lang} />
      </Form>
      <Versions {...props} />
    </Shell>
  )
}
