/** The stages of a composite measure: those it has had, beginning the next, interrupting the one under way. */
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Card, Details, Tag } from '../../ui/card.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Confirm, Form } from '../../ui/form.tsx'
import { draftIn, VersionField } from './measure-forms.views.tsx'
import { stateOf } from './measure.rules.ts'
import type { MeasurePageProps } from './measure.views.tsx'
import type { MeasureStage } from './measures.types.ts'
import { pageTexts } from './page.texts.ts'
import { AfterFields, daysText, fieldsOf, measurePath, reasonOptions, WhyField } from './parts.views.tsx'
import { itemStageOf, nextStages, openStage } from './stage.rules.ts'
import { nameOf } from './words.texts.ts'

const tones = { completed: 'success', interrupted: 'neutral', open: 'info' } as const

const StageLine = ({ stage, isLast, props }: { stage: MeasureStage; isLast: boolean; props: MeasurePageProps }) => {
  const { frame, subjectId, measure, reasons, newOnce, sent } = props
  const { lang } = frame
  const texts = pageTexts[lang]
  const state = stage.outcome ?? 'open'
  return (
    <li>
      {itemStageOf(measure, stage.key)?.[lang] ?? stage.key} <Tag tone={tones[state]}>{texts.stageStates[state]}</Tag>
      <br />
      <small class="muted">
        {[daysText(stage, lang), ...(stage.reason === null ? [] : [nameOf(reasons, stage.reason, lang)])].join(' · ')}
      </small>
      {isLast && measure.endedOn === null && (
        <Confirm
          frame={frame}
          action={`${measurePath(subjectId, measure.measureId)}/steg/${stage.stageId}/stryk`}
          once={newOnce()}
          label={texts.strike}
          question={texts.strikeStageQuestion}
          confirm={texts.strikeDo}
          open={sent?.form === 'strikeStage'}
          danger
        >
          <VersionField measure={measure} />
          <WhyField draft={draftIn(props, 'strikeStage', {})} prefix="strikeStage-" lang={lang} />
        </Confirm>
      )}
    </li>
  )
}

const BeginForm = (props: MeasurePageProps) => {
  const { frame, subjectId, measure, today, newOnce, sent } = props
  const texts = pageTexts[frame.lang]
  const next = nextStages(measure)
  const draft = draftIn(props, 'stage', { stage: next[0]?.key ?? '', stageFrom: measure.stages.length === 0 ? measure.fromOn : today })
  const at = fieldsOf(draft, 'stage-')
  if (next.length === 0) return <p class="muted">{texts.stageLast}</p>
  return (
    <Details summary={texts.stageBegin} open={sent?.form === 'stage'}>
      <Form frame={frame} action={`${measurePath(subjectId, measure.measureId)}/steg`} once={newOnce()} label={texts.stageBegin}>
        <VersionField measure={measure} />
        <RadioGroup
          {...at('stage')}
          label={texts.stageWhich}
          options={next.map((stage) => ({ value: stage.key, label: stage[frame.lang] }))}
        />
        <Field
          {...at('stageFrom')}
          type="date"
          label={texts.stageFrom}
          hint={openStage(measure) === null ? undefined : texts.stageHint}
          max={today}
        />
        <Button>{texts.stageBeginDo}</Button>
      </Form>
    </Details>
  )
}

const StopForm = (props: MeasurePageProps) => {
  const { frame, subjectId, measure, reasons, today, newOnce, sent } = props
  const texts = pageTexts[frame.lang]
  const open = openStage(measure)
  if (open === null) return null
  const draft = draftIn(props, 'stop', { stopOn: today, after: 'end', source: 'youth' })
  const at = fieldsOf(draft, 'stop-')
  const options = reasonOptions(reasons, 'interruption', frame.lang, itemStageOf(measure, open.key)?.reasons)
  const afterwards = [
    { value: 'end', label: texts.stopEnds },
    { value: 'goesOn', label: texts.stopGoesOn },
  ]
  return (
    <Details summary={texts.stageStop} open={sent?.form === 'stop'}>
      <Form frame={frame} action={`${measurePath(subjectId, measure.measureId)}/avbryt`} once={newOnce()} label={texts.stageStop}>
        <VersionField measure={measure} />
        <Field {...at('stopOn')} type="date" label={texts.stopOn} max={today} />
        <Select {...at('stopReason')} label={texts.stopReason} options={options} blank />
        <RadioGroup {...at('after')} label={texts.stopAfter} options={afterwards} />
        <AfterFields draft={draft} prefix="stop-" lang={frame.lang} />
        <Button>{texts.stopDo}</Button>
      </Form>
    </Details>
  )
}

/** The card. */
export const StagesCard = (props: MeasurePageProps) => {
  const { frame, measure, today } = props
  const texts = pageTexts[frame.lang]
  const last = measure.stages.at(-1)
  return (
    <Card heading={texts.stages}>
      {measure.stages.length === 0 && <p class="muted">{texts.stageNone}</p>}
      <ol class="stack">
        {measure.stages.map((stage) => (
          <StageLine stage={stage} isLast={stage === last} props={props} />
        ))}
      </ol>
      {stateOf(measure, today) === 'ongoing' && (
        <>
          <BeginForm {...props} />
          <StopForm {...props} />
        </>
      )}
    </Card>
  )
}
