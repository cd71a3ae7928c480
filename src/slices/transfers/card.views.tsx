/** The card of transfers on the person page: there for those who have moved, or about whom something has been offered. */
import { Card, Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { PersonCard } from '../access/index.ts'
import { afterTexts } from './after.texts.ts'
import type { TransfersOfYouth } from './card.actions.ts'
import { lineOf } from './kept.views.tsx'
import { offeringPath } from './moved.views.tsx'
import { transferTexts } from './transfers.texts.ts'

type Props = PersonCard<TransfersOfYouth>

/** Offers, and what came that is neither a statement nor a number: those stand in their own cards. */
const Lines = ({ of, lang }: Pick<Props, 'of' | 'lang'>) => {
  const texts = transferTexts[lang]
  return (
    <ul class="plain stack">
      {of.offers.map(({ to, state, changedOn }) => (
        <li>
          {`${texts.municipality(to)}: `}
          <Tag>{texts.states[state]}</Tag>
          <small class="muted">{` ${shortDay(changedOn, lang)}`}</small>
        </li>
      ))}
      {of.kept.map(({ part, value, from }) =>
        value === null || part === 'occupation' ? null : (
          <li>
            {lineOf({ part, value }, lang)}
            <small class="muted">{` ${afterTexts[lang].keptFrom(from)}`}</small>
          </li>
        ),
      )}
    </ul>
  )
}

export const TransfersCard = ({ of, lang, subjectId, acts, may }: Props) => {
  const opens = acts && may('transfers.work')
  const { offers, kept, hasMoved } = of
  if (offers.length === 0 && kept.length === 0 && !(hasMoved && opens)) return null
  const texts = transferTexts[lang]
  return (
    <Card heading={texts.card}>
      <Lines of={of} lang={lang} />
      {opens && (
        <p>
          <a href={offeringPath(subjectId)}>{hasMoved || offers.length > 0 ? texts.cardLink : texts.cardKept}</a>
        </p>
      )}
    </Card>
  )
}
