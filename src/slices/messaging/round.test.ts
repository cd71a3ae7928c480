/** Who may do what with a round, when one is due, and its numbers. */
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { dayOf } from '../../platform/plain-date.ts'
import { continuousWish, isContinuousDue } from './round-continuous.rules.ts'
import { roundCounts } from './round-count.rules.ts'
import type { CountRow } from './round-recipient.types.ts'
import { isLargeRoundDue, mayCancel, mayRelease, mayReview, previewsOf } from './round.rules.ts'
import { roundStates } from './round.types.ts'

const round = { state: 'prepared', version: 3, preparedBy: 'amina', reviewedBy: 'amina' } as const
const reason = (decision: { granted: boolean; reason?: string }): string => decision.reason ?? 'granted'

describe('a round', () => {
  it.each([
    ['by another', round, 'karin', 3, 'granted'],
    ['by the one who reviewed', round, 'amina', 3, 'same-person'],
    ['by the one who prepared', { ...round, reviewedBy: 'erik' }, 'amina', 3, 'same-person'],
    ['that prepared itself, by another than who reviewed', { ...round, preparedBy: null }, 'karin', 3, 'granted'],
    ['that nobody has reviewed', { ...round, reviewedBy: null }, 'karin', 3, 'not-reviewed'],
    ['that has changed since', round, 'karin', 2, 'somebody-else-first'],
    ['that is under way', { ...round, state: 'released' as const }, 'karin', 3, 'already-released'],
    ['that is done', { ...round, state: 'done' as const }, 'karin', 3, 'already-released'],
    ['that was cancelled', { ...round, state: 'cancelled' as const }, 'karin', 3, 'cancelled'],
    ['that is being prepared', { ...round, state: 'preparing' as const }, 'karin', 3, 'not-prepared'],
  ])('is released %s', (_, given, who, seen, expected) => expect(reason(mayRelease(given, who, seen))).toBe(expected))

  it('is reviewed once', () => {
    expect(reason(mayReview({ ...round, reviewedBy: null }, 3))).toBe('granted')
    expect(reason(mayReview(round, 3))).toBe('somebody-else-first')
    expect(reason(mayReview({ ...round, reviewedBy: null }, 4))).toBe('somebody-else-first')
  })

  it('can be cancelled until it is done', () => {
    expect(roundStates.map((state) => [state, reason(mayCancel({ state }))])).toEqual([
      ['preparing', 'granted'],
      ['prepared', 'granted'],
      ['released', 'granted'],
      ['done', 'already-released'],
      ['cancelled', 'cancelled'],
    ])
  })

  it('has previews of as many languages as there is room for', () => {
    const inOrder = ['sv', 'sv', 'ar', 'sv', 'uk', 'ti'].map((lang, nth) => ({ lang, nth }))
    expect(previewsOf(inOrder, 3).map(({ nth }) => nth)).toEqual([0, 2, 4])
    expect(previewsOf(inOrder.slice(0, 2), 3).map(({ nth }) => nth)).toEqual([0, 1])
    expect(previewsOf([], 3)).toEqual([])
  })
})

describe('the large round', () => {
  it.each([
    ['2026-09-15', null, false],
    ['2026-09-16', null, true],
    ['2026-09-16', '2026-09-15', true],
    ['2026-09-20', '2026-09-16', false],
    ['2026-11-14', null, true],
    ['2026-11-15', null, false],
    ['2026-10-01', '2025-10-01', true],
    ['2026-03-01', null, false],
  ])('on %s, with the last on %s, is due: %s', (on, last, due) => {
    expect(isLargeRoundDue(dayOf(date(on)), [9, 15], last === null ? null : dayOf(date(last)))).toBe(due)
  })
})

describe('the continuous round', () => {
  it.each([
    ['2026-10-14', 5 * 60 + 59, '2026-10-14', false],
    ['2026-10-14', 6 * 60, '2026-10-14', true],
    ['2026-10-14', 6 * 60, '2026-10-13', false],
    ['2026-10-14', 6 * 60, null, false],
    ['2026-10-14', 9 * 60, '2026-10-13', true],
    ['2026-10-14', 9 * 60, null, true],
    ['2026-10-17', 10 * 60, '2026-10-17', false],
    ['2026-12-25', 10 * 60, '2026-12-25', false],
  ])('on %s at minute %i, after the night of %s, is due: %s', (on, minute, night, due) => {
    expect(isContinuousDue(dayOf(date(on)), minute, night === null ? null : dayOf(date(night)))).toBe(due)
  })

  it('sends an SMS beside the letter when the ladder does', () => {
    expect([continuousWish('x', true).smsKey, continuousWish('x', false).smsKey]).toEqual(['firstSms', null])
  })
})

describe('the numbers of a round', () => {
  const row = (given: Partial<CountRow>): CountRow => ({
    lang: 'sv',
    channels: ['letter'],
    excluded: null,
    letterKey: 'firstLetter',
    pages: 1,
    segments: null,
    dropped: [],
    n: 1,
    ...given,
  })
  it('add up, whatever the rows', () => {
    const rows = [
      row({ n: 3 }),
      row({ lang: 'ar', channels: ['letter', 'sms'], segments: 2, n: 2 }),
      row({ lang: 'ar', channels: ['sms'], pages: null, letterKey: null, segments: 3, dropped: ['letter'] }),
      row({ channels: [], excluded: 'quiet', dropped: ['letter', 'sms'], n: 4 }),
      row({ channels: [], excluded: 'noAddress', letterKey: null, pages: null, n: 5 }),
      row({ pages: 2 }),
    ]
    const counts = roundCounts(rows)
    expect(counts.recipients).toBe(7)
    expect(counts.byChannel).toEqual({ letter: 6, sms: 3, email: 0 })
    expect([...counts.byLang]).toEqual([
      ['sv', 4],
      ['ar', 3],
    ])
    expect([...counts.byPages]).toEqual([
      [1, 5],
      [2, 1],
    ])
    expect([...counts.byLetter]).toEqual([['firstLetter', 6]])
    expect(counts.segments).toBe(7)
    expect([...counts.excluded]).toEqual([
      ['noAddress', 5],
      ['quiet', 4],
    ])
    expect([...counts.sinceExcluded]).toEqual([['quiet', 4]])
    expect(counts.sinceDropped).toEqual({ letter: 5, sms: 4, email: 0 })
    expect(roundCounts([]).recipients).toBe(0)
  })
})
