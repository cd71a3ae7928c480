/** /hanvisningar: everybody's referrals by what has to be done with them. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { consentTexts } from '../consents/index.ts'
import { onTab } from './desk.rules.ts'
import { isLateToAnswer } from './referral.rules.ts'
import type { Desk } from './referrals.actions.ts'
import { referralTexts } from './referrals.texts.ts'
import { deskTabs, type DeskReferral, type DeskTab } from './referrals.types.ts'
import { ClockCell, deskPath, receiverText, referralsPath, StateCell } from './words.views.tsx'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly desk: Desk
  readonly tab: DeskTab
  readonly maySettings: boolean
}

/** The word of each tab in addresses. */
export const deskWords: Readonly<Record<DeskTab, string>> = { waiting: 'vantar', going: 'pagar', tell: 'ska-veta', over: 'avslutade' }

const Rows = ({ frame: { lang }, today, desk, rows }: Omit<Props, 'tab' | 'maySettings'> & { readonly rows: readonly DeskReferral[] }) => {
  const { who, to, sent, state, clock } = referralTexts[lang].columns
  const cells = rows.map((referral) => [
    <TwoLines below={referral.unit ?? ''}>
      <a href={referralsPath(referral.subjectId)}>{`${referral.givenName} ${referral.familyName}`.trim()}</a>
    </TwoLines>,
    <TwoLines below={consentTexts[lang].purposes[referral.purpose]}>{receiverText(referral, today, lang)}</TwoLines>,
    shortDay(referral.sentOn, lang),
    <StateCell referral={referral} today={today} lang={lang} />,
    <ClockCell referral={referral} today={today} lang={lang} days={desk.settings} />,
  ])
  return <Table columns={[who, to, sent, state, clock].map((title) => ({ title }))} rows={cells} headed stacks />
}

const crumbsOf = (lang: Frame['lang']) => [
  { href: '/samverkan', label: referralTexts[lang].together },
  { href: '', label: referralTexts[lang].title },
]

/** The page. */
export const DeskPage = (props: Props) => {
  const { frame, today, desk, tab, maySettings } = props
  const t = referralTexts[frame.lang]
  const rows = onTab(desk.referrals, tab, today, desk.settings)
  const late = desk.referrals.filter((one) => isLateToAnswer(one, today, desk.settings))
  const links = deskTabs.map((one) => ({
    href: `${deskPath}?flik=${deskWords[one]}`,
    label: t.tabs[one],
    count: onTab(desk.referrals, one, today, desk.settings).length,
    current: one === tab,
  }))
  return (
    <Page frame={frame} title={t.title} crumbs={crumbsOf(frame.lang)}>
      <PageHead heading={t.title} below={t.below}>
        <LinkButton href="/siffror/hanvisningar">{t.figures}</LinkButton>
        {maySettings && <LinkButton href={`${deskPath}/installningar`}>{t.settings}</LinkButton>}
      </PageHead>
      {late.length > 0 && (
        <Alert kind="warning" title={t.lateTitle(late.length)}>
          {t.lateText(desk.settings.answerDays)}
        </Alert>
      )}
      <Tabs label={t.tabsLabel} links={links} />
      <p>{t.about[tab]}</p>
      <Card>{rows.length === 0 ? <EmptyState title={t.empty[tab]} /> : <Rows {...props} rows={rows} />}</Card>
    </Page>
  )
}
