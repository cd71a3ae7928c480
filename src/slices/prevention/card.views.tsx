/** The card of prevention on the person page: absence that reaches a limit, and matters with the school that are open. */
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { PersonCard } from '../access/index.ts'
import type { PreventionOfYouth } from './card.actions.ts'
import { matterTexts } from './matter.texts.ts'
import { preventionTexts } from './prevention.texts.ts'
import { hoursOf, MatterTag, monthText, pupilPath } from './words.views.tsx'

export const PreventionCard = ({ of, lang, frame, acts, may, subjectId, today }: PersonCard<PreventionOfYouth>) => {
  const open = of.matters.filter(({ closedOn }) => closedOn === null)
  const mayOpen = acts && may('prevention.work')
  if (of.absence === null && open.length === 0 && !(of.isPupil && mayOpen)) return null
  const [t, p] = [matterTexts[lang], preventionTexts[lang]]
  return (
    <Card heading={p.card}>
      {of.absence !== null && <p>{`${t.absence}, ${monthText(of.absence.month, lang)}: ${p.hours(hoursOf(of.absence.invalid, lang))}`}</p>}
      {!frame.meeting && open.length > 0 && (
        <ul class="plain">
          {open.map((matter) => (
            <li>
              {t.kinds[matter.kind]} <MatterTag matter={matter} lang={lang} today={today} />
            </li>
          ))}
        </ul>
      )}
      {mayOpen && <LinkButton href={pupilPath(subjectId)}>{p.cardOpen}</LinkButton>}
    </Card>
  )
}
