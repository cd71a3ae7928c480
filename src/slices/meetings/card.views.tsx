/** The card of meetings on the person page: those to come, and the way to book one. */
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { PersonCard } from '../access/index.ts'
import type { MeetingsOfYouth } from './card.actions.ts'
import { meetingText, StateTag } from './meeting-page.views.tsx'
import { meetingTexts } from './meetings.texts.ts'

const shownAtMost = 3

export const MeetingsCard = ({ of, lang, acts, may, subjectId }: PersonCard<MeetingsOfYouth>) => {
  const texts = meetingTexts[lang]
  const booked = of.meetings.filter(({ state }) => state === 'booked')
  const mayBook = acts && may('meetings.book')
  return (
    <Card heading={texts.card}>
      {booked.length === 0 && <p class="muted">{texts.cardNone}</p>}
      <ul class="plain">
        {booked.slice(0, shownAtMost).map((meeting) => (
          <li>
            {meetingText(meeting, lang)} <StateTag meeting={meeting} lang={lang} />
            <br />
            <small class="muted">{meeting.staff}</small>
          </li>
        ))}
      </ul>
      {mayBook && (
        <LinkButton href={`/ungdomar/${subjectId}/moten`}>{of.meetings.length === 0 ? texts.cardBook : texts.cardOpen}</LinkButton>
      )}
    </Card>
  )
}
