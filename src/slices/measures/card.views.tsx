/** The card of measures on the person page: what is going on and planned. */
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { PersonCard } from '../access/index.ts'
import type { MeasuresOfYouth } from './card.actions.ts'
import { pageTexts } from './page.texts.ts'
import { daysText, listPath, StateTags } from './parts.views.tsx'
import { measureWords } from './words.texts.ts'

const shownAtMost = 5

export const MeasuresCard = ({ of, lang, acts, may, subjectId, frame }: PersonCard<MeasuresOfYouth>) => {
  const texts = pageTexts[lang]
  // What waits for the personnel group is ours; beside the youth it is not there.
  const shown = of.current.filter(({ placement }) => !frame.meeting || placement !== 'waiting')
  // Nothing is done from a card of the past; beside the youth it is not either.
  const isPast = !acts && !frame.meeting
  return (
    <Card heading={texts.card} id="atgarder">
      <div class="stack">
        {isPast && <p class="muted">{measureWords[lang].nowNotThen}</p>}
        {shown.length === 0 && <p class="muted">{texts.cardNone}</p>}
        <ul class="plain">
          {shown.slice(0, shownAtMost).map((measure) => (
            <li>
              {measure.name[lang]} <StateTags measure={measure} on={of.on} lang={lang} />
              <br />
              <small class="muted">{daysText(measure, lang)}</small>
            </li>
          ))}
        </ul>
        {acts && may('measures.write') && (
          <LinkButton href={listPath(subjectId)}>{shown.length > 0 || of.hasOthers ? texts.cardOpen : texts.cardNew}</LinkButton>
        )}
      </div>
    </Card>
  )
}
