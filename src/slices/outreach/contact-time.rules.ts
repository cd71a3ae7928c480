/** When a contact happened: now unless an earlier time is given, and never later. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Channel } from '../ladder/index.ts'

/** A time on the Swedish clock. `minute`: since midnight. */
export type Moment = { readonly on: PlainDate; readonly minute: number }
/** What was written: a day, a time of day, both or neither. */
export type WrittenTime = { readonly on: PlainDate | null; readonly minute: number | null }
export type TimeProblem = 'in-the-future' | 'time-missing'

/** Where the part of the day matters: the ladder chooses another part for the next attempt. A letter has none. */
const atATime: ReadonlySet<Channel> = new Set(['phone', 'homeVisit', 'inPerson', 'sms', 'socialMedia'])
const noon = 720

/** The moment; null is now. An earlier day needs its time of day when the channel has one. */
export function momentOf({ on, minute }: WrittenTime, channel: Channel, now: Moment): Decision<Moment | null, TimeProblem> {
  const day = on ?? now.on
  if (day > now.on || (day === now.on && minute !== null && minute > now.minute)) return refuse('in-the-future')
  if (minute !== null) return grant({ on: day, minute })
  if (day === now.on) return grant(null)
  return atATime.has(channel) ? refuse('time-missing') : grant({ on: day, minute: noon })
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** `HH:MM`. */
export const clockText = (minute: number): string => `${twoDigits(Math.trunc(minute / 60))}:${twoDigits(minute % 60)}`

/** `YYYY-MM-DD HH:MM`, as the ledger writes its times: texts that compare as the times do. */
export const momentText = ({ on, minute }: Moment): string => `${on} ${clockText(minute)}`

/** The instant as PostgreSQL reads it; null is now. */
export const instantOf = (moment: Moment | null): string | null => (moment === null ? null : `${momentText(moment)} Europe/Stockholm`)

/** Minutes since midnight of `8.15`, `08:15` or `815`; null when it is no time of day. */
export function parseClock(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:.]?(\d{2})(?::\d{2})?$/.exec(text.trim()) ?? []
  if (hours === undefined || minutes === undefined) return null
  const [hour, minute] = [Number(hours), Number(minutes)]
  return hour < 24 && minute < 60 ? hour * 60 + minute : null
}
