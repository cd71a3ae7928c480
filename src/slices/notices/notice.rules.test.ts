/** Notices judged by themselves, told apart, and timed: tables with their edge days, and properties. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { date } from '../../../test/support/places.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { mayDecide, mayHandOver, mayUndo } from './decide.rules.ts'
import { fromFlat } from './flat.rules.ts'
import { NoticeShape } from './notice.forms.ts'
import { daysToNotice, eventDay, hoursInMonth, isLate, judge, reachesCsn, repeated, timesBefore } from './notice.rules.ts'
import { noticeSettings } from './notice-settings.rules.ts'
import { anAbsence, anEnd, aStart, otherUnit, unitCode } from './notices.testbed.ts'
import type { Earlier, Notice } from './notices.types.ts'
import { readReceipt, receiptOf } from './receipt.rules.ts'

const today = date('2026-11-26')
const number = aNumber('20080314')
const units = [unitCode]
const problemsOf = (sent: unknown): string[] => {
  const judged = judge(NoticeShape.parse(sent), { today, units })
  return judged.granted ? [] : judged.problems.map(({ field, problem }) => `${field}: ${problem}`)
}
const noticeOf = (sent: unknown): Notice => {
  const judged = judge(NoticeShape.parse(sent), { today, units })
  if (!judged.granted) throw new Error(JSON.stringify(judged.problems))
  return judged.value
}

describe('a notice by itself', () => {
  it.each<[string, unknown, string[]]>([
    ['an end', anEnd(number), []],
    ['an end told ahead', anEnd(number, { lastDayOn: '2027-03-26' }), []],
    ['an end too far ahead', anEnd(number, { lastDayOn: '2027-03-27' }), ['lastDayOn: day-ahead']],
    ['a start ahead', aStart(number, { startOn: '2027-06-14' }), []],
    ['a start too far ahead', aStart(number, { startOn: '2027-06-15' }), ['startOn: day-ahead']],
    ['an absence until today', anAbsence(number, { fromOn: '2026-11-01', untilOn: '2026-11-26' }), []],
    ['an absence that has not been', anAbsence(number, { fromOn: '2026-11-01', untilOn: '2026-11-27' }), ['untilOn: day-ahead']],
    ['backwards', anAbsence(number, { fromOn: '2026-11-02', untilOn: '2026-11-01' }), ['untilOn: end-before-start']],
    ['all hours of a day', anAbsence(number, { fromOn: '2026-11-02', untilOn: '2026-11-02', hours: 24 }), []],
    [
      'more hours than a day has',
      anAbsence(number, { fromOn: '2026-11-02', untilOn: '2026-11-02', hours: 24.5 }),
      ['hours: too-many-hours'],
    ],
    ['longer than a year', anAbsence(number, { fromOn: '2025-01-01', untilOn: '2026-11-02' }), ['fromOn: period-too-long']],
    ['the day before 20', anEnd(aNumber('20061103'), { lastDayOn: '2026-11-02' }), []],
    ['the day of 20', anEnd(aNumber('20061102'), { lastDayOn: '2026-11-02' }), ['number: over-20']],
    ['before twelve', anEnd(number, { lastDayOn: '2020-03-13' }), ['lastDayOn: day-too-early']],
    ['late is no fault', anEnd(number, { lastDayOn: '2025-01-07' }), []],
    ['no such day', anEnd(number, { lastDayOn: '2026-02-30' }), ['lastDayOn: not-a-date']],
    ['an interim number', anEnd('20080314TF01'), ['number: interim-number']],
    ['a wrong check digit', anEnd(`${number.slice(0, 11)}${(Number(number[11]) + 1) % 10}`), ['number: check-digit']],
    ['no number', anEnd('hej'), ['number: not-an-identity-number']],
    ['a school of somebody else’s', anEnd(number, { schoolUnit: otherUnit }), ['schoolUnit: unknown-school']],
    ['nobody to call', anEnd(number, { contactPhone: '' }), ['contactPhone: contact-needed']],
    [
      'several faults',
      anEnd('20080314TF01', { schoolUnit: otherUnit, contactPhone: '' }),
      ['schoolUnit: unknown-school', 'number: interim-number', 'contactPhone: contact-needed'],
    ],
  ])('%s', (_, sent, expected) => {
    expect(problemsOf(sent)).toEqual(expected)
  })

  it('reads a number as it is written, with ten digits, twelve, and a dash', () => {
    for (const written of [number, number.slice(2), `${number.slice(2, 8)}-${number.slice(8)}`, ` ${number} `]) {
      expect(noticeOf(anEnd(written)).number).toBe(number)
    }
  })

  it('holds no field that it does not have, and no text where only letters belong', () => {
    expect(NoticeShape.safeParse(anEnd(number, { note: 'mår dåligt' })).success).toBe(false)
    expect(NoticeShape.safeParse(anEnd(number, { hours: 3 })).success).toBe(false)
    expect(NoticeShape.safeParse(anEnd(number, { givenName: 'Anna (diagnos: 1)' })).success).toBe(false)
    expect(NoticeShape.safeParse(anEnd(number, { givenName: 'Anna-Märta D’Ákos' })).success).toBe(true)
  })

  it.each([
    ['hours that round to none', anAbsence(number, { hours: 0.04 })],
    ['no hours', anAbsence(number, { hours: 0 })],
    ['a name of blanks', anEnd(number, { givenName: '  ' })],
    ['a name of hyphens', anEnd(number, { familyName: '--' })],
    ['a phone without digits', anEnd(number, { contactPhone: '+    ' })],
    ['an address with what is no text', anEnd(number, { contactEmail: 'a\u0000@example.se' })],
    ['an address of several', anEnd(number, { contactEmail: 'a@example.se,b@example.se' })],
    ['a formula for a name', anEnd(number, { givenName: '=1+1' })],
  ])('with %s has no shape', (_, sent) => {
    expect(NoticeShape.safeParse(sent).success).toBe(false)
  })

  it('is the same from a file or a form as from JSON', () => {
    fc.assert(
      fc.property(fc.constantFrom(anEnd(number), aStart(number), anAbsence(number)), (sent) => {
        const flat = Object.fromEntries(
          Object.entries(sent).map(([name, value]) => [name, Array.isArray(value) ? value.join('|') : String(value)]),
        )
        expect(fromFlat({ ...flat, lastDayOn: flat['lastDayOn'] ?? 'x', hours: (flat['hours'] ?? '').replace('.', ',') })).toEqual(sent)
      }),
    )
  })
})

describe('a notice that was sent twice', () => {
  const before = (eventOn: string, how: string | null = 'interrupted', receivedOn = '2026-11-20'): Earlier => ({
    receipt: 'AN-1',
    receivedAt: '',
    receivedOn: date(receivedOn),
    eventOn: date(eventOn),
    how,
    again: 0,
  })
  it.each<[string, unknown, Earlier, boolean]>([
    ['the same day', anEnd(number), before('2026-11-02'), true],
    ['the same day, ended otherwise', anEnd(number, { how: 'completed' }), before('2026-11-02'), true],
    ['14 days apart', anEnd(number), before('2026-10-19'), true],
    ['15 days apart', anEnd(number), before('2026-10-18'), false],
    ['near, ended otherwise', anEnd(number, { how: 'completed' }), before('2026-10-30'), false],
    ['a start near another', aStart(number, { startOn: '2026-08-17' }), before('2026-08-20', null), true],
    ['the same absence', anAbsence(number), before('2026-10-31', null), true],
    ['the next absence', anAbsence(number), before('2026-10-30', null), false],
    ['the same day, told 89 days ago', anEnd(number), before('2026-11-02', 'interrupted', '2026-08-29'), true],
    ['the same day, told 90 days ago', anEnd(number), before('2026-11-02', 'interrupted', '2026-08-28'), false],
  ])('%s', (_, sent, earlier, expected) => {
    expect(repeated(noticeOf(sent), [earlier], noticeSettings.shipped, today) !== null).toBe(expected)
  })

  it('always repeats itself, and never one whose day is outside the tolerance', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), fc.nat(30), (apart, duplicateDays) => {
        const notice = noticeOf(anEnd(number))
        const { on } = eventDay(notice.event)
        const other = { ...before('2026-11-02'), eventOn: dateOf(plusDays(dayOf(on), apart)) }
        expect(repeated(notice, [other], { duplicateDays, keepDays: 90 }, today) !== null).toBe(Math.abs(apart) <= duplicateDays)
      }),
    )
  })
})

describe('the same event told when the memory of it is out', () => {
  it('is counted by how many there have been of that day', () => {
    const earlier = (eventOn: string, again: number): Earlier => ({
      receipt: 'AN-1',
      receivedAt: '',
      receivedOn: date('2026-01-01'),
      eventOn: date(eventOn),
      how: null,
      again,
    })
    expect(timesBefore(date('2026-11-02'), [])).toBe(0)
    expect(timesBefore(date('2026-11-02'), [earlier('2026-11-01', 4)])).toBe(0)
    expect(timesBefore(date('2026-11-02'), [earlier('2026-11-02', 0), earlier('2026-11-02', 1)])).toBe(2)
  })
})

describe('late', () => {
  it.each([
    ['2026-11-12', 14, false],
    ['2026-11-11', 15, true],
    ['2026-12-24', 0, false],
  ])('an event on %s told on 26 November is %i days', (eventOn, days, late) => {
    expect([daysToNotice(date(eventOn), today), isLate(date(eventOn), today, noticeSettings.shipped)]).toEqual([days, late])
  })
})

describe('CSN’s own test', () => {
  const absence = (fromOn: string, untilOn: string, hours: number) =>
    ({ kind: 'absence', fromOn: date(fromOn), untilOn: date(untilOn), hours, schoolDid: [], reportedToCsn: false }) as const
  it.each([
    [absence('2026-10-01', '2026-10-31', 3.9), 3.9, false],
    [absence('2026-10-01', '2026-10-31', 4), 4, true],
    [absence('2026-09-01', '2026-10-30', 7.9), 4, true],
    [absence('2026-09-01', '2026-10-30', 7.8), 3.9, false],
  ])('of %j', (one, hours, reaches) => {
    expect([hoursInMonth(one), reachesCsn(one)]).toEqual([hours, reaches])
  })
})

describe('a receipt', () => {
  it('has its shape, whatever the bytes, and is read as somebody writes it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
        const receipt = receiptOf(bytes)
        expect(receipt).toMatch(/^AN(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
        expect(readReceipt(` ${receipt.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(receipt)
      }),
    )
  })
  it.each(['', 'AN-', 'AN-1234-1234', 'XX-1234-1234-1234', 'AN-1234-1234-123U'])('%j is none', (text) =>
    expect(readReceipt(text)).toBeNull(),
  )
})

describe('what can be decided', () => {
  const waiting = { state: 'waiting', origin: 'api', residence: 'here', isWiped: false, isProtected: false } as const
  it.each([
    [waiting, { outcome: 'accepted' }, null],
    [{ ...waiting, residence: 'unconfirmed' }, { outcome: 'accepted' }, null],
    [{ ...waiting, residence: 'elsewhere' }, { outcome: 'accepted' }, 'not-here'],
    [{ ...waiting, residence: 'gone' }, { outcome: 'accepted' }, 'not-here'],
    [{ ...waiting, residence: 'unknown' }, { outcome: 'accepted' }, 'unknown-person'],
    [{ ...waiting, state: 'annulled' }, { outcome: 'refused', reason: 'notForUs' }, 'annulled'],
    [{ ...waiting, state: 'agreed' }, { outcome: 'refused', reason: 'notForUs' }, 'decided'],
    [{ ...waiting, isWiped: true }, { outcome: 'refused', reason: 'notForUs' }, 'wiped'],
    [waiting, { outcome: 'forwarded', to: '0180' }, 'own-municipality'],
    [waiting, { outcome: 'forwarded', to: '1480' }, null],
    [{ ...waiting, isProtected: true }, { outcome: 'forwarded', to: '1480' }, 'protected'],
    [{ ...waiting, isProtected: true }, { outcome: 'answered', answer: 'checkNumber' }, 'protected'],
    [{ ...waiting, isProtected: true }, { outcome: 'answered', answer: 'contactUs' }, null],
    [{ ...waiting, origin: 'forwarded' }, { outcome: 'answered', answer: 'contactUs' }, 'not-from-school'],
  ] as const)('%j: %j', (notice, wish, refusal) => {
    const decision = mayDecide(notice, wish, '0180')
    expect(decision.granted ? null : decision.reason).toBe(refusal)
  })

  it.each([
    ['accepted', null, null, null],
    ['agreed', null, null, 'nothing-to-undo'],
    ['forwarded', 'inside', '2026-11-26T12:00', 'delivered'],
    ['forwarded', 'byHand', null, null],
    ['forwarded', 'byHand', '2026-11-26T12:00', 'delivered'],
    ['forwarded', null, null, null],
  ] as const)('%s (%s, %s) can be undone: %s', (outcome, delivery, deliveredAt, refusal) => {
    const decision = {
      outcome,
      delivery,
      deliveredAt,
      byName: '',
      at: '',
      reason: null,
      answer: null,
      toMunicipality: null,
      effect: 'none',
    } as const
    const undone = mayUndo({ state: outcome, isWiped: false, decision })
    expect(undone.granted ? null : undone.reason).toBe(refusal)
  })
  it.each([
    [{ state: 'handOver', isProtected: false }, null],
    [{ state: 'handOver', isProtected: true }, 'protected'],
    [{ state: 'forwarded', isProtected: false }, 'nothing-to-hand-over'],
    [{ state: 'annulled', isProtected: false }, 'annulled'],
  ] as const)('%j can be handed over: %s', (notice, refusal) => {
    const decision = mayHandOver(notice)
    expect(decision.granted ? null : decision.reason).toBe(refusal)
  })
})
