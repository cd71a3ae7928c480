/** Beside a step of ours: the measure that has come of it, or the way to record one. */
import { measureOfStep, measurePath, newPath, StateTags } from '../measures/index.ts'
import type { PlanPageProps } from './plan-page.ts'
import { planTexts } from './plans.texts.ts'
import type { Plan, PlanStep } from './plans.types.ts'
import { isMeasurable } from './step-measure.rules.ts'

type Props = { readonly props: PlanPageProps; readonly plan: Plan; readonly step: PlanStep }

/** Nothing in meeting mode, for the pages of measures are ours. */
export const StepMeasure = ({ props: { frame, subjectId, today, read, mayMeasure }, plan, step }: Props) => {
  const { lang } = frame
  const t = planTexts[lang]
  if (frame.meeting || !mayMeasure || !isMeasurable(step)) return null
  const measure = measureOfStep(read.measures, step.stepId)
  if (measure !== null) {
    return (
      <small class="below">
        {`${t.stepMeasure}: `}
        <a href={measurePath(subjectId, measure.measureId)}>{measure.name[lang]}</a> <StateTags measure={measure} on={today} lang={lang} />
      </small>
    )
  }
  if (plan.status === 'ended') return null
  return (
    <small class="below">
      <a href={newPath(subjectId, { step: step.stepId })} aria-label={t.toMeasureLabel(step.text)}>
        {t.toMeasure}
      </a>
    </small>
  )
}
