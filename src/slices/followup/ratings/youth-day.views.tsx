/** A youth's day of ratings: the form while the day can be rated, else what was rated; every version, and the days around it. */
import { Alert } from '../../../ui/alert.tsx'
import { Both, type Difference } from '../../../ui/both.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Card, Details } from '../../../ui/card.tsx'
import { longDay } from '../../../ui/day.texts.ts'
import { FormErrors } from '../../../ui/form.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Lang } from '../../../kernel/lang.ts'
import { areaName, pointsIn } from '../instrument/points.texts.ts'
import { Room } from '../people/room.views.tsx'
import type { SectionFrame } from '../section.ts'
import type { YouthDay } from './day.actions.ts'
import { stripOf } from './day.rules.ts'
import { ratingPageTexts } from './pages.texts.ts'
import { RateForm, type RateFilled } from './rate-form.views.tsx'
import { listAddress } from './rating-address.ts'
import { ratingTexts } from './ratings.texts.ts'
import type { RatingRefusal } from './ratings.actions.ts'
import type { RatedArea } from './ratings.types.ts'
import { DayStrip } from './strip.views.tsx'

/** `Hälsa 12,5, Boende 14`; the names are of any instrument that has the area. */
const ratedText = (areas: readonly RatedArea[], housing: YouthDay['housing'], lang: Lang): string =>
  areas
    .map(({ area, points }) => {
      const instrument = housing.find((one) => one.signal.area === area)?.instrument ?? { areas: [] }
      return `${areaName(instrument, area, lang)} ${pointsIn(points, lang)}`
    })
    .join(', ')

const History = ({ read: { versions, housing }, lang }: { readonly read: YouthDay; readonly lang: Lang }) => {
  const t = ratingPageTexts[lang]
  if (versions.length === 0) return null
  const rows = versions.map(({ savedAt, byName, areas, why, note }) => [
    savedAt.replace('T', ' '),
    byName,
    ratedText(areas, housing, lang),
    [why, note].filter((text) => text !== '').join(' ') || '–',
  ])
  return (
    <Details summary={t.history} open={versions.length > 1}>
      <Table columns={t.historyColumns.map((title) => ({ title }))} rows={rows} headed stacks />
    </Details>
  )
}

type Props = {
  readonly shown: SectionFrame
  readonly read: YouthDay
  readonly filled: RateFilled
  /** Why the day cannot be rated; null: it can. */
  readonly closed: RatingRefusal | null
  /** Somebody else was first: what was typed beside what is now. */
  readonly differences: readonly Difference[] | null
}

const Closed = ({ shown: { lang }, read, closed }: Props) =>
  closed === null ? null : (
    <>
      <Alert kind="info" title={ratingPageTexts[lang].closed}>
        <p>{ratingTexts[lang].refusals[closed]}</p>
      </Alert>
      {read.rating !== null && <p>{ratedText(read.rating.areas, read.housing, lang)}</p>}
      <p>
        <LinkButton href={listAddress(null)}>{ratingPageTexts[lang].list}</LinkButton>
      </p>
    </>
  )

/** GET /uppfoljning/ungdom/:id/skattning/:day. */
export const YouthDayPage = (props: Props) => {
  const { shown, read, filled, closed, differences } = props
  const { lang } = shown
  const t = ratingPageTexts[lang]
  return (
    <Room shown={shown} youth={read.youth} title={t.one(longDay(read.on, lang))}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={filled.problems} />
      <div class="stack">
        {closed === null && read.rating !== null && <p>{t.correcting(ratedText(read.rating.areas, read.housing, lang))}</p>}
        {closed === null ? <RateForm shown={shown} read={read} filled={filled} /> : <Closed {...props} />}
        <History read={read} lang={lang} />
        <Card heading={t.strip}>
          <DayStrip strip={stripOf(read.housing, read.ratings, shown.today)} lang={lang} youthId={read.youth.id} current={read.on} />
        </Card>
      </div>
    </Room>
  )
}
