/** The invitation to a talk as a letter to print: for protected youths too, since it is handed over on paper. */
import { longDay } from '../../../ui/day.texts.ts'
import { followupTexts } from '../followup.texts.ts'
import { Room } from '../people/room.views.tsx'
import type { SectionFrame } from '../section.ts'
import { invitedName } from './talk.views.tsx'
import type { ReadTalk } from './talk-page.actions.ts'
import { talkPageTexts } from './talk-page.texts.ts'
import type { Invited } from './talks.types.ts'

type Props = { readonly shown: SectionFrame; readonly read: ReadTalk; readonly one: Invited }

/** GET /uppfoljning/ungdom/:id/samtal/:talk/kallelse/:invitation. */
export const LetterPage = ({ shown, read: { youth, talk }, one }: Props) => {
  const { lang } = shown
  const t = talkPageTexts[lang]
  return (
    <Room shown={shown} youth={youth} title={t.letterTitle}>
      <p>{invitedName(one, lang)}</p>
      <p>{one.actor === 'youth' ? t.letterYouth : t.letterText(`${youth.givenName} ${youth.familyName}`)}</p>
      <p>
        <strong>{`${longDay(talk.on, lang)} ${talk.at}`}</strong>
        <br />
        {talk.place}
      </p>
      <p>{t.letterFrom(talk.calledBy, followupTexts[lang].processes[talk.recipient])}</p>
      <p class="muted">{t.letterPrint}</p>
    </Room>
  )
}
