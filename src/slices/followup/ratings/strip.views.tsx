/** The last days of a youth's ratings: a row of signs where there is little room, and a table of days to press. Missing is never hidden. */
import type { Lang } from '../../../kernel/lang.ts'
import { dayOf, partsOf, type PlainDate } from '../../../platform/plain-date.ts'
import { shortDay } from '../../../ui/day.texts.ts'
import { stripDays, type DayStanding, type StandingDay } from './day.rules.ts'
import { dayAddress } from './rating-address.ts'
import { ratingPageTexts } from './pages.texts.ts'

const signs: Readonly<Record<DayStanding, string>> = { rated: '✓', partly: '◐', waiting: '○', missing: '–', free: '·', none: ' ' }

const missingIn = (strip: readonly StandingDay[]): StandingDay[] =>
  strip.filter(({ standing }) => standing === 'missing' || standing === 'partly')

/** How many days lack a rating, in words. */
const missingText = (strip: readonly StandingDay[], lang: Lang): string =>
  ratingPageTexts[lang].missingOf(missingIn(strip).length, strip.filter(({ standing }) => standing !== 'none').length)

/** The days in a row of signs; read out as those that are missing. */
export const MiniStrip = ({ strip, lang }: { readonly strip: readonly StandingDay[]; readonly lang: Lang }) => (
  <span class="day-row">
    <span class="day-signs" aria-hidden="true">
      {strip.map(({ standing }) => (
        <span class={`day-sign ${standing}`}>{signs[standing]}</span>
      ))}
    </span>
    <span class="small">{missingText(strip, lang)}</span>
  </span>
)

type StripProps = {
  readonly strip: readonly StandingDay[]
  readonly lang: Lang
  readonly youthId: string
  readonly current: PlainDate | null
}

const Day = ({ day: { on, standing }, lang, youthId, current }: Omit<StripProps, 'strip'> & { readonly day: StandingDay }) => {
  const inside = (
    <>
      <span aria-hidden="true">{partsOf(dayOf(on)).dayOfMonth}</span>
      <span aria-hidden="true">{signs[standing]}</span>
      <span class="ds-sr-only">{`${shortDay(on, lang)}: ${ratingPageTexts[lang].standings[standing]}`}</span>
    </>
  )
  return (
    <li>
      {standing === 'none' ? (
        <span class={`day-cell ${standing}`}>{inside}</span>
      ) : (
        <a class={`day-cell ${standing}`} href={dayAddress(youthId, on)} {...(on === current ? { 'aria-current': 'date' } : {})}>
          {inside}
        </a>
      )}
    </li>
  )
}

/** The days to press, in two weeks one below the other. */
export const DayStrip = ({ strip, lang, youthId, current }: StripProps) => {
  const t = ratingPageTexts[lang]
  return (
    <div class="stack close">
      <ul class="day-strip" aria-label={t.strip} data-days={stripDays}>
        {strip.map((day) => (
          <Day day={day} lang={lang} youthId={youthId} current={current} />
        ))}
      </ul>
      <p class="small muted">{t.stripHint}</p>
      <p>{missingText(strip, lang)}</p>
    </div>
  )
}
