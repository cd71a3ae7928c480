/** The plan as its youth reads it: the goal, who does what, when it is gone through, and what the youth can do. No name, no number, no note. */
import type { Child } from 'hono/jsx'
import { Alert } from '../../ui/alert.tsx'
import { Card } from '../../ui/card.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { OwnForm, OwnStep, Refused, withDay, type OwnFrame } from './own-frame.views.tsx'
import { AddCard, LeaveForm, YesCard } from './own-acts.views.tsx'
import { ownWords } from './own-words.ts'
import type { OwnDraft, OwnPlan, OwnSaved, OwnStepOf } from './own-plan.rules.ts'

export type PlanPageProps = {
  readonly frame: OwnFrame
  /** Null: there is none that is agreed. */
  readonly plan: OwnPlan | null
  readonly until: string
  readonly draft: OwnDraft
  readonly saved: OwnSaved | null
}

/** What we have written is in Swedish whatever the page is in; what the youth has written is in any language. */
const Said = ({ step: { text, byYouth } }: { readonly step: OwnStepOf }) => (
  <span dir="auto" {...(byYouth ? {} : { lang: 'sv' })}>
    {text}
  </span>
)

const About = ({ step, frame: { lang } }: { readonly step: OwnStepOf; readonly frame: OwnFrame }) => {
  const { plan } = ownWords[lang]
  const when = step.done === null ? step.due : step.done
  const text = when === null ? null : withDay(step.done === null ? plan.due : plan.done, when)
  const lines = [step.actor === '' ? null : step.actor, text, step.byYouth ? plan.ownStep : null].filter((line) => line !== null)
  return lines.length === 0 ? null : <p class="muted">{lines.join(' · ')}</p>
}

type OwnStepProps = Pick<PlanPageProps, 'frame' | 'saved'> & { readonly plan: OwnPlan; readonly step: OwnStepOf }

const Tick = ({ frame, plan, step }: OwnStepProps) => {
  const words = ownWords[frame.lang].plan
  const isDone = step.done !== null
  return (
    <OwnForm frame={frame} what={`steg/${step.stepId}`}>
      <input type="hidden" name="plan" value={plan.planId} />
      <input type="hidden" name="version" value={String(plan.version)} />
      <input type="hidden" name="done" value={isDone ? 'nej' : 'ja'} />
      <button class="ds-button" data-variant={isDone ? 'tertiary' : 'secondary'} type="submit">
        <span>
          {isDone ? words.untick : words.tick} <span class="ds-sr-only">{step.text}</span>
        </span>
      </button>
    </OwnForm>
  )
}

const OwnItem = (props: OwnStepProps) => {
  const { frame, step, saved } = props
  const isSaved = saved?.stepId === step.stepId && (saved.what === 'tick' || saved.what === 'untick')
  return (
    <li id={`steg-${step.stepId}`} class="own-step" {...(step.done === null ? {} : { 'data-done': '' })}>
      <p>
        <Said step={step} />
      </p>
      <About step={step} frame={frame} />
      {isSaved && (
        <Alert kind="success" live>
          {ownWords[frame.lang].saved[saved.what]}
        </Alert>
      )}
      <Tick {...props} />
    </li>
  )
}

const Column = ({ frame, title, steps, children }: { frame: OwnFrame; title: string; steps: number; children: Child }) => (
  <Card heading={title}>
    {steps === 0 ? <p class="muted">{ownWords[frame.lang].plan.noSteps}</p> : <ul class="plain own-steps">{children}</ul>}
  </Card>
)

const Others = ({ frame, title, steps }: { readonly frame: OwnFrame; readonly title: string; readonly steps: readonly OwnStepOf[] }) => (
  <Column frame={frame} title={title} steps={steps.length}>
    {steps.map((step) => (
      <li class="own-step" {...(step.done === null ? {} : { 'data-done': '' })}>
        <p>
          <Said step={step} />
        </p>
        <About step={step} frame={frame} />
      </li>
    ))}
  </Column>
)

const Plan = (props: PlanPageProps & { readonly plan: OwnPlan }) => {
  const { frame, plan, saved } = props
  const words = ownWords[frame.lang].plan
  return (
    <>
      <Card heading={words.goal}>
        <p class="own-goal" lang="sv" dir="auto">
          {plan.goal}
        </p>
        <p>{plan.next === null ? words.noNext : withDay(words.next, plan.next)}</p>
      </Card>
      <Column frame={frame} title={words.columns.youth} steps={plan.youth.length}>
        {plan.youth.map((step) => (
          <OwnItem frame={frame} plan={plan} step={step} saved={saved} />
        ))}
      </Column>
      <AddCard {...props} />
      <Others frame={frame} title={words.columns.municipality} steps={plan.municipality} />
      <Others frame={frame} title={words.columns.other} steps={plan.other} />
      <YesCard {...props} />
    </>
  )
}

/** The page inside. */
export const PlanPage = (props: PlanPageProps) => {
  const { frame, plan, until, draft } = props
  const words = ownWords[frame.lang]
  const atField = draft.problem === 'empty' || draft.problem === 'tooLong' || draft.problem === 'tooMany'
  return (
    <OwnStep frame={frame} title={plan === null ? words.none.title : words.plan.title}>
      <div class="stack">
        {draft.problem !== null && !atField && <Refused text={words.problems[draft.problem]} />}
        {draft.problem !== null && atField && (
          <FormErrors title={words.problems.title} problems={[{ field: 'text', text: words.problems[draft.problem] }]} />
        )}
        {plan === null ? <p>{words.none.text}</p> : <Plan {...props} plan={plan} />}
        <LeaveForm frame={frame} until={until} />
      </div>
    </OwnStep>
  )
}
