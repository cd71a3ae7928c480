/** The rules of cover: who may say that somebody is away, who can stand in, and what is to be said of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../kernel/actor.ts'
import { dateOf, dayFrom, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { absenceFor, endingOf, firstOverlap, maySetFor, notesOn, substituteProblem } from './absence.rules.ts'
import { daysText } from './span.texts.ts'
import type { Absence, Colleague, Setter, Span } from './cover.types.ts'

const date = (text: string): PlainDate => text as PlainDate
const colleague = (id: string, role: Role, unitId: number | null, active = true): Colleague => ({
  id,
  name: id,
  roles: [role],
  unitId,
  unit: unitId === null ? null : `enhet ${unitId}`,
  active,
})
const leila = colleague('leila', 'counsellor', 1)
const own: Setter = { staffId: 'leila', mayEdit: false, units: [1] }
const span = (fromOn: string, untilOn: string): Span => ({ fromOn: date(fromOn), untilOn: date(untilOn) })

describe('who can stand in for a counsellor of unit 1', () => {
  it.each<[string, Colleague, ReturnType<typeof substituteProblem>]>([
    ['a counsellor of the unit', colleague('per', 'counsellor', 1), null],
    ['a counsellor of another', colleague('per', 'counsellor', 2), 'substitute-other-unit'],
    ['a counsellor of none', colleague('per', 'counsellor', null), 'substitute-other-unit'],
    ['the unit manager', colleague('karin', 'unitManager', 1), null],
    ['the manager of another unit', colleague('karin', 'unitManager', 2), 'substitute-other-unit'],
    ['a coordinator, whatever the unit', colleague('amina', 'coordinator', 2), null],
    ['a handler of protected identities', colleague('sara', 'protectedHandler', null), null],
    ['the system coordinator, who has no youths', colleague('jonas', 'systemCoordinator', 1), 'substitute-not-with-youths'],
    ['somebody shut out', colleague('per', 'counsellor', 1, false), 'substitute-not-active'],
    ['herself', leila, 'oneself'],
  ])('%s', (_, substitute, problem) => {
    expect(substituteProblem(leila, substitute)).toBe(problem)
  })

  it('nobody of the same lack of unit', () => {
    expect(substituteProblem(colleague('a', 'counsellor', null), colleague('b', 'counsellor', null))).toBe('substitute-other-unit')
  })
})

describe('who may set it', () => {
  it.each<[Setter, boolean]>([
    [own, true],
    [{ staffId: 'per', mayEdit: false, units: [1] }, false],
    [{ staffId: 'karin', mayEdit: true, units: [1] }, true],
    [{ staffId: 'karin', mayEdit: true, units: [2] }, false],
    [{ staffId: 'amina', mayEdit: true, units: null }, true],
  ])('%o: %s', (setter, may) => {
    expect(maySetFor(setter, leila)).toBe(may)
  })
})

describe('an absence set on 20 November', () => {
  const known = {
    staff: leila,
    substitute: colleague('per', 'counsellor', 1),
    others: [span('2026-12-01', '2026-12-05')],
    today: date('2026-11-20'),
  }
  const outcome = (fromOn: string, untilOn: string, over: Partial<typeof known> = {}) => {
    const decision = absenceFor(own, { staffId: 'leila', substituteId: 'per', ...span(fromOn, untilOn) }, { ...known, ...over })
    return decision.granted ? 'granted' : decision.reason
  }

  it.each([
    ['2026-11-20', '2026-11-21', 'granted'],
    ['2026-11-18', '2026-11-21', 'granted'],
    ['2026-11-18', '2026-11-20', 'over-already'],
    ['2026-11-01', '2026-11-05', 'over-already'],
    ['2026-11-20', '2026-11-20', 'end-before-start'],
    ['2026-11-22', '2026-11-21', 'end-before-start'],
    ['2026-11-28', '2026-12-01', 'granted'],
    ['2026-11-28', '2026-12-02', 'overlaps'],
    ['2026-12-04', '2026-12-10', 'overlaps'],
    ['2026-12-05', '2026-12-10', 'granted'],
    ['2026-12-05', '2027-12-06', 'granted'],
    ['2026-12-05', '2027-12-07', 'too-long'],
  ])('from %s, back %s: %s', (fromOn, untilOn, expected) => {
    expect(outcome(fromOn, untilOn)).toBe(expected)
  })

  it('is refused for somebody who is not there, somebody else’s, and without anybody who can stand in', () => {
    const wish = { staffId: 'leila', substituteId: 'per', ...span('2026-11-20', '2026-11-21') }
    expect(absenceFor(own, wish, { ...known, staff: null })).toEqual({ granted: false, reason: 'unknown-colleague' })
    expect(absenceFor({ ...own, staffId: 'per' }, wish, known)).toEqual({ granted: false, reason: 'not-yours' })
    expect(absenceFor(own, wish, { ...known, substitute: leila })).toEqual({ granted: false, reason: 'oneself' })
  })
})

describe('spans', () => {
  const days = fc.integer({ min: 0, max: 20 })
  const anySpan = fc.tuple(days, fc.integer({ min: 1, max: 10 })).map(([from, length]): Span => {
    const first = plusDays(dayFrom(2026, 11, 1), from)
    return { fromOn: dateOf(first), untilOn: dateOf(plusDays(first, length)) }
  })
  const daysOf = ({ fromOn, untilOn }: Span): Set<string> => {
    const all = new Set<string>()
    for (let day = dayFrom(2026, 11, 1); day < dayFrom(2026, 12, 31); day = plusDays(day, 1)) {
      if (dateOf(day) >= fromOn && dateOf(day) < untilOn) all.add(dateOf(day))
    }
    return all
  }

  it('overlap when they share a day, and only then', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (one, other) => {
        const shared = [...daysOf(one)].some((day) => daysOf(other).has(day))
        expect(firstOverlap(one, [other]) !== null).toBe(shared)
      }),
    )
  })
})

describe('ending', () => {
  it.each([
    ['2026-11-21', '2026-11-25', 'taken-away'],
    ['2026-11-20', '2026-11-25', 'taken-away'],
    ['2026-11-19', '2026-11-21', 'back-today'],
    ['2026-11-10', '2026-11-20', 'over'],
  ])('on 20 November one from %s to %s is %s', (fromOn, untilOn, expected) => {
    expect(endingOf(span(fromOn, untilOn), date('2026-11-20'))).toBe(expected)
  })
})

describe('what is to be said of an absence', () => {
  const absence = (staffId: string, substituteId: string, fromOn: string, untilOn: string): Absence => ({
    absenceId: `${staffId} ${fromOn}`,
    staffId,
    staff: staffId,
    unitId: 1,
    substituteId,
    substitute: substituteId,
    setBy: staffId,
    isRead: false,
    version: 1,
    ...span(fromOn, untilOn),
  })
  const of = absence('leila', 'per', '2026-11-20', '2026-11-30')

  it('nothing, when all goes well', () => {
    expect(notesOn(of, [of, absence('karin', 'amina', '2026-11-20', '2026-11-30')])).toEqual([])
  })

  it('that the one who stands in is away too, on the days of both', () => {
    const notes = notesOn(of, [
      of,
      absence('per', 'karin', '2026-11-25', '2026-12-10'),
      absence('per', 'karin', '2026-11-30', '2026-12-02'),
    ])
    expect(notes).toEqual([{ kind: 'substitute-away', span: span('2026-11-25', '2026-11-30') }])
  })

  it('that cover is not handed on', () => {
    const notes = notesOn(of, [of, absence('karin', 'leila', '2026-11-18', '2026-11-22')])
    expect(notes).toEqual([{ kind: 'stands-in-for', name: 'karin', span: span('2026-11-20', '2026-11-22') }])
  })
})

it.each([
  ['2026-11-27', '2026-11-28', '27 nov 2026'],
  ['2026-11-27', '2026-12-04', '27 nov–3 dec 2026'],
  ['2026-12-30', '2027-01-02', '30 dec 2026–1 jan 2027'],
])('from %s, back %s: %s', (fromOn, untilOn, text) => {
  expect(daysText(span(fromOn, untilOn), 'sv')).toBe(text)
})
