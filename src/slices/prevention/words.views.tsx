/** Small parts that the desk, the page of one youth and the card share. */
import type { Lang } from '../../kernel/lang.ts'
import { Tag } from '../../ui/card.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { answerDays, waitedDays } from './matter.rules.ts'
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

type Told = { readonly matter: Matter; readonly lang: Lang; readonly today: PlainDate }

/** Where a matter stands. */
export const MatterTag = ({ matter, lang, today }: Told) => {
  const texts = matterTexts[lang]
  if (matter.closedOn !== null) return <Tag>{texts.stateClosed}</Tag>
  if (matter.asked?.state === 'answered') return <Tag tone="info">{texts.stateAnswered}</Tag>
  const waited = waitedDays(matter, today)
  if (waited === null) return <Tag tone="warning">{texts.stateOpen}</Tag>
  return waited > answerDays ? <Tag tone="warning">{texts.stateLate}</Tag> : <Tag tone="info">{texts.stateWaiting}</Tag>
}

/** What the school was asked and what came of it; empty when it has not been asked. */
function askedText({ kind, asked }: Matter, lang: Lang): string {
  if (asked === null) return ''
  const texts = matterTexts[lang]
  if (asked.answer === null) return texts.askedStates[asked.state]
  const last = asked.sinceOn === null ? '' : `, ${texts.lastDay(shortDay(asked.sinceOn, lang))}`
  return `${texts.askedStates.answered}: ${texts.answers[kind][asked.answer]}${last}`
}

/** What has come of a matter, in a line; empty when nothing has yet. */
export function matterText({ matter, lang, today }: Told): string {
  const texts = matterTexts[lang]
  const { referredOn, referredHow, closedOn, closing } = matter
  const waited = waitedDays(matter, today)
  return [
    closedOn === null || closing === null ? '' : texts.closedAs(texts.closings[closing], shortDay(closedOn, lang)),
    referredOn === null || referredHow === null
      ? ''
      : texts.referred(shortDay(referredOn, lang), referredHow === 'link' ? texts.byLink : texts.ways[referredHow]),
    askedText(matter, lang),
    waited === null || waited === 0 ? '' : texts.waited(waited),
  ]
    .filter((text) => text !== '')
    .join(' · ')
}
