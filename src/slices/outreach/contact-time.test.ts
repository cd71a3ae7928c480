/** When a contact happened: now, or an earlier time; never later. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { channels } from '../ladder/index.ts'
import { clockText, instantOf, momentOf, momentText, parseClock } from './contact-time.rules.ts'

const date = (text: string) => text as PlainDate
const now = { on: date('2026-11-20'), minute: 600 }

describe('the moment', () => {
  it.each([
    ['nothing written', 'phone', null, null, null],
    ['today, no time', 'phone', '2026-11-20', null, null],
    ['this very minute', 'phone', null, 600, { on: '2026-11-20', minute: 600 }],
    ['the next minute', 'phone', null, 601, 'in-the-future'],
    ['tomorrow', 'letter', '2026-11-21', null, 'in-the-future'],
    ['yesterday at ten', 'phone', '2026-11-19', 600, { on: '2026-11-19', minute: 600 }],
    ['yesterday later than now', 'phone', '2026-11-19', 1400, { on: '2026-11-19', minute: 1400 }],
    ['a call yesterday, some time', 'phone', '2026-11-19', null, 'time-missing'],
    ['a visit yesterday, some time', 'homeVisit', '2026-11-19', null, 'time-missing'],
    ['a letter yesterday', 'letter', '2026-11-19', null, { on: '2026-11-19', minute: 720 }],
    ['a school told yesterday', 'school', '2026-11-19', null, { on: '2026-11-19', minute: 720 }],
  ] as const)('%s', (_, channel, on, minute, expected) => {
    const decision = momentOf({ on: on === null ? null : date(on), minute }, channel, now)
    expect(decision.granted ? decision.value : decision.reason).toEqual(expected)
  })

  it('is never ahead', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 5 }),
        fc.option(fc.integer({ min: 0, max: 1439 })),
        fc.constantFrom(...channels),
        (days, minute, channel) => {
          const decision = momentOf({ on: dateOf(plusDays(dayOf(now.on), days)), minute }, channel, now)
          if (!decision.granted || decision.value === null) return
          expect(momentText(decision.value) <= momentText(now)).toBe(true)
        },
      ),
    )
  })

  it('is written for the database with its zone', () => {
    expect(instantOf({ on: date('2026-07-01'), minute: 5 })).toBe('2026-07-01 00:05 Europe/Stockholm')
    expect(instantOf(null)).toBeNull()
  })
})

describe('a time of day', () => {
  it.each([
    ['08:15', 495],
    ['8.15', 495],
    ['0815', 495],
    [' 23:59 ', 1439],
    ['10:15:30', 615],
    ['24:00', null],
    ['12:60', null],
    ['tio', null],
    ['', null],
    ['1', null],
  ])('%s', (text, minute) => expect(parseClock(text)).toBe(minute))

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        expect(parseClock(clockText(minute))).toBe(minute)
      }),
    )
  })
})
