/** The card of consents and referrals on the person page. Nothing is shared of a protected youth, and nothing is shown in meeting mode. */
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { PersonCard } from '../access/index.ts'
import type { SharingOfYouth } from './card.actions.ts'
import { isLive, mustBeTold, referralState } from './referral.rules.ts'
import { referralTexts } from './referrals.texts.ts'
import { receiverText, referralsPath } from './words.views.tsx'

export const SharingCard = ({ of, lang, frame, today, isProtected, acts, may, subjectId }: PersonCard<SharingOfYouth>) => {
  const mayRefer = acts && may('referrals.work')
  if (isProtected || frame.meeting || (of.liveConsents === 0 && of.referrals.length === 0 && !mayRefer)) return null
  const t = referralTexts[lang]
  const shown = of.referrals.filter((one) => isLive(one, today) || mustBeTold(one))
  return (
    <Card heading={t.card}>
      <p class={of.liveConsents === 0 ? 'muted' : ''}>{of.liveConsents === 0 ? t.cardNone : t.cardLive(of.liveConsents)}</p>
      {shown.length > 0 && (
        <ul class="plain">
          {shown.map((one) => (
            <li>
              {receiverText(one, today, lang)}: <strong>{t.states[referralState(one, today)]}</strong>
              {mustBeTold(one) && <p>{t.mustTell}</p>}
            </li>
          ))}
        </ul>
      )}
      {mayRefer && (
        <div class="row">
          <LinkButton href={`/ungdomar/${subjectId}/samtycken`}>{t.consents}</LinkButton>
          <LinkButton href={referralsPath(subjectId)}>{t.title}</LinkButton>
        </div>
      )}
    </Card>
  )
}
