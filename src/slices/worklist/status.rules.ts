/**
 * Where a youth stands on a day (DOMAIN.md 4). Of the covered: a measure under way comes before studies in another school form, those before
 * a measure to come, and whoever has none of them is to be acted on. `conditions.store` asks the same of the database; a test holds them equal.
 */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { CoveredTab, Status, StatusFacts, StatusReason, StatusSpan } from './status.types.ts'
import type { Tab } from './worklist.types.ts'

const holds = (day: PlainDate, { fromOn, untilOn }: StatusSpan): boolean => fromOn <= day && (untilOn === null || day < untilOn)

/** Begins later. A span that ended before it began holds no day, and plans nothing. */
const isToCome = (day: PlainDate, { fromOn, untilOn }: StatusSpan): boolean => day < fromOn && (untilOn === null || fromOn < untilOn)

type Named = StatusSpan & { readonly name: string }

/** The one that began first, and of several the first by name: said first wherever one is said. */
const firstOf = <Of extends Named>(spans: readonly Of[]): Of | null =>
  spans.toSorted((a, b) => (a.fromOn === b.fromOn ? (a.name < b.name ? -1 : 1) : a.fromOn < b.fromOn ? -1 : 1))[0] ?? null

/** The statuses of the covered, in the order that they are asked. */
function coveredTab({ measures, otherForms }: StatusFacts, day: PlainDate): CoveredTab {
  if (measures.some((one) => holds(day, one))) return 'measureOngoing'
  if (otherForms.some((one) => holds(day, one))) return 'otherSchoolForm'
  return measures.some((one) => isToCome(day, one)) ? 'measurePlanned' : 'toAct'
}

/** The tab that the youth stands on that day; null for none. */
export function tabOn(facts: StatusFacts, day: PlainDate): Tab | null {
  const { periods, watches, isUnconfirmed } = facts
  if (isUnconfirmed) return 'unconfirmedStay'
  if (periods.some((one) => holds(day, one))) return coveredTab(facts, day)
  if (watches.some((one) => holds(day, one))) return 'watching'
  return periods.some(({ fromOn }) => fromOn <= day) ? 'closed' : null
}

/** The latest of the days; the last resort is only for the empty list. */
const latest = (days: readonly PlainDate[], or: PlainDate): PlainDate => days.reduce((a, b) => (a < b ? b : a), days[0] ?? or)

/** Since when there is nothing: the period began, or the last measure or study of it ended. */
function toActReason({ periods, measures, otherForms }: StatusFacts, day: PlainDate): StatusReason {
  const period = periods.find((one) => holds(day, one))
  const from = period?.fromOn ?? day
  const endOf = ({ fromOn, untilOn }: StatusSpan): PlainDate[] =>
    untilOn !== null && fromOn < untilOn && from < untilOn && untilOn <= day ? [untilOn] : []
  const sinceOn = latest([from, ...[...measures, ...otherForms].flatMap(endOf)], from)
  const ended = firstOf(measures.filter((one) => endOf(one).includes(sinceOn)))
  return { tab: 'toAct', sinceOn, ended }
}

const sinceIn = (spans: readonly StatusSpan[], day: PlainDate): PlainDate => spans.find((one) => holds(day, one))?.fromOn ?? day

function measureReason(facts: StatusFacts, day: PlainDate, tab: 'measureOngoing' | 'measurePlanned'): StatusReason {
  const fits = tab === 'measureOngoing' ? holds : isToCome
  const found = facts.measures.filter((one) => fits(day, one))
  const measure = firstOf(found)
  if (measure === null) return { tab: null }
  const others = found.length - 1
  if (tab === 'measurePlanned') return { tab, measure, others }
  const without = { ...facts, measures: facts.measures.filter((one) => !found.includes(one)) }
  return { tab, measure, others, after: coveredTab(without, day) }
}

function otherFormReason({ otherForms }: StatusFacts, day: PlainDate): StatusReason {
  const study = firstOf(otherForms.filter((one) => holds(day, one)))
  return study === null ? { tab: null } : { tab: 'otherSchoolForm', study }
}

function reasonFor(facts: StatusFacts, day: PlainDate, tab: Tab | null): StatusReason {
  switch (tab) {
    case 'measureOngoing':
    case 'measurePlanned':
      return measureReason(facts, day, tab)
    case 'otherSchoolForm':
      return otherFormReason(facts, day)
    case 'toAct':
      return toActReason(facts, day)
    case 'watching':
      return { tab, sinceOn: sinceIn(facts.watches, day) }
    case 'closed':
      return {
        tab,
        sinceOn: latest(
          facts.periods.flatMap(({ untilOn }) => (untilOn !== null && untilOn <= day ? [untilOn] : [])),
          day,
        ),
      }
    case 'unconfirmedStay':
      return { tab }
    case null:
      return { tab }
  }
}

/** Days after the day on which something of what is known begins or ends, in order. */
function laterEdges({ periods, measures, otherForms, watches }: StatusFacts, day: PlainDate): PlainDate[] {
  const edges = [...periods, ...measures, ...otherForms, ...watches].flatMap(({ fromOn, untilOn }) => [
    fromOn,
    ...(untilOn === null ? [] : [untilOn]),
  ])
  return [...new Set(edges.filter((edge) => edge > day))].toSorted()
}

/** Where the youth stands on the day, why, and when that changes by what is known. */
export function statusOf(facts: StatusFacts, day: PlainDate): Status {
  const tab = tabOn(facts, day)
  const on = laterEdges(facts, day).find((edge) => tabOn(facts, edge) !== tab)
  return { reason: reasonFor(facts, day, tab), changes: on === undefined ? null : { on, to: tabOn(facts, on) } }
}
