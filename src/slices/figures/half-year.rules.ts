/** What SCB and Skolverket tell of a half-year, of the municipality's own youths (reference/domain-research.md, chapter 4), and the share whose occupation is known. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isKnownOccupation, occupations, registrationOccupations } from '../ladder/index.ts'
import { studyLeftFor, type EducationKind, type EntryReason, type NotCoveredReason } from '../law/index.ts'
import { coveredOn, firstCoveredDay, isIn, occupationOn, periodsIn, standingMeasures } from './facts.rules.ts'
import type { FactMeasure, FactPeriod, FactYouth } from './facts.types.ts'
import type { Indicator, Mark, Row, Sum, Window } from './indicator.types.ts'
import { countRow, markAt, markMeasure, markPeriod, periodRef, rowsFor, shareRow, totalOf, youthsRow } from './marks.rules.ts'
import { registrationState } from './registration.rules.ts'

const entryReasons = Object.keys({
  decided: 0,
  returned: 0,
  registeredInSweden: 0,
  movedIn: 0,
  studyCertificate: 0,
  endedWithoutDiploma: 0,
  interruptedNational: 0,
  interruptedIntroductory: 0,
  interruptedAdapted: 0,
  interruptedEquivalent: 0,
  noShow: 0,
  neverStarted: 0,
  unknown: 0,
} satisfies Record<EntryReason, 0>)

const exitReasons = Object.keys({
  turned20: 0,
  completed: 0,
  inEducation: 0,
  moved: 0,
  emigrated: 0,
  deregistered: 0,
  deceased: 0,
  awaitingStart: 0,
  undecidedEducation: 0,
  decided: 0,
  inCompulsorySchooling: 0,
} satisfies Record<NotCoveredReason, 0>)

/** Where those went who left for an education. `unknown`: none that qualifies was found on the day. */
const exitStudies = ['national', 'introductory', 'adapted', 'equivalent', 'abroad', 'unknown'] as const
const afterStates = [...occupations, 'notAsked'] as const

const rows = (): Row[] => [
  youthsRow('covered'),
  youthsRow('fromBefore'),
  youthsRow('new'),
  shareRow('newShare', 'new', 'covered'),
  countRow('entry'),
  ...rowsFor('entry', entryReasons, 'count'),
  ...rowsFor('registration', registrationOccupations, 'youths'),
  youthsRow('measured'),
  shareRow('measuredShare', 'measured', 'covered'),
  youthsRow('offered'),
  youthsRow('declinedFirst'),
  shareRow('declinedFirstShare', 'declinedFirst', 'offered'),
  countRow('exit'),
  ...rowsFor('exit', exitReasons, 'count'),
  ...rowsFor('exit.inEducation', exitStudies, 'count'),
  countRow('after'),
  ...rowsFor('after', afterStates, 'count'),
  youthsRow('known'),
  youthsRow('notKnown'),
  shareRow('knownShare', 'known', 'covered'),
]

const partsOf = (stem: string, keys: readonly string[]): string[] => keys.map((key) => `${stem}.${key}`)

const sums = (): Sum[] => [
  totalOf('covered', ['fromBefore', 'new']),
  totalOf('covered', partsOf('registration', registrationOccupations)),
  totalOf('covered', ['known', 'notKnown']),
  totalOf('entry', partsOf('entry', entryReasons)),
  totalOf('exit', partsOf('exit', exitReasons)),
  totalOf('exit.inEducation', partsOf('exit.inEducation', exitStudies)),
  totalOf('after', partsOf('after', afterStates)),
]

const dayBefore = (day: PlainDate): PlainDate => dateOf(plusDays(dayOf(day), -1))

/** The last day of the window on which one of the periods held. */
function lastCoveredDay(periods: readonly FactPeriod[], { lastOn }: Window): PlainDate {
  const ends = periods.map(({ untilOn }) => (untilOn === null || untilOn > lastOn ? lastOn : dayBefore(untilOn)))
  return ends.reduce((a, b) => (a < b ? b : a))
}

function coveredMarks(youth: FactYouth, window: Window): Mark[] {
  const periods = periodsIn(youth, window)
  const [first] = periods
  if (first === undefined) return []
  const since = coveredOn(youth, dayBefore(window.fromOn)) ? 'fromBefore' : 'new'
  const said = [{ kind: 'occupation', id: youth.personId } as const]
  const isKnown = isKnownOccupation(occupationOn(youth, lastCoveredDay(periods, window)))
  return [
    markPeriod('covered', youth, first),
    markPeriod(since, youth, first),
    markPeriod(`registration.${registrationState(youth, first, window.lastOn)}`, youth, first, said),
    markPeriod(isKnown ? 'known' : 'notKnown', youth, first, said),
  ]
}

/** The education that the youth left for. */
function exitStudy({ studies }: FactYouth, on: PlainDate): EducationKind | 'unknown' {
  const kind = studyLeftFor(studies, on)
  return exitStudies.find((one) => one === kind) ?? 'unknown'
}

function movementMarks(youth: FactYouth, window: Window): Mark[] {
  return youth.periods.flatMap(({ fromOn, untilOn, entryReason, exitReason }) => {
    const mark = (row: string, on: PlainDate): Mark => markAt(row, youth, on, youth, [periodRef(youth)])
    const begun = isIn(window, fromOn) ? [mark('entry', fromOn), mark(`entry.${entryReason}`, fromOn)] : []
    if (untilOn === null || exitReason === null || !isIn(window, untilOn)) return begun
    const left = [mark('exit', untilOn), mark(`exit.${exitReason}`, untilOn)]
    const where = exitReason === 'inEducation' ? [mark(`exit.inEducation.${exitStudy(youth, untilOn)}`, untilOn)] : []
    return [...begun, ...left, ...where]
  })
}

function measureMarks(youth: FactYouth, measure: FactMeasure, window: Window): Mark[] {
  const on = firstCoveredDay(measure, youth, window)
  const measured = on === null ? [] : [markMeasure('measured', youth, measure, on)]
  const { untilOn } = measure
  if (untilOn === null || !isIn(window, untilOn) || !coveredOn(youth, measure.fromOn)) return measured
  const ended = ['after', `after.${measure.occupationAfter ?? 'notAsked'}`]
  return [...measured, ...ended.map((row) => markMeasure(row, youth, measure, untilOn))]
}

/** When a measure was offered: it was begun or written down, whichever came first. */
const offeredOn = ({ fromOn, recordedOn }: FactMeasure): PlainDate => (recordedOn < fromOn ? recordedOn : fromOn)

/** Offered something in the half-year; and declined the first of it. Of one day, what was declined comes first: something else was taken instead. */
function offerMarks(youth: FactYouth, window: Window): Mark[] {
  const counts = (on: PlainDate): boolean => isIn(window, on) && coveredOn(youth, on)
  const declined = youth.offers
    .filter(({ on }) => counts(on))
    .map(({ id, on, unitId }) =>
      markAt('offered', youth, on, { unitId, districtId: youth.districtId }, [{ kind: 'offer', id }, periodRef(youth)]),
    )
  const taken = standingMeasures(youth)
    .filter((one) => counts(offeredOn(one)))
    .map((one) => markMeasure('offered', youth, one, offeredOn(one)))
  const all = [...declined, ...taken].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const [first] = all
  return first === undefined ? [] : [first, ...(declined.includes(first) ? [{ ...first, row: 'declinedFirst' }] : [])]
}

const marks = (youth: FactYouth, window: Window): Mark[] => [
  ...coveredMarks(youth, window),
  ...movementMarks(youth, window),
  ...standingMeasures(youth).flatMap((one) => measureMarks(youth, one, window)),
  ...offerMarks(youth, window),
]

export const halfYear: Indicator = {
  dimensions: ['unit', 'district', 'birthYear', 'sex'],
  of: 'period',
  needs: { contacts: 'none', studies: true },
  rows,
  sums,
  marks,
}
