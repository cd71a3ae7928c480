/** Who stands where in a quarter's round. */
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { anAssessment, routine } from '../followup.testbed.ts'
import { inRound } from './round.rules.ts'

const quarter = date('2026-10-01')
const stood = (from: string, until: string | null, done: string | null, today: string, begun = false): string | undefined => {
  const made = done === null ? [] : [anAssessment(done, {}, quarter)]
  const assessments = begun ? [{ ...anAssessment('2026-10-05', {}, quarter), assessedOn: null, revision: 0 }] : made
  const presence = { fromOn: date(from), untilOn: until === null ? null : date(until) }
  return inRound({ presence, assessments }, quarter, date(today), routine)?.standing
}

describe('in the round of a quarter', () => {
  it.each([
    ['waits from its first day', '2026-01-10', null, null, '2026-10-01', false, 'waiting'],
    ['waits on its last day', '2026-01-10', null, null, '2026-12-31', false, 'waiting'],
    ['is late the day after', '2026-01-10', null, null, '2027-01-01', false, 'late'],
    ['is late though it was begun', '2026-01-10', null, null, '2027-01-01', true, 'late'],
    ['is begun', '2026-01-10', null, null, '2026-11-01', true, 'begun'],
    ['is done', '2026-01-10', null, '2026-11-02', '2027-03-01', false, 'done'],
    ['came too late to be in it', '2026-12-02', null, null, '2026-12-20', false, undefined],
    ['came too late, and was begun all the same', '2026-12-02', null, null, '2026-12-20', true, 'begun'],
    ['left before its last day', '2026-01-10', '2026-12-31', null, '2026-12-31', false, undefined],
    ['left before its last day, and was done', '2026-01-10', '2026-12-31', '2026-11-02', '2026-12-31', false, 'done'],
  ] as const)('a youth %s', (_, from, until, done, today, begun, standing) => {
    expect(stood(from, until, done, today, begun)).toBe(standing)
  })
})
