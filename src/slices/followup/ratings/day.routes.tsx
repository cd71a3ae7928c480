/** Daily ratings in the browser: the day's list, a youth's day, and on to the next. */
import { z } from 'zod'
import { choiceField, optionalText } from '../../../platform/form.ts'
import { parseDate, type PlainDate } from '../../../platform/plain-date.ts'
import { goTo, missing, page, problemText, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import { isUnreached, typedFields, unreached, writerOf, youthIdOf } from '../people/file-visit.ts'
import { sectionFrameOf } from '../reader.ts'
import { readDayList, readYouthDay } from './day.actions.ts'
import { nextToRate } from './day.rules.ts'
import { closedDay, problemsOf, savedFields, staleDifferences } from './day-visit.ts'
import { DayListPage } from './day-list.views.tsx'
import { ratingPageTexts } from './pages.texts.ts'
import type { RateFilled } from './rate-form.views.tsx'
import { dayAddress, listAddress } from './rating-address.ts'
import { rateDay, type RatingRefusal } from './ratings.actions.ts'
import { readTapped } from './taps.rules.ts'
import { YouthDayPage } from './youth-day.views.tsx'

/** The fields of areas are as many as housing follows up: the rules say what is wrong with them. */
const form = z
  .object({ do: choiceField(['next', 'stay']), seen: optionalText(9), note: optionalText(500), why: optionalText(500) })
  .catchall(optionalText(20))
type RateForm = z.infer<typeof form>

const dayIn = ({ params }: Visit): PlainDate | null => parseDate(params['day'] ?? '')

/** Another day than a day that can be listed is today's list. */
async function list(visit: Visit): Promise<Answer> {
  const { place, query, today } = visit
  const asked = parseDate(query.get('dag') ?? '')
  const on = asked === null || asked > today ? today : asked
  return page(<DayListPage shown={sectionFrameOf(visit)} list={await readDayList(place.pool, writerOf(visit), on)} />)
}

type Refused = { readonly filled: RateFilled; readonly reason: RatingRefusal | null; readonly names: readonly string[] }

async function show(visit: Visit, refused: Refused | null): Promise<Answer> {
  const on = dayIn(visit)
  if (on === null) return missing
  const read = await readYouthDay(visit.place.pool, writerOf(visit), youthIdOf(visit), on)
  if (typeof read === 'string') return unreached(read)
  const shown = sectionFrameOf(visit)
  const closed = closedDay(read)
  if (refused === null) {
    return page(<YouthDayPage shown={shown} read={read} closed={closed} differences={null} filled={savedFields(read)} />)
  }
  const isStale = refused.reason === 'already-rated' || refused.reason === 'somebody-else-first'
  const { typed, problems } = refused.filled
  const told =
    refused.reason === null || isStale ? problems : problemsOf(read, refused.reason, readTapped(refused.names, typed).areas, visit.lang)
  const differences = isStale ? staleDifferences(read, refused.names, typed, visit.lang) : null
  const filled = { typed, problems: told }
  return page(<YouthDayPage shown={shown} read={read} closed={closed} differences={differences} filled={filled} />, isStale ? 409 : 422)
}

/** After the last one of the day the list says that all are rated. */
async function onward(visit: Visit, youthId: string, on: PlainDate, goesOn: boolean): Promise<Answer> {
  const t = ratingPageTexts[visit.lang]
  if (!goesOn) return goTo(dayAddress(youthId, on), t.saved)
  const { rows } = await readDayList(visit.place.pool, writerOf(visit), on)
  const next = nextToRate(rows, youthId)
  return next === null ? goTo(listAddress(on), t.savedAll) : goTo(dayAddress(next, on), t.saved)
}

async function rate(visit: Visit, { seen, note, why, do: what }: RateForm, fields: Typed): Promise<Answer> {
  const [on, youthId, typed, names] = [dayIn(visit), youthIdOf(visit), typedFields(fields), Object.keys(fields)]
  if (on === null) return missing
  const { areas, faults } = readTapped(names, typed)
  if (faults.length > 0) {
    const problems = faults.map(({ field, problem }) => ({ field, text: ratingPageTexts[visit.lang].faults[problem] }))
    return show(visit, { filled: { typed, problems }, reason: null, names })
  }
  const wish = { on, areas, note, why, seen: /^\d+$/.test(seen) ? Number(seen) : null }
  const decision = await rateDay(visit.place.pool, writerOf(visit), youthId, wish)
  if (decision.granted) return onward(visit, youthId, on, what === 'next')
  const { reason } = decision
  if (isUnreached(reason)) return unreached(reason)
  return show(visit, { filled: { typed, problems: [] }, reason, names })
}

/** Registers the pages, for the housing process. */
export function addRatingPages(pages: Pages): void {
  const permit = 'followup.rate' as const
  const one = { permit, shows: 'person', outlet: 'followup.page' } as const
  const path = '/uppfoljning/ungdom/:id/skattning/:day'
  pages.get('/uppfoljning/skattning', { permit, shows: 'persons', outlet: 'followup.page' }, list)
  pages.get(path, one, (visit) => show(visit, null))
  pages.post(path, one, form, rate, (visit, problems, typed) => {
    const told = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
    return show(visit, { filled: { typed: typedFields(typed), problems: told }, reason: null, names: Object.keys(typed) })
  })
}
