/** The card of transfers on the person page: there for those who have moved, or about whom something has been offered. */
import { Card, Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { PersonCard } from '../access/index.ts'
import type { TransfersOfYouth } from './card.actions.ts'
import { offeringPath } from './offering.views.tsx'
import { transferTexts } from './transfers.texts.ts'

export const TransfersCard = ({ of, lang, subjectId, acts, may }: PersonCard<TransfersOfYouth>) => {
  const opens = acts && may('transfers.work')
  if (of.offers.length === 0 && !(of.hasMoved && opens)) return null
  const texts = transferTexts[lang]
  return (
    <Card heading={texts.card}>
      <ul class="plain stack">
        {of.offers.map(({ to, state, changedOn }) => (
          <li>
            {`${texts.municipality(to)}: `}
            <Tag>{texts.states[state]}</Tag>
            <small class="muted">{` ${shortDay(changedOn, lang)}`}</small>
          </li>
        ))}
      </ul>
      {opens && (
        <p>
          <a href={offeringPath(subjectId)}>{texts.cardLink}</a>
        </p>
      )}
    </Card>
  )
}
