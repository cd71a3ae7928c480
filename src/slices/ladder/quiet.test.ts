/** How long a no is respected, and how it differs from having stopped answering. */
import { describe, expect, it, test } from 'vitest'
import { attempt, date, day, declined, reached, replied, shown, someone, standing } from './ladder.testbed.ts'
import type { ContactEvent } from './ladder.types.ts'
import { shippedLadder } from './settings.rules.ts'
import { quietAfter } from './voice.rules.ts'

const letter = attempt('2026-11-10', 'letter')
const seen = (events: readonly ContactEvent[]): string => {
  const { step, waitsFor } = standing(someone('2026-11-07', { events: [letter, ...events] }))
  return `${shown(step)} ${waitsFor}`
}

describe('a no', () => {
  it.each([
    ['2026-05-03', '2026-07-02', '2026-08-15', 'termStart'],
    ['2026-05-02', '2026-07-01', '2026-07-01', 'admission'],
    ['2026-11-12', '2027-01-11', '2027-02-15', 'admission'],
    ['2026-11-11', '2027-01-10', '2027-01-10', 'termStart'],
    ['2026-01-15', '2026-03-16', '2026-04-12', 'birthday'],
    ['2027-12-20', '2028-02-18', '2028-04-12', 'birthday'],
  ])('on %s has cooled on %s and is respected until %s: %s', (on, cooled, untilOn, moment) => {
    expect(date(quietAfter(day(on), null, { ...shippedLadder, termStarts: [], admissions: [] }).untilOn)).toBe(cooled)
    const { quiet } = standing(someone('2025-12-01', { events: [declined(on)] }))
    expect(quiet).toEqual({ declinedOn: day(on), untilOn: day(untilOn), moment })
  })

  it.each([
    ['2008-02-29', '2026-12-29', '2027-03-01', 'birthday'],
    ['2008-02-29', '2027-12-29', '2028-02-29', 'birthday'],
    ['2010-12-01', '2026-11-01', '2026-12-01', 'birthday'],
    ['2010-11-30', '2026-11-01', '2027-11-30', 'birthday'],
    ['2010-12-31', '2026-11-01', '2026-12-31', 'birthday'],
    ['2010-01-02', '2026-11-01', '2027-01-02', 'birthday'],
  ])('of somebody born %s, on %s, is respected until the birthday %s', (bornOn, on, untilOn, moment) => {
    const onlyBirthdays = { ...shippedLadder, termStarts: [], admissions: [], coolOffDays: 30 }
    expect(quietAfter(day(on), day(bornOn), onlyBirthdays)).toEqual({ declinedOn: day(on), untilOn: day(untilOn), moment })
  })

  test('with several moments on one day names the first of them', () => {
    const { moment } = quietAfter(day('2026-01-01'), day('2009-07-01'), { ...shippedLadder, termStarts: [[7, 1]], coolOffDays: 150 })
    expect(moment).toBe('termStart')
  })

  test('is respected for the cool-off where no moments are set', () => {
    const none = { ...shippedLadder, termStarts: [], admissions: [], birthdayIsMoment: false }
    expect(quietAfter(day('2026-11-12'), day('2009-01-12'), none)).toEqual({
      declinedOn: day('2026-11-12'),
      untilOn: day('2027-01-11'),
      moment: 'coolOff',
    })
  })

  test('is followed by a letter on the moment, and by a whole round', () => {
    expect(seen([declined('2026-11-12')])).toBe('letter 2027-02-15..2027-02-22 nobody')
    expect(seen([declined('2026-11-12'), attempt('2027-02-15', 'letter')])).toBe('call 1/3 2027-02-22..2027-03-01 youth')
    // The moment is a Sunday.
    expect(seen([declined('2027-05-03')])).toBe('letter 2027-08-16..2027-08-23 nobody')
  })

  test('is not shortened by attempts made all the same', () => {
    const events = [attempt('2026-11-20', 'phone'), attempt('2026-12-20', 'letter'), attempt('2027-01-20', 'homeVisit')]
    expect(seen([declined('2026-11-12'), ...events])).toBe('letter 2027-02-15..2027-02-22 nobody')
  })

  test('is over when the youth gets in touch', () => {
    const { quiet, step } = standing(someone('2026-11-07', { events: [declined('2026-11-12'), replied('2026-11-20')] }))
    expect([quiet, shown(step)]).toEqual([null, 'call 1/3 2026-12-21..2026-12-28'])
  })

  test('is shown until the new round has begun', () => {
    const quiet = (...events: ContactEvent[]) => standing(someone('2026-11-07', { events: [declined('2026-11-12'), ...events] })).quiet
    expect(quiet(attempt('2027-02-14', 'letter'))).not.toBeNull()
    expect(quiet(attempt('2027-02-15', 'letter'))).toBeNull()
  })

  const no = (agreed: ContactEvent['agreed'], on: string | null) =>
    declined('2026-11-12', { agreed, agreedOn: on === null ? null : day(on) })
  it.each<[string, ContactEvent, string]>([
    ['“call me on the third”', no('call', '2026-12-03'), 'keepAgreement 2026-12-03..2026-12-03 us'],
    ['“I will be in touch”', no('waitForYouth', null), 'letter 2027-02-15..2027-02-22 nobody'],
    ['“I will be in touch on the third”', no('waitForYouth', '2026-12-03'), 'letter 2027-02-15..2027-02-22 nobody'],
    ['“call me some time”', no('call', null), 'letter 2027-02-15..2027-02-22 nobody'],
  ])('with %s: what we were asked to do on a day still stands', (_, voice, expected) => {
    expect(seen([voice])).toBe(expected)
  })

  test('is respected also when what we were asked to do was done and not answered', () => {
    const asked = no('call', '2026-12-03')
    expect(standing(someone('2026-11-07', { events: [asked] })).quiet?.moment).toBe('admission')
    expect(seen([asked, attempt('2026-12-03', 'phone')])).toBe('letter 2027-02-15..2027-02-22 nobody')
    // Asked to call long after the moment: the moment does not come before that.
    const late = no('call', '2027-04-01')
    expect(seen([late])).toBe('keepAgreement 2027-04-01..2027-04-01 us')
    expect(seen([late, attempt('2027-03-01', 'letter')])).toBe('keepAgreement 2027-04-01..2027-04-01 us')
    expect(seen([late, attempt('2027-04-01', 'phone')])).toBe('letter 2027-04-01..2027-04-08 youth')
  })
})

describe('to stop answering', () => {
  const stopped = (...events: ContactEvent[]): boolean => standing(someone('2026-11-07', { events: [letter, ...events] })).stoppedAnswering
  it.each<[string, ContactEvent[], boolean]>([
    ['never reached', [attempt('2026-11-17', 'phone')], false],
    ['reached, and nothing tried since', [reached('2026-11-17')], false],
    ['reached, and written to in the silence', [reached('2026-11-17'), attempt('2026-11-20', 'sms')], false],
    ['reached, and called in vain', [reached('2026-11-17'), attempt('2026-11-20', 'phone')], true],
    ['reached, and then reached again', [reached('2026-11-17'), attempt('2026-11-20', 'phone'), replied('2026-11-21')], false],
    ['a no, and written to at the next moment', [declined('2026-11-17'), attempt('2027-02-15', 'letter')], false],
  ])('is told apart: %s', (_, events, expected) => {
    expect(stopped(...events)).toBe(expected)
  })

  test('holds through the rest after a completed round', () => {
    const calls = ['2026-12-21 10:00', '2026-12-23 13:00', '2026-12-29 17:00'].map((at) => attempt(at, 'phone'))
    const { stoppedAnswering, step } = standing(
      someone('2026-11-07', { events: [letter, reached('2026-11-17'), ...calls], hasAddress: false }),
    )
    expect([stoppedAnswering, step?.kind, date(step?.fromOn)]).toEqual([true, 'call', '2027-03-30'])
  })
})
