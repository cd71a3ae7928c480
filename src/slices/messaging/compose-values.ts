/** The value of each field in a message: whom it is to, who it is from, where to answer, and days and times in the message's own language. */
import { directionOf, type ContactLang } from '../../kernel/contact-lang.ts'
import { phoneText, type E164Phone } from '../../platform/phone.ts'
import { parseDate, type PlainDate } from '../../platform/plain-date.ts'
import { replyPath, writtenCode } from '../replies/index.ts'
import type { ComposeAround, Receiver } from './compose.types.ts'
import type { MessagingSettings } from './messaging-settings.rules.ts'
import { channelOf, dayLocales, type FieldName } from './shipped/fields.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'
import { isSeenByOthers, matterWordsIn } from './template-words.ts'

/** A code for examples, as long as a real one, that can never be one: it has signs that codes have not (replies/code.rules.ts). */
export const exampleCode = 'EXEMPELKOD'

/** By field; '' when there is no value. */
export type Values = Readonly<Record<FieldName, string>>

/** What the values are worked out from. `receiver` null: a colleague. `replyCode` as it was issued; null when there is none. */
export type ValuesOf = {
  readonly key: TemplateKey
  readonly lang: ContactLang
  readonly receiver: Receiver | null
  readonly fields: Readonly<Record<string, string>>
  readonly replyCode: string | null
  readonly settings: MessagingSettings
  readonly around: ComposeAround
}

/** One line without marks of direction: those are set here and nowhere else. */
const clean = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const noon = (day: PlainDate): Date => new Date(`${day}T12:00:00Z`)
const weekdays = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
const letterDays = new Intl.DateTimeFormat(dayLocales.sv, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A day as people say it: `onsdag 14 oktober`. What is no date stands as it is. */
export function dayText(text: string, lang: ContactLang): string {
  const day = parseDate(text)
  return day === null ? text : new Intl.DateTimeFormat(dayLocales[lang], weekdays).format(noon(day))
}

/** The date of a letter, which stands in Swedish beside the sender: `14 oktober 2026`. */
export const letterDay = (day: PlainDate): string => letterDays.format(noon(day))

/** A time of day: `15.00` in Swedish, `15:00` elsewhere. */
const timeText = (text: string, lang: ContactLang): string => text.replace(/^(\d\d?)[.:](\d\d)$/, lang === 'sv' ? '$1.$2' : '$1:$2')

const isPaper = (key: TemplateKey): boolean => channelOf[key] === 'letter' || channelOf[key] === 'card'

/** The address that a QR code or a text leads to: the code is in it, and the language where it is not Swedish. */
export const replyHref = (code: string, lang: ContactLang, { publicUrl, place }: ComposeAround): string =>
  `${publicUrl}${replyPath(place.code, code)}${lang === 'sv' ? '' : `?sprak=${lang}`}`

/** On paper an address is typed by hand, and the code with it: as short as it can be. */
const typedAddress = ({ publicUrl, place }: ComposeAround): string =>
  `${publicUrl}${replyPath(place.code, '')}`.replace(/^https:\/\/|\/$/g, '').replace(/\/$/, '')

/** A code that is not broken between two lines. */
const unbroken = (code: string): string => writtenCode(code).replace('-', '\u2011')

function replyValues({ key, lang, replyCode, around }: ValuesOf): Pick<Values, 'replyLink' | 'replyCode'> {
  if (replyCode === null) return { replyLink: '', replyCode: '' }
  return isPaper(key)
    ? { replyLink: typedAddress(around), replyCode: unbroken(replyCode) }
    : { replyLink: replyHref(replyCode, lang, around), replyCode: writtenCode(replyCode) }
}

/** The unit's own name, unless others may see the text and the name says what it is about. */
function unitOf({ key, lang, receiver, settings }: ValuesOf): string {
  const unit = receiver?.unit ?? settings.unitName
  return isSeenByOthers(key) && matterWordsIn(lang, unit).length > 0 ? settings.unitName : unit
}

/** The colleague who has the youth; otherwise whom the municipality has named. What the message itself says comes first. */
function contactOf({ receiver, fields, settings }: ValuesOf): Pick<Values, 'contactName' | 'contactPhone'> {
  const phone = fields['contactPhone'] ?? receiver?.staffPhone ?? settings.contactPhone
  return {
    contactName: fields['contactName'] ?? receiver?.staffName ?? settings.contactName ?? '',
    // An alarm says in words that there is no number, and goes all the same.
    contactPhone: phone === null ? '' : phone.startsWith('+') ? phoneText(phone as E164Phone) : phone,
  }
}

/** A value in a text from right to left keeps its own order. A link runs its own way, and a telephone may take a mark at its end for a part of it. */
function setApart(values: Values, { key, lang }: ValuesOf): Values {
  if (directionOf(lang) === 'ltr') return values
  const bare: readonly string[] = isPaper(key) ? [] : ['replyLink', 'planLink', 'referralLink']
  const apart = ([name, value]: [string, string]): [string, string] =>
    value === '' || bare.includes(name) || /\p{Script=Arabic}/u.test(value) ? [name, value] : [name, `\u2066${value}\u2069`]
  return Object.fromEntries(Object.entries(values).map(apart)) as Values
}

/** Every field's value, to be put in a text of the language. */
export function valuesOf(given: ValuesOf): Values {
  const { lang, receiver, fields, around } = given
  const said = (name: FieldName): string => fields[name] ?? ''
  const values: Values = {
    firstName: receiver?.givenName ?? '',
    municipality: around.place.name,
    unit: unitOf(given),
    ...contactOf(given),
    ...replyValues(given),
    visitDay: dayText(said('visitDay'), lang),
    visitTime: timeText(said('visitTime'), lang),
    meetingDay: dayText(said('meetingDay'), lang),
    meetingTime: timeText(said('meetingTime'), lang),
    meetingPlace: said('meetingPlace'),
    planLink: said('planLink'),
    planCode: said('planCode'),
    referralLink: said('referralLink'),
  }
  return setApart(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(value)])) as Values, given)
}
