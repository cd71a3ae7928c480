/** The page of a youth's plan: goal, steps in three columns, follow-ups, acknowledgement, the seven points, and what can be done. */
import { shortDay } from '../../ui/day.texts.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns, DefinitionList, EmptyState, Tag } from '../../ui/card.tsx'
import { Form, FormErrors } from '../../ui/form.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { FollowUpsCard } from './follow-up.views.tsx'
import { AcknowledgeCard, EndCard, PrintCard } from './plan-acts.views.tsx'
import type { PlanPageProps } from './plan-page.ts'
import { planPath, underPlan } from './plan-links.ts'
import { planWords } from './plan-words.texts.ts'
import { planTexts } from './plans.texts.ts'
import { planColumns, type Plan, type PlanColumn, type PlanStep } from './plans.types.ts'
import { PointsCard } from './points.views.tsx'
import { StepMeasure } from './step-measure.views.tsx'
import { spanText, stepDetails } from './step.views.tsx'

type PlanProps = { readonly props: PlanPageProps; readonly plan: Plan }

const Tick = ({ props, plan, step }: PlanProps & { step: PlanStep }) => {
  const { frame, subjectId, newOnce } = props
  const t = planTexts[frame.lang]
  const isDone = step.doneOn !== null
  const label = isDone ? t.untickLabel(step.text) : t.tickLabel(step.text)
  return (
    <Form frame={frame} action={underPlan(subjectId, 'steg')} once={newOnce()} inline label={label}>
      <input type="hidden" name="plan" value={plan.planId} />
      <input type="hidden" name="step" value={step.stepId} />
      <Button variant={isDone ? 'tertiary' : 'secondary'} name="done" value={isDone ? 'nej' : 'ja'}>
        {isDone ? t.untick : t.tick}
      </Button>
    </Form>
  )
}

const Step = (one: PlanProps & { step: PlanStep }) => {
  const { props, plan, step } = one
  const details = stepDetails(step, props.frame.lang)
  return (
    <li class={step.doneOn === null ? 'plan-step' : 'plan-step done'}>
      <span>
        {step.text}
        {details !== '' && <small class="below">{details}</small>}
        <StepMeasure {...one} />
      </span>
      {plan.status !== 'ended' && <Tick {...one} />}
    </li>
  )
}

const Column = ({ props, plan, column }: PlanProps & { column: PlanColumn }) => {
  const [t, w] = [planTexts[props.frame.lang], planWords[props.frame.lang]]
  const steps = plan.steps.filter((step) => step.column === column)
  const none = column === 'other' && plan.noOtherActor ? t.saidNoOther : t.noSteps
  return (
    <Card heading={w.columns[column]} level={2}>
      {steps.length === 0 && <p class="muted">{none}</p>}
      <ul class="plain">
        {steps.map((step) => (
          <Step props={props} plan={plan} step={step} />
        ))}
      </ul>
    </Card>
  )
}

const statusTones = { draft: 'warning', agreed: 'success', ended: 'neutral' } as const

const About = ({ props: { frame }, plan }: PlanProps) => {
  const [t, w] = [planTexts[frame.lang], planWords[frame.lang]]
  const { status, version, endedOn, endReason, endNote } = plan
  return (
    <Card>
      <DefinitionList
        facts={[
          { term: t.goal, value: <span class="as-typed">{plan.goal}</span> },
          { term: t.time, value: spanText(plan, frame.lang) },
          {
            term: t.version(version),
            value: (
              <>
                <Tag tone={statusTones[status]}>{w.statuses[status]}</Tag>{' '}
                {endedOn !== null && endReason !== null && t.endedText(shortDay(endedOn, frame.lang), w.endReasons[endReason])}
                {endNote !== '' && !frame.meeting && <span class="as-typed below muted">{endNote}</span>}
              </>
            ),
          },
        ]}
      />
      {status === 'draft' && !frame.meeting && <Alert kind="info">{t.draftText}</Alert>}
    </Card>
  )
}

const OtherPlans = ({ props }: { props: PlanPageProps }) => {
  const { frame, subjectId, read } = props
  const [t, w] = [planTexts[frame.lang], planWords[frame.lang]]
  const others = read.plans.filter(({ planId }) => planId !== read.plan?.planId)
  if (others.length === 0) return null
  return (
    <Card heading={t.otherPlans}>
      <ul class="plain stack">
        {others.map((plan) => (
          <li>
            <a href={planPath(subjectId, plan.planId)}>{t.planOf(shortDay(plan.beginsOn, frame.lang))}</a>{' '}
            <Tag tone={plan.status === 'ended' ? 'neutral' : 'warning'}>{plan.status === 'ended' ? w.statuses.ended : t.stillOpen}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** In meeting mode the youth reads along: what is ours stays away. */
const Side = (one: PlanProps) => {
  const { props, plan } = one
  const { frame, read } = props
  return (
    <>
      <FollowUpsCard props={props} plan={plan} />
      <AcknowledgeCard {...one} />
      {!frame.meeting && <PointsCard points={read.points} lang={frame.lang} />}
      {!frame.meeting && <PrintCard {...one} />}
      {!frame.meeting && <OtherPlans props={props} />}
      {!frame.meeting && plan.status !== 'ended' && <EndCard {...one} />}
    </>
  )
}

const OnePlan = (one: PlanProps) => (
  <Columns
    main={
      <>
        <About {...one} />
        <div class="plan-columns">
          {planColumns.map((column) => (
            <Column {...one} column={column} />
          ))}
        </div>
      </>
    }
    side={<Side {...one} />}
  />
)

const NoPlan = ({ props }: { props: PlanPageProps }) => {
  const { frame, read } = props
  const t = planTexts[frame.lang]
  return (
    <Columns
      main={
        <EmptyState title={t.none}>
          <p>{t.noneText}</p>
        </EmptyState>
      }
      side={
        frame.meeting ? null : (
          <>
            <PointsCard points={read.points} lang={frame.lang} />
            <OtherPlans props={props} />
          </>
        )
      }
    />
  )
}

const Buttons = ({ props: { frame, subjectId, read } }: { props: PlanPageProps }) => {
  const t = planTexts[frame.lang]
  const { plan, youth } = read
  // Of two open plans, after a merge, the latest is the one that is written in.
  const isOpen = plan === null || (plan.status !== 'ended' && plan.planId === read.plans[0]?.planId)
  return (
    <>
      {isOpen && (
        <LinkButton href={underPlan(subjectId, 'tillsammans')} variant="primary">
          {t.together}
        </LinkButton>
      )}
      {isOpen && !frame.meeting && <LinkButton href={underPlan(subjectId, 'skriv')}>{plan === null ? t.write : t.edit}</LinkButton>}
      {plan !== null && !frame.meeting && <LinkButton href={underPlan(subjectId, 'versioner', plan.planId)}>{t.history}</LinkButton>}
      {plan?.status === 'agreed' && !youth.isProtected && !frame.meeting && (
        <LinkButton href={underPlan(subjectId, 'lank')}>{t.link}</LinkButton>
      )}
    </>
  )
}

/** The page. */
export const PlanPage = (props: PlanPageProps) => {
  const { frame, subjectId, read, sent, problem } = props
  const t = planTexts[frame.lang]
  const crumbs = [
    { href: '/ungdomar', label: t.youths },
    { href: `/ungdomar/${subjectId}`, label: t.youth },
    { href: '', label: t.title },
  ]
  const open = read.plans.filter(({ endedOn }) => endedOn === null)
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      {problem !== null && (
        <Alert kind="warning" live>
          {problem}
        </Alert>
      )}
      {open.length > 1 && !frame.meeting && <Alert kind="warning">{t.two}</Alert>}
      <FormErrors problems={sent?.draft.problems ?? []} />
      <PageHead heading={t.title} below={`${read.youth.givenName} ${read.youth.familyName}`.trim()}>
        <Buttons props={props} />
      </PageHead>
      {read.plan === null ? <NoPlan props={props} /> : <OnePlan props={props} plan={read.plan} />}
    </Page>
  )
}
