/** Pictures of one day, the last of what is asked about: where the covered stand, what is known of them, and how long since they were reached. */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { isKnownOccupation, occupationStates } from '../ladder/index.ts'
import { holds, occupationOn, standingMeasures } from './facts.rules.ts'
import type { FactPeriod, FactYouth } from './facts.types.ts'
import type { Indicator, Mark, Ref, Row, Sum, Window } from './indicator.types.ts'
import { markAt, markPeriod, rowsFor, shareRow, totalOf, youthsRow } from './marks.rules.ts'

const statuses = ['toAct', 'measurePlanned', 'measureOngoing', 'otherSchoolForm'] as const
const said = ({ personId }: FactYouth): Ref => ({ kind: 'occupation', id: personId })
const known = occupationStates.filter(isKnownOccupation)
const notKnown = occupationStates.filter((state) => !isKnownOccupation(state))

/** The period that covers the youth on the day. */
const periodOn = ({ periods }: FactYouth, day: PlainDate): FactPeriod | undefined => periods.find((one) => holds(one, day))

/** Where a covered youth stands on the day (DOMAIN.md 4). The twin of the lists' `statusOf`; a test holds them equal. */
export function standingOn(youth: Pick<FactYouth, 'measures' | 'otherForms'>, day: PlainDate): (typeof statuses)[number] {
  const measures = standingMeasures(youth)
  if (measures.some((one) => holds(one, day))) return 'measureOngoing'
  if (youth.otherForms.some((one) => holds(one, day))) return 'otherSchoolForm'
  return measures.some(({ fromOn }) => day < fromOn) ? 'measurePlanned' : 'toAct'
}

const measureRefs = (youth: FactYouth): Ref[] => standingMeasures(youth).map(({ id }) => ({ kind: 'measure', id }))

const onDayRows = (): Row[] => [
  youthsRow('covered'),
  ...rowsFor('status', statuses, 'youths'),
  ...rowsFor('occupation', occupationStates, 'youths'),
  youthsRow('watching'),
]

const onDaySums = (): Sum[] => [
  totalOf(
    'covered',
    statuses.map((key) => `status.${key}`),
  ),
  totalOf(
    'covered',
    occupationStates.map((key) => `occupation.${key}`),
  ),
]

function onDayMarks(youth: FactYouth, { lastOn }: Window): Mark[] {
  const period = periodOn(youth, lastOn)
  if (period === undefined) return youth.watches.some((one) => holds(one, lastOn)) ? [markAt('watching', youth, lastOn, youth, [])] : []
  return [
    markPeriod('covered', youth, period),
    markPeriod(`status.${standingOn(youth, lastOn)}`, youth, period, measureRefs(youth)),
    markPeriod(`occupation.${occupationOn(youth, lastOn)}`, youth, period, [said(youth)]),
  ]
}

const notKnownRows = (): Row[] => [
  youthsRow('covered'),
  youthsRow('known'),
  ...rowsFor('known', known, 'youths'),
  youthsRow('notKnown'),
  ...rowsFor('notKnown', notKnown, 'youths'),
  shareRow('notKnownShare', 'notKnown', 'covered'),
]

const notKnownSums = (): Sum[] => [
  totalOf('covered', ['known', 'notKnown']),
  totalOf(
    'known',
    known.map((key) => `known.${key}`),
  ),
  totalOf(
    'notKnown',
    notKnown.map((key) => `notKnown.${key}`),
  ),
]

function notKnownMarks(youth: FactYouth, { lastOn }: Window): Mark[] {
  const period = periodOn(youth, lastOn)
  if (period === undefined) return []
  const state = occupationOn(youth, lastOn)
  const row = isKnownOccupation(state) ? 'known' : 'notKnown'
  return [
    markPeriod('covered', youth, period),
    markPeriod(row, youth, period, [said(youth)]),
    markPeriod(`${row}.${state}`, youth, period, [said(youth)]),
  ]
}

/** Days since somebody was last reached, each with the most that it holds. */
const reachedWithin = { days30: 30, days90: 90, days180: 180, days365: 365, longer: Infinity } as const
const sinceKeys = [...Object.keys(reachedWithin), 'never']

const sinceRows = (): Row[] => [
  youthsRow('covered'),
  ...rowsFor('since', sinceKeys, 'youths'),
  shareRow('within90Share', 'within90', 'covered'),
  youthsRow('within90'),
]

const sinceSums = (): Sum[] => [
  totalOf(
    'covered',
    sinceKeys.map((key) => `since.${key}`),
  ),
  totalOf('within90', ['since.days30', 'since.days90']),
]

/** How long since the youth's own voice was last heard, whatever period it was in. */
function sinceMarks(youth: FactYouth, { lastOn }: Window): Mark[] {
  const period = periodOn(youth, lastOn)
  if (period === undefined) return []
  const last = youth.contacts.filter(({ reached, on }) => reached && on <= lastOn).at(-1)
  const days = last === undefined ? null : dayOf(lastOn) - dayOf(last.on)
  const key = days === null ? 'never' : (Object.entries(reachedWithin).find(([, most]) => days <= most)?.[0] ?? 'longer')
  const refs: Ref[] = last === undefined ? [] : [{ kind: 'contact', id: last.id }]
  const within = days !== null && days <= reachedWithin.days90 ? ['within90'] : []
  return [markPeriod('covered', youth, period), ...[`since.${key}`, ...within].map((row) => markPeriod(row, youth, period, refs))]
}

const septemberKeys = ['measure', 'studies', 'work', 'other', 'declined', 'without'] as const

/** What a youth has on the day: the first that fits. `declined`: offered something since July, and took nothing. */
function septemberKey(youth: FactYouth, day: PlainDate): (typeof septemberKeys)[number] {
  const status = standingOn(youth, day)
  if (status === 'measureOngoing' || status === 'measurePlanned') return 'measure'
  const state = occupationOn(youth, day)
  if (status === 'otherSchoolForm' || state === 'studies' || state === 'studiesAbroad') return 'studies'
  if (state === 'work') return 'work'
  if (state === 'abroad' || state === 'other') return 'other'
  const since = `${day.slice(5) < '07-01' ? Number(day.slice(0, 4)) - 1 : day.slice(0, 4)}-07-01`
  return youth.offers.some(({ on }) => since <= on && on <= day) ? 'declined' : 'without'
}

/** Left compulsory school that summer: turns 16 in the year. */
const isLeaver = ({ bornOn }: FactYouth, day: PlainDate): boolean =>
  bornOn !== null && Number(bornOn.slice(0, 4)) + 16 === Number(day.slice(0, 4))

const septemberRows = (): Row[] => [
  youthsRow('covered'),
  ...rowsFor('has', septemberKeys, 'youths'),
  shareRow('withoutShare', 'has.without', 'covered'),
  youthsRow('leavers'),
  ...rowsFor('leavers', ['with', 'without'], 'youths'),
]

const septemberSums = (): Sum[] => [
  totalOf(
    'covered',
    septemberKeys.map((key) => `has.${key}`),
  ),
  totalOf('leavers', ['leavers.with', 'leavers.without']),
]

function septemberMarks(youth: FactYouth, { lastOn }: Window): Mark[] {
  const period = periodOn(youth, lastOn)
  if (period === undefined) return []
  const key = septemberKey(youth, lastOn)
  const refs: Ref[] = [said(youth), ...measureRefs(youth), ...youth.offers.map(({ id }) => ({ kind: 'offer', id }) as const)]
  const leaver = isLeaver(youth, lastOn) ? ['leavers', key === 'without' ? 'leavers.without' : 'leavers.with'] : []
  return ['covered', `has.${key}`, ...leaver].map((row) => markPeriod(row, youth, period, refs))
}

const day = { dimensions: ['unit', 'district', 'birthYear', 'sex'], of: 'day' } as const

export const onDay: Indicator = { ...day, needs: { contacts: 'none', studies: false }, rows: onDayRows, sums: onDaySums, marks: onDayMarks }
export const notKnownRate: Indicator = {
  ...day,
  needs: { contacts: 'none', studies: false },
  rows: notKnownRows,
  sums: notKnownSums,
  marks: notKnownMarks,
}
export const sinceReached: Indicator = {
  ...day,
  needs: { contacts: 'periodAndLastHeard', studies: false },
  rows: sinceRows,
  sums: sinceSums,
  marks: sinceMarks,
}
export const september: Indicator = {
  ...day,
  needs: { contacts: 'none', studies: false },
  rows: septemberRows,
  sums: septemberSums,
  marks: septemberMarks,
}
