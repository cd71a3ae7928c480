/** Between the form of a day's rating and its rules: what is saved as fields, why a day is closed, what is wrong and where, and what differs. */
import type { Lang } from '../../../kernel/lang.ts'
import type { Difference } from '../../../ui/both.tsx'
import type { FieldProblem } from '../../../ui/form.tsx'
import { areaName, pointsIn } from '../instrument/points.texts.ts'
import type { TypedFields } from '../people/particulars.views.tsx'
import type { YouthDay } from './day.actions.ts'
import { areasOn } from './day.rules.ts'
import { ratingPageTexts } from './pages.texts.ts'
import type { RateFilled } from './rate-form.views.tsx'
import type { RatingRefusal } from './ratings.actions.ts'
import { mayRateDay, ratingProblems, ratingScale, type HousingSignal } from './ratings.rules.ts'
import { ratingTexts } from './ratings.texts.ts'
import type { RatedArea } from './ratings.types.ts'
import { halfField, pointsField, readTapped, tapsOf } from './taps.rules.ts'

const isTapped = (housing: readonly HousingSignal[], area: string): boolean => {
  const instrument = housing.find((one) => one.signal.area === area)?.instrument
  const scale = instrument === undefined ? null : ratingScale(instrument, area)
  return scale !== null && tapsOf(scale) !== null
}

/** The day's rating as the form shows it. */
export function savedFields({ rating, versions, housing }: YouthDay): RateFilled {
  const fields = new Map([['note', versions[0]?.note ?? '']])
  for (const { area, points } of rating?.areas ?? []) {
    const half = isTapped(housing, area) ? points % 100 : 0
    fields.set(pointsField(area), String((points - half) / 100))
    if (half > 0) fields.set(halfField(area), 'ja')
  }
  return { typed: (field) => fields.get(field) ?? '', problems: [] }
}

/** Why nothing can be rated on the day; null: something can. */
export function closedDay({ on, today, routine, housing }: YouthDay): RatingRefusal | null {
  const allowed = mayRateDay(on, today, routine)
  if (!allowed.granted) return allowed.reason
  if (areasOn(housing, on).length > 0) return null
  const own = housing.filter(({ signal }) => signal.recipient === 'housing').map(({ signal }) => ({ area: signal.area, points: 0 }))
  const problems = ratingProblems(housing, on, own).map(({ problem }) => problem)
  return problems.find((one) => one === 'after-end') ?? problems.find((one) => one === 'before-signal') ?? 'not-followed'
}

/** What was refused, at the areas that it is about; of an area that is not in the form at the first that is. */
export function problemsOf(read: YouthDay, reason: RatingRefusal, areas: readonly RatedArea[], lang: Lang): FieldProblem[] {
  const { refusals } = ratingTexts[lang]
  const shown = areasOn(read.housing, read.on)
  const first = pointsField(shown[0]?.signal.area ?? '')
  const wrong = ratingProblems(read.housing, read.on, areas)
  if (reason === 'no-why') return [{ field: 'why', text: refusals[reason] }]
  if (wrong.length === 0) return [{ field: first, text: refusals[reason] }]
  return wrong.map(({ area, problem }) => {
    const of = shown.find(({ signal }) => signal.area === area)
    return of === undefined
      ? { field: first, text: refusals[problem] }
      : { field: pointsField(area), text: `${areaName(of.instrument, area, lang)}: ${refusals[problem]}` }
  })
}

/** Where what was pressed is not what is saved now. */
export function staleDifferences(read: YouthDay, names: readonly string[], typed: TypedFields, lang: Lang): Difference[] {
  const mine = readTapped(names, typed).areas
  const none = ratingPageTexts[lang].left
  const said = (areas: readonly RatedArea[], area: string): string => {
    const points = areas.find((one) => one.area === area)?.points
    return points === undefined ? none : pointsIn(points, lang)
  }
  return areasOn(read.housing, read.on)
    .map(({ signal: { area }, instrument }) => ({
      what: areaName(instrument, area, lang),
      mine: said(mine, area),
      theirs: said(read.rating?.areas ?? [], area),
    }))
    .filter((one) => one.mine !== one.theirs)
}
