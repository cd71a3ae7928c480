/** Where a youth stands in the radar on a day: a table with edge days, and what holds for anybody. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered, anyFacts, day, season, someDay, someFacts } from './radar.testbed.ts'
import { answerOn, standingOn } from './standing.rules.ts'

const entry = { reason: 'leftSchool', on: day('2026-06-01') } as const
const certificate = { reason: 'studyCertificate', on: day('2026-06-12') } as const
const placedOn = (on: string) => [{ kind: 'placed' as const, on: day(on) }]

describe('a youth on a day', () => {
  it.each([
    ['no list yet, and nothing known', someFacts({ entry }), '2026-06-30', null],
    ['a list that does not name her', someFacts({ entry }), '2026-07-01', ['notInList', 'new', true]],
    ['nobody left school, and no list names her', someFacts(), '2026-07-01', null],
    ['not admitted, on the day of the list', someFacts({ answers: [answered('notAdmitted')] }), '2026-07-01', ['notAdmitted', 'new', true]],
    ['not admitted, the day before the list', someFacts({ answers: [answered('notAdmitted')] }), '2026-06-30', null],
    ['admitted, before all must have come', someFacts({ answers: [answered('admitted')] }), '2026-08-24', ['admitted', 'placed', false]],
    ['admitted, and not there', someFacts({ answers: [answered('admitted')] }), '2026-08-25', ['admittedAbsent', 'new', true]],
    [
      'admitted and enrolled',
      someFacts({ answers: [answered('admitted')], places: [{ fromOn: day('2026-08-18'), untilOn: null }] }),
      '2026-08-25',
      ['admitted', 'placed', false],
    ],
    [
      'an enrolment that was taken back',
      someFacts({ answers: [answered('admitted')], places: [{ fromOn: day('2026-08-18'), untilOn: day('2026-08-27') }] }),
      '2026-08-27',
      ['admittedAbsent', 'new', true],
    ],
    [
      'the second list has the last word',
      someFacts({ answers: [answered('notAdmitted'), answered('admitted', '2026-08-05', 'second')] }),
      '2026-08-05',
      ['admitted', 'placed', false],
    ],
    [
      'a place written in July',
      someFacts({ answers: [answered('reserve')], steps: placedOn('2026-07-10') }),
      '2026-08-24',
      ['reserve', 'placed', false],
    ],
    [
      'a place written in July, when all must have come',
      someFacts({ answers: [answered('reserve')], steps: placedOn('2026-07-10') }),
      '2026-08-25',
      ['reserve', 'new', true],
    ],
    [
      'a place written lately is believed for a while',
      someFacts({ answers: [answered('reserve')], steps: placedOn('2026-08-26') }),
      '2026-09-08',
      ['reserve', 'placed', false],
    ],
    ['and no longer', someFacts({ answers: [answered('reserve')], steps: placedOn('2026-08-26') }), '2026-09-09', ['reserve', 'new', true]],
    [
      'a place written again, when the first came to nothing',
      someFacts({ answers: [answered('reserve')], steps: [...placedOn('2026-07-10'), ...placedOn('2026-08-27')] }),
      '2026-09-09',
      ['reserve', 'placed', false],
    ],
    [
      'somebody who moved away in August, the day before',
      someFacts({ answers: [answered('reserve')], lives: [{ fromOn: day('2010-03-14'), untilOn: day('2026-08-10') }] }),
      '2026-08-09',
      ['reserve', 'new', true],
    ],
    [
      'somebody who moved away in August',
      someFacts({ answers: [answered('reserve')], lives: [{ fromOn: day('2010-03-14'), untilOn: day('2026-08-10') }] }),
      '2026-08-10',
      null,
    ],
    [
      'somebody who moved in, the day before',
      someFacts({ answers: [answered('reserve')], lives: [{ fromOn: day('2026-07-20'), untilOn: null }] }),
      '2026-07-19',
      null,
    ],
    [
      'somebody who moved in',
      someFacts({ answers: [answered('reserve')], lives: [{ fromOn: day('2026-07-20'), untilOn: null }] }),
      '2026-07-20',
      ['reserve', 'new', true],
    ],
    [
      'the day before the twentieth birthday',
      someFacts({ answers: [answered('notAdmitted')], overOn: day('2026-08-01') }),
      '2026-07-31',
      ['notAdmitted', 'new', true],
    ],
    ['the twentieth birthday', someFacts({ answers: [answered('notAdmitted')], overOn: day('2026-08-01') }), '2026-08-01', null],
    ['a study certificate is not of the number', someFacts({ entry: certificate }), '2026-06-12', ['studyCertificate', 'new', false]],
    ['a study certificate, the day before', someFacts({ entry: certificate }), '2026-06-11', null],
    [
      'the furthest that has come is shown',
      someFacts({
        answers: [answered('notApplied')],
        steps: [
          { kind: 'invited', on: day('2026-07-02') },
          { kind: 'met', on: day('2026-07-08') },
        ],
      }),
      '2026-07-08',
      ['notApplied', 'met', true],
    ],
  ])('%s', (_, facts, on, expected) => {
    const stands = standingOn(facts, day(on), season)
    expect(stands === null ? null : [stands.group, stands.stage, stands.lacksPlace]).toEqual(expected)
  })

  it('has a place, or lacks one, and never both', () => {
    fc.assert(
      fc.property(anyFacts, someDay, (facts, on) => {
        const stands = standingOn(facts, on, season)
        if (stands === null) return
        expect(stands.stage === 'placed' && stands.lacksPlace).toBe(false)
        expect(stands.lacksPlace || stands.stage === 'placed' || stands.group === 'studyCertificate').toBe(true)
      }),
    )
  })

  it('is decided by nothing that comes later', () => {
    fc.assert(
      fc.property(anyFacts, someDay, (facts, on) => {
        const known = {
          answers: facts.answers.filter((one) => one.on <= on),
          steps: facts.steps.filter((one) => one.on <= on),
          places: facts.places.filter((one) => one.fromOn <= on),
          entry: facts.entry,
          lives: facts.lives.filter((one) => one.fromOn <= on),
          overOn: facts.overOn !== null && facts.overOn <= on ? facts.overOn : null,
        }
        expect(standingOn(known, on, season)).toEqual(standingOn(facts, on, season))
      }),
    )
  })

  it('hears the newest list, and of two on the same day the later', () => {
    expect(answerOn([answered('admitted'), answered('reserve')], day('2026-07-01'))?.state).toBe('reserve')
    expect(answerOn([], day('2026-07-01'))).toBeNull()
  })
})
