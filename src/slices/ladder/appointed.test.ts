/** What has a day of its own comes before the ladder: answers, meetings, visits with their cards, agreements. */
import { describe, expect, it, test } from 'vitest'
import { attempt, day, declined, reached, shown, someone, standing } from './ladder.testbed.ts'
import type { LadderFacts } from './ladder.types.ts'

const letter = attempt('2026-11-10', 'letter')
const seen = (facts: Partial<LadderFacts>): string => {
  const { step, waitsFor } = standing(someone('2026-11-07', { events: [letter], ...facts }))
  return `${shown(step)} ${waitsFor}`
}

describe('an answer from the reply page', () => {
  it.each([
    ['2026-11-18', 'answerReply 2026-11-18..2026-11-20 us'],
    ['2026-11-20', 'answerReply 2026-11-20..2026-11-24 us'],
    ['2026-11-21', 'answerReply 2026-11-23..2026-11-24 us'],
    ['2026-12-24', 'answerReply 2026-12-24..2026-12-29 us'],
  ])('of %s is due in two working days: %s', (on, expected) => {
    expect(seen({ openReplyOn: day(on) })).toBe(expected)
  })

  test('comes before all else', () => {
    const events = [letter, reached('2026-11-12', { agreed: 'call', agreedOn: day('2026-11-13') })]
    const all = { openReplyOn: day('2026-11-18'), meetingOn: day('2026-11-14'), visitOn: day('2026-11-14'), events }
    expect(seen(all)).toBe('answerReply 2026-11-18..2026-11-20 us')
    expect(seen({ openReplyOn: day('2026-11-18'), events: [declined('2026-11-12')] })).toBe('answerReply 2026-11-18..2026-11-20 us')
  })
})

describe('a booked meeting', () => {
  test('is kept on its day, whatever day that is', () => {
    expect(seen({ meetingOn: day('2026-11-22') })).toBe('keepMeeting 2026-11-22..2026-11-22 youth')
  })

  test('is the meeting that was agreed', () => {
    const events = [letter, reached('2026-11-12', { agreed: 'meet' })]
    expect(seen({ events })).toBe('keepAgreement 2026-11-12..2026-11-16 us')
    expect(seen({ events, meetingOn: day('2026-11-25') })).toBe('keepMeeting 2026-11-25..2026-11-25 youth')
  })

  test('comes after what was agreed for an earlier day', () => {
    const events = [letter, reached('2026-11-12', { agreed: 'call', agreedOn: day('2026-11-20') })]
    expect(seen({ events, meetingOn: day('2026-11-25') })).toBe('keepAgreement 2026-11-20..2026-11-20 us')
    expect(seen({ events, meetingOn: day('2026-11-19') })).toBe('keepMeeting 2026-11-19..2026-11-19 youth')
    expect(seen({ events, meetingOn: day('2026-11-20') })).toBe('keepMeeting 2026-11-20..2026-11-20 youth')
  })

  test('stands also while it is quiet after a no', () => {
    const { quiet, step } = standing(someone('2026-11-07', { events: [declined('2026-11-12')], meetingOn: day('2026-11-25') }))
    expect([quiet?.moment, step?.kind]).toEqual(['admission', 'keepMeeting'])
  })
})

describe('a planned visit', () => {
  const card = attempt('2026-11-20', 'visitCard')
  it.each([
    ['2026-11-25', 'visitCard 2026-11-20..2026-11-24 us'],
    ['2026-11-24', 'visitCard 2026-11-20..2026-11-23 us'],
    ['2026-11-23', 'visitCard 2026-11-20..2026-11-20 us'],
    ['2026-12-28', 'visitCard 2026-12-24..2026-12-24 us'],
  ])('on %s has its card first, by the working day before: %s', (on, expected) => {
    expect(seen({ visitOn: day(on) })).toBe(expected)
  })

  test('comes when its card has', () => {
    expect(seen({ visitOn: day('2026-11-25'), events: [letter, card] })).toBe('homeVisit 2026-11-25..2026-11-25 youth')
    const wrong = { ...card, outcome: 'wrongAddress' as const }
    expect(seen({ visitOn: day('2026-11-25'), events: [letter, wrong] })).toBe('visitCard 2026-11-20..2026-11-24 us')
  })

  test('has a card of its own: not that of an earlier visit, nor one from before the youth was reached', () => {
    const visited = [letter, card, attempt('2026-11-23', 'homeVisit')]
    expect(seen({ visitOn: day('2026-12-16'), events: visited })).toBe('visitCard 2026-12-11..2026-12-15 us')
    expect(seen({ visitOn: day('2026-12-16'), events: [...visited, attempt('2026-12-11', 'visitCard')] })).toBe(
      'homeVisit 2026-12-16..2026-12-16 youth',
    )
    const twice = [...visited, attempt('2026-12-11', 'visitCard'), attempt('2026-12-16', 'homeVisit')]
    expect(seen({ visitOn: day('2027-01-13'), events: twice })).toBe('visitCard 2027-01-08..2027-01-12 us')
    expect(seen({ visitOn: day('2026-12-16'), events: [card, reached('2026-11-24')] })).toBe('visitCard 2026-12-11..2026-12-15 us')
  })

  test('needs none when the youth agreed to it, or wants none', () => {
    const events = [letter, reached('2026-11-12', { agreed: 'visit' })]
    expect(seen({ events })).toBe('keepAgreement 2026-11-12..2026-11-16 us')
    expect(seen({ events, visitOn: day('2026-11-25') })).toBe('homeVisit 2026-11-25..2026-11-25 youth')
    expect(seen({ optedOut: ['visitCard'], visitOn: day('2026-11-25') })).toBe('homeVisit 2026-11-25..2026-11-25 youth')
    // Agreed to, made in vain, and planned again.
    const inVain = [...events, attempt('2026-11-25', 'homeVisit')]
    expect(seen({ events: inVain, visitOn: day('2026-12-16') })).toBe('visitCard 2026-12-11..2026-12-15 us')
  })

  test('to a protected youth is none', () => {
    expect(seen({ visitOn: day('2026-11-25'), isProtected: true })).toBe('call 1/3 2026-11-17..2026-11-24 youth')
    const events = [letter, reached('2026-11-12', { agreed: 'visit' })]
    expect(seen({ events, visitOn: day('2026-11-25'), isProtected: true })).toBe('keepAgreement 2026-11-12..2026-11-16 us')
  })

  test('leaves no other step of the ladder before it', () => {
    expect(seen({ visitOn: day('2027-03-01'), events: [letter, card] })).toBe('homeVisit 2027-03-01..2027-03-01 youth')
  })
})
