/** A statement of what a youth does in words: what stands, and how long it is known. */
import type { Lang } from '../../kernel/lang.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { ladderTexts, occupationStateOn } from '../ladder/index.ts'
import { dayText, upper } from './contact-words.texts.ts'
import { occupationTexts } from './occupation.texts.ts'
import type { SaidOccupation } from './occupation.types.ts'

/** `arbetar sedan 1 sep, enligt ungdomen 9 sep` */
export function saidText({ kind, source, sinceOn, statedOn }: SaidOccupation, lang: Lang, today: PlainDate): string {
  const t = occupationTexts[lang]
  const on = dayText(statedOn, today, lang)
  if (kind === 'unknown') return t.asked(t.sources[source], on)
  const since = sinceOn === null ? '' : ` ${t.since(dayText(sinceOn, today, lang))}`
  return `${ladderTexts[lang].occupations[kind]}${since}, ${t.said(t.sources[source], on)}`
}

/** What is known on a day, in two lines; `unknown` is the word for not knowing, empty when it is known. */
export type StateWords = { readonly unknown: string; readonly main: string; readonly below: string }

/** The state on the day: what is known and until when, or why it is not known. */
export function stateWords(said: SaidOccupation | null, on: PlainDate, { lang, today }: { lang: Lang; today: PlainDate }): StateWords {
  const t = occupationTexts[lang]
  if (said === null) return { unknown: t.notAsked, main: '', below: t.notAskedHint }
  const text = saidText(said, lang, today)
  const until = dayText(said.reviewOn, today, lang)
  const left = dayOf(said.reviewOn) - dayOf(on)
  const isLapsed = occupationStateOn(said, on) === 'lapsed'
  if (said.kind === 'unknown') {
    return { unknown: t.askedInVain, main: '', below: `${upper(text)}. ${isLapsed ? t.askAgainNow(until) : t.askAgainOn(until, left)}` }
  }
  return isLapsed
    ? { unknown: '', main: '', below: t.lapsed(text, until) }
    : { unknown: '', main: upper(text), below: t.knownUntil(until, left) }
}
