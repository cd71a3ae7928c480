/** What holds for every life, and a second reading of DOMAIN.md 3: day by day, without spans, turning days or frames. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSetting, day, here, shownPeriod, someLife } from '../../../test/support/lives.ts'
import { birthday, dateOf, dayFrom, plusDays, yearOf, type Day } from '../../platform/plain-date.ts'
import { coveredOn } from './coverage.rules.ts'
import { explain } from './explain.rules.ts'
import { frameOf } from './frame.rules.ts'
import type { Enrolment, LawSettings, Life } from './law.types.ts'
import { responsibilityPeriods } from './periods.rules.ts'

const shipped = aSetting()
const settingsOf = [shipped, shipped, aSetting({ termEnds: ['2018-06-12', '2020-06-30'], shortGapDays: 30, summer: { from: [6, 16], until: [9, 29] } })]
const someSetting = fc.constantFrom(...settingsOf)

// The second reading. Days run from `start` to `stop`; every fact of `someLife` has its effect between them.

const start = day('2016-08-01')
const stop = day('2025-12-01')
/** No gap longer than this is bridged: 1 May to 30 September is shorter. */
const longestGap = 160

type Kind = 'National' | 'Introductory' | 'Adapted' | 'Equivalent' | 'undecided' | 'other'

function kindOf({ schoolType, educationCode }: Enrolment): Kind {
  if (schoolType === 'GY') return educationCode.startsWith('IM') ? 'Introductory' : 'National'
  if (schoolType === 'GYAN') return 'Adapted'
  if (schoolType === 'VUXGY') return 'Equivalent'
  if (schoolType === 'ABROAD_UPPER_SECONDARY') return 'National'
  return ['VUX', 'SFI', 'GR'].includes(schoolType) ? 'other' : 'undecided'
}

const introductoryCounts = day('2018-07-01')
const isQualifying = (of: Enrolment, on: Day) =>
  !['undecided', 'other'].includes(kindOf(of)) && (kindOf(of) !== 'Introductory' || on >= introductoryCounts)
const isFollowing = ({ startOn, endOn }: Enrolment, on: Day) => startOn <= on && (endOn === null || on <= endOn)
const latest = (days: readonly number[], on: Day) => Math.max(-Infinity, ...days.filter((one) => one <= on))

function firstDay(life: Life, bornOn: Day, settings: LawSettings): Day {
  const springEnd = (year: number) => settings.termEnds.get(year) ?? dayFrom(year, 6, 15)
  const turns16 = yearOf(bornOn) + 16
  const later = life.schoolingEnds.some(({ ground }) => ground === '7:13')
  const earlier = life.schoolingEnds.flatMap((end) => (end.ground === '7:14' ? [end.endOn] : []))
  const first = Math.min(later ? springEnd(turns16 + 1) : springEnd(turns16), ...earlier) + 1
  // Somebody who emigrated before the first known immigration returned; DOMAIN does not say so, the code does.
  const immigrated = Math.min(...life.immigrations.map(({ on }) => on))
  const isReturn = life.deregistrations.some(({ on }) => on <= immigrated)
  return (Number.isFinite(immigrated) && !isReturn ? Math.max(first, immigrated) : first) as Day
}

/** Where somebody lives on a day: a municipality, `null` for not known to be anywhere, or why not in Sweden. */
function homeOn(life: Life, on: Day): string | null {
  const left = latest(life.deregistrations.map((one) => one.on), on)
  const came = latest(life.registrations.map((one) => one.on), on)
  if (left > -Infinity && left >= came) return life.deregistrations.some((one) => one.on === left && one.cause === 'UV') ? 'emigrated' : 'deregistered'
  if (life.protectedRegistration !== null && on >= life.protectedRegistration.sinceOn) {
    return life.confirmedStays.find(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn))?.municipality ?? null
  }
  const places = life.registrations.filter((one) => one.on === came).map(({ municipality }) => String(municipality))
  return places.toSorted().at(-1) ?? null
}

function naively(life: Life, settings: LawSettings): string[] {
  const { bornOn } = life
  const first = bornOn === null ? null : firstDay(life, bornOn, settings)
  const followed = life.enrolments.filter(({ startOn, endOn }) => endOn === null || endOn >= startOn)
  const inSchool = (on: Day) => followed.some((one) => isFollowing(one, on) && isQualifying(one, on))
  const inAny = (on: Day) => inSchool(on) || followed.some((one) => isFollowing(one, on) && kindOf(one) === 'undecided')

  const counts = life.credentials.filter(({ type }) => type === 'examen_yrkes' || type === 'ib_diploma').map(({ on }) => {
    for (let back = 0; back <= 60; back++) if (inSchool(plusDays(on, -back))) return plusDays(on, 1 - back)
    return on
  })
  const completed = Math.min(...counts)

  function awaits(on: Day): boolean {
    if (first === null || on < first) return false
    let n = on
    while (!inAny(n)) {
      n = plusDays(n, 1)
      if (n - on > longestGap) return false
    }
    let g = on
    while (g > first && n - g <= longestGap && !inAny(plusDays(g, -1))) g = plusDays(g, -1)
    const [from, until] = [settings.summer.from, settings.summer.until]
    return n - g <= settings.shortGapDays || (g >= dayFrom(yearOf(g), ...from) && n <= dayFrom(yearOf(g), ...until))
  }

  const lineAnswers = new Map<Day, string | null>()
  function line(on: Day): string | null {
    const known = lineAnswers.get(on)
    if (known !== undefined) return known
    const answer = lineAfresh(on)
    lineAnswers.set(on, answer)
    return answer
  }

  function lineAfresh(on: Day): string | null {
    if (life.deaths.some((one) => one.on <= on)) return 'deceased'
    if (bornOn !== null && on >= birthday(bornOn, 20)) return 'turned20'
    const home = homeOn(life, on)
    if (home === 'emigrated' || home === 'deregistered') return home
    if (home !== here) return 'moved'
    if (first === null || on < first) return 'inCompulsorySchooling'
    if (completed <= on) return 'completed'
    if (inSchool(on)) return 'inEducation'
    const unknown = followed.filter((one) => kindOf(one) === 'undecided' && isFollowing(one, on)).map(({ startOn }) => startOn)
    if (unknown.length > 0) return answer(plusDays(Math.min(...unknown) as Day, -1)) === null ? null : 'undecidedEducation'
    return awaits(on) ? 'awaitingStart' : null
  }

  function decision(on: Day): boolean | null {
    const inForce = life.decisions.filter(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn))
    const newest = inForce.filter(({ fromOn }) => fromOn === Math.max(...inForce.map((one) => one.fromOn)))
    return newest.length === 0 ? null : newest.some(({ covers }) => covers)
  }

  function answer(on: Day): string | null {
    const decided = decision(on)
    if (decided === null) return line(on)
    return decided ? null : 'decided'
  }

  function entry(s: Day): string {
    const dayBefore = plusDays(s, -1)
    const beginsByItself = line(s) === null && line(dayBefore) !== null
    if (!beginsByItself) return 'decided'
    if (homeOn(life, dayBefore) !== here) {
      if (life.deregistrations.some(({ on }) => on < s)) return 'returned'
      return life.immigrations.some(({ on }) => on <= s && on >= s - 30) ? 'registeredInSweden' : 'movedIn'
    }
    const ended = followed.filter((one) => one.endOn === dayBefore && isQualifying(one, dayBefore))
    const lastBegun = ended.filter(({ startOn }) => startOn === Math.max(...ended.map((one) => one.startOn)))
    if (lastBegun.length > 0) {
      if (life.credentials.some(({ type, on }) => type === 'studiebevis' && on >= dayBefore - 60 && on <= dayBefore + 60)) return 'studyCertificate'
      if (lastBegun.some(({ cancelled }) => !cancelled)) return 'endedWithoutDiploma'
      return `interrupted${lastBegun.map(kindOf).toSorted()[0]}`
    }
    if (s !== first) return 'unknown'
    const stayedAway = life.enrolments.some(
      (one) => one.cancelled && one.endOn !== null && one.endOn < one.startOn && one.startOn >= s && one.startOn <= s + 100 && isQualifying(one, one.startOn),
    )
    return stayedAway ? 'noShow' : 'neverStarted'
  }

  const found: string[] = []
  let from: Day | null = null
  for (let on = start; on < stop; on = plusDays(on, 1)) {
    const reason = answer(on)
    if (reason === null) from ??= on
    else if (from !== null) {
      found.push(`${dateOf(from)} ${entry(from)} -- ${dateOf(on)} ${reason}`)
      from = null
    }
  }
  if (from !== null) found.push(`${dateOf(from)} ${entry(from)} -- open`)
  return found
}
describe('a second reading', () => {
  test('gives the same periods and reasons for random lives', () => {
    fc.assert(
      fc.property(someLife, someSetting, (life, settings) => {
        fc.pre(life.protectedRegistration === null || life.deregistrations.length === 0)
        expect(responsibilityPeriods(life, here, settings).map(shownPeriod)).toEqual(naively(life, settings))
      }),
      { numRuns: 300, endOnFailure: true },
    )
  })
})
