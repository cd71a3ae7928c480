/** What can be done with one referral: each asks first, where it stands. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Confirm } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { openTexts } from './open.texts.ts'
import { isLive, mustBeTold } from './referral.rules.ts'
import { referralTexts } from './referrals.texts.ts'
import { outcomeKinds, rejectReasons, tellingWays, type Referral } from './referrals.types.ts'
import { referralsPath } from './words.views.tsx'

type Props = {
  readonly frame: Frame
  readonly subjectId: string
  readonly referral: Referral
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
  const reasons = rejectReasons.map((value) => ({ value, label: o.reasons[value] }))
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
  const kinds = outcomeKinds.map((value) => ({ value, label: o.outcomes[value] }))
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

/** The forms that fit where the referral stands. */
export const Acts = (props: Props) => {
  const { referral, today } = props
  const t = referralTexts[props.frame.lang]
  if (mustBeTold(referral)) return <Tell {...props} />
  if (!isLive(referral, today)) return <></>
  return (
    <div class="stack">
      {referral.answer === null ? <Answer {...props} /> : <Outcome {...props} />}
      <Confirm {...asked(props, 'aterkalla')} label={t.revoke} question={t.revokeQuestion} confirm={t.revokeDo} danger />
    </div>
  )
}
