/** The card of the plan on the person page: the goal, where it stands, and the way to it. */
import { LinkButton } from '../../ui/button.tsx'
import { Card, Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { PersonCard } from '../access/index.ts'
import type { PlansOfYouth } from './card.actions.ts'
import { nextFollowUp } from './follow-up.rules.ts'
import { FollowUpTag } from './follow-up.views.tsx'
import { planPath, underPlan } from './plan-links.ts'
import { planWords } from './plan-words.texts.ts'
import { planTexts } from './plans.texts.ts'
import type { Plan } from './plans.types.ts'
import { pointTexts } from './points.texts.ts'

type Props = PersonCard<PlansOfYouth>

const Next = ({ plan, lang, today }: Pick<Props, 'lang' | 'today'> & { plan: Plan }) => {
  const t = planTexts[lang]
  const next = nextFollowUp(plan.followUps)
  if (next === null) return <li>{t.noFollowUps}</li>
  return (
    <li>
      {t.next(shortDay(next.on, lang))} <FollowUpTag followUp={next} today={today} lang={lang} />
    </li>
  )
}

/** While the youth sits beside, the goal and the next day are enough. The goal is read by those who may open the plan. */
const Standing = ({ of: { met }, plan, frame, lang, today, may }: Props & { plan: Plan }) => {
  const [t, w] = [planTexts[lang], planWords[lang]]
  const done = plan.steps.filter(({ doneOn }) => doneOn !== null).length
  return (
    <>
      {may('plans.write') && (
        <p class="as-typed">
          <strong>{plan.goal}</strong>
        </p>
      )}
      <ul class="plain">
        <li>
          {`${t.version(plan.version)} `}
          <Tag tone={plan.status === 'draft' ? 'warning' : 'success'}>{w.statuses[plan.status]}</Tag>
        </li>
        <Next plan={plan} lang={lang} today={today} />
        <li>{t.stepsDone(done, plan.steps.length)}</li>
        {!frame.meeting && <li>{pointTexts[lang].count(met)}</li>}
        {!frame.meeting && plan.asksForAcknowledgement && <li>{t.notYes}</li>}
      </ul>
    </>
  )
}

/** The card. */
export const PlanCard = (props: Props) => {
  const { of, lang, acts, may, subjectId, frame } = props
  const t = planTexts[lang]
  const mayWrite = may('plans.write') && (acts || frame.meeting)
  return (
    <Card heading={t.title}>
      <div class="stack">
        {of.plan === null ? <p class="muted">{t.none}</p> : <Standing {...props} plan={of.plan} />}
        {mayWrite && (
          <LinkButton href={of.plan === null ? underPlan(subjectId, 'tillsammans') : planPath(subjectId)}>
            {of.plan === null ? t.write : t.open}
          </LinkButton>
        )}
      </div>
    </Card>
  )
}
