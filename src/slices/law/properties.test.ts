/** What holds for every life (DOMAIN.md 3.6). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aCredential,
  aDecision,
  anEnrolment,
  anUndecided,
  aWithdrawal,
  day,
  here,
  someLife,
  someSetting,
  there,
} from '../../../test/support/lives.ts'
import { dateOf, dayFrom, plusDays, yearOf, type Day } from '../../platform/plain-date.ts'
import { coveredOn } from './coverage.rules.ts'
import { explain } from './explain.rules.ts'
import { frameOf } from './frame.rules.ts'
import type { LawSettings, Life } from './law.types.ts'
import { responsibilityPeriods } from './periods.rules.ts'

const periodsOf = (life: Life, settings: LawSettings) => responsibilityPeriods(life, here, settings)
const run = (numRuns: number) => ({ numRuns })

const someDay = fc.integer({ min: day('2016-01-01'), max: day('2026-01-01') }).map((on) => on as Day)

/** Ways to learn of something that happens on a later day. */
const aLater = fc.constantFrom<((life: Life, on: Day) => Life)[]>(
  (life, on) => ({ ...life, deaths: [...life.deaths, { on }] }),
  (life, on) => ({ ...life, registrations: [...life.registrations, { on, municipality: there }] }),
  (life, on) => ({ ...life, deregistrations: [...life.deregistrations, { on, cause: 'UV' }] }),
  (life, on) => ({ ...life, credentials: [...life.credentials, aCredential(dateOf(on)), aCredential(dateOf(on), 'studiebevis')] }),
  (life, on) => ({ ...life, enrolments: [...life.enrolments, anEnrolment(dateOf(on)), anUndecided(dateOf(on))] }),
  (life, on) => ({ ...life, enrolments: [...life.enrolments, aWithdrawal(dateOf(on))] }),
  (life, on) => ({ ...life, decisions: [...life.decisions, aDecision(false, dateOf(on))] }),
)

describe('for every life', () => {
  test('periods come in order, and neither overlap nor touch', () => {
    fc.assert(
      fc.property(someLife, someSetting, (life, settings) => {
        let last = -Infinity
        for (const { fromOn, untilOn, exitReason } of periodsOf(life, settings)) {
          expect(fromOn).toBeGreaterThan(last)
          expect(untilOn ?? Infinity).toBeGreaterThan(fromOn)
          expect(exitReason === null).toBe(untilOn === null)
          last = untilOn ?? Infinity
        }
      }),
      run(2000),
    )
  })

  test('without decisions, nobody is covered before the first day, from 20, or where they do not live', () => {
    fc.assert(
      fc.property(someLife, someSetting, (some, settings) => {
        const life = { ...some, decisions: [] }
        const { firstOn, turns20On, residences } = frameOf(life, here, settings)
        for (const { fromOn, untilOn } of periodsOf(life, settings)) {
          expect(fromOn).toBeGreaterThanOrEqual(firstOn ?? Infinity)
          expect(untilOn).toBeLessThanOrEqual(turns20On ?? -Infinity)
          for (const on of [fromOn, plusDays(untilOn ?? fromOn, -1)]) {
            expect(residences.find(({ from, until }) => from <= on && on < until)?.municipality).toBe(here)
          }
        }
      }),
      run(1000),
    )
  })

  test('the order of facts is irrelevant, and so is hearing each of them twice', () => {
    fc.assert(
      fc.property(someLife, someSetting, (life, settings) => {
        const each = (change: <T>(facts: readonly T[]) => T[]): Life => ({
          ...life,
          deaths: change(life.deaths),
          registrations: change(life.registrations),
          deregistrations: change(life.deregistrations),
          immigrations: change(life.immigrations),
          enrolments: change(life.enrolments),
          credentials: change(life.credentials),
          schoolingEnds: change(life.schoolingEnds),
          decisions: change(life.decisions),
          confirmedStays: change(life.confirmedStays),
        })
        const expected = periodsOf(life, settings)
        expect(
          periodsOf(
            each((facts) => facts.toReversed()),
            settings,
          ),
        ).toEqual(expected)
        const twice = each((facts) => [...facts, ...facts])
        expect(periodsOf(twice, settings)).toEqual(expected)
      }),
      run(1000),
    )
  })

  test('the answer of each day from 2019 to 2031 agrees with the periods', () => {
    fc.assert(
      fc.property(someLife, someSetting, (life, settings) => {
        const [frame, periods] = [frameOf(life, here, settings), periodsOf(life, settings)]
        for (let on = day('2019-01-01'); on <= day('2031-12-31'); on = plusDays(on, 1)) {
          const isInPeriod = periods.some(({ fromOn, untilOn }) => fromOn <= on && on < (untilOn ?? Infinity))
          if (coveredOn(frame, on) !== isInPeriod) expect.fail(`${dateOf(on)} ${isInPeriod}`)
        }
      }),
      run(100),
    )
  })

  test('the first line of the explanation that fails is the reason, unless a decision says otherwise', () => {
    fc.assert(
      fc.property(someLife, someSetting, someDay, (life, settings, on) => {
        const { covered, reason, chain, periods } = explain(life, here, settings, on)
        const [first] = chain
        const decided = first?.line === 'decision' ? first : undefined
        expect(reason).toBe((decided ?? chain.find(({ holds }) => !holds))?.reason ?? null)
        expect(covered).toBe(reason === null)
        expect(chain.every((line) => line.holds === (line.reason === null))).toBe(true)
        expect(periods).toEqual(periodsOf(life, settings))
      }),
      run(2000),
    )
  })

  test('a fact of a later time leaves periods that had ended as they were', () => {
    // Later than the rule reaches back: a start bridges a gap until 30 September or for some days, a diploma counts 60 days back,
    // a studiebevis is looked for 60 days around and a no-show 100 days ahead. An immigration moves the first day, and what comes before it
    // decides whether it is a return.
    fc.assert(
      fc.property(someLife, someSetting, aLater, (some, settings, later) => {
        const life = { ...some, immigrations: [] }
        for (const ended of periodsOf(life, settings).filter(({ untilOn }) => untilOn !== null)) {
          const on = dayFrom(yearOf(ended.untilOn ?? ended.fromOn) + 1, 4, 15)
          expect(periodsOf(later(life, on), settings)).toContainEqual(ended)
        }
      }),
      run(1000),
    )
  })
})
