/** The rules of meetings: what can be booked, how it ends, and when a reminder leaves. */
import { describe, expect, it } from 'vitest'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { weekOf } from './list.actions.ts'
import { canEnd, contactAfter, isTime, problemsOf, remindFrom } from './meetings.rules.ts'
import { endings, meetingWays, type Booking } from './meetings.types.ts'

const date = (text: string): PlainDate => text as PlainDate
const now = { on: date('2026-11-26'), time: '14:00' }
const booking = (of: Partial<Booking>): Booking => ({
  staffId: 'x',
  on: date('2026-11-27'),
  time: '09:00',
  minutes: 30,
  way: 'office',
  place: 'Torget 1',
  remind: true,
  ...of,
})

describe('a booking', () => {
  it.each<[Partial<Booking>, string[]]>([
    [{}, []],
    [{ on: now.on, time: '14:01' }, []],
    [{ on: now.on, time: '14:00' }, ['time in-the-past']],
    [{ on: date('2026-11-25'), time: '23:59' }, ['on in-the-past']],
    [{ on: date('2027-11-27') }, []],
    [{ on: date('2027-11-28') }, ['on too-far']],
    [{ time: '24:00' }, ['time not-a-time']],
    [{ time: '9:00' }, ['time not-a-time']],
    [{ place: '' }, ['place place-needed']],
    [{ place: '', way: 'elsewhere' }, ['place place-needed']],
    [{ place: '', way: 'phone' }, []],
    [{ place: '', way: 'video' }, []],
    [{ time: 'x', on: date('2030-01-01'), place: '' }, ['time not-a-time', 'on too-far', 'place place-needed']],
  ])('%j has %j', (of, expected) => {
    expect(problemsOf(booking(of), now).map(({ field, problem }) => `${field} ${problem}`)).toEqual(expected)
  })
  it.each(['00:00', '09:30', '23:59'])('%s is a time', (text) => expect(isTime(text)).toBe(true))
  it.each(['24:00', '12:60', '9:30', '09.30', '', '09:30:00'])('%j is none', (text) => expect(isTime(text)).toBe(false))
})

describe('an ending', () => {
  it('is held or missed only once the meeting has begun, and cancelled at any time', () => {
    expect(endings.filter((ending) => canEnd(ending, false))).toEqual(['cancelledByYouth', 'cancelledByUs'])
    expect(endings.filter((ending) => canEnd(ending, true))).toEqual(endings)
  })
  it('is a contact when it was held or missed, and none when it was cancelled', () => {
    for (const way of meetingWays) {
      const channel = way === 'phone' ? 'phone' : 'inPerson'
      expect(contactAfter('held', way)).toEqual({ channel, outcome: 'reached', reached: true })
      expect(contactAfter('noShow', way)).toEqual({ channel, outcome: 'noAnswer', reached: false })
      expect(contactAfter('cancelledByYouth', way)).toBeNull()
      expect(contactAfter('cancelledByUs', way)).toBeNull()
    }
  })
})

describe('a reminder', () => {
  it.each([
    // Friday's meeting: Thursday at ten, unless that was past when it was agreed on.
    ['2026-11-27', '2026-11-26', '09:59', '2026-11-26'],
    ['2026-11-27', '2026-11-26', '10:00', null],
    ['2026-11-30', '2026-11-26', '14:00', '2026-11-27'],
    // After Christmas: Monday 28 December's is sent on Thursday the 24th, the last working day before.
    ['2026-12-28', '2026-12-01', '08:00', '2026-12-24'],
    ['2026-11-26', '2026-11-26', '08:00', null],
    // Easter Monday is a holiday: Tuesday's is sent on Maundy Thursday.
    ['2027-03-30', '2027-03-01', '08:00', '2027-03-25'],
  ])('of %s agreed on %s at %s leaves from %s', (on, agreedOn, time, expected) => {
    expect(remindFrom(date(on), { on: date(agreedOn), time })?.on ?? null).toBe(expected)
  })
  it('never leaves on a day off, and at most a week ahead', () => {
    for (let day = dayOf(date('2026-01-01')); day < dayOf(date('2029-01-01')); day = (day + 1) as typeof day) {
      const on = new Date(day * 86_400_000).toISOString().slice(0, 10)
      const from = remindFrom(date(on), { on: date('2025-01-01'), time: '00:00' })
      expect(from !== null && isWorkingDay(dayOf(from.on)) && day - dayOf(from.on) <= 7).toBe(true)
    }
  })
})

describe('a week', () => {
  it.each([
    ['2026-11-26', '2026-11-23', '2026-11-30'],
    ['2026-11-23', '2026-11-23', '2026-11-30'],
    ['2026-11-29', '2026-11-23', '2026-11-30'],
    ['2027-01-01', '2026-12-28', '2027-01-04'],
  ])('of %s is from %s to %s', (day, from, until) => {
    expect(weekOf(date(day))).toEqual({ from, until })
  })
})
