/** The form of a measure: a new one, or other days of one there is. And the form of an offer that was declined. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field, Select } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { OutreachSettings } from '../outreach/index.ts'
import type { Draft } from './draft.ts'
import { isValidOn, plannedStages, suggestedEnd } from './measure.rules.ts'
import { responsibleParties, type Item, type ItemStage, type Reason } from './measures.types.ts'
import { pageTexts } from './page.texts.ts'
import { fieldsOf, listPath, newPath, NoteField, reasonOptions, YouthPage } from './parts.views.tsx'
import { measureWords } from './words.texts.ts'

type FieldsProps = {
  readonly frame: Frame
  readonly draft: Draft
  readonly prefix: string
  readonly departments: OutreachSettings['departments']
  readonly untilHint: string
}

/** The fields that a new measure and a change of one have in common. */
export const MeasureFields = ({ frame: { lang }, draft, prefix, departments, untilHint }: FieldsProps) => {
  const texts = pageTexts[lang]
  const at = fieldsOf(draft, prefix)
  const shown = departments.filter(({ key, active }) => active || key === draft.value('department'))
  return (
    <>
      <div class="row low">
        <Field {...at('from')} type="date" label={texts.from} />
        <Field {...at('until')} type="date" label={texts.until} hint={untilHint} required={false} />
      </div>
      <RadioGroup
        {...at('responsible')}
        label={texts.responsible}
        options={responsibleParties.map((value) => ({ value, label: measureWords[lang].responsible[value] }))}
        inline
      />
      <Select
        {...at('department')}
        label={texts.department}
        blank={texts.noDepartment}
        options={shown.map(({ key: value, name: label }) => ({ value, label }))}
      />
      <NoteField draft={draft} prefix={prefix} lang={lang} />
    </>
  )
}

/** The names of the stages that are each other's alternatives: "Preparatory week or Individual matching". */
const alternatives = (stages: readonly ItemStage[], step: number, lang: Frame['lang']): string =>
  stages
    .filter((stage) => stage.step === step)
    .map((stage) => stage[lang])
    .join(` ${pageTexts[lang].or} `)

/** The stages as they would be from the day. */
const PlannedStages = ({
  stages,
  from,
  lang,
}: {
  readonly stages: readonly ItemStage[]
  readonly from: PlainDate
  readonly lang: Frame['lang']
}) => {
  const texts = pageTexts[lang]
  return (
    <ol>
      {plannedStages(stages, from).map(({ stage, fromOn, untilOn }) => (
        <li>
          {alternatives(stages, stage.step, lang)}:{' '}
          <span class="muted">{texts.stageDay(shortDay(fromOn, lang), shortDay(untilOn, lang))}</span>
        </li>
      ))}
    </ol>
  )
}

const AboutItem = ({ item, today, lang }: { item: Item; today: PlainDate; lang: Frame['lang'] }) => {
  const texts = pageTexts[lang]
  return (
    <>
      {item.needsDecision && (
        <Alert kind="info" title={texts.needsDecision}>
          {texts.needsDecisionText}
        </Alert>
      )}
      {!item.counts && (
        <Alert kind="info" title={texts.doesNotCount}>
          {texts.doesNotCountText}
        </Alert>
      )}
      {item.stages.length > 0 && (
        <>
          <h3>{texts.stages}</h3>
          <p>{texts.stagesText}</p>
          <PlannedStages stages={item.stages} from={today} lang={lang} />
        </>
      )}
    </>
  )
}

type NewProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly name: string
  readonly today: PlainDate
  readonly item: Item
  readonly departments: OutreachSettings['departments']
  readonly isFollowed: boolean
  /** The step of the plan that it comes of. */
  readonly step: { readonly stepId: string; readonly text: string } | null
  readonly draft: Draft
  readonly problem: string | null
  readonly once: string
}

/** The page of a new measure of the item chosen. */
export const NewMeasurePage = (props: NewProps) => {
  const { frame, subjectId, name, today, item, departments, isFollowed, step, draft, problem, once } = props
  const stepId = step?.stepId ?? null
  const texts = pageTexts[frame.lang]
  const suggested = suggestedEnd(item.stages, today)
  const untilHint = suggested === null ? texts.untilHint : texts.untilStages(shortDay(suggested, frame.lang))
  return (
    <YouthPage {...{ frame, subjectId, name, problem }} title={texts.newTitle} problems={draft.problems}>
      {!isFollowed && (
        <Alert kind="warning" title={texts.notFollowed}>
          {texts.notFollowedText}
        </Alert>
      )}
      <Card
        heading={item.name[frame.lang]}
        action={<a href={stepId === null ? listPath(subjectId) : newPath(subjectId, { step: stepId })}>{texts.otherItem}</a>}
      >
        {step !== null && <p class="as-typed">{texts.ofStep(step.text)}</p>}
        <AboutItem item={item} today={today} lang={frame.lang} />
        <Form frame={frame} action={newPath(subjectId, { item: item.key, step: stepId })} once={once}>
          <input type="hidden" name="item" value={item.key} />
          {stepId !== null && <input type="hidden" name="step" value={stepId} />}
          <MeasureFields {...{ frame, draft, departments, untilHint }} prefix="" />
          <Button>{item.needsDecision ? texts.propose : texts.add}</Button>
        </Form>
      </Card>
    </YouthPage>
  )
}

type OfferProps = Pick<NewProps, 'frame' | 'subjectId' | 'name' | 'today' | 'draft' | 'problem' | 'once'> & {
  readonly items: readonly Item[]
  readonly reasons: readonly Reason[]
}

/** The page of an offer that was declined. */
export const OfferPage = ({ frame, subjectId, name, today, draft, problem, once, items, reasons }: OfferProps) => {
  const { lang } = frame
  const texts = pageTexts[lang]
  const at = fieldsOf(draft, '')
  const options = items.filter((item) => isValidOn(item, today)).map(({ key, name: named }) => ({ value: key, label: named[lang] }))
  return (
    <YouthPage {...{ frame, subjectId, name, problem }} title={texts.offerTitle} problems={draft.problems}>
      <Card>
        <p class="muted">{texts.offerBelow}</p>
        <Form frame={frame} action={`${listPath(subjectId)}/avbojd`} once={once}>
          <Select {...at('item')} label={texts.choose} options={options} blank />
          <Field {...at('on')} type="date" label={texts.offerOn} max={today} />
          <Select {...at('reason')} label={texts.offerReason} options={reasonOptions(reasons, 'decline', lang)} blank />
          <NoteField draft={draft} prefix="" lang={lang} label={texts.offerNote} />
          <Button>{texts.offerDo}</Button>
        </Form>
      </Card>
    </YouthPage>
  )
}
