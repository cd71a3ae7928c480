/** The climb: what comes after what, on which days, and what counts as having been done (DOMAIN.md 5). */
import { describe, expect, it, test } from 'vitest'
import { stepsAhead } from './ladder.rules.ts'
import { attempt, date, day, reached, replied, shown, someone, standing } from './ladder.testbed.ts'
import type { ContactEvent, LadderFacts } from './ladder.types.ts'
import { shippedLadder } from './settings.rules.ts'

const entered = '2026-11-07'
const after = (events: readonly ContactEvent[], facts: Partial<LadderFacts> = {}): string =>
  shown(standing(someone(entered, { events, ...facts })).step)

const letter = attempt('2026-11-10', 'letter')
const calls = [attempt('2026-11-18 10:15', 'phone'), attempt('2026-11-20 17:00', 'phone'), attempt('2026-11-23 13:00', 'phone')]
const further = attempt('2026-12-01', 'letter')
const card = attempt('2026-12-11', 'visitCard')
const visit = attempt('2026-12-14 17:00', 'homeVisit')

describe('entry', () => {
  it.each([
    ['2026-11-20', 'letter 2026-11-20..2026-11-27', 'a Friday: at once'],
    ['2026-11-21', 'letter 2026-11-23..2026-11-30', 'a Saturday: on Monday'],
    ['2026-04-03', 'letter 2026-04-07..2026-04-14', 'Good Friday: after Easter'],
    ['2026-12-25', 'letter 2026-12-28..2027-01-04', 'Christmas'],
    ['2026-12-18', 'letter 2026-12-18..2026-12-28', 'due on Christmas Day: on the working day after'],
    ['2028-02-29', 'letter 2028-02-29..2028-03-07', 'a leap day'],
  ])('on %s gives %s (%s)', (on, expected) => {
    expect(shown(standing(someone(on)).step)).toBe(expected)
  })

  it.each([
    ['2026-08-14', 'letter 2026-08-14..2026-08-21', 'the large round would be too late to begin'],
    ['2026-08-15', 'letter 2026-08-17..2026-08-24', 'the large round of Wednesday 16 September is a day too late'],
    ['2026-08-16', 'letter 2026-08-17..2026-09-16', 'the round is on the last day to begin'],
    ['2026-08-20', 'letter 2026-08-20..2026-09-18', 'until the last working day to begin'],
    ['2026-09-10', 'letter 2026-09-10..2026-09-23', 'until a week after the round'],
    ['2026-09-15', 'letter 2026-09-15..2026-09-23', 'the day before the round'],
    ['2026-09-16', 'letter 2026-09-16..2026-09-23', 'the day of the round'],
    ['2026-09-17', 'letter 2026-09-17..2026-09-24', 'after the round'],
  ])('on %s may wait for the large round when that is in time: %s (%s)', (on, expected) => {
    expect(shown(standing(someone(on)).step)).toBe(expected)
  })

  test('is on the first working day after the day of the large round, when that is a weekend', () => {
    // 15 September 2028 is a Friday.
    expect(shown(standing(someone('2028-08-17')).step)).toBe('letter 2028-08-17..2028-08-24')
    expect(shown(standing(someone('2028-08-18')).step)).toBe('letter 2028-08-18..2028-09-18')
    expect(shown(standing(someone('2028-09-17')).step)).toBe('letter 2028-09-18..2028-09-25')
  })

  test('moves the large round with the setting', () => {
    expect(shown(standing(someone('2026-10-01'), { largeRoundAfter: [10, 15] }).step)).toBe('letter 2026-10-01..2026-10-23')
  })

  it.each([
    ['2026-11-20', '2026-12-20'],
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
  ])('on %s is to begin by %s', (on, expected) => {
    expect(date(standing(someone(on)).beginBy)).toBe(expected)
  })

  test('waits for us until something is done, and begins with any attempt to reach the youth', () => {
    expect(standing(someone(entered)).waitsFor).toBe('us')
    const begun = standing(someone(entered, { events: [attempt('2026-11-09', 'socialMedia')] }))
    expect([begun.beginBy, date(begun.firstAttemptOn), begun.firstReachedOn]).toEqual([null, '2026-11-09', null])
    expect(shown(begun.step)).toBe('letter 2026-11-09..2026-11-16')
  })

  test.each(['partner', 'school'] as const)('is not begun by asking a %s: the letter is still to come in time', (channel) => {
    const asked = standing(someone(entered, { events: [attempt('2026-11-09', channel)] }))
    const untouched = standing(someone(entered))
    expect([asked.beginBy, asked.firstAttemptOn, asked.step]).toEqual([untouched.beginBy, null, untouched.step])
  })
})

test('the first attempt and the first reach are the first of the period', () => {
  const events = [
    attempt('2026-11-06', 'phone'),
    letter,
    calls[0]!,
    reached('2026-11-19'),
    attempt('2026-11-24', 'phone'),
    replied('2026-11-25'),
  ]
  const { firstAttemptOn, firstReachedOn } = standing(someone(entered, { events }))
  expect([date(firstAttemptOn), date(firstReachedOn)]).toEqual(['2026-11-10', '2026-11-19'])
})

describe('the climb', () => {
  it.each<[string, ContactEvent[], string]>([
    ['a letter: a call in a week', [letter], 'call 1/3 2026-11-17..2026-11-24'],
    ['a letter and an SMS: the same', [letter, attempt('2026-11-10', 'sms')], 'call 1/3 2026-11-17..2026-11-24'],
    ['a call: another weekday, two days on', [letter, calls[0]!], 'call 2/3 2026-11-20..2026-11-27'],
    ['two calls: a third', [letter, calls[0]!, calls[1]!], 'call 3/3 2026-11-23..2026-11-30'],
    ['three calls: a further letter', [letter, ...calls], 'furtherLetter 2026-11-30..2026-12-07'],
    ['a further letter: a card', [letter, ...calls, further], 'visitCard 2026-12-11..2026-12-18'],
    ['a card: the visit', [letter, ...calls, further, card], 'homeVisit 2026-12-14..2026-12-21'],
    ['the visit: a new round in ninety days', [letter, ...calls, further, card, visit], 'letter 2027-03-15..2027-03-22'],
  ])('after %s', (_, events, expected) => {
    expect(after(events)).toBe(expected)
  })

  it.each<[string, ContactEvent[], string]>([
    ['a letter that came back', [attempt('2026-11-10', 'letter', { outcome: 'returned' })], 'letter 2026-11-09..2026-11-16'],
    ['a letter that was never sent', [attempt('2026-11-10', 'letter', { outcome: 'failed' })], 'letter 2026-11-09..2026-11-16'],
    ['a wrong number', [letter, attempt('2026-11-17', 'phone', { outcome: 'wrongNumber' })], 'call 1/3 2026-11-17..2026-11-24'],
    ['a dead number', [letter, attempt('2026-11-17', 'phone', { outcome: 'deadNumber' })], 'call 1/3 2026-11-17..2026-11-24'],
    ['a card on a wrong door', [letter, ...calls, further, { ...card, outcome: 'wrongAddress' }], 'visitCard 2026-12-11..2026-12-18'],
    ['a visit without a card', [letter, ...calls, further, visit], 'visitCard 2026-12-24..2026-12-31'],
  ])('%s is no step', (_, events, expected) => {
    expect(after(events)).toBe(expected)
  })

  test('counts voicemail and somebody else as occasions', () => {
    const events = [letter, { ...calls[0]!, outcome: 'voicemail' as const }, { ...calls[1]!, outcome: 'someoneElse' as const }]
    expect(after(events)).toBe('call 3/3 2026-11-23..2026-11-30')
  })

  test('takes a step out of turn as done: what is missing comes in order', () => {
    expect(after([calls[0]!])).toBe('letter 2026-11-18..2026-11-25')
    expect(after([letter, calls[0]!, attempt('2026-11-19', 'letter')])).toBe('call 2/3 2026-11-23..2026-11-30')
    expect(after([letter, calls[0]!, attempt('2026-11-19', 'letter'), calls[1]!, calls[2]!])).toBe('visitCard 2026-12-03..2026-12-10')
    expect(after([letter, card, visit])).toBe('call 1/3 2026-12-21..2026-12-28')
  })

  test('takes a visit after any card as held, also when another card came after it', () => {
    const early = [letter, attempt('2026-11-12', 'visitCard'), attempt('2026-11-16', 'homeVisit'), attempt('2026-11-17', 'visitCard')]
    expect(after([...early, ...calls, further])).toBe('letter 2027-03-01..2027-03-08')
  })

  test('takes two letters on one day as one', () => {
    expect(after([letter, letter, ...calls])).toBe('furtherLetter 2026-11-30..2026-12-07')
  })

  test('tells what comes after the next step', () => {
    const ahead = (events: readonly ContactEvent[]) => stepsAhead(someone(entered, { events }), shippedLadder)
    expect(ahead([])).toEqual(['call', 'furtherLetter', 'visitCard', 'homeVisit'])
    expect(ahead([letter, calls[0]!])).toEqual(['furtherLetter', 'visitCard', 'homeVisit'])
    expect(ahead([letter, ...calls, further, card])).toEqual([])
    expect(stepsAhead(someone(entered, { meetingOn: day('2026-12-01') }), shippedLadder)).toHaveLength(5)
  })
})

describe('an occasion to call', () => {
  it.each<[string, string[], string]>([
    ['the same day', ['2026-11-18 10:15', '2026-11-18 17:00'], 'call 2/3 2026-11-20..2026-11-27'],
    ['the same weekday', ['2026-11-18 10:15', '2026-11-25 17:00'], 'call 2/3 2026-11-27..2026-12-04'],
    ['the same part of the day', ['2026-11-18 10:15', '2026-11-20 09:00'], 'call 2/3 2026-11-23..2026-11-30'],
    ['another weekday and part', ['2026-11-18 10:15', '2026-11-20 13:00'], 'call 3/3 2026-11-23..2026-11-30'],
    ['another part, later the same day', ['2026-11-18 10:15', '2026-11-20 09:00', '2026-11-20 13:00'], 'call 3/3 2026-11-23..2026-11-30'],
    ['a Saturday', ['2026-11-18 10:15', '2026-11-21 13:00'], 'call 3/3 2026-11-23..2026-11-30'],
  ])('on %s', (_, at, expected) => {
    expect(after([letter, ...at.map((one) => attempt(one, 'phone'))])).toBe(expected)
  })

  test('that adds none still moves the next one on', () => {
    expect(after([letter, attempt('2026-11-18 10:15', 'phone'), attempt('2026-11-24 10:15', 'phone')])).toBe(
      'call 2/3 2026-11-26..2026-12-03',
    )
  })

  test('comes on a working day with a weekday of its own', () => {
    // Called on Thursday 2 April; two days on is Easter Eve, Tuesday the first working day.
    const easter = someone('2026-03-20', { events: [attempt('2026-03-20', 'letter'), attempt('2026-04-02 10:00', 'phone')] })
    expect(shown(standing(easter).step)).toBe('call 2/3 2026-04-07..2026-04-14')
    const twoTried = someone('2026-03-20', {
      events: [attempt('2026-03-20', 'letter'), attempt('2026-03-31 13:00', 'phone'), attempt('2026-04-02 10:00', 'phone')],
    })
    // Tuesday has been tried as well.
    expect(shown(standing(twoTried).step)).toBe('call 3/3 2026-04-08..2026-04-15')
  })

  test('beyond the third has a weekday of its own, and the parts of the day begin again', () => {
    const { step } = standing(someone(entered, { events: [letter, ...calls] }), { calls: 5 })
    expect([step?.avoidWeekdays, step?.avoidParts, shown(step)]).toEqual([[3, 5, 1], [], 'call 4/5 2026-11-26..2026-12-03'])
    const fourth = standing(someone(entered, { events: [letter, ...calls, attempt('2026-11-26 10:00', 'phone')] }), { calls: 5 }).step
    expect([fourth?.avoidWeekdays, fourth?.avoidParts, shown(fourth)]).toEqual([
      [3, 5, 1, 4],
      ['morning'],
      'call 5/5 2026-12-01..2026-12-08',
    ])
  })

  test('is never late before the number was found', () => {
    const found = { phoneFoundOn: day('2027-02-03') }
    expect(after([letter, further, card, visit], found)).toBe('call 1/3 2027-02-03..2027-02-10')
    expect(after([letter], { phoneFoundOn: day('2026-11-08') })).toBe('call 1/3 2026-11-17..2026-11-24')
  })
})

describe('a completed round', () => {
  const round = [letter, ...calls, further, card, visit]
  test('is followed by rest, counted from the last attempt', () => {
    const rested = standing(someone(entered, { events: round }))
    expect([rested.waitsFor, rested.stoppedAnswering]).toEqual(['nobody', false])
    expect(after([...round, attempt('2027-01-04', 'phone')])).toBe('letter 2027-04-05..2027-04-12')
    expect(after([...round, attempt('2027-01-04', 'sms')])).toBe('letter 2027-03-15..2027-03-22')
  })

  test('is followed by another that climbs in the same way', () => {
    expect(after([...round, attempt('2027-03-15', 'letter')])).toBe('call 1/3 2027-03-22..2027-03-30')
    const second = standing(someone(entered, { events: [...round, attempt('2027-03-15', 'letter'), attempt('2027-03-22 10:00', 'phone')] }))
    expect(shown(second.step)).toBe('call 2/3 2027-03-24..2027-03-31')
    expect(second.step?.avoidWeekdays).toEqual([1])
  })
})

describe('what is known now', () => {
  test('opens the calls again when a number has been found', () => {
    const events = [letter, further]
    expect(after(events, { livePhones: 0 })).toBe('visitCard 2026-12-11..2026-12-18')
    expect(after(events)).toBe('call 1/3 2026-12-08..2026-12-15')
  })

  test('leaves its days to a step that is left out, so that there is time to search for a number', () => {
    expect(after([letter], { livePhones: 0 })).toBe('furtherLetter 2026-11-23..2026-11-30')
    expect(after([letter, calls[0]!], { livePhones: 0, deadPhones: 1 })).toBe('furtherLetter 2026-11-25..2026-12-02')
    expect(after([], { optedOut: ['letter'], livePhones: 0 })).toBe('visitCard 2026-11-19..2026-11-26')
  })
})
