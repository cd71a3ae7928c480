/** From what a youth does to what is drawn of it, and to what a status is worked out from. */
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, dayOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'
import { otherFormSpans, schoolTypeText, type LawSettings, type Life, type ResponsibilityPeriod } from '../law/index.ts'
import type { StatusFacts, StatusStudy } from '../worklist/index.ts'
import type { Doings, SaidOccupation } from './doings.types.ts'

type Span = { readonly from: Day; readonly until: Day }

/** Days of an occupation. `kind` null: not known; `before` is then what was known last, if anything. */
export type OccupationSpan = Span & { readonly kind: Occupation | null; readonly before: Occupation | null }

/** Each statement holds from the day it was said until it lapses, or until the next one. What was asked in vain is not known. */
function knownSpans(said: readonly SaidOccupation[]): (Span & { readonly kind: Occupation })[] {
  const standing = said.filter(({ isRetracted }) => !isRetracted)
  return standing.flatMap(({ kind, statedOn, reviewOn }, index) => {
    const next = standing[index + 1]?.statedOn ?? reviewOn
    const [from, until] = [dayOf(statedOn), Math.min(dayOf(reviewOn), dayOf(next)) as Day]
    return kind === 'unknown' || until <= from ? [] : [{ from, until, kind }]
  })
}

/** The days of the span that none of the others, in order and apart, takes. */
function daysWithout({ from, until }: Span, taken: readonly Span[]): Span[] {
  const free: Span[] = []
  let at = from
  for (const one of taken) {
    if (one.until <= at || one.from >= until) continue
    if (one.from > at) free.push({ from: at, until: one.from })
    at = Math.max(at, one.until) as Day
  }
  return at < until ? [...free, { from: at, until }] : free
}

/** The occupation through time up to the day: what was known, and within the periods of responsibility what was not. */
export function occupationSpans(
  said: readonly SaidOccupation[],
  periods: readonly Pick<ResponsibilityPeriod, 'fromOn' | 'untilOn'>[],
  on: Day,
): OccupationSpan[] {
  const upTo = (on + 1) as Day
  const known = knownSpans(said)
    .filter(({ from }) => from <= on)
    .map((one) => ({ ...one, until: Math.min(one.until, upTo) as Day }))
  const covered = periods
    .filter(({ fromOn }) => fromOn <= on)
    .map(({ fromOn, untilOn }) => ({ from: fromOn, until: Math.min(untilOn ?? upTo, upTo) as Day }))
  const before = (day: Day): Occupation | null => known.findLast(({ until }) => until <= day)?.kind ?? null
  const unknown = covered
    .flatMap((period) => daysWithout(period, known))
    .map((gap): OccupationSpan => ({ ...gap, kind: null, before: before(gap.from) }))
  return [...known.map((one): OccupationSpan => ({ ...one, before: null })), ...unknown].toSorted((a, b) => a.from - b.from)
}

/** Whom and when a status is asked of, and the language that measures and studies are named in. */
export type StatusQuestion = { readonly municipality: string; readonly on: PlainDate; readonly lang: Lang }

/** Protected registration here, and no confirmed stay that day (DOMAIN.md 3.3). */
function isUnconfirmed({ protectedRegistration, confirmedStays, registrations, deaths }: Life, municipality: string, on: Day): boolean {
  if (protectedRegistration === null || deaths.some((death) => death.on <= on)) return false
  if (confirmedStays.some(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn))) return false
  const latest = registrations.filter((one) => one.on <= on).toSorted((a, b) => b.on - a.on)[0]
  return latest?.municipality === municipality
}

const otherForms = (life: Life, law: LawSettings, lang: Lang): StatusStudy[] =>
  life.enrolments.flatMap((enrolment) =>
    otherFormSpans({ ...life, enrolments: [enrolment] }, law).map(({ fromOn, untilOn }) => ({
      fromOn: dateOf(fromOn),
      untilOn: untilOn === null ? null : dateOf(untilOn),
      name: schoolTypeText(enrolment.schoolType, lang),
    })),
  )

type Explained = { readonly life: Life; readonly periods: readonly ResponsibilityPeriod[]; readonly law: LawSettings }

/** What the youth's status is worked out from, as the person page has it. */
export function statusFacts(
  { life, periods, law }: Explained,
  { measures, watches }: Doings,
  { municipality, on, lang }: StatusQuestion,
): StatusFacts {
  return {
    periods: periods.map(({ fromOn, untilOn }) => ({ fromOn: dateOf(fromOn), untilOn: untilOn === null ? null : dateOf(untilOn) })),
    measures: measures
      .filter(({ counts }) => counts)
      .map(({ name, fromOn, endedOn, plannedUntilOn }) => ({ name: name[lang], fromOn, untilOn: endedOn, plannedUntilOn })),
    otherForms: otherForms(life, law, lang),
    watches,
    isUnconfirmed: isUnconfirmed(life, municipality, dayOf(on)),
  }
}
