/** A calendar to subscribe to (RFC 5545): published, in UTC, with lines that no reader has to guess at. */

export type CalendarEvent = {
  /** The same as long as it is the same event, and nobody else's: `<uuid>@host`. */
  readonly uid: string
  /** One more for each change; a reader keeps the highest. */
  readonly sequence: number
  /** A cancelled event stays in the calendar: one that only vanishes is kept by readers that have seen it. */
  readonly status: 'confirmed' | 'cancelled'
  readonly startsAt: Date
  readonly endsAt: Date
  readonly summary: string
  readonly description?: string
  readonly location?: string
  readonly changedAt: Date
}

export type Calendar = {
  /** What readers call it. */
  readonly name: string
  readonly events: readonly CalendarEvent[]
  /** When it is made. */
  readonly now: Date
  /** How often readers are asked to come again, in minutes; an hour when not said. */
  readonly refreshMinutes?: number
}

/** Line ends become `\n`; other control characters may not be in a text (3.3.11), save the tab. */
const textValue = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|[\n\r]/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '')

/** `20261120T090000Z`: seconds are as fine as it gets. */
const utc = (at: Date): string =>
  at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '')

const octetsPerLine = 75

/** Long lines go on after CRLF and a blank, at most 75 octets each, and no sign is cut in two (3.1). */
function folded(line: string): string {
  let result = ''
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > octetsPerLine) {
      result += '\r\n '
      octets = 1
    }
    result += sign
    octets += size
  }
  return result
}

function linesOf(event: CalendarEvent, now: Date): string[] {
  if (event.endsAt.getTime() <= event.startsAt.getTime()) throw new Error('an event ends after it starts')
  const texts = { SUMMARY: event.summary, DESCRIPTION: event.description, LOCATION: event.location }
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(event.uid)}`,
    `DTSTAMP:${utc(now)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.status.toUpperCase()}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    ...Object.entries(texts).flatMap(([name, text]) => (text === undefined || text === '' ? [] : [`${name}:${textValue(text)}`])),
    'END:VEVENT',
  ]
}

/** The calendar as `text/calendar; charset=utf-8`. @throws when an event does not end after it starts, which is a defect */
export function calendarText({ name, events, now, refreshMinutes = 60 }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ungdomslots//Ungdomslots//SV',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${textValue(name)}`,
    `X-WR-CALNAME:${textValue(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M`,
    `X-PUBLISHED-TTL:PT${refreshMinutes}M`,
    ...events.flatMap((event) => linesOf(event, now)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
