/** Quarterly rounds: the due days and their edges, what may be begun, done and corrected, and trends. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { dateOf, type Day } from '../../../platform/plain-date.ts'
import { quarterEnd } from '../calendar/month.rules.ts'
import { anAssessment, routine, shipped } from '../followup.testbed.ts'
import { assessmentDue, doneIn, mayBegin, mayCorrect, mayFinish, quartersDue, seriesOf, trendOf } from './assessments.rules.ts'
import type { Assessment, Presence } from './assessments.types.ts'

const from = (fromOn: string, untilOn: string | null = null): Presence => ({
  fromOn: date(fromOn),
  untilOn: untilOn === null ? null : date(untilOn),
})
const reasonOf = (decision: { granted: boolean; reason?: string }): string => (decision.granted ? 'granted' : (decision.reason ?? ''))
const begun = (quarter: string): Assessment => ({
  ...anAssessment(quarter),
  assessmentId: `b-${quarter}`,
  assessedOn: null,
  revision: 0,
  scores: [],
})

describe('an assessment is due', () => {
  it.each([
    ['2026-10-01', '2026-01-01', null, '2026-12-31'],
    ['2026-10-01', '2026-12-01', null, '2026-12-31'],
    ['2026-10-01', '2026-12-02', null, null],
    ['2026-10-01', '2026-12-31', null, null],
    ['2026-01-01', '2026-01-01', null, '2026-03-31'],
    ['2028-01-01', '2028-03-01', null, '2028-03-31'],
    ['2028-01-01', '2028-03-02', null, null],
    ['2026-04-01', '2026-05-31', null, '2026-06-30'],
    ['2026-04-01', '2026-06-01', null, null],
    ['2026-07-01', '2026-01-01', '2026-09-30', null],
    ['2026-07-01', '2026-01-01', '2026-10-01', '2026-09-30'],
    ['2026-10-01', '2026-01-01', '2026-10-01', null],
  ])('in the quarter of %s for somebody there from %s to %s: %s', (quarter, fromOn, untilOn, dueOn) => {
    expect(assessmentDue(from(fromOn, untilOn), date(quarter), routine)).toBe(dueOn)
  })

  it('for a newcomer of the last day too, when nobody is spared', () => {
    expect(assessmentDue(from('2026-12-31'), date('2026-10-01'), { newcomerDays: 0 })).toBe('2026-12-31')
  })

  it('every quarter from the first, over the turn of the year', () => {
    expect(quartersDue(from('2026-08-20'), date('2027-04-01'), routine).map(({ dueOn }) => dueOn)).toEqual([
      '2026-09-30',
      '2026-12-31',
      '2027-03-31',
      '2027-06-30',
    ])
    expect(quartersDue(from('2026-09-20', '2027-03-31'), date('2027-06-01'), routine).map(({ dueOn }) => dueOn)).toEqual(['2026-12-31'])
  })

  it('once a quarter and on its last day, whatever the day somebody came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_000, max: 24_000 }), fc.integer({ min: 0, max: 800 }), (came, later) => {
        const on = dateOf((came + later) as Day)
        const due = quartersDue({ fromOn: dateOf(came as Day), untilOn: null }, on, routine)
        expect(new Set(due.map(({ dueOn }) => dueOn)).size).toBe(due.length)
        for (const { quarter, dueOn } of due) expect(dueOn).toBe(quarterEnd(quarter))
        expect(due.length).toBeGreaterThanOrEqual(Math.floor(later / 92) - 1)
      }),
    )
  })
})

describe('an assessment may be begun', () => {
  const begin = (quarter: string, today: string, assessments: readonly Assessment[] = [], presence = from('2026-01-10')): string =>
    reasonOf(mayBegin(date(quarter), { presence, assessments, today: date(today) }))
  it.each([
    ['2026-10-01', '2026-10-01', 'granted'],
    ['2026-10-01', '2026-09-30', 'quarter-ahead'],
    ['2026-10-01', '2027-03-31', 'granted'],
    ['2026-10-01', '2027-04-01', 'quarter-past'],
    ['2026-10-02', '2026-11-01', 'no-quarter'],
    ['2026-11-01', '2026-11-01', 'no-quarter'],
  ])('of %s on %s: %s', (quarter, today, expected) => {
    expect(begin(quarter, today)).toBe(expected)
  })

  it('once a quarter, in the order of quarters, by somebody who is there', () => {
    expect(begin('2026-10-01', '2026-11-01', [begun('2026-10-01')])).toBe('already-begun')
    expect(begin('2026-07-01', '2026-11-01', [begun('2026-10-01')])).toBe('later-assessed')
    expect(begin('2026-10-01', '2026-11-01', [], from('2026-01-01', '2026-11-01'))).toBe('not-there')
    expect(begin('2026-07-01', '2026-11-01', [], from('2026-10-01'))).toBe('not-there')
    expect(begin('2026-07-01', '2026-11-01', [], from('2026-09-30'))).toBe('granted')
  })
})

describe('an assessment may be done', () => {
  const finish = (on: string, today: string, others: readonly Assessment[] = [], presence = from('2026-01-10')): string =>
    reasonOf(mayFinish(begun('2026-10-01'), date(on), { presence, assessments: [...others, begun('2026-10-01')], today: date(today) }))
  it.each([
    ['2026-10-01', '2026-10-01', 'granted'],
    ['2026-09-30', '2026-10-01', 'before-quarter'],
    ['2026-10-02', '2026-10-01', 'ahead'],
    ['2027-01-07', '2027-01-07', 'granted'],
  ])('on %s, said on %s: %s', (on, today, expected) => {
    expect(finish(on, today)).toBe(expected)
  })

  it('after the last one, once, of somebody who is there that day', () => {
    const last = anAssessment('2026-10-05', {}, date('2026-07-01'))
    expect(finish('2026-10-05', '2026-10-06', [last])).toBe('before-last')
    expect(finish('2026-10-06', '2026-10-06', [last])).toBe('granted')
    expect(finish('2026-10-06', '2026-10-06', [], from('2026-01-01', '2026-10-06'))).toBe('not-there')
    const done = anAssessment('2026-10-07')
    expect(
      reasonOf(mayFinish(done, date('2026-10-08'), { presence: from('2026-01-01'), assessments: [done], today: date('2026-10-08') })),
    ).toBe('already-done')
  })

  it('and corrected from the revision seen, with a reason', () => {
    const done = { ...anAssessment('2026-10-07'), revision: 2 }
    expect(reasonOf(mayCorrect(done, 2, 'Fel ruta.'))).toBe('granted')
    expect(reasonOf(mayCorrect(done, 1, 'Fel ruta.'))).toBe('somebody-else-first')
    expect(reasonOf(mayCorrect(done, 2, ' '))).toBe('no-why')
    expect(reasonOf(mayCorrect(begun('2026-10-01'), 0, 'Fel.'))).toBe('not-done')
  })
})

describe('a trend', () => {
  const scored = (on: string, points: number, instrument = shipped) => ({ assessment: anAssessment(on, { school: points }), instrument })
  const above = { ...shipped, areas: shipped.areas.map((area) => ({ ...area, direction: 'above' as const })) }
  const wider = { ...shipped, scale: { ...shipped.scale, max: 5000 } }
  it.each([
    [1000, 1100, 100, 'up'],
    [1000, 1000, 0, 'same'],
    [1000, 999, -1, 'down'],
  ])('from %i to %i is %i, %s', (before, now, difference, way) => {
    expect(trendOf(scored('2026-11-01', now), scored('2026-08-01', before), 'school')).toEqual({ points: now, before, difference, way })
  })

  it('is better downwards where much is bad', () => {
    expect(trendOf(scored('2026-11-01', 900, above), scored('2026-08-01', 1000, above), 'school')).toMatchObject({
      difference: -100,
      way: 'up',
    })
  })

  it('is not there for the first, nor between instruments that cannot be compared', () => {
    expect(trendOf(scored('2026-11-01', 900), null, 'school')).toEqual({ points: 900, before: null, difference: null, way: null })
    expect(trendOf(scored('2026-11-01', 900, wider), scored('2026-08-01', 800), 'school')).toEqual({
      points: 900,
      before: 800,
      difference: null,
      way: null,
    })
    expect(trendOf(scored('2026-11-01', 900), scored('2026-08-01', 800), 'economy')).toBeNull()
  })

  it('goes through the whole series, and skips an assessment without the area', () => {
    const without = { assessment: anAssessment('2026-08-01', { housing: 1 }), instrument: shipped }
    const series = seriesOf([scored('2026-05-01', 800), without, scored('2026-11-01', 900)], 'school')
    expect(series.map(({ on, difference }) => [on, difference])).toEqual([
      ['2026-05-01', null],
      ['2026-11-01', 100],
    ])
  })

  it('takes only assessments that are done, in the order of their quarters', () => {
    const all: Assessment[] = [anAssessment('2026-11-01'), begun('2027-01-01'), anAssessment('2026-10-02', {}, date('2026-07-01'))]
    expect(doneIn(all).map(({ quarter }) => quarter)).toEqual(['2026-07-01', '2026-10-01'])
  })
})
