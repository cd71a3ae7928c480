/**
 * The units' report of seeds/003: reached, support outside the group, enrolled in a measure, in or on the way to youth employment with what was
 * interrupted and why, and what searching for telephone numbers gave.
 */
import type { PlainDate } from '../../platform/plain-date.ts'
import { coveredOn, firstCoveredDay, holds, isIn, stands, standingMeasures } from './facts.rules.ts'
import type { FactMeasure, Facts, FactSearch, FactStage, FactYouth, Span } from './facts.types.ts'
import type { Indicator, Mark, Row, Sum, Window } from './indicator.types.ts'
import { countRow, markAt, markContact, markMeasure, rowsFor, shareRow, totalOf, youthsRow } from './marks.rules.ts'

const rows = ({ keys }: Facts): Row[] => [
  youthsRow('reached'),
  youthsRow('outside'),
  youthsRow('enrolled'),
  youthsRow('employment'),
  youthsRow('employment.onWay'),
  youthsRow('employment.in'),
  youthsRow('employment.waiting'),
  countRow('interrupted'),
  ...rowsFor('interrupted', keys.interruptionReasons, 'count'),
  youthsRow('searched'),
  youthsRow('searched.found'),
  shareRow('searched.foundShare', 'searched.found', 'searched'),
  youthsRow('searched.works'),
]

const sums = ({ keys }: Facts): Sum[] => [
  totalOf('employment', ['employment.onWay', 'employment.in']),
  totalOf(
    'interrupted',
    keys.interruptionReasons.map((reason) => `interrupted.${reason}`),
  ),
]

const voiceMarks = (youth: FactYouth, window: Window): Mark[] =>
  youth.contacts
    .filter(({ reached, on }) => reached && isIn(window, on))
    .map((contact) => markContact(coveredOn(youth, contact.on) ? 'reached' : 'outside', youth, contact))

function enrolledMarks(youth: FactYouth, window: Window): Mark[] {
  return standingMeasures(youth).flatMap((one) => {
    const on = firstCoveredDay(one, youth, window)
    const began = isIn(window, one.fromOn) && !coveredOn(youth, one.fromOn) ? [markMeasure('outside', youth, one)] : []
    return on === null ? began : [...began, markMeasure('enrolled', youth, one, on)]
  })
}

const spanOf = ({ fromOn, endedOn }: FactStage): Span => ({ fromOn, untilOn: endedOn })

const isEmployedOn = ({ stages }: FactMeasure, day: PlainDate): boolean =>
  stages.some((stage) => stage.isEmployment && holds(spanOf(stage), day))

/** On the last day of the period: in employment, or on the way there. */
function employmentMarks(youth: FactYouth, { lastOn }: Window): Mark[] {
  const own = youth.measures.filter((one) => one.leadsToEmployment && coveredOn(youth, one.fromOn))
  const begun = own.filter((one) => stands(one) && holds(one, lastOn))
  const employed = begun.find((one) => isEmployedOn(one, lastOn))
  const found = employed ?? begun[0]
  const waiting = own
    .filter(({ placement, recordedOn }) => placement === 'waiting' && recordedOn <= lastOn)
    .map((one) => markMeasure('employment.waiting', youth, one, one.recordedOn))
  if (found === undefined) return waiting
  const where = employed === undefined ? 'employment.onWay' : 'employment.in'
  return [markMeasure('employment', youth, found), markMeasure(where, youth, found), ...waiting]
}

function interruptionMarks(youth: FactYouth, window: Window): Mark[] {
  const own = youth.measures.filter((one) => one.leadsToEmployment && stands(one) && coveredOn(youth, one.fromOn))
  return own.flatMap((measure) =>
    measure.stages.flatMap(({ id, outcome, reason, endedOn }) => {
      if (outcome !== 'interrupted' || reason === null || endedOn === null || !isIn(window, endedOn)) return []
      const refs = [{ kind: 'stage', id } as const, { kind: 'measure', id: measure.id } as const]
      return ['interrupted', `interrupted.${reason}`].map((row) => markAt(row, youth, endedOn, measure, refs))
    }),
  )
}

/** Calls that say that the number is not the youth's, or that nobody answers it any more. */
const isDead = new Set(['wrongNumber', 'deadNumber'])

/** Whether the number found has not been found wrong since: the latest call over it says. */
function works(youth: FactYouth, { wayId, on }: FactSearch, { untilOn }: Window): boolean {
  const calls = youth.contacts.filter((one) => wayId !== null && one.wayId === wayId && on <= one.on && one.on < untilOn)
  const last = calls.at(-1)
  return last === undefined || !isDead.has(last.outcome)
}

const searchMarks = (youth: FactYouth, window: Window): Mark[] =>
  youth.searches
    .filter(({ on }) => isIn(window, on))
    .flatMap((search) => {
      const mark = (row: string): Mark => markAt(row, youth, search.on, search, [{ kind: 'search', id: search.id }])
      if (!search.isFound) return [mark('searched')]
      return ['searched', 'searched.found', ...(works(youth, search, window) ? ['searched.works'] : [])].map(mark)
    })

const marks = (youth: FactYouth, window: Window): Mark[] => [
  ...voiceMarks(youth, window),
  ...enrolledMarks(youth, window),
  ...employmentMarks(youth, window),
  ...interruptionMarks(youth, window),
  ...searchMarks(youth, window),
]

export const unitStatus: Indicator = {
  dimensions: ['unit', 'district', 'birthYear', 'sex', 'department'],
  of: 'period',
  needs: { contacts: 'period', studies: false },
  rows,
  sums,
  marks,
}
