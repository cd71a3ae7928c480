/** Small parts that the desk, the notice's page and the card on the person page share. */
import type { Lang } from '../../kernel/lang.ts'
import { Tag, type Tone } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { DeskNotice } from './desk.types.ts'
import { noticeTexts } from './notices.texts.ts'
import type { NoticeState } from './notices.types.ts'

/** A number of hours as it is written. */
export const hoursText = (hours: number, lang: Lang): string => (lang === 'sv' ? String(hours).replace('.', ',') : String(hours))

/** What happened, in a line. */
export function eventText({ kind, eventOn, fromOn, hours }: Pick<DeskNotice, 'kind' | 'eventOn' | 'fromOn' | 'hours'>, lang: Lang): string {
  const texts = noticeTexts[lang]
  if (kind === 'absence') return texts.absence(shortDay(fromOn ?? eventOn, lang), shortDay(eventOn, lang), hoursText(hours ?? 0, lang))
  return texts.on[kind](shortDay(eventOn, lang))
}

const tones: Readonly<Record<NoticeState, Tone>> = {
  waiting: 'warning',
  handOver: 'warning',
  accepted: 'success',
  agreed: 'success',
  refused: 'neutral',
  forwarded: 'info',
  answered: 'info',
  annulled: 'neutral',
}

export const StateTag = ({ state, lang }: { readonly state: NoticeState; readonly lang: Lang }) => (
  <Tag tone={tones[state]}>{noticeTexts[lang].states[state]}</Tag>
)

/** The pupil's name: the register's, else the school's; that it is gone when it has been wiped. */
export function pupilText({ person, givenName, familyName, isWiped }: DeskNotice, lang: Lang): string {
  const named = person ?? { givenName, familyName }
  return isWiped && person === null ? noticeTexts[lang].wiped : `${named.givenName} ${named.familyName}`.trim()
}

/** A time of ours without its T. */
export const timeText = (instant: string): string => instant.replace('T', ' ')
export const noticePath = (noticeId: string): string => `/anmalningar/${noticeId}`
