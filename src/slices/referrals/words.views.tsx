/** A referral in words: whom to, where it stands, and how long somebody has been waited for. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Tag, type Tone } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { TwoLines } from '../../ui/table.tsx'
import { consentTexts } from '../consents/index.ts'
import { isLive, mustBeTold, referralState, waitingOf, type WaitingDays } from './referral.rules.ts'
import { referralTexts } from './referrals.texts.ts'
import type { Referral, ReferralState } from './referrals.types.ts'

export const deskPath = '/hanvisningar'
export const referralsPath = (subjectId: string): string => `/ungdomar/${subjectId}/hanvisningar`

/** The name of a partner is shown while the referral lives, and while she is to be told. */
export function receiverText(referral: Referral, today: PlainDate, lang: Lang): string {
  const { receiverKind, receiverName } = referral
  const isOver = !isLive(referral, today) && !mustBeTold(referral)
  if (receiverKind === 'partner' && (isOver || receiverName === '')) return referralTexts[lang].nameGone
  return receiverName === '' ? consentTexts[lang].receivers[receiverKind] : receiverName
}

const tones: Readonly<Record<ReferralState, Tone>> = {
  sent: 'info',
  opened: 'info',
  accepted: 'success',
  going: 'success',
  rejected: 'neutral',
  ended: 'neutral',
  revoked: 'neutral',
  withdrawn: 'warning',
  expired: 'warning',
}

type CellProps = { readonly referral: Referral; readonly today: PlainDate; readonly lang: Lang }

/** Where the mail to the receiver stands, while somebody may have to do something about it. */
function mailText({ referral, today, lang }: CellProps): string {
  const { mail, backMail, answer, isAcknowledged } = referral
  const t = referralTexts[lang]
  if (isAcknowledged) return t.acknowledged
  if (backMail !== null) return t.backMails[backMail]
  return mail !== null && answer === null && isLive(referral, today) ? t.mails[mail] : ''
}

/** Why not, or the last that was said of it. */
function below(props: CellProps): string {
  const { referral, lang } = props
  const { rejectReason, outcomes } = referral
  if (rejectReason !== null) return referralTexts[lang].reasons[rejectReason]
  const last = outcomes.at(-1)
  const said = last === undefined ? '' : `${referralTexts[lang].outcomes[last.kind]}, ${shortDay(last.onDay, lang)}`
  return [said, mailText(props)].filter((text) => text !== '').join(' · ')
}

export const StateCell = (props: CellProps) => {
  const state = referralState(props.referral, props.today)
  return (
    <TwoLines below={below(props)}>
      <Tag tone={tones[state]}>{referralTexts[props.lang].states[state]}</Tag>
    </TwoLines>
  )
}

export const ClockCell = ({ referral, today, lang, days }: CellProps & { readonly days: WaitingDays }) => {
  const t = referralTexts[lang]
  const waiting = waitingOf(referral, today, days)
  if (waiting === null) return <></>
  return (
    <TwoLines below={waiting.isLate ? t.late : ''} late={waiting.isLate}>
      {t.waitsFor[waiting.waitsFor](waiting.days)}
    </TwoLines>
  )
}
