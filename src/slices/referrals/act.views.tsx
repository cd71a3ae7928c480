/** What can be done with one referral: each asks first, where it stands. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Confirm } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { measurePath, StateTags } from '../measures/index.ts'
import { openTexts } from './open.texts.ts'
import { isLive, mustBeTold, usualMeasure } from './referral.rules.ts'
import type { ReferralsOfYouth } from './referrals.actions.ts'
import { referralTexts } from './referrals.texts.ts'
import { outcomeKinds, rejectReasons, tellingWays, type Referral } from './referrals.types.ts'
import { referralsPath } from './words.views.tsx'

type Props = {
  readonly frame: Frame
  readonly subjectId: string
  readonly referral: Referral
  readonly of: Pick<ReferralsOfYouth, 'measures' | 'items'>
  readonly hasMail: boolean
  readonly today: PlainDate
  readonly newOnce: () => string
}

const asked = ({ frame, subjectId, referral, newOnce }: Props, act: string) => ({
  frame,
  action: `${referralsPath(subjectId)}/${referral.referralId}/${act}`,
  once: newOnce(),
})
/** The id of a field of one referral's form: the page has one of each for every referral. */
const idOf = ({ referral }: Props, field: string): string => `${field}-${referral.referralId}`

const Answer = (props: Props) => {
  const { lang } = props.frame
  const [t, o] = [referralTexts[lang], openTexts[lang]]
  const answers = [
    { value: 'accepted', label: o.answers.accepted },
    { value: 'rejected', label: o.answers.rejected },
  ]
  const reasons = rejectReasons.map((value) => ({ value, label: t.reasons[value] }))
  return (
    <Confirm {...asked(props, 'svar')} label={t.answer} question={t.answerQuestion} confirm={t.answerDo}>
      <RadioGroup name="answer" id={idOf(props, 'answer')} label={o.answer} options={answers} />
      <RadioGroup name="reason" id={idOf(props, 'reason')} label={o.reason} hint={o.reasonHint} options={reasons} />
    </Confirm>
  )
}

const Outcome = (props: Props) => {
  const { lang } = props.frame
  const [t, o] = [referralTexts[lang], openTexts[lang]]
  const kinds = outcomeKinds.map((value) => ({ value, label: t.outcomes[value] }))
  return (
    <Confirm {...asked(props, 'utfall')} label={t.outcome} question={t.outcomeQuestion} confirm={t.outcomeDo}>
      <RadioGroup name="outcome" id={idOf(props, 'outcome')} label={o.outcome} options={kinds} />
      <Field name="onDay" id={idOf(props, 'onDay')} type="date" label={o.onDay} value={props.today} max={props.today} />
    </Confirm>
  )
}

const Tell = (props: Props) => {
  const t = referralTexts[props.frame.lang]
  const ways = tellingWays.map((value) => ({ value, label: t.hows[value] }))
  return (
    <Confirm {...asked(props, 'vet')} label={t.tell} question={t.tellQuestion} confirm={t.tellDo}>
      <RadioGroup name="how" id={idOf(props, 'how')} label={t.tellHow} options={ways} />
    </Confirm>
  )
}

const Renew = (props: Props) => {
  const t = referralTexts[props.frame.lang]
  return (
    <Confirm {...asked(props, 'lank')} label={t.renew} question={t.renewQuestion} confirm={t.renewDo}>
      {props.hasMail && (
        <Field name="email" id={idOf(props, 'email')} type="email" label={t.email} hint={t.emailHint} maxlength={200} required={false} />
      )}
    </Confirm>
  )
}

/** The measure that came of it, or the form that writes one, filled in with what it usually is. */
const OfMeasure = (props: Props) => {
  const { frame, subjectId, referral, of, today } = props
  const t = referralTexts[frame.lang]
  const measure = of.measures.find(({ originId, placement }) => originId === referral.referralId && placement !== 'refused')
  if (measure !== undefined) {
    return (
      <p>
        <a href={measurePath(subjectId, measure.measureId)}>{measure.name[frame.lang]}</a>{' '}
        <StateTags measure={measure} on={today} lang={frame.lang} />
        {referral.endedOn !== null && measure.endedOn === null && <span class="muted">{` ${t.measureOpen}`}</span>}
      </p>
    )
  }
  if (referral.answer !== 'accepted') return <></>
  const { item, fromOn } = usualMeasure(referral, today)
  const items = of.items.map(({ key, name }) => ({ value: key, label: name[frame.lang] }))
  return (
    <Confirm {...asked(props, 'atgard')} label={t.measure} question={t.measureQuestion} confirm={t.measureDo}>
      <Select name="item" id={idOf(props, 'item')} label={t.measureItem} options={items} value={item} />
      <Field name="fromOn" id={idOf(props, 'fromOn')} type="date" label={t.measureFrom} value={fromOn} />
    </Confirm>
  )
}

/** The forms that fit where the referral stands. */
export const Acts = (props: Props) => {
  const { referral, today } = props
  const t = referralTexts[props.frame.lang]
  if (!isLive(referral, today)) {
    return (
      <div class="stack">
        {mustBeTold(referral) && <Tell {...props} />}
        <OfMeasure {...props} />
      </div>
    )
  }
  return (
    <div class="stack">
      <OfMeasure {...props} />
      {referral.answer === null ? <Answer {...props} /> : <Outcome {...props} />}
      <Renew {...props} />
      <Confirm {...asked(props, 'aterkalla')} label={t.revoke} question={t.revokeQuestion} confirm={t.revokeDo} danger />
    </div>
  )
}
