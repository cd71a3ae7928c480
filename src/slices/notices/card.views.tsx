/** The card of notices on the person page. The screen may be turned to the youth: what the school told is hers to see, whom to call is not. */
import { Card } from '../../ui/card.tsx'
import type { PersonCard } from '../access/index.ts'
import type { NoticesOfYouth } from './card.actions.ts'
import { noticeTexts } from './notices.texts.ts'
import { eventText, noticePath, StateTag } from './words.views.tsx'

export const NoticesCard = ({ of, lang, frame, may }: PersonCard<NoticesOfYouth>) => {
  if (of.notices.length === 0) return null
  const texts = noticeTexts[lang]
  const opens = may('notices.read') && !frame.meeting
  return (
    <Card heading={texts.card}>
      <ul class="plain stack">
        {of.notices.map((one) => {
          const text = `${texts.kinds[one.kind]}, ${eventText(one, lang)}`
          return (
            <li {...(one.state === 'annulled' ? { class: 'muted' } : {})}>
              {opens ? <a href={noticePath(one.noticeId)}>{text}</a> : text} <StateTag state={one.state} lang={lang} />
              <br />
              <small class="muted">{one.unitName || one.unitCode}</small>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
