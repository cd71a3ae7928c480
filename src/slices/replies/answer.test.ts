/** Answers as they are typed, and what an accepted one means. */
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { isProblems, kindOf, readAnswer } from './answer.forms.ts'
import { acceptedAs, askAgainFrom, nextCallDay } from './answer.rules.ts'
import { callDays, type Answered, type AnswerKind, type AskAgain, type CallDay } from './replies.types.ts'

const today = '2026-11-26' as PlainDate
const read = (kind: AnswerKind, fields: Readonly<Record<string, string>>) =>
  readAnswer(kind, Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])), today)
const problems = (kind: AnswerKind, fields: Readonly<Record<string, string>>): string[] => {
  const found = read(kind, fields)
  return isProblems(found) ? found.map(({ field, problem }) => `${field} ${problem}`) : []
}

describe('what was typed', () => {
  it.each<[AnswerKind, Record<string, string>, Answered]>([
    [
      'callMe',
      { day: 'tuesday', part: 'afternoon', phone: '070-174 06 05' },
      { kind: 'callMe', day: 'tuesday', part: 'afternoon', phone: '+46701740605' },
    ],
    [
      'callMe',
      { day: 'any', part: 'evening', phone: '+46 (0)70 174 06 05' },
      { kind: 'callMe', day: 'any', part: 'evening', phone: '+46701740605' },
    ],
    [
      'studying',
      { place: '  Lövsta   komvux ', since: '2026-08' },
      { kind: 'studying', place: 'Lövsta komvux', since: '2026-08-01' as PlainDate },
    ],
    ['studying', { place: 'Kurs', since: '2025' }, { kind: 'studying', place: 'Kurs', since: '2025-01-01' as PlainDate }],
    ['working', {}, { kind: 'working', place: '', since: null }],
    ['working', { place: 'Lager', since: '2026-11-26' }, { kind: 'working', place: 'Lager', since: today }],
    ['somethingElse', { text: 'Rad ett\r\nrad två' }, { kind: 'somethingElse', text: 'Rad ett rad två' }],
    ['notNow', {}, { kind: 'notNow', again: 'nextTerm' }],
    ['notNow', { again: 'never' }, { kind: 'notNow', again: 'never' }],
  ])('%s %j', (kind, fields, answered) => {
    expect(read(kind, fields)).toEqual(answered)
  })

  it.each<[AnswerKind, Record<string, string>, string[]]>([
    ['callMe', {}, ['day dayMissing', 'part dayPartMissing', 'phone phoneMissing']],
    ['callMe', { phone: '12', day: 'söndag', part: 'midnatt' }, ['day unknownChoice', 'part unknownChoice', 'phone phoneWrong']],
    ['studying', { place: '   ' }, ['place schoolMissing']],
    ['studying', { place: 'x'.repeat(101), since: 'i höstas' }, ['place tooLong', 'since sinceUnclear']],
    ['working', { since: '2026-11-27' }, ['since sinceAhead']],
    ['working', { since: '1999-01' }, ['since sinceUnclear']],
    ['working', { since: '2026-13' }, ['since sinceUnclear']],
    ['somethingElse', { text: '' }, ['text textMissing']],
    ['somethingElse', { text: 'å'.repeat(301) }, ['text tooLong']],
    ['notNow', { again: 'om tio år' }, ['again unknownChoice']],
  ])('%s %j is refused', (kind, fields, expected) => {
    expect(problems(kind, fields)).toEqual(expected)
  })

  it('passes over fields of other kinds and fields that are not ours', () => {
    expect(read('notNow', { phone: 'x', constructor: 'y', __proto__: 'z' })).toEqual({ kind: 'notNow', again: 'nextTerm' })
    expect(kindOf('constructor')).toBeNull()
  })
})

describe('the day to call', () => {
  it.each<[CallDay, string, string]>([
    ['any', '2026-11-26', '2026-11-26'],
    ['any', '2026-11-28', '2026-11-30'],
    ['thursday', '2026-11-26', '2026-11-26'],
    ['wednesday', '2026-11-26', '2026-12-02'],
    // Christmas Day 2026 is a Friday, and so is New Year's Day 2027.
    ['friday', '2026-12-20', '2027-01-08'],
    // Ascension Day is always a Thursday.
    ['thursday', '2026-05-14', '2026-05-21'],
  ])('%s from %s is %s', (wanted, from, expected) => {
    expect(dateOf(nextCallDay(wanted, dayOf(from as PlainDate)))).toBe(expected)
  })
  it('always comes, within three weeks, whatever the year', () => {
    for (const wanted of callDays)
      for (let day = dayOf('2024-01-01' as PlainDate); day < dayOf('2029-01-01' as PlainDate); day = (day + 1) as typeof day)
        expect(nextCallDay(wanted, day) - day).toBeLessThanOrEqual(21)
  })
})

const termStarts = [
  [1, 10],
  [8, 15],
] as const

describe('the day to ask again', () => {
  it.each<[AskAgain, string, string | null]>([
    ['inAMonth', '2026-01-31', '2026-03-02'],
    ['inAMonth', '2026-11-26', '2026-12-28'],
    ['nextTerm', '2026-01-09', '2026-01-12'],
    // The day that a term starts is the start of this one.
    ['nextTerm', '2026-01-10', '2026-08-17'],
    ['nextTerm', '2026-12-31', '2027-01-11'],
    ['never', '2026-11-26', null],
  ])('%s of %s is %s', (again, answeredOn, expected) => {
    const from = askAgainFrom(again, dayOf(answeredOn as PlainDate), termStarts)
    expect(from === null ? null : dateOf(from)).toBe(expected)
  })
  it('is none of our own where no terms are set, and never before the day it is accepted', () => {
    expect(askAgainFrom('nextTerm', dayOf(today), [])).toBeNull()
    const late = { answeredOn: '2026-08-01' as PlainDate, today, what: null, termStarts }
    expect(acceptedAs({ kind: 'notNow', again: 'inAMonth' }, late).nextOn).toBe(today)
  })
})

describe('what an accepted answer means', () => {
  const base = { outcome: 'replied', occupation: null, since: null, phone: null, nextStep: null, nextOn: null, note: '', optsOut: false }
  it.each<[Answered, 'work' | null, object]>([
    [
      { kind: 'callMe', day: 'monday', part: 'morning', phone: '+46701740605' },
      null,
      { phone: '+46701740605', nextStep: 'call', nextOn: '2026-11-30' },
    ],
    [{ kind: 'studying', place: 'Komvux', since: null }, null, { occupation: 'studies', note: 'Komvux' }],
    [{ kind: 'working', place: '', since: '2026-08-01' as PlainDate }, null, { occupation: 'work', since: '2026-08-01' }],
    [{ kind: 'somethingElse', text: 'Jag väntar på svar' }, null, { note: 'Jag väntar på svar' }],
    [{ kind: 'somethingElse', text: 'Jobbar lite' }, 'work', { occupation: 'work', note: 'Jobbar lite' }],
    [{ kind: 'notNow', again: 'inAMonth' }, null, { outcome: 'declined', nextStep: 'write', nextOn: '2026-12-21' }],
    [{ kind: 'notNow', again: 'nextTerm' }, null, { outcome: 'declined', nextStep: 'write', nextOn: '2027-01-11' }],
    [{ kind: 'notNow', again: 'never' }, null, { outcome: 'declined', optsOut: true }],
  ])('%j', (answered, what, expected) => {
    const accepting = { answeredOn: '2026-11-20' as PlainDate, today, what, termStarts }
    expect(acceptedAs(answered, accepting)).toEqual({ ...base, ...expected })
  })
})
