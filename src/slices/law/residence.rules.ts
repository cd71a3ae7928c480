/** Where a person has been registered, day by day (DOMAIN.md 3, lines 3 and 4, and 3.3; folkbokföringslagen). */
import type { Day } from '../../platform/plain-date.ts'
import type { Deregistration, Life, Registration } from './law.types.ts'
import { merged, never, type Span } from './span.rules.ts'

/** A stay in one municipality; null: known not to be in this one. A move inside a municipality does not end it. */
export type Residence = Span & { readonly municipality: string | null; readonly registration: Registration }

type Step = { on: Day; registration: Registration | null }

/**
 * What happens to the registration, in order. A registration dated after a deregistration ends it;
 * one dated the same day does not, so on one day the deregistration comes last.
 */
function steps(registrations: readonly Registration[], deregistrations: readonly Deregistration[]): Step[] {
  const all: Step[] = registrations.map((registration) => ({ on: registration.on, registration }))
  for (const { on } of deregistrations) all.push({ on, registration: null })
  if (all.length < 2) return all
  return all.toSorted(
    (a, b) =>
      a.on - b.on ||
      Number(a.registration === null) - Number(b.registration === null) ||
      String(a.registration?.municipality).localeCompare(String(b.registration?.municipality)),
  )
}

/** A date that two records claim, one of them for where the person already lives, is no move. */
const staysOn = (registrations: readonly Registration[], on: Day, municipality: string | null): boolean =>
  registrations.some((one) => one.on === on && one.municipality === municipality)

function registered(registrations: readonly Registration[], deregistrations: readonly Deregistration[]): Residence[] {
  const result: Residence[] = []
  let open: Registration | null = null
  let from: Day = never
  for (const { on, registration } of [...steps(registrations, deregistrations), { on: never, registration: null }]) {
    if (registration !== null && open !== null && staysOn(registrations, on, open.municipality)) continue
    if (open !== null && from < on) result.push({ from, until: on, municipality: open.municipality, registration: open })
    open = registration
    from = on
  }
  return result
}

/** Stays in order of time: those in one municipality that touch or overlap are one, and a later one elsewhere ends an earlier (3.3). */
function inOrder(stays: readonly Residence[]): Residence[] {
  const result: Residence[] = []
  for (const stay of stays.toSorted((a, b) => a.from - b.from || a.until - b.until)) {
    const last = result.at(-1)
    if (last === undefined || last.until < stay.from) result.push(stay)
    else if (last.municipality === stay.municipality)
      result[result.length - 1] = { ...last, until: Math.max(last.until, stay.until) as Day }
    else result.splice(-1, 1, ...(last.from < stay.from ? [{ ...last, until: stay.from }] : []), stay)
  }
  return result
}

/** The days on which no deregistration is in force: the whole of time, less each deregistration until a registration ends it. */
function registeredSpans(life: Life): Span[] {
  const gone = life.deregistrations.map(({ on: from }) => {
    const later = life.registrations.filter(({ on, municipality }) => municipality !== null && on > from).map(({ on }) => on)
    return { from, until: Math.min(never, ...later) as Day }
  })
  const starts: Day[] = [-Infinity as Day]
  const ends: Day[] = []
  for (const { from, until } of merged(gone)) {
    ends.push(from)
    starts.push(until)
  }
  return starts.map((from, index) => ({ from, until: ends[index] ?? never }))
}

/** With protected registration only confirmed stays count from the day the protection became known, unless deregistered (3.3). */
function withConfirmedStays(life: Life, sinceOn: Day, known: readonly Residence[]): Residence[] {
  const before = known.filter((stay) => stay.from < sinceOn).map((stay) => ({ ...stay, until: Math.min(stay.until, sinceOn) as Day }))
  const inSweden = registeredSpans(life)
  const confirmed = life.confirmedStays.flatMap((stay) =>
    inSweden.map((registeredStay) => ({
      from: Math.max(stay.fromOn, sinceOn, registeredStay.from) as Day,
      until: Math.min(stay.untilOn ?? never, registeredStay.until) as Day,
      municipality: stay.municipality,
      registration: { on: stay.fromOn, municipality: stay.municipality, ...(stay.origin && { origin: stay.origin }) },
    })),
  )
  return inOrder([...before, ...confirmed.filter((stay) => stay.from < stay.until)])
}

/** The stays of a life in order of time, not overlapping as long as confirmed stays do not. */
export function residencesOf(life: Life): Residence[] {
  const known = registered(life.registrations, life.deregistrations)
  return life.protectedRegistration === null ? known : withConfirmedStays(life, life.protectedRegistration.sinceOn, known)
}

/** The deregistration in force on the day: the latest one that no later registration has ended; null when there is none. */
export function deregistrationOn(life: Life, day: Day): Deregistration | null {
  let latest: Deregistration | null = null
  for (const one of life.deregistrations) {
    if (one.on > day) continue
    if (latest === null || one.on > latest.on || (one.on === latest.on && one.cause > latest.cause)) latest = one
  }
  if (latest === null) return null
  // Somebody missing from the whole population (municipality null) has not registered again.
  for (const { on, municipality } of life.registrations) if (municipality !== null && on > latest.on && on <= day) return null
  return latest
}
