/** What is written is read back by ical.js, which has nothing of ours in it. */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarText, type CalendarEvent } from './ical.ts'

const now = new Date('2026-11-20T12:00:00.123Z')
const meeting: CalendarEvent = {
  uid: '7d0c4c8e@lots.example.se',
  sequence: 2,
  status: 'confirmed',
  startsAt: new Date('2026-11-23T09:00:00Z'),
  endsAt: new Date('2026-11-23T09:45:00Z'),
  summary: 'Möte; i rum 1, plan 2',
  description: 'Rad ett\nRad två \\ slut',
  location: 'Storgatan 1, Lövsta',
  changedAt: new Date('2026-11-19T08:00:00Z'),
}
const written = (given: Partial<CalendarEvent> = {}) => calendarText({ name: 'Möten, Vera', events: [{ ...meeting, ...given }], now })
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[])
const eventIn = (text: string) => new ICAL.Event(read(text).getFirstSubcomponent('vevent') ?? undefined)
const valueIn = (text: string, name: string) => read(text).getFirstSubcomponent('vevent')?.getFirstPropertyValue(name)

describe('a calendar', () => {
  it('is these lines', () => {
    expect(written({ description: '', location: undefined as never }).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Ungdomslots//Ungdomslots//SV',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Möten\\, Vera',
      'X-WR-CALNAME:Möten\\, Vera',
      'REFRESH-INTERVAL;VALUE=DURATION:PT60M',
      'X-PUBLISHED-TTL:PT60M',
      'BEGIN:VEVENT',
      'UID:7d0c4c8e@lots.example.se',
      'DTSTAMP:20261120T120000Z',
      'LAST-MODIFIED:20261119T080000Z',
      'SEQUENCE:2',
      'STATUS:CONFIRMED',
      'DTSTART:20261123T090000Z',
      'DTEND:20261123T094500Z',
      'SUMMARY:Möte\\; i rum 1\\, plan 2',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('says to another reader what it was told', () => {
    const event = eventIn(written())
    expect([event.uid, event.sequence, event.summary, event.description, event.location]).toEqual([
      meeting.uid,
      meeting.sequence,
      meeting.summary,
      meeting.description,
      meeting.location,
    ])
    expect([event.startDate.toJSDate(), event.endDate.toJSDate()]).toEqual([meeting.startsAt, meeting.endsAt])
    expect(read(calendarText({ name: 'Möten Vera', events: [], now })).getFirstPropertyValue('x-wr-calname')).toBe('Möten Vera')
  })

  it('keeps what is cancelled, and may be empty', () => {
    expect(valueIn(written({ status: 'cancelled' }), 'status')).toBe('CANCELLED')
    expect(read(calendarText({ name: 'Tom', events: [], now })).getAllSubcomponents()).toEqual([])
  })

  it('asks readers to come again', () => {
    expect(calendarText({ name: 'x', events: [], now, refreshMinutes: 15 })).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n')
  })

  it('cannot hold an event that ends before it starts, or when it starts', () => {
    expect(() => written({ endsAt: meeting.startsAt })).toThrow('ends after it starts')
  })

  it('keeps its events apart whatever they are called', () => {
    const summary = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:annan'
    const text = calendarText({ name: 'x\r\nX-EVIL:1', events: [{ ...meeting, summary }, meeting], now })
    expect(read(text).getAllSubcomponents('vevent')).toHaveLength(2)
    expect(read(text).getFirstProperty('x-evil')).toBeNull()
  })
})

describe('lines', () => {
  const anyText = fc.string({
    unit: fc.oneof(fc.string({ unit: 'binary', maxLength: 1 }), fc.constantFrom(...'\\;,:"\n åع漢😀x')),
    maxLength: 300,
  })
  const readable = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?![\n\t])\p{Cc}/gu, '')

  it('are at most 75 octets, whole signs only, and end in CRLF', () => {
    fc.assert(
      fc.property(anyText, (summary) => {
        const lines = written({ summary }).split('\r\n')
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
          expect(line).not.toMatch(/[\r\n]/)
        }
        expect(lines.at(-1)).toBe('')
      }),
    )
  })

  it('are put together again by another reader to the text that they were', () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, location) => {
        const text = written({ summary, location })
        expect(valueIn(text, 'summary') ?? '').toBe(readable(summary))
        expect(valueIn(text, 'location') ?? '').toBe(readable(location))
      }),
      { numRuns: 500 },
    )
  })
})
