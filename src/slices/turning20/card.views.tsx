/** The card of turning 20 on the person page, from 90 days before the day. */
import { Card } from '../../ui/card.tsx'
import { longDay } from '../../ui/day.texts.ts'
import type { PersonCard } from '../access/index.ts'
import type { Turning20OfYouth } from './card.actions.ts'
import { onePath } from './list.views.tsx'
import { daysLeft } from './turning20.rules.ts'
import { turningTexts } from './turning20.texts.ts'

export const Turning20Card = ({ of, lang, subjectId, today, acts, may }: PersonCard<Turning20OfYouth>) => {
  if (of === null) return null
  const texts = turningTexts[lang]
  const outcome = of.outcome === null ? '' : ` ${texts.outcomes[of.outcome]}.`
  return (
    <Card heading={texts.card}>
      <p>{`${longDay(of.on, lang)}, ${texts.days(daysLeft(of.on, today))}.${outcome}`}</p>
      {acts && may('turning20.work') && (
        <p>
          <a href={onePath(subjectId)}>{texts.checklist}</a>
        </p>
      )}
    </Card>
  )
}
