/** The September number and the figures of those not admitted, against a count of their own that is made another way. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../platform/plain-date.ts'
import type { KnownEnrolment, RadarFacts } from './admissions.types.ts'
import { figuresOn, outcomesBy } from './figures.rules.ts'
import { answered, anyFacts, day, season, someDay, someFacts } from './radar.testbed.ts'
import { daysLeft, daysUntil, lookedAtOn, seasonOf, seasonYear } from './season.rules.ts'
import { shippedRadar } from './radar-settings.rules.ts'
import { placesFrom } from './places.rules.ts'
import { shippedEducations } from '../law/index.ts'

/** Who lacks a place, by words of its own: written from the handbook, not from the rules. */
function lacksPlace({ answers, steps, places, entry, lives, overOn }: RadarFacts, on: string): boolean {
  if (overOn !== null && overOn <= on) return false
  if (!lives.some((home) => home.fromOn <= on && (home.untilOn ?? '9999-12-31') > on)) return false
  const enrolled = places.filter((place) => place.fromOn <= on).filter((place) => place.untilOn === null || on < place.untilOn).length > 0
  if (enrolled || (entry?.reason === 'studyCertificate' && entry.on <= on)) return false
  const said = answers.filter((one) => one.on <= on).at(-1)?.state
  const written = steps.filter((one) => one.kind === 'placed' && one.on <= on).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
  const isEarly = on < '2026-08-25'
  if (isEarly && (said === 'admitted' || written !== undefined)) return false
  if (!isEarly && written !== undefined && dayOf(day(on)) < dayOf(written.on) + 14) return false
  return said !== undefined || (entry !== null && entry.on <= on && on >= '2026-07-01')
}

describe('the September number', () => {
  it('agrees with an independent count, on any day of anybody’s summer', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 20 }), someDay, (all, on) => {
        expect(figuresOn(all, on, season).total).toBe(all.filter((facts) => lacksPlace(facts, on)).length)
      }),
      { numRuns: 400 },
    )
  })

  it('is the sum of its reasons, the study certificates beside it', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 20 }), someDay, (all, on) => {
        const { total, by } = figuresOn(all, on, season)
        const { studyCertificate, ...counted } = by
        expect(Object.values(counted).reduce((sum, n) => sum + n, 0)).toBe(total)
        expect(studyCertificate).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('those who were not admitted', () => {
  const guided = someFacts({
    answers: [answered('notAdmitted'), answered('admitted', '2026-08-05', 'second')],
    steps: [
      { kind: 'invited', on: day('2026-07-02') },
      { kind: 'met', on: day('2026-07-09') },
    ],
  })
  const alone = someFacts({ answers: [answered('notAdmitted'), answered('admitted', '2026-08-05', 'second')] })
  const left = someFacts({ answers: [answered('notAdmitted')], steps: [{ kind: 'changedChoice', on: day('2026-07-20') }] })
  const reserve = someFacts({ answers: [answered('reserve')] })
  const admitted = someFacts({ answers: [answered('admitted')] })

  // Moved in August; had moved before the list; and a list of the same day that was read again, corrected.
  const moved = someFacts({ answers: [answered('notAdmitted')], lives: [{ fromOn: day('2010-03-14'), untilOn: day('2026-08-15') }] })
  const before = someFacts({ answers: [answered('notAdmitted')], lives: [{ fromOn: day('2010-03-14'), untilOn: day('2026-06-15') }] })
  const corrected = someFacts({ answers: [answered('notAdmitted'), answered('admitted')] })
  const first = { round: 'first' } as const

  it('are counted from the first list, guided and placed by the day', () => {
    expect(outcomesBy([guided, alone, left, reserve, admitted, moved, before, corrected], day('2026-08-20'), season)).toEqual([
      {
        ...first,
        state: 'notAdmitted',
        youths: 4,
        invited: 2,
        guided: 2,
        changedChoice: 1,
        placed: 2,
        placedAfterGuidance: 1,
        left: 1,
        without: 1,
      },
      {
        ...first,
        state: 'reserve',
        youths: 1,
        invited: 0,
        guided: 0,
        changedChoice: 0,
        placed: 0,
        placedAfterGuidance: 0,
        left: 0,
        without: 1,
      },
    ])
    expect(outcomesBy([guided], day('2026-06-30'), season)).toEqual([])
  })

  it('of the second round are guided by what is done after it', () => {
    const both = (met: string) =>
      someFacts({
        answers: [answered('notAdmitted'), answered('notAdmitted', '2026-08-05', 'second')],
        steps: [{ kind: 'met', on: day(met) }],
      })
    const guidedIn = (round: string) =>
      outcomesBy([both('2026-07-10'), both('2026-08-10'), both('2026-06-20')], day('2026-08-20'), season).find((one) => one.round === round)
        ?.guided
    expect([guidedIn('first'), guidedIn('second')]).toEqual([2, 1])
  })

  it('never are more guided than there are, or more placed after guidance than placed; and all are somewhere', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 20 }), someDay, (all, on) => {
        for (const of of outcomesBy(all, on, season)) {
          expect(of.youths).toBeGreaterThan(0)
          expect(of.invited).toBeLessThanOrEqual(of.youths)
          expect(of.guided).toBeLessThanOrEqual(of.invited)
          expect(of.placedAfterGuidance).toBeLessThanOrEqual(Math.min(of.guided, of.placed))
          expect(of.placed + of.left + of.without).toBe(of.youths)
        }
      }),
    )
  })
})

describe('the season', () => {
  it.each([
    ['2026-05-31', 2025, '2025-09-15', 0],
    ['2026-06-01', 2026, '2026-06-01', 106],
    ['2026-09-15', 2026, '2026-09-15', 0],
    ['2026-12-31', 2026, '2026-09-15', 0],
  ])('on %s is that of %i, seen on %s with %i days left', (today, year, seenOn, left) => {
    const found = seasonOf(seasonYear(day(today), shippedRadar), shippedRadar)
    expect([found.year, lookedAtOn(found, day(today)), daysLeft(found, day(today))]).toEqual([year, seenOn, left])
  })
  it('has a row for each of its days', () => {
    expect(daysUntil(season, day('2026-06-03'))).toEqual(['2026-06-01', '2026-06-02', '2026-06-03'])
    expect(daysUntil(season, day('2026-05-30'))).toEqual([])
  })
})

describe('an enrolment as a place', () => {
  const enrolled = (more: Partial<KnownEnrolment>): KnownEnrolment => ({
    schoolType: 'GY',
    educationCode: 'NA25',
    startOn: day('2026-08-17'),
    endOn: null,
    knownOn: day('2026-07-20'),
    forgottenOn: null,
    ...more,
  })
  it.each([
    ['a national programme that begins in August', {}, [{ fromOn: '2026-07-20', untilOn: null }]],
    ['the school of last spring', { startOn: day('2023-08-17'), endOn: day('2026-06-30') }, []],
    ['a class of Swedish for immigrants', { schoolType: 'SFI' }, []],
    ['one that was withdrawn', { endOn: day('2026-08-16') }, []],
    ['one that ends on the day all must have come', { endOn: day('2026-08-25') }, [{ fromOn: '2026-07-20', untilOn: '2026-08-26' }]],
    ['one that was forgotten', { forgottenOn: day('2026-08-20') }, [{ fromOn: '2026-07-20', untilOn: '2026-08-20' }]],
    ['one that begins after the season', { startOn: day('2026-09-16') }, []],
  ])('%s', (_, more, expected) => {
    expect(placesFrom([enrolled(more)], season, shippedEducations)).toEqual(expected)
  })
})
