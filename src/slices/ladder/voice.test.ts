/** When the youth has been reached: what was agreed, and the silence after it. */
import { describe, expect, it, test } from 'vitest'
import { attempt, day, declined, reached, replied, shown, someone, standing } from './ladder.testbed.ts'
import type { ContactEvent, LadderFacts } from './ladder.types.ts'
import type { LadderSettings } from './settings.rules.ts'

const letter = attempt('2026-11-10', 'letter')
const seen = (events: readonly ContactEvent[], facts: Partial<LadderFacts> = {}, settings: Partial<LadderSettings> = {}) => {
  const { step, waitsFor } = standing(someone('2026-11-07', { events: [letter, ...events], ...facts }), settings)
  return `${shown(step)} ${waitsFor}`
}

describe('a reply with nothing agreed', () => {
  test('stops the ladder, which goes on with the calls after thirty days of silence', () => {
    expect(seen([replied('2026-11-12')])).toBe('call 1/3 2026-12-14..2026-12-21 youth')
    expect(seen([reached('2026-11-12', { agreed: 'nothing' })])).toBe('call 1/3 2026-12-14..2026-12-21 nobody')
    expect(seen([replied('2026-11-12')], {}, { silenceDays: 10 })).toBe('call 1/3 2026-11-23..2026-11-30 youth')
  })

  test('without a number it goes on with a further letter', () => {
    expect(seen([replied('2026-11-12')], { livePhones: 0 })).toBe('furtherLetter 2026-12-14..2026-12-21 youth')
  })

  test('after which an unanswered call, meeting or visit is silence at once, and the call the first of three', () => {
    expect(seen([replied('2026-11-12'), attempt('2026-11-18 10:00', 'phone')])).toBe('call 2/3 2026-11-20..2026-11-27 youth')
    expect(seen([replied('2026-11-12'), attempt('2026-11-18', 'inPerson')])).toBe('call 1/3 2026-11-18..2026-11-25 youth')
    expect(seen([replied('2026-11-12'), attempt('2026-11-18', 'homeVisit')])).toBe('call 1/3 2026-11-25..2026-12-02 youth')
  })

  test('a call to a dead number is no occasion, but the ladder goes on', () => {
    const call = attempt('2026-11-18', 'phone', { outcome: 'deadNumber' })
    expect(seen([replied('2026-11-12'), call], { livePhones: 0, deadPhones: 1 })).toBe('furtherLetter 2026-11-18..2026-11-25 youth')
  })

  test('a letter or SMS meanwhile is no silence, and no step of the round to come', () => {
    expect(seen([replied('2026-11-12'), attempt('2026-11-18', 'sms'), attempt('2026-11-19', 'letter')])).toBe(
      'call 1/3 2026-12-14..2026-12-21 youth',
    )
  })

  test('what was done earlier the same day is not of the round that the call begins', () => {
    const events = [replied('2026-11-12'), attempt('2026-11-18 09:00', 'letter'), attempt('2026-11-18 10:00', 'phone')]
    const calls = [attempt('2026-11-20 13:00', 'phone'), attempt('2026-11-23 17:00', 'phone')]
    expect(seen([...events, ...calls])).toBe('furtherLetter 2026-11-30..2026-12-07 youth')
  })

  test('what was done on the day of the silence is, whatever came first', () => {
    const calls = ['2026-12-12 10:00', '2026-12-14 13:00', '2026-12-16 17:00'].map((at) => attempt(at, 'phone'))
    expect(seen([replied('2026-11-12'), attempt('2026-12-12 09:00', 'letter'), ...calls])).toBe('visitCard 2026-12-28..2027-01-04 youth')
  })

  test('after the silence the round climbs to the visit, and the next begins with a letter', () => {
    const calls = ['2026-12-14 10:00', '2026-12-16 13:00', '2026-12-18 17:00'].map((at) => attempt(at, 'phone'))
    const rest = [attempt('2026-12-28', 'letter'), attempt('2027-01-08', 'visitCard'), attempt('2027-01-11', 'homeVisit')]
    expect(seen([replied('2026-11-12'), ...calls])).toBe('furtherLetter 2026-12-23..2026-12-30 youth')
    expect(seen([replied('2026-11-12'), ...calls, ...rest])).toBe('letter 2027-04-12..2027-04-19 nobody')
  })

  test('starts all over with the next reply', () => {
    expect(seen([replied('2026-11-12'), attempt('2026-12-14', 'phone'), replied('2026-12-15')])).toBe(
      'call 1/3 2027-01-14..2027-01-21 youth',
    )
  })

  test('is heard also when it was not our attempt, and whatever the channel', () => {
    for (const channel of ['sms', 'email', 'school', 'partner', 'inPerson'] as const) {
      expect(seen([replied('2026-11-12', { channel })])).toBe('call 1/3 2026-12-14..2026-12-21 youth')
    }
  })

  test('in the same minute as an attempt comes after it', () => {
    expect(seen([replied('2026-11-12'), attempt('2026-11-12', 'phone')])).toBe('call 1/3 2026-12-14..2026-12-21 youth')
    expect(seen([declined('2026-11-12'), replied('2026-11-12')])).toBe('letter 2027-02-15..2027-02-22 nobody')
  })
})

describe('what we are to do', () => {
  it.each<[ContactEvent['agreed'], string]>([
    ['call', 'phone'],
    ['meet', 'inPerson'],
    ['visit', 'homeVisit'],
    ['write', 'sms'],
  ])('(%s) is owed on its day, holiday or not', (agreed) => {
    expect(seen([reached('2026-11-12', { agreed, agreedOn: day('2026-12-25') })])).toBe('keepAgreement 2026-12-25..2026-12-25 us')
  })

  test('without a day is due in two working days', () => {
    expect(seen([reached('2026-11-12', { agreed: 'call' })])).toBe('keepAgreement 2026-11-12..2026-11-16 us')
    expect(seen([reached('2026-11-14', { agreed: 'write' })])).toBe('keepAgreement 2026-11-16..2026-11-17 us')
    expect(seen([reached('2026-11-12', { agreed: 'call' })], {}, { answerWorkingDays: 5 })).toBe('keepAgreement 2026-11-12..2026-11-19 us')
  })

  const call = reached('2026-11-12', { agreed: 'call', agreedOn: day('2026-11-20') })
  it.each<[string, ContactEvent[], string]>([
    ['a call on the day: one of three', [attempt('2026-11-20 10:00', 'phone')], 'call 2/3 2026-11-23..2026-11-30 youth'],
    ['a call later', [attempt('2026-11-25 10:00', 'phone')], 'call 2/3 2026-11-27..2026-12-04 youth'],
    ['a call before the day', [attempt('2026-11-19', 'phone')], 'keepAgreement 2026-11-20..2026-11-20 us'],
    ['an SMS on the day', [attempt('2026-11-20', 'sms')], 'keepAgreement 2026-11-20..2026-11-20 us'],
    ['a letter on the day', [attempt('2026-11-20', 'letter')], 'keepAgreement 2026-11-20..2026-11-20 us'],
    ['a visit on the day', [attempt('2026-11-20', 'homeVisit')], 'call 1/3 2026-11-27..2026-12-04 youth'],
    ['a call to a dead number', [attempt('2026-11-20', 'phone', { outcome: 'deadNumber' })], 'call 1/3 2026-11-20..2026-11-27 youth'],
  ])('to call is answered by %s', (_, events, expected) => {
    expect(seen([call, ...events])).toBe(expected)
  })

  const write = reached('2026-11-12', { agreed: 'write', agreedOn: day('2026-11-20') })
  it.each<[string, ContactEvent[], string]>([
    ['an SMS: then thirty days of silence', [attempt('2026-11-20', 'sms')], 'call 1/3 2026-12-21..2026-12-28 youth'],
    ['an SMS that failed', [attempt('2026-11-20', 'sms', { outcome: 'failed' })], 'keepAgreement 2026-11-20..2026-11-20 us'],
    ['an SMS too early', [attempt('2026-11-19', 'sms')], 'keepAgreement 2026-11-20..2026-11-20 us'],
    ['a call', [attempt('2026-11-20 10:00', 'phone')], 'call 2/3 2026-11-23..2026-11-30 youth'],
    [
      'a letter, and a call after it',
      [attempt('2026-11-20', 'letter'), attempt('2026-11-25 10:00', 'phone')],
      'call 2/3 2026-11-27..2026-12-04 youth',
    ],
    [
      'two letters, and a call after them',
      [attempt('2026-11-20', 'letter'), attempt('2026-11-21', 'letter'), attempt('2026-11-25 10:00', 'phone')],
      'call 2/3 2026-11-27..2026-12-04 youth',
    ],
  ])('to write is answered by %s', (_, events, expected) => {
    expect(seen([write, ...events])).toBe(expected)
  })

  test('is replaced by what was agreed later', () => {
    expect(seen([call, reached('2026-11-17', { agreed: 'waitForYouth', agreedOn: day('2026-12-01') })])).toBe(
      'followUp 2026-12-01..2026-12-08 youth',
    )
    expect(seen([call, reached('2026-11-17')])).toBe('call 1/3 2026-12-17..2026-12-24 youth')
  })

  test('owed and not tried, nobody has stopped answering', () => {
    const { stoppedAnswering } = standing(someone('2026-11-07', { events: [call, attempt('2026-11-19', 'phone')] }))
    expect(stoppedAnswering).toBe(false)
  })
})

describe('what the youth or a school is to do', () => {
  it.each<[ContactEvent['agreed'], string | null, string]>([
    ['waitForYouth', null, 'followUp 2026-11-26..2026-12-03 youth'],
    ['waitForYouth', '2026-12-25', 'followUp 2026-12-28..2027-01-04 youth'],
    ['waitForSchool', null, 'followUp 2026-11-26..2026-12-03 school'],
    ['waitForSchool', '2026-11-16', 'followUp 2026-11-16..2026-11-23 school'],
  ])('(%s, %s) is waited for: %s', (agreed, on, expected) => {
    expect(seen([reached('2026-11-12', { agreed, agreedOn: on === null ? null : day(on) })])).toBe(expected)
  })

  test('is waited for as long as the setting says', () => {
    expect(seen([reached('2026-11-12', { agreed: 'waitForYouth' })], {}, { promiseDays: 30 })).toBe('followUp 2026-12-14..2026-12-21 youth')
  })

  const wait = reached('2026-11-12', { agreed: 'waitForYouth', agreedOn: day('2026-11-20') })
  it.each<[string, ContactEvent[], string]>([
    ['a call on the day', [attempt('2026-11-20 10:00', 'phone')], 'call 2/3 2026-11-23..2026-11-30 youth'],
    ['a call too early', [attempt('2026-11-19', 'phone')], 'followUp 2026-11-20..2026-11-27 youth'],
    ['an SMS', [attempt('2026-11-23', 'sms')], 'call 1/3 2026-12-23..2026-12-30 youth'],
    ['a word with the school', [attempt('2026-11-23', 'school')], 'call 1/3 2026-12-23..2026-12-30 youth'],
  ])('is followed up by %s', (_, events, expected) => {
    expect(seen([wait, ...events])).toBe(expected)
  })
})
