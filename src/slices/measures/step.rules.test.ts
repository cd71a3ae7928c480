/** A step that becomes a measure: its form, and that it becomes one once. */
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import type { Measure } from './measures.types.ts'
import { measure as usual } from './rules.testbed.ts'
import { fieldsOfStep, measureOfStep } from './step.rules.ts'

const today = date('2026-11-20')
const step = (beginsOn: string | null, dueOn: string | null) => ({
  text: 'Boka praktik',
  beginsOn: beginsOn === null ? null : date(beginsOn),
  dueOn: dueOn === null ? null : date(dueOn),
})

describe('the form of a step', () => {
  it.each<[string | null, string | null, string, string]>([
    [null, null, '2026-11-20', ''],
    ['2026-12-01', null, '2026-12-01', ''],
    ['2026-12-01', '2027-01-15', '2026-12-01', '2027-01-15'],
    ['2026-12-01', '2026-12-01', '2026-12-01', '2026-12-01'],
    [null, '2026-11-20', '2026-11-20', '2026-11-20'],
    [null, '2026-11-19', '2026-11-20', ''],
  ])('that begins %s and is due %s', (beginsOn, dueOn, from, until) => {
    expect(fieldsOfStep(step(beginsOn, dueOn), today)).toEqual({ from, until, responsible: 'municipality', note: 'Boka praktik' })
  })
})

describe('the measure of a step', () => {
  const struck = { at: '2026-11-20 10:00', by: 'prov', why: 'Fel' }
  it.each<[string, Partial<Measure>, boolean]>([
    ['stands', {}, true],
    ['waits', { placement: 'waiting' }, true],
    ['has ended', { endedOn: date('2026-11-10'), endReason: 'completed' }, true],
    ['was refused', { placement: 'refused' }, false],
    ['was struck', { struck }, false],
    ['is of another step', { originId: 'b' }, false],
    ['was coded', { origin: 'coding' }, false],
  ])('%s', (_what, of, isThere) => {
    const measure: Measure = { ...usual, origin: 'plan', originId: 'a', ...of }
    expect(measureOfStep([measure], 'a')).toBe(isThere ? measure : null)
  })
})
