/** The follow-ups of a plan: those that wait, with what can be said of them, and those that are over. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Details, Tag, type Tone } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field, TextArea } from '../../ui/field.tsx'
import { Form, problemOf } from '../../ui/form.tsx'
import { flagsInKept, NoteWarning } from '../hygiene/index.ts'
import { plannedIn, standingOf, type FollowUpStanding } from './follow-up.rules.ts'
import { noDraft, prefixOf, type FormDraft, type PlanPageProps } from './plan-page.ts'
import { underPlan } from './plan-links.ts'
import { planWords } from './plan-words.texts.ts'
import { planTexts } from './plans.texts.ts'
import { followUpOutcomes, longest, postponeReasons, type FollowUp, type Plan } from './plans.types.ts'

const tones = {
  planned: 'info',
  due: 'warning',
  overdue: 'danger',
  done: 'success',
  postponed: 'neutral',
  dropped: 'neutral',
} as const satisfies Record<FollowUpStanding, Tone>

/** Where a follow-up stands on a day, in words. */
export const FollowUpTag = ({
  followUp,
  today,
  lang,
}: {
  readonly followUp: Pick<FollowUp, 'state' | 'on'>
  readonly today: PlainDate
  readonly lang: Lang
}) => {
  const standing = standingOf(followUp, today)
  return <Tag tone={tones[standing]}>{planWords[lang].standings[standing]}</Tag>
}

type OneProps = { readonly props: PlanPageProps; readonly plan: Plan; readonly followUp: FollowUp }

/** The draft of the form that was refused, when it is this one's. */
const draftOf = ({ sent }: PlanPageProps, form: 'done' | 'postpone', { followUpId }: FollowUp): FormDraft | null =>
  sent?.form === form && sent.of === followUpId ? sent.draft : null

const Warned = ({ draft, lang, id }: { draft: FormDraft; lang: Lang; id: string }) => {
  const kept = draft.value('noteKept')
  const flags = draft.flags.length > 0 ? draft.flags : flagsInKept(kept)
  return <NoteWarning flags={flags} lang={lang} isKept={draft.flags.length === 0 && kept !== ''} id={`${id}noteKept`} />
}

const Hidden = ({ plan, followUp }: Pick<OneProps, 'plan' | 'followUp'>) => (
  <>
    <input type="hidden" name="plan" value={plan.planId} />
    <input type="hidden" name="followUp" value={followUp.followUpId} />
  </>
)

const DoneForm = ({ props, plan, followUp }: OneProps) => {
  const { frame, subjectId, today, newOnce } = props
  const [t, w] = [planTexts[frame.lang], planWords[frame.lang]]
  const draft = draftOf(props, 'done', followUp) ?? noDraft
  const at = (name: string) => ({
    name,
    id: `${prefixOf('done', followUp.followUpId)}${name}`,
    value: draft.value(name),
    problem: problemOf(draft.problems, `${prefixOf('done', followUp.followUpId)}${name}`),
  })
  return (
    <Form
      frame={frame}
      action={underPlan(subjectId, 'uppfoljning')}
      once={newOnce()}
      label={`${t.say}, ${shortDay(followUp.on, frame.lang)}`}
    >
      <Hidden plan={plan} followUp={followUp} />
      <RadioGroup {...at('outcome')} label={t.how} options={followUpOutcomes.map((value) => ({ value, label: w.outcomes[value] }))} />
      <TextArea {...at('note')} label={t.note} hint={t.noteHint} rows={3} maxlength={longest.note} required={false} />
      <Warned draft={draft} lang={frame.lang} id={prefixOf('done', followUp.followUpId)} />
      <Field {...at('nextOn')} type="date" label={t.nextOn} hint={t.nextOnHint} min={today} required={false} />
      <Button>{t.sayDo}</Button>
    </Form>
  )
}

const PostponeForm = ({ props, plan, followUp }: OneProps) => {
  const { frame, subjectId, today, newOnce } = props
  const [t, w] = [planTexts[frame.lang], planWords[frame.lang]]
  const draft = draftOf(props, 'postpone', followUp) ?? noDraft
  const at = (name: string) => ({
    name,
    id: `${prefixOf('postpone', followUp.followUpId)}${name}`,
    value: draft.value(name),
    problem: problemOf(draft.problems, `${prefixOf('postpone', followUp.followUpId)}${name}`),
  })
  return (
    <Form
      frame={frame}
      action={underPlan(subjectId, 'uppfoljning/flytta')}
      once={newOnce()}
      label={`${t.postpone}, ${shortDay(followUp.on, frame.lang)}`}
    >
      <Hidden plan={plan} followUp={followUp} />
      <Field {...at('toOn')} type="date" label={t.postponeTo} min={today} />
      <RadioGroup {...at('reason')} label={t.postponeWhy} options={postponeReasons.map((value) => ({ value, label: w.reasons[value] }))} />
      <TextArea {...at('note')} label={t.note} hint={t.noteHint} rows={2} maxlength={longest.note} required={false} />
      <Warned draft={draft} lang={frame.lang} id={prefixOf('postpone', followUp.followUpId)} />
      <Button>{t.postponeDo}</Button>
    </Form>
  )
}

const movedText = ({ movedFrom }: FollowUp, lang: Lang): string =>
  movedFrom === null ? '' : `, ${planTexts[lang].movedFrom(shortDay(movedFrom, lang))}`

const Waiting = (one: OneProps) => {
  const { props, followUp } = one
  const { frame, today } = props
  const t = planTexts[frame.lang]
  return (
    <li>
      <p>
        <strong>{shortDay(followUp.on, frame.lang)}</strong>
        {movedText(followUp, frame.lang)} <FollowUpTag followUp={followUp} today={today} lang={frame.lang} />
      </p>
      {!frame.meeting && (
        <>
          <Details summary={t.say} open={draftOf(props, 'done', followUp) !== null}>
            <DoneForm {...one} />
          </Details>
          <Details summary={t.postpone} open={draftOf(props, 'postpone', followUp) !== null}>
            <PostponeForm {...one} />
          </Details>
        </>
      )}
    </li>
  )
}

function overText({ on, state, closedOn, outcome, reason, by, ...rest }: FollowUp, lang: Lang): string {
  const w = planWords[lang]
  const how = outcome !== null ? w.outcomes[outcome] : reason !== null ? w.reasons[reason] : ''
  const when = closedOn !== null && closedOn !== on ? shortDay(closedOn, lang) : ''
  const what = [w.standings[state === 'planned' ? 'planned' : state], when].filter((part) => part !== '').join(' ')
  return [`${shortDay(on, lang)}${movedText({ on, state, closedOn, outcome, reason, by, ...rest }, lang)}`, what, how, by ?? '']
    .filter((part) => part !== '')
    .join(' · ')
}

const Over = ({ followUps, lang }: { followUps: readonly FollowUp[]; lang: Lang }) => (
  <Details summary={planTexts[lang].earlierFollowUps(followUps.length)}>
    <ul class="plain stack">
      {followUps.map((followUp) => (
        <li>
          {overText(followUp, lang)}
          {followUp.note !== '' && <p class="as-typed muted">{followUp.note}</p>}
        </li>
      ))}
    </ul>
  </Details>
)

/** The card. What was noted at a follow-up is ours: it is not shown while the youth sits beside. */
export const FollowUpsCard = ({ props, plan }: { readonly props: PlanPageProps; readonly plan: Plan }) => {
  const { lang, meeting } = props.frame
  const t = planTexts[lang]
  const waiting = plannedIn(plan.followUps)
  const over = plan.followUps.filter(({ state }) => state !== 'planned')
  return (
    <Card heading={t.followUps}>
      {waiting.length === 0 && <p class="muted">{t.noFollowUps}</p>}
      <ul class="plain stack">
        {waiting.map((followUp) => (
          <Waiting props={props} plan={plan} followUp={followUp} />
        ))}
      </ul>
      {!meeting && over.length > 0 && <Over followUps={over} lang={lang} />}
    </Card>
  )
}
