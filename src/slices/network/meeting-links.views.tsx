/** The links of a meeting, shown once: a question and a code for each youth. */
import { raw } from 'hono/html'
import { qrSvg } from '../../platform/qr.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card, Details } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { QuestionText } from '../questions/index.ts'
import type { MadeLinks, MeetingLink } from './ask.actions.ts'
import { meetingTexts } from './meeting.texts.ts'
import { meetingCrumbs, meetingPath, youthName } from './words.views.tsx'

type LinkProps = { readonly frame: Frame; readonly link: MeetingLink; readonly address: string; readonly nth: number }

/** One youth's question: opened one at a time, so that the partner sees the one who is talked about. */
const OneLink = ({ frame: { lang }, link: { youth, shown: fields }, address, nth }: LinkProps) => {
  const t = meetingTexts[lang]
  const { givenName, familyName, bornOn } = youth
  const birthYear = fields.includes('birthYear') ? (bornOn?.slice(0, 4) ?? null) : null
  const shown = { givenName, familyName, birthYear, birthDate: null }
  return (
    <Card heading={youthName(youth)}>
      <Details summary={t.show}>
        <p>
          <strong>
            <QuestionText lang={lang} kind="otherActor" asks="known" youth={shown} />
          </strong>
        </p>
        <div class="qr-screen" role="img" aria-label={t.qr(youthName(youth))}>
          {raw(qrSvg(address))}
        </div>
        <Field name={`link${nth}`} label={t.link} value={address} readonly />
      </Details>
    </Card>
  )
}

type LinksProps = { readonly frame: Frame; readonly made: MadeLinks; readonly addressOf: (token: string) => string }

/** The links, once. */
export const MeetingLinksPage = ({ frame, made: { meeting, links, days }, addressOf }: LinksProps) => {
  const t = meetingTexts[frame.lang]
  return (
    <Page frame={frame} title={t.made} crumbs={meetingCrumbs(frame.lang, meeting)}>
      <PageHead heading={t.made} below={t.madeText(days)} />
      <div class="stack">
        {links.map((link, index) => (
          <OneLink frame={frame} link={link} address={addressOf(link.token)} nth={index + 1} />
        ))}
        <LinkButton href={meetingPath(meeting.meetingId)} variant="primary">
          {t.back}
        </LinkButton>
      </div>
    </Page>
  )
}
