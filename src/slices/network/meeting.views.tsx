/** A meeting with a partner: what was answered, whom else to ask about, and the links that are shown once. */
import { raw } from 'hono/html'
import { qrSvg } from '../../platform/qr.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Details, Tag } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { questionTexts, QuestionText } from '../questions/index.ts'
import type { MadeLinks, MeetingLink, OneMeeting } from './meeting.actions.ts'
import { meetingTexts } from './meeting.texts.ts'
import { networkTexts } from './network.texts.ts'
import { askGrounds, type AskedYouth, type NetworkMeeting } from './network.types.ts'
import { meetingPath, networkPath, partnerPath } from './words.views.tsx'

const crumbsOf = (lang: Frame['lang'], { partnerId, partnerName }: NetworkMeeting) => [
  { href: networkPath, label: networkTexts[lang].title },
  { href: partnerPath(partnerId), label: partnerName },
  { href: '', label: meetingTexts[lang].title },
]

const nameOf = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }): string =>
  `${givenName} ${familyName}`.trim()

type MeetingProps = {
  readonly frame: Frame
  readonly one: OneMeeting
  readonly chosen: readonly string[]
  readonly ground: string
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

const AnswerTag = ({ asked: { state, answer }, lang }: { asked: AskedYouth; lang: Frame['lang'] }) => {
  const { states, answers } = questionTexts[lang]
  if (answer === null) return <Tag>{states[state]}</Tag>
  return <Tag tone={answer === 'yes' ? 'success' : 'neutral'}>{answers[answer]}</Tag>
}

const Asked = ({ frame: { lang }, one: { meeting, asked } }: MeetingProps) => {
  const t = meetingTexts[lang]
  const rows = asked.map((youth) => [
    <a href={`/ungdomar/${youth.subjectId}`}>{nameOf(youth)}</a>,
    youth.birthYear ?? '',
    <AnswerTag asked={youth} lang={lang} />,
  ])
  return (
    <Card heading={t.asked} action={<LinkButton href={meetingPath(meeting.meetingId)}>{t.again}</LinkButton>}>
      <p class="muted">{t.noPaper}</p>
      <Table columns={Object.values(t.askedColumns).map((title) => ({ title }))} rows={rows} empty={t.askedNone} headed stacks />
    </Card>
  )
}

const Candidates = ({ frame: { lang }, one: { candidates }, chosen }: MeetingProps) => {
  const t = meetingTexts[lang]
  const rows = candidates.map((youth) => ({
    cells: [
      nameOf(youth),
      youth.birthYear ?? '',
      youth.unit ?? '',
      youth.lastContactOn === null ? t.never : shortDay(youth.lastContactOn, lang),
    ],
    value: youth.subjectId,
    label: nameOf(youth),
    checked: chosen.includes(youth.subjectId),
  }))
  return (
    <Table
      columns={Object.values(t.candidateColumns).map((title) => ({ title }))}
      rows={rows}
      empty={t.candidatesNone}
      selection={{ name: 'youth' }}
      headed
      stacks
    />
  )
}

const Choose = (props: MeetingProps) => {
  const { frame, one, ground, problems, newOnce } = props
  const t = meetingTexts[frame.lang]
  if (one.refusal !== null) return <Alert kind="info">{t.refusals[one.refusal]}</Alert>
  return (
    <Card heading={t.choose} id="youth">
      <p class="muted">{t.chooseHint}</p>
      <Form frame={frame} action={meetingPath(one.meeting.meetingId)} once={newOnce()}>
        <Candidates {...props} />
        <RadioGroup
          name="ground"
          label={t.ground}
          hint={t.groundHint}
          options={askGrounds.map((value) => ({ value, label: t.grounds[value] }))}
          value={ground}
          problem={problemOf(problems, 'ground')}
          required
        />
        <Button>{t.askDo}</Button>
      </Form>
    </Card>
  )
}

/** The meeting. */
export const MeetingPage = (props: MeetingProps) => {
  const { frame, one, problems, newOnce } = props
  const { meeting } = one
  const t = meetingTexts[frame.lang]
  const when = t.when(shortDay(meeting.heldOn, frame.lang), meeting.beginsAt)
  return (
    <Page frame={frame} title={t.title} crumbs={crumbsOf(frame.lang, meeting)}>
      <FormErrors problems={problems} />
      <PageHead heading={t.heading(meeting.partnerName)} below={meeting.place === '' ? when : `${when}, ${meeting.place}`} />
      {meeting.counts !== null ? (
        <Alert kind="info">
          {t.closedText} {t.countsText(meeting.counts.asked, meeting.counts.yes, meeting.counts.no, meeting.counts.unknown)}
        </Alert>
      ) : (
        <div class="stack">
          <Asked {...props} />
          <Choose {...props} />
          <Confirm
            frame={frame}
            action={`${meetingPath(meeting.meetingId)}/avsluta`}
            once={newOnce()}
            label={t.close}
            question={t.closeQuestion}
            confirm={t.closeDo}
          />
        </div>
      )}
    </Page>
  )
}

type LinkProps = { readonly frame: Frame; readonly link: MeetingLink; readonly address: string; readonly nth: number }

/** One youth's question: opened one at a time, so that the partner sees the one who is talked about. */
const OneLink = ({ frame: { lang }, link: { youth }, address, nth }: LinkProps) => {
  const t = meetingTexts[lang]
  const { givenName, familyName, bornOn } = youth
  const shown = { givenName, familyName, birthYear: bornOn?.slice(0, 4) ?? null, birthDate: null }
  return (
    <Card heading={nameOf(youth)}>
      <Details summary={t.show}>
        <p>
          <strong>
            <QuestionText lang={lang} kind="otherActor" asks="known" youth={shown} />
          </strong>
        </p>
        <div class="qr-screen" role="img" aria-label={t.qr(nameOf(youth))}>
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
    <Page frame={frame} title={t.made} crumbs={crumbsOf(frame.lang, meeting)}>
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
