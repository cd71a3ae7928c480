/** The parts that several pages of visits share: who goes, a state, what a card still needs, and where a visit is made. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Tag, type Tone } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { mayVisit, saysAnotherTime } from './announce.rules.ts'
import { cardTexts } from './cards.texts.ts'
import type { Round, RoundState, Stop, VisitResult } from './visits.types.ts'
import { visitTexts } from './visits.texts.ts'

/** The page of a round. */
export const roundPath = ({ roundId }: Pick<Round, 'roundId'>): string => `/besok/${roundId}`

const stateTones: Readonly<Record<RoundState, Tone>> = { planned: 'info', underWay: 'warning', done: 'success', cancelled: 'neutral' }

/** A round's state. */
export const StateTag = ({ state, lang }: { readonly state: RoundState; readonly lang: Lang }) => (
  <Tag tone={stateTones[state]}>{visitTexts[lang].states[state]}</Tag>
)

const resultTones: Readonly<Record<VisitResult, Tone>> = {
  reached: 'success',
  declined: 'success',
  notHome: 'neutral',
  someoneElse: 'neutral',
  wrongAddress: 'warning',
  notMade: 'neutral',
}

/** How a visit went. */
export const ResultTag = ({ result, lang }: { readonly result: VisitResult; readonly lang: Lang }) => (
  <Tag tone={resultTones[result]}>{visitTexts[lang].results[result]}</Tag>
)

type AnnouncedProps = { readonly stop: Pick<Stop, 'card' | 'isAnnounced' | 'plannedAt'>; readonly on: PlainDate; readonly lang: Lang }

/** Whether the visit is announced, and if it is not, why. */
export const Announced = ({ stop, on, lang }: AnnouncedProps) => {
  const texts = cardTexts[lang]
  const decision = mayVisit(on, stop)
  if (!decision.granted) return <Tag tone="warning">{texts.refusals[decision.reason]}</Tag>
  const delivered = stop.card?.deliveredOn ?? null
  return (
    <>
      <Tag tone="success">{delivered === null ? texts.agreed : texts.delivered(shortDay(delivered, lang))}</Tag>
      {saysAnotherTime({ on }, stop) && <small class="below late">{texts.anotherTime(stop.card?.visitTime ?? '')}</small>}
    </>
  )
}

/** Two names in a sentence. */
export const pairText = ({ first, second }: Pick<Round, 'first' | 'second'>, lang: Lang): string =>
  `${first.name} ${lang === 'sv' ? 'och' : 'and'} ${second.name}`

const weekdays: Readonly<Record<Lang, readonly string[]>> = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** A day with its weekday: `torsdag 26 nov 2026`. `weekday`: 1 Monday to 7 Sunday. */
export const dayWithWeekday = (on: PlainDate, weekday: number, lang: Lang): string =>
  `${weekdays[lang][weekday - 1] ?? ''} ${shortDay(on, lang)}`
