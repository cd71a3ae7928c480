/** Daily ratings on the youth's page: the last fourteen days, for housing to press. */
import { Card } from '../../../ui/card.tsx'
import type { YouthSection } from '../section.ts'
import { areasOn, stripOf } from './day.rules.ts'
import { ratingPageTexts } from './pages.texts.ts'
import { dayAddress } from './rating-address.ts'
import { loadHousingSignals } from './ratings.actions.ts'
import { listRatings } from './ratings.store.ts'
import { DayStrip } from './strip.views.tsx'

export const ratingSection: YouthSection = {
  permit: 'followup.rate',
  read: async (tx, _, youth, today) => {
    const [housing, ratings] = [await loadHousingSignals(tx, youth.id), await listRatings(tx, [youth.id])]
    const strip = stripOf(housing, ratings, today)
    if (strip.every(({ standing }) => standing === 'none')) return () => null
    const isOpen = areasOn(housing, today).length > 0
    return ({ lang }) => {
      const t = ratingPageTexts[lang]
      const action = isOpen ? <a href={dayAddress(youth.id, today)}>{t.rate}</a> : undefined
      return (
        <Card heading={t.card} action={action}>
          <DayStrip strip={strip} lang={lang} youthId={youth.id} current={null} />
        </Card>
      )
    }
  },
}
