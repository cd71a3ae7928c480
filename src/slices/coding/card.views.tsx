/** The card of what has been coded on the person page. Nothing of it is shown while the screen is turned to the youth. */
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { PersonCard } from '../access/index.ts'
import type { CodingOfYouth } from './card.actions.ts'
import { codingTexts } from './coding.texts.ts'
import { codingPath } from './event-form.views.tsx'
import { CodingLineText } from './history.views.tsx'

/** The link to "Vad hände?", and the latest that was written there. */
export const CodingCard = ({ of, lang, frame, acts, may, subjectId }: PersonCard<CodingOfYouth>) => {
  const mayCode = acts && may('coding.use')
  const stands = of.codings.filter(({ struck }) => struck === null)
  if (frame.meeting || (stands.length === 0 && !mayCode)) return null
  const t = codingTexts[lang]
  return (
    <Card heading={t.card} id="vad-hande">
      <div class="stack">
        <ul class="plain stack">
          {stands.map((one) => (
            <li>
              <CodingLineText one={one} items={of.items} lang={lang} />
            </li>
          ))}
        </ul>
        {mayCode && <LinkButton href={codingPath(subjectId)}>{t.cardDo}</LinkButton>}
      </div>
    </Card>
  )
}
