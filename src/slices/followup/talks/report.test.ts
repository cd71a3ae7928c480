/** What a report may hold and when it may be written, and what a template may look like. */
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { aFollowUp, plainRoutine } from '../followup.testbed.ts'
import { mayReport, reportable, reportFields, textProblems } from './talks.rules.ts'
import type { Report } from './talks.types.ts'
import { shippedTemplate, templateProblems } from './template.rules.ts'

const answerOf = (decision: { granted: boolean; reason?: string; value?: unknown }): unknown =>
  decision.granted ? (decision.value ?? 'granted') : decision.reason
describe('a report', () => {
  const signals = [aFollowUp('housing', '2026-10-01', '2026-12-20')]
  const made: Report = { reportId: 'r', recipient: 'housing', month: date('2026-11-01'), madeOn: date('2026-11-01'), version: 2 }
  type Asked = { readonly today?: string; readonly seen?: number; readonly why?: string; readonly reports?: readonly Report[] }
  const report = (month: string, { today = '2026-12-02', seen, why = '', reports = [made] }: Asked = {}, of = signals): unknown =>
    answerOf(
      mayReport(
        { month: date(month), seen: seen ?? null, why },
        { signals: of, recipient: 'housing', reports, today: date(today), routine: plainRoutine },
      ),
    )

  it.each([
    ['2026-12-01', '2026-10-31', 'month-ahead'],
    ['2026-12-01', '2026-11-01', 1],
    ['2026-12-01', '2026-12-20', 1],
    ['2026-12-01', '2026-12-21', 'ended'],
    ['2027-01-01', '2026-12-20', 'not-owed'],
    ['2026-10-01', '2026-11-01', 'not-owed'],
    ['2026-12-02', '2026-12-02', 'no-month'],
    ['2026-11-01', '2026-12-02', 'already-reported'],
  ])('of %s, written on %s: %j', (month, today, expected) => {
    expect(report(month, { today })).toBe(expected)
  })

  it('may be written on the very day of the stop, though it is no longer owed', () => {
    const stopped = [aFollowUp('housing', '2026-10-01', '2026-12-01')]
    expect(report('2026-12-01', { today: '2026-12-01' }, stopped)).toBe(1)
    expect(reportable(stopped, 'housing', { month: date('2026-12-01'), today: date('2026-12-02'), routine: plainRoutine })).toEqual([])
  })

  it('is corrected from the version seen, with a reason', () => {
    expect(report('2026-11-01', { seen: 2, why: 'Fel datum.' })).toBe(3)
    expect(report('2026-11-01', { seen: 2 })).toBe('no-why')
    expect(report('2026-11-01', { seen: 1, why: 'Fel.' })).toBe('somebody-else-first')
    expect(report('2026-12-01', { seen: 1, why: 'Fel.' })).toBe('somebody-else-first')
    expect(report('2026-12-01', {}, [aFollowUp('school', '2026-10-01')])).toBe('not-followed')
  })

  it('holds what the template asks for, for each area where it asks for each', () => {
    const areas = ['housing', 'health']
    expect(reportFields(shippedTemplate, areas).map(({ field }) => field)).toEqual([
      'since',
      'status.housing',
      'status.health',
      'done.housing',
      'done.health',
      'youth',
      'agreed',
    ])
    const full = { since: 'a', 'status.housing': 'b', 'status.health': 'c', youth: 'd', agreed: 'e' }
    expect(textProblems(shippedTemplate, areas, full)).toEqual([])
    expect(textProblems(shippedTemplate, areas, { ...full, 'status.health': ' ' })).toEqual([
      { field: 'status.health', problem: 'required' },
    ])
    expect(textProblems(shippedTemplate, ['housing'], full)).toEqual([{ field: 'status.health', problem: 'unknown' }])
    expect(textProblems(shippedTemplate, areas, { ...full, since: 'x'.repeat(4001) })).toEqual([{ field: 'since', problem: 'too-long' }])
  })
})

describe('a template', () => {
  const [first] = shippedTemplate.sections
  it('has sections with titles and keys of their own', () => {
    expect(templateProblems(shippedTemplate)).toEqual([])
    expect(templateProblems({ sections: [] })).toEqual([{ field: 'sections', problem: 'none' }])
    expect(templateProblems({ sections: Array.from({ length: 21 }, () => first!) })).toEqual([{ field: 'sections', problem: 'too-many' }])
    expect(templateProblems({ sections: [first!, first!] })).toEqual([{ field: 'section2Key', problem: 'same-key' }])
    expect(templateProblems({ sections: [{ ...first!, sv: '', en: 'x'.repeat(81), hintSv: 'x'.repeat(201), key: '1' }] })).toEqual([
      { field: 'section1Sv', problem: 'no-name' },
      { field: 'section1En', problem: 'long-name' },
      { field: 'section1HintSv', problem: 'long-hint' },
      { field: 'section1Key', problem: 'bad-key' },
    ])
  })
})
