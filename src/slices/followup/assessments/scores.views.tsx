/** Scores as tables: area by area with the trend, quarter by quarter, and the card on the youth's page. */
import { assessmentTexts } from './assessments.texts.ts'
import type { Lang } from '../../../kernel/lang.ts'
import type { Child } from 'hono/jsx'
import { Card, Tag } from '../../../ui/card.tsx'
import { shortDay } from '../../../ui/day.texts.ts'
import { Table } from '../../../ui/table.tsx'
import { quarterText } from '../calendar/calendar.texts.ts'
import { areaOf } from '../instrument/instrument.rules.ts'
import type { Instrument } from '../instrument/instrument.types.ts'
import { areaName, differenceIn, lowSide, pointsIn } from '../instrument/points.texts.ts'
import { isLow } from '../instrument/score.rules.ts'
import type { SectionFrame } from '../section.ts'
import { trendOf, type Scored } from './assessments.rules.ts'
import { assessmentPageTexts } from './pages.texts.ts'
import type { Trend, Way } from './assessments.types.ts'
import type { Assessed } from './pages.actions.ts'

const arrows: Readonly<Record<Way, string>> = { up: '↗', same: '→', down: '↘' }

function changeText(trend: Trend, lang: Lang): string {
  const t = assessmentPageTexts[lang]
  if (trend.way === null || trend.difference === null) return trend.before === null ? t.first : t.notCompared
  return `${arrows[trend.way]} ${differenceIn(trend.difference, lang)} (${assessmentTexts[lang].ways[trend.way]})`
}

const lowTag = (instrument: Instrument, area: string, points: number, lang: Lang): Child => {
  const of = areaOf(instrument, area)
  return of !== null && isLow(of, points) ? <Tag tone="warning">{assessmentPageTexts[lang].isLow}</Tag> : ''
}

type ScoreProps = { readonly now: Scored; readonly before: Scored | null; readonly lang: Lang; readonly caption?: string }

/** The scores of an assessment beside those of the one before. */
export const ScoreTable = ({ now, before, lang, caption }: ScoreProps) => {
  const t = assessmentPageTexts[lang].columns
  const columns = [
    { title: t.area },
    { title: t.points, isNumber: true },
    { title: t.low },
    { title: t.before, isNumber: true },
    { title: t.change },
  ]
  const rows = now.instrument.areas.flatMap((area) => {
    const trend = trendOf(now, before, area.key)
    if (trend === null) return []
    const side = <small class="below">{`${assessmentPageTexts[lang].signalTo} ${lowSide(area, lang)}`}</small>
    return [
      [
        area[lang],
        pointsIn(trend.points, lang),
        <>
          {lowTag(now.instrument, area.key, trend.points, lang)}
          {side}
        </>,
        trend.before === null ? '–' : pointsIn(trend.before, lang),
        changeText(trend, lang),
      ],
    ]
  })
  return <Table columns={columns} rows={rows} headed stacks caption={caption} />
}

type AllProps = { readonly youthId: string; readonly scored: readonly Scored[]; readonly lang: Lang }

/** All assessments that are done, the latest first, with a column for each area that any of them has. */
export const QuarterTable = ({ youthId, scored, lang }: AllProps) => {
  const t = assessmentPageTexts[lang]
  const newest = scored.at(-1)?.instrument ?? null
  const keys = [...new Set(scored.toReversed().flatMap(({ instrument }) => instrument.areas.map(({ key }) => key)))]
  const named = (key: string): string => areaName(newest ?? { areas: [] }, key, lang)
  const columns = [{ title: t.quarterColumn }, { title: t.onColumn }, ...keys.map((key) => ({ title: named(key) }))]
  const rows = scored.toReversed().map(({ assessment, instrument }) => [
    <a href={`/uppfoljning/ungdom/${youthId}/bedomningar/${assessment.assessmentId}`}>{quarterText(assessment.quarter, lang)}</a>,
    assessment.assessedOn,
    ...keys.map((key) => {
      const points = assessment.scores.find(({ area }) => area === key)?.points
      return points === undefined ? (
        '–'
      ) : (
        <>
          {pointsIn(points, lang)} {lowTag(instrument, key, points, lang)}
        </>
      )
    }),
  ])
  return <Table columns={columns} rows={rows} empty={t.none} headed stacks />
}

type CardProps = { readonly shown: SectionFrame; readonly youthId: string; readonly assessed: Assessed }

/** The latest scores on the youth's page, and what can be begun. */
export const AssessmentCard = ({ shown: { lang }, youthId, assessed: { scored, begun, open } }: CardProps) => {
  const t = assessmentPageTexts[lang]
  const [now, before] = [scored.at(-1), scored.at(-2) ?? null]
  const path = `/uppfoljning/ungdom/${youthId}/bedomningar`
  return (
    <Card heading={t.title} action={<a href={path}>{t.all}</a>}>
      {begun.map(({ assessmentId, quarter }) => (
        <p>
          {t.begun(quarterText(quarter, lang))} <a href={`${path}/${assessmentId}`}>{t.goOn}</a>
        </p>
      ))}
      {open[0] !== undefined && (
        <p>
          <a href={path}>{t.begin(quarterText(open[0], lang))}</a>
        </p>
      )}
      {now === undefined ? (
        <p class="muted">{t.none}</p>
      ) : (
        <ScoreTable
          now={now}
          before={before}
          lang={lang}
          caption={`${quarterText(now.assessment.quarter, lang)}, ${shortDay(now.assessment.assessedOn, lang)}`}
        />
      )}
    </Card>
  )
}
