/** Days and times as people say them. Tables and forms keep `2026-11-20`; sentences say `20 nov 2026`. */
import type { Lang } from '../kernel/lang.ts'
import { dayOf, type PlainDate } from '../platform/plain-date.ts'

const months: Readonly<Record<Lang, readonly string[]>> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const shortMonths: Readonly<Record<Lang, readonly string[]>> = {
  sv: 'jan feb mars apr maj juni juli aug sep okt nov dec'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
}

const said = (date: PlainDate, words: readonly string[]): string =>
  `${Number(date.slice(8, 10))} ${words[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`

/** A day in a sentence: `7 november 2026`. */
export const longDay = (date: PlainDate, lang: Lang): string => said(date, months[lang])

/** A day in passing: `20 nov 2026`. */
export const shortDay = (date: PlainDate, lang: Lang): string => said(date, shortMonths[lang])

const near = {
  sv: { night: 'i natt', today: 'i dag', yesterday: 'i går' },
  en: { night: 'last night', today: 'today', yesterday: 'yesterday' },
} as const

/**
 * An instant in Swedish time (`2026-11-20T04:02:11+01:00`) as it is told on a day: `i natt 04:02`, `i går 13:05`, `20 nov 2026`.
 * Midnight sharp is a day that was read without a time.
 */
export function instantText(instant: string, today: PlainDate, lang: Lang): string {
  const date = instant.slice(0, 10) as PlainDate
  const time = instant.slice(11, 16)
  const ago = dayOf(today) - dayOf(date)
  if (ago !== 0 && ago !== 1) return shortDay(date, lang)
  const day = ago === 1 ? near[lang].yesterday : time < '06:00' ? near[lang].night : near[lang].today
  return time === '00:00' ? day : `${day} ${time}`
}

/** A month by itself, short: `nov`. From 1. */
export const monthText = (month: number, lang: Lang): string => shortMonths[lang][month - 1] ?? ''
