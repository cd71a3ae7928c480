/** The referrals of one youth: the list, a new one with exactly what will be sent, and the link that is shown once. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { consentTexts, hashOfPackage, PackageView, type Consent } from '../consents/index.ts'
import { Acts } from './act.views.tsx'
import type { ReferralsOfYouth } from './referrals.actions.ts'
import { referralTexts } from './referrals.texts.ts'
import { ClockCell, receiverText, referralsPath, StateCell } from './words.views.tsx'

type Props = {
  readonly frame: Frame
  readonly subjectId: string
  readonly today: PlainDate
  readonly of: ReferralsOfYouth
  readonly problems: readonly FieldProblem[]
  /** The address as it was typed, when it could not be used. */
  readonly typedEmail: string | null
  /** Whether mail can leave: what cannot is not asked for. */
  readonly hasMail: boolean
  readonly newOnce: () => string
}

const crumbsOf = (lang: Lang, subjectId: string) => [
  { href: '/ungdomar', label: referralTexts[lang].youths },
  { href: `/ungdomar/${subjectId}`, label: referralTexts[lang].youth },
  { href: '', label: referralTexts[lang].title },
]

const nameOf = ({ receiverName, receiverKind }: Consent, lang: Lang): string =>
  receiverName === '' ? consentTexts[lang].receivers[receiverKind] : receiverName

const Sent = (props: Props) => {
  const { frame, today, of } = props
  const { lang } = frame
  const t = referralTexts[lang]
  if (of.referrals.length === 0) return <p class="muted">{t.none}</p>
  const { to, sent, state, clock, act } = t.columns
  const rows = of.referrals.map((referral) => [
    <TwoLines below={consentTexts[lang].purposes[referral.purpose]}>{receiverText(referral, today, lang)}</TwoLines>,
    <TwoLines below={referral.sentBy}>{shortDay(referral.sentOn, lang)}</TwoLines>,
    <StateCell referral={referral} today={today} lang={lang} />,
    <ClockCell referral={referral} today={today} lang={lang} days={of.settings} />,
    <Acts {...props} referral={referral} />,
  ])
  return <Table columns={[to, sent, state, clock, act].map((title) => ({ title }))} rows={rows} headed stacks />
}

const Choose = ({ frame: { lang }, subjectId, of }: Props) => {
  const t = referralTexts[lang]
  if (of.consents.length === 0) {
    return (
      <>
        <p>{t.noConsent}</p>
        <LinkButton href={`/ungdomar/${subjectId}/samtycken`}>{t.askConsent}</LinkButton>
      </>
    )
  }
  return (
    <>
      <p>{t.choose}</p>
      <ul>
        {of.consents.map((consent) => (
          <li>
            <a href={`${referralsPath(subjectId)}?samtycke=${consent.consentId}#ny`}>
              {`${nameOf(consent, lang)}: ${consentTexts[lang].purposes[consent.purpose]}`}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const SendForm = ({ frame, subjectId, of: { asked }, problems, typedEmail, hasMail, newOnce }: Props) => {
  const t = referralTexts[frame.lang]
  if (asked === null) return <></>
  const email = { name: 'email', value: typedEmail ?? asked.email ?? '', problem: problemOf(problems, 'email') }
  return (
    <Card heading={t.preview(nameOf(asked.consent, frame.lang))} id="ny">
      <PackageView shared={asked.shared} lang="sv" />
      <p class="muted">{t.previewText}</p>
      {asked.isGoingOn ? (
        <Alert kind="warning" title={t.goingOn} />
      ) : (
        <Form frame={frame} action={referralsPath(subjectId)} once={newOnce()}>
          <input type="hidden" name="consent" value={asked.consent.consentId} />
          <input type="hidden" name="previewed" value={hashOfPackage(asked.shared)} />
          {hasMail && <Field {...email} type="email" label={t.email} hint={t.emailHint} maxlength={200} required={false} />}
          <Button>{t.send}</Button>
        </Form>
      )}
    </Card>
  )
}

/** The page. */
export const ReferralsPage = (props: Props) => {
  const { frame, subjectId, of, problems } = props
  const t = referralTexts[frame.lang]
  const name = `${of.youth.givenName} ${of.youth.familyName}`.trim()
  return (
    <Page frame={frame} title={t.title} crumbs={crumbsOf(frame.lang, subjectId)}>
      <PageHead heading={t.title} below={name}>
        <LinkButton href={`/ungdomar/${subjectId}/samtycken`}>{t.consents}</LinkButton>
      </PageHead>
      <div class="stack">
        <FormErrors problems={problems} />
        <Card>
          <Sent {...props} />
        </Card>
        <SendForm {...props} />
        <Card heading={t.newHeading}>
          <Choose {...props} />
        </Card>
      </div>
    </Page>
  )
}

type MadeProps = { readonly frame: Frame; readonly subjectId: string; readonly link: string; readonly untilOn: PlainDate }

/** The link, once. */
export const MadePage = ({ frame, subjectId, link, untilOn }: MadeProps) => {
  const t = referralTexts[frame.lang]
  return (
    <Page frame={frame} title={t.madeTitle} crumbs={crumbsOf(frame.lang, subjectId)}>
      <PageHead heading={t.madeTitle} below={t.madeText} />
      <div class="stack">
        <Card>
          <Field name="link" label={t.link} value={link} readonly />
          <Field name="message" label={t.message} value={t.messageText(link, shortDay(untilOn, 'sv'))} readonly />
        </Card>
        <LinkButton href={referralsPath(subjectId)} variant="primary">
          {t.done}
        </LinkButton>
      </div>
    </Page>
  )
}
