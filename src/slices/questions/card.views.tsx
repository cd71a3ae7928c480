/** The card of questions on the person page. No question is asked about a protected youth, and none is shown in meeting mode. */
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { PersonCard } from '../access/index.ts'
import type { QuestionsOfYouth } from './card.actions.ts'
import { questionTexts } from './questions.texts.ts'
import { receiverText, stateText } from './questions.views.tsx'

const shownAtMost = 3

export const QuestionsCard = ({ of, lang, frame, isProtected, acts, may, subjectId }: PersonCard<QuestionsOfYouth>) => {
  const mayAsk = acts && may('questions.ask')
  if (isProtected || frame.meeting || (of.questions.length === 0 && !mayAsk)) return null
  const texts = questionTexts[lang]
  return (
    <Card heading={texts.card}>
      {of.questions.length === 0 && <p class="muted">{texts.cardNone}</p>}
      <ul class="plain">
        {of.questions.slice(0, shownAtMost).map((question) => (
          <li>
            {receiverText(question, lang)}: <strong>{stateText(question, lang)}</strong>
          </li>
        ))}
      </ul>
      {mayAsk && <LinkButton href={`/ungdomar/${subjectId}/fragor`}>{texts.cardAsk}</LinkButton>}
    </Card>
  )
}
