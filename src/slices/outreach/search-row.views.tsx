/** What can be done with one youth in the list: a button for each step that gave nothing, and a field for what was found. */
import { Button } from '../../ui/button.tsx'
import { Problem, described, stateOf } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { dayText } from './contact-words.texts.ts'
import type { Told } from './ledger-words.texts.ts'
import type { SearchStep } from './outreach-settings.rules.ts'
import { searchTexts } from './search.texts.ts'
import type { DoneSearch, NumberlessYouth, SearchView } from './search.types.ts'

/** What every form of the row carries: whose it is, and where the list goes on. */
export type RowForms = {
  readonly frame: Frame
  readonly told: Told
  readonly youth: NumberlessYouth
  readonly name: string
  readonly steps: readonly SearchStep[]
  readonly place: { readonly view: SearchView; readonly page: number; readonly next: string }
  readonly staffId: string
  readonly newOnce: () => string
}

const pathOf = ({ youth }: RowForms): string => `/uppsok/saknar-nummer/${youth.subjectId}`

const Place = ({ place, next }: { readonly place: RowForms['place']; readonly next: string }) => (
  <>
    <input type="hidden" name="view" value={place.view} />
    <input type="hidden" name="page" value={place.page} />
    <input type="hidden" name="next" value={next} />
  </>
)

/** One press: searched here, nothing. The work goes on in the same row. */
export const StepButtons = ({ shown, label, ...forms }: RowForms & { readonly shown: readonly SearchStep[]; readonly label: string }) => {
  const { frame, place, newOnce, youth } = forms
  if (shown.length === 0) return null
  return (
    <Form frame={frame} action={pathOf(forms)} once={newOnce()} label={label} inline>
      <Place place={place} next={youth.subjectId} />
      {shown.map((step) => (
        <Button name="nothing" value={step.key} variant="secondary">
          {step.name}
        </Button>
      ))}
    </Form>
  )
}

const nameOfStep = (steps: readonly SearchStep[], key: string): string => steps.find((step) => step.key === key)?.name ?? key

/** A step that is ticked, and the way back for the one who ticked it today. */
export const DoneStep = ({ done, ...forms }: RowForms & { readonly done: DoneSearch }) => {
  const { frame, told, steps, place, youth, staffId, newOnce } = forms
  const t = searchTexts[told.lang]
  const name = nameOfStep(steps, done.step)
  const isOwn = done.staffId === staffId && done.on === told.today && done.result === 'nothing'
  return (
    <li class="done-step">
      <span>
        <span aria-hidden="true">✓ </span>
        {name}
        <small class="muted">{` ${done.result === 'found' ? `${t.foundThen} ` : ''}${t.done(dayText(done.on, told.today, told.lang), done.by)}`}</small>
      </span>
      {isOwn && (
        <Form frame={frame} action={`${pathOf(forms)}/angra`} once={newOnce()} label={t.undoOf(name, forms.name)} inline>
          <Place place={place} next={youth.subjectId} />
          <input type="hidden" name="search" value={done.searchId} />
          <Button variant="tertiary">{t.undo}</Button>
        </Form>
      )}
    </li>
  )
}

type FoundProps = RowForms & { readonly draft: { readonly found: string; readonly step: string; readonly problem: string } | null }

const StepChoice = ({ steps, told, draft, id }: FoundProps & { readonly id: string }) => {
  const t = searchTexts[told.lang]
  return (
    <select class="ds-input" name="step" id={`step-${id}`} aria-label={t.stepLabel}>
      <option value="">{`${t.stepLabel} …`}</option>
      {steps
        .filter(({ active }) => active)
        .map(({ key, name }) => (
          <option value={key} selected={draft?.step === key}>
            {name}
          </option>
        ))}
    </select>
  )
}

const FoundField = ({ told, name, youth, draft }: FoundProps) => {
  const t = searchTexts[told.lang]
  const id = `found-${youth.subjectId}`
  const problem = draft?.problem
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type="text"
        id={id}
        name="found"
        autocomplete="off"
        maxlength={300}
        value={draft?.found ?? ''}
        placeholder={t.foundLabel}
        aria-label={`${t.foundLabel}, ${name}`}
        {...stateOf({ problem })}
        {...described(id, undefined, problem)}
      />
      <Problem id={id} text={problem} />
    </div>
  )
}

/** What was found: Enter in the field adds it, and the work goes on with the next youth. */
export const FoundForm = (props: FoundProps) => {
  const { frame, told, name, place, youth, newOnce } = props
  const t = searchTexts[told.lang]
  return (
    <div class="found">
      <Form frame={frame} action={pathOf(props)} once={newOnce()} label={t.addFor(name)} inline>
        <Place place={place} next={place.next} />
        <FoundField {...props} />
        <div class="ds-field">
          <StepChoice {...props} id={youth.subjectId} />
        </div>
        <Button variant="secondary">{t.add}</Button>
      </Form>
    </div>
  )
}
