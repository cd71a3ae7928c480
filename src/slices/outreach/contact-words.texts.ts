/** A contact and a number in words. */
import type { Lang } from '../../kernel/lang.ts'
import { phoneText, type E164Phone } from '../../platform/phone.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { shortDay } from '../../ui/day.texts.ts'
import { ladderTexts, type Channel, type Outcome } from '../ladder/index.ts'
import { contactTexts } from './contact.texts.ts'
import type { ShownContact } from './contact.types.ts'
import type { Way } from './outreach.types.ts'

/** The first letter made a capital. */
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A day without its year when that is this year: `18 nov`. */
export function dayText(on: string, today: PlainDate, lang: Lang): string {
  const text = shortDay(on.slice(0, 10) as PlainDate, lang)
  return on.slice(0, 4) === today.slice(0, 4) ? text.slice(0, -5) : text
}

/** A time (`2026-11-18 10:15`): `18 nov 10:15`. */
export const timeText = (at: string, today: PlainDate, lang: Lang): string => `${dayText(at, today, lang)} ${at.slice(11, 16)}`

/** `telefon, inget svar`. */
export const outcomeText = ({ channel, outcome }: { readonly channel: Channel; readonly outcome: Outcome }, lang: Lang): string =>
  `${ladderTexts[lang].channels[channel]}, ${ladderTexts[lang].outcomes[outcome]}`

/** The word for what a contact is: an attempt, a reach, or the youth who got in touch. */
export function kindText({ attempted, reached }: Pick<ShownContact, 'attempted' | 'reached'>, lang: Lang): string {
  const t = contactTexts[lang]
  if (!reached) return t.attempt
  return attempted ? t.reached : t.cameIn
}

/** How, after the word for what it is: that somebody who was reached was reached is not said twice. */
export const howText = (contact: ShownContact, lang: Lang): string =>
  contact.outcome === 'reached' ? ladderTexts[lang].channels[contact.channel] : outcomeText(contact, lang)

/** A contact in one line: `Försök: telefon, inget svar`, `Nådd: telefon`. */
export const contactText = (contact: ShownContact, lang: Lang): string => `${kindText(contact, lang)}: ${howText(contact, lang)}`

/** The sign before the word. */
export const kindSign = ({ reached }: Pick<ShownContact, 'reached'>): string => (reached ? '✓' : '→')

/** A number as it is read, an address as it stands. */
export const wayText = ({ kind, value }: Pick<Way, 'kind' | 'value'>): string => (kind === 'phone' ? phoneText(value as E164Phone) : value)

/** What must be known before a number is used: that it is dead, or rests; empty when it can be. */
export function wayNote({ deadOn, cooldownUntil }: Way, today: PlainDate, lang: Lang): string {
  const t = contactTexts[lang]
  if (deadOn !== null) return t.dead(dayText(deadOn, today, lang))
  return cooldownUntil !== null && cooldownUntil > today ? t.rests(dayText(cooldownUntil, today, lang)) : ''
}
