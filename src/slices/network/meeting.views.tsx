/** A meeting with a partner: what was answered, whom else to ask about, and closing it. */
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Confirm, FormErrors } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { questionTexts } from '../questions/index.ts'
import { Choose, type MeetingProps } from './meeting-choose.views.tsx'
import { closesAfterDays, mostAsked } from './meeting.rules.ts'
import { meetingTexts } from './meeting.texts.ts'
import type { AskedYouth } from './network.types.ts'
import { meetingCrumbs, meetingPath, youthName } from './words.views.tsx'

const AnswerTag = ({ asked: { state, answer }, lang }: { asked: AskedYouth; lang: Frame['lang'] }) => {
  const { states, answers } = questionTexts[lang]
  if (answer === null) return <Tag>{states[state]}</Tag>
  return <Tag tone={answer === 'yes' ? 'success' : 'neutral'}>{answers[answer]}</Tag>
}

const Asked = ({ frame: { lang }, one: { meeting, asked, askedCount } }: MeetingProps) => {
  const t = meetingTexts[lang]
  const rows = asked.map((youth) => [
    <a href={`/ungdomar/${youth.subjectId}`}>{youthName(youth)}</a>,
    youth.birthYear ?? '',
    <AnswerTag asked={youth} lang={lang} />,
  ])
  return (
    <Card heading={t.asked} action={<LinkButton href={meetingPath(meeting.meetingId)}>{t.again}</LinkButton>}>
      <p class="muted">
        {t.noPaper} {t.left(askedCount, mostAsked)}
      </p>
      <Table columns={Object.values(t.askedColumns).map((title) => ({ title }))} rows={rows} empty={t.askedNone} headed stacks />
    </Card>
  )
}

/** A meeting where nobody is asked about is cancelled; with answers it is closed, and forgets whom it was about. */
const Close = ({ frame, one: { meeting, askedCount, mayEnd }, newOnce }: MeetingProps) => {
  const t = meetingTexts[frame.lang]
  if (!mayEnd) {
    return (
      <p id="end" class="muted">
        {t.endedByOthers(closesAfterDays)}
      </p>
    )
  }
  const [label, question, confirm] = askedCount === 0 ? [t.cancel, t.cancelQuestion, t.cancelDo] : [t.close, t.closeQuestion, t.closeDo]
  return <Confirm frame={frame} action={`${meetingPath(meeting.meetingId)}/avsluta`} once={newOnce()} {...{ label, question, confirm }} />
}

/** The meeting. */
export const MeetingPage = (props: MeetingProps) => {
  const { frame, one, problems } = props
  const { meeting } = one
  const t = meetingTexts[frame.lang]
  const when = t.when(shortDay(meeting.heldOn, frame.lang), meeting.beginsAt)
  return (
    <Page frame={frame} title={t.title} crumbs={meetingCrumbs(frame.lang, meeting)}>
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
          <Close {...props} />
        </div>
      )}
    </Page>
  )
}
