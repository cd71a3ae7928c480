/** The day's list of ratings, for a telephone: whom to rate, how far it has come, and what is missing. */
import { EmptyState, Tag, type Tone } from '../../../ui/card.tsx'
import { longDay } from '../../../ui/day.texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { daysLater } from '../calendar/month.rules.ts'
import { peopleTexts } from '../people/people.texts.ts'
import type { SectionFrame } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import type { DayList, DayRow } from './day.actions.ts'
import { isUnfinished, type DayStanding } from './day.rules.ts'
import { ratingPageTexts } from './pages.texts.ts'
import { dayAddress, listAddress } from './rating-address.ts'
import { mayRateDay } from './ratings.rules.ts'
import { MiniStrip } from './strip.views.tsx'

type Props = { readonly shown: SectionFrame; readonly list: DayList }

const tones: Readonly<Record<DayStanding, Tone>> = {
  rated: 'success',
  partly: 'warning',
  waiting: 'info',
  missing: 'danger',
  free: 'neutral',
  none: 'neutral',
}

const Row = ({ shown: { lang }, list: { on }, row }: Props & { readonly row: DayRow }) => {
  const t = ratingPageTexts[lang]
  const { youth, standing, strip } = row
  const what = standing === 'rated' ? t.see : standing === 'partly' ? t.goOn : t.rate
  return (
    <li class="rate-row">
      <a class="rate-who" href={dayAddress(youth.id, on)}>
        <strong>{`${youth.givenName} ${youth.familyName}`}</strong>
        <span class="small">{what}</span>
      </a>
      <span class="rate-told">
        <Tag tone={tones[standing]}>{t.standings[standing]}</Tag>
        {youth.protection !== 'none' && <Tag tone="warning">{peopleTexts[lang].protectedTag}</Tag>}
        <span class="small muted">{youth.unit ?? peopleTexts[lang].noUnit}</span>
      </span>
      <MiniStrip strip={strip} lang={lang} />
    </li>
  )
}

const Days = ({ shown: { lang, today }, list: { on, routine } }: Props) => {
  const t = ratingPageTexts[lang]
  const before = daysLater(on, -1)
  return (
    <p class="row">
      {mayRateDay(before, today, routine).granted && (
        <LinkButton href={listAddress(before)} variant="tertiary">
          {t.dayBefore}
        </LinkButton>
      )}
      {on < today && (
        <LinkButton href={listAddress(daysLater(on, 1))} variant="tertiary">
          {t.dayAfter}
        </LinkButton>
      )}
      {on < today && (
        <LinkButton href={listAddress(null)} variant="tertiary">
          {t.today}
        </LinkButton>
      )}
    </p>
  )
}

/** GET /uppfoljning/skattning. */
export const DayListPage = (props: Props) => {
  const { shown, list } = props
  const { frame, lang, may } = shown
  const t = ratingPageTexts[lang]
  const asked = list.rows.filter(({ standing }) => standing !== 'free')
  const left = asked.filter(({ standing }) => isUnfinished(standing)).length
  return (
    <Shell frame={frame} part="rating" may={may} heading={t.title} below={t.lead}>
      <h2>{longDay(list.on, lang)}</h2>
      <Days {...props} />
      {list.rows.length === 0 ? (
        <EmptyState title={t.nobody}>
          <p>{t.nobodyHint}</p>
        </EmptyState>
      ) : (
        <>
          <p>{left === 0 ? t.allDone : t.done(asked.length - left, asked.length)}</p>
          <ul class="bare rate-list">
            {list.rows.map((row) => (
              <Row {...props} row={row} />
            ))}
          </ul>
        </>
      )}
    </Shell>
  )
}
