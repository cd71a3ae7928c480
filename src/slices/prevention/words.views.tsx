/** Small parts that the desk, the page of one youth and the card share. */
import type { Lang } from '../../kernel/lang.ts'
import { Tag } from '../../ui/card.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { matterTexts } from './matter.texts.ts'
import type { Matter } from './prevention.types.ts'

export const preventionPath = '/forebyggande'
export const pupilPath = (subjectId: string): string => `/ungdomar/${subjectId}/forebyggande`

/** Minutes as hours with at most one decimal: `22,5`. Rounded down, so that nobody looks to have reached a limit that she has not. */
export function hoursOf(minutes: number, lang: Lang): string {
  const text = String(Math.floor(minutes / 6) / 10)
  return lang === 'sv' ? text.replace('.', ',') : text
}

/** A month in words: `november 2026`. */
export const monthText = (month: PlainDate, lang: Lang): string => longDay(month, lang).replace(/^\d+ /, '')

/** Where a matter stands. */
export const MatterTag = ({ matter, lang }: { readonly matter: Matter; readonly lang: Lang }) => {
  const texts = matterTexts[lang]
  if (matter.closedOn !== null) return <Tag>{texts.stateClosed}</Tag>
  return matter.referredOn === null ? <Tag tone="warning">{texts.stateOpen}</Tag> : <Tag tone="info">{texts.stateReferred}</Tag>
}

/** What has come of a matter, in a line; empty when nothing has yet. */
export function matterText({ referredOn, referredHow, asked, closedOn, closing }: Matter, lang: Lang): string {
  const texts = matterTexts[lang]
  if (closedOn !== null && closing !== null) return texts.closedAs(texts.closings[closing], shortDay(closedOn, lang))
  if (referredOn !== null && referredHow !== null) return texts.referred(shortDay(referredOn, lang), texts.ways[referredHow])
  if (asked === null) return ''
  if (asked.answer === null) return texts.askedStates[asked.state]
  const last = asked.sinceOn === null ? '' : `, ${texts.lastDay(shortDay(asked.sinceOn, lang))}`
  return `${texts.askedStates.answered}: ${texts.answers[asked.answer]}${last}`
}
