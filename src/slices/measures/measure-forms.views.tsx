/** The forms of one measure: other days, its end, and striking it. */
import { Button } from '../../ui/button.tsx'
import { Details } from '../../ui/card.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Confirm, Form } from '../../ui/form.tsx'
import { emptyDraft, type Draft, type SentForm } from './draft.ts'
import { MeasureFields } from './form.views.tsx'
import { stateOf } from './measure.rules.ts'
import type { MeasurePageProps } from './measure.views.tsx'
import type { Measure } from './measures.types.ts'
import { pageTexts } from './page.texts.ts'
import { AfterFields, fieldsOf, measurePath, reasonOptions, WhyField } from './parts.views.tsx'
import { ownProblem } from './words.texts.ts'

/** The version that the form is made from: a later one is somebody else's. */
export const VersionField = ({ measure }: { readonly measure: Measure }) => (
  <input type="hidden" name="version" value={String(measure.version)} />
)

/** What was typed in the form, or what it begins with. */
export const draftIn = ({ sent }: Pick<MeasurePageProps, 'sent'>, form: SentForm, begins: Readonly<Record<string, string>>): Draft =>
  sent?.form === form ? sent.draft : emptyDraft(begins)

/** What a change begins with: as it is. */
export const saidOf = (measure: Measure): Readonly<Record<string, string>> => ({
  from: measure.fromOn,
  until: measure.plannedUntilOn ?? '',
  responsible: measure.responsible,
  department: measure.department ?? '',
  note: measure.note,
})

/** Other days, responsible, department or note. */
export const ChangeForm = (props: MeasurePageProps) => {
  const { frame, subjectId, measure, departments, newOnce, sent } = props
  const texts = pageTexts[frame.lang]
  const draft = draftIn(props, 'change', saidOf(measure))
  return (
    <Details summary={texts.change} open={sent?.form === 'change'}>
      <Form frame={frame} action={`${measurePath(subjectId, measure.measureId)}/andra`} once={newOnce()} label={texts.change}>
        <VersionField measure={measure} />
        <MeasureFields {...{ frame, draft, departments }} prefix="change-" untilHint={texts.untilHint} />
        <Button>{texts.changeDo}</Button>
      </Form>
    </Details>
  )
}

const EndForm = (props: MeasurePageProps) => {
  const { frame, subjectId, measure, reasons, today, newOnce, sent } = props
  const texts = pageTexts[frame.lang]
  const isPlanned = stateOf(measure, today) === 'planned'
  const { endedOn, endReason, occupationAfter } = measure
  const isEnded = endedOn !== null
  const reason = endReason ?? (isPlanned ? 'neverBegan' : '')
  const begins = { on: endedOn ?? today, reason, source: 'youth', occupation: occupationAfter ?? '' }
  const only = isPlanned ? ['neverBegan'] : undefined
  const draft = draftIn(props, 'end', begins)
  const at = fieldsOf(draft, 'end-')
  return (
    <Details summary={isEnded ? texts.correctEnd : texts.end} open={sent?.form === 'end'}>
      <Form frame={frame} action={`${measurePath(subjectId, measure.measureId)}/avsluta`} once={newOnce()} label={texts.end}>
        <VersionField measure={measure} />
        {isPlanned ? <p>{texts.endPlanned}</p> : <Field {...at('on')} type="date" label={texts.endOn} hint={texts.endOnHint} max={today} />}
        <Select {...at('reason')} label={texts.endReason} options={reasonOptions(reasons, 'end', frame.lang, only)} blank={!isPlanned} />
        <AfterFields draft={draft} prefix="end-" lang={frame.lang} isSaid={occupationAfter !== null} />
        <Button>{isEnded ? texts.correctEndDo : texts.endDo}</Button>
      </Form>
    </Details>
  )
}

/** Ending it; or, once it has ended, correcting the end, or saying that it has not ended after all. */
export const EndForms = (props: MeasurePageProps) => {
  const { frame, subjectId, measure, today, newOnce, sent } = props
  const texts = pageTexts[frame.lang]
  const action = `${measurePath(subjectId, measure.measureId)}/ateruppta`
  return (
    <>
      {(measure.endedOn === null || measure.fromOn <= today) && <EndForm {...props} />}
      {measure.endedOn !== null && (
        <Confirm
          frame={frame}
          action={action}
          once={newOnce()}
          label={texts.resume}
          question={sent?.form === 'resume' ? (ownProblem(frame.lang, 'overlaps') ?? texts.resumeQuestion) : texts.resumeQuestion}
          confirm={texts.resumeDo}
          open={sent?.form === 'resume'}
        >
          <VersionField measure={measure} />
        </Confirm>
      )}
    </>
  )
}

/** Striking it, with the reason. */
export const StrikeForm = (props: MeasurePageProps) => {
  const { frame, subjectId, measure, newOnce, sent } = props
  const texts = pageTexts[frame.lang]
  return (
    <Confirm
      frame={frame}
      action={`${measurePath(subjectId, measure.measureId)}/stryk`}
      once={newOnce()}
      label={texts.strike}
      question={texts.strikeQuestion}
      confirm={texts.strikeDo}
      open={sent?.form === 'strike'}
      danger
    >
      <VersionField measure={measure} />
      <WhyField draft={draftIn(props, 'strike', {})} prefix="strike-" lang={frame.lang} />
    </Confirm>
  )
}
