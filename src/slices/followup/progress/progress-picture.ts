/** An area's progress as a picture of days: thresholds, assessments and ratings above, what was done below, on one axis. */
import type { Lang } from '../../../kernel/lang.ts'
import { dayOf, plusDays, type PlainDate } from '../../../platform/plain-date.ts'
import type { DayChart, DayLane, DayLegend, DayMark } from '../../../ui/chart-days.ts'
import { shortDay } from '../../../ui/day.texts.ts'
import { pointsText } from '../instrument/score.rules.ts'
import type { Points } from '../instrument/instrument.types.ts'
import type { Progression } from '../judgement/judgement.types.ts'
import { progressTexts } from './progress.texts.ts'
import type { AreaProgress, Period, Position } from './progress.types.ts'

/** Points as the language writes them. */
export const pointsIn = (points: Points, lang: Lang): string => pointsText(points, lang === 'sv' ? ',' : '.')

/** Signs that every font has; the legend says what they stand for. */
export const progressionSigns: Readonly<Record<Progression, string>> = { up: '+', same: '=', down: '−' }

const after = (on: PlainDate) => plusDays(dayOf(on), 1)

function marksOf({ talks, reports }: AreaProgress, lang: Lang): DayMark[] {
  const t = progressTexts[lang]
  return [
    ...talks.map(({ on, recipient }): DayMark => ({
      on: dayOf(on),
      look: 'open',
      says: `${shortDay(on, lang)}: ${t.talk}, ${t.followedBy[recipient]}`,
    })),
    ...reports.map(({ on, recipient }): DayMark => ({
      on: dayOf(on),
      look: 'dashed',
      says: `${shortDay(on, lang)}: ${t.report}, ${t.followedBy[recipient]}`,
    })),
  ]
}

function lanesOf(area: AreaProgress, positions: readonly Position[], lang: Lang): DayLane[] {
  const t = progressTexts[lang]
  const bars = area.followed.map(({ firstOn, lastOn, recipient }) => ({
    from: dayOf(firstOn),
    until: lastOn === null ? null : after(lastOn),
    look: 'open' as const,
    says: `${t.followUp}, ${t.followedBy[recipient]}`,
  }))
  const judged = area.judgements.map(({ on, progression }) => ({
    on: dayOf(on),
    sign: progressionSigns[progression],
    says: t.progressions[progression],
  }))
  const decided = positions.map(({ on, opens }) => ({
    on: dayOf(on),
    look: opens ? ('dark' as const) : ('pale' as const),
    says: opens ? t.opened : t.notOpened,
  }))
  const lanes: DayLane[] = [
    { label: t.followUp, bars, marks: [] },
    { label: t.talks, marks: marksOf(area, lang) },
    { label: t.judgements, marks: judged },
    { label: t.positions, marks: decided },
  ]
  return lanes.filter(({ bars: lasting = [], marks }) => lasting.length + marks.length > 0)
}

function legendsOf({ followed, ratings }: AreaProgress, positions: readonly Position[], lang: Lang): DayLegend[] {
  const t = progressTexts[lang]
  const isRated = ratings.some(({ points }) => points !== null)
  const isFollowed = followed.length > 0
  return [
    { look: 'dark', label: t.assessment },
    ...(isRated ? [{ look: 'solid', label: t.rating } as const] : []),
    ...(isFollowed
      ? [
          { look: 'open', label: t.talk } as const,
          { look: 'dashed', label: t.report } as const,
          ...(['up', 'same', 'down'] as const).map((one) => ({ sign: progressionSigns[one], label: t.progressions[one] })),
        ]
      : []),
    ...(positions.some(({ opens }) => !opens) ? [{ look: 'pale', label: t.notOpened } as const] : []),
    ...(positions.some(({ opens }) => opens) ? [{ look: 'dark', label: t.opened } as const] : []),
  ]
}

const aboutOf = ({ scores, months, talks, reports, judgements }: AreaProgress, lang: Lang): string => {
  const rated = months.reduce((sum, month) => sum + month.rated, 0)
  const missing = months.reduce((sum, month) => sum + month.missing.length, 0)
  return progressTexts[lang].about(scores.length, rated, missing, talks.length + reports.length, judgements.length)
}

/** The picture of an area. Points are drawn as people write them: 1250 is 12.5. */
export function progressPicture(area: AreaProgress, { firstOn, lastOn }: Period, positions: readonly Position[], lang: Lang): DayChart {
  const t = progressTexts[lang]
  return {
    title: area[lang],
    about: aboutOf(area, lang),
    axis: { first: dayOf(firstOn), last: after(lastOn) },
    top: area.most / 100,
    lines: [
      { look: 'solid', values: area.ratings.map(({ on, points }) => ({ on: dayOf(on), value: points === null ? null : points / 100 })) },
    ],
    points: [
      {
        look: 'dark',
        points: area.scores.map(({ on, points }) => ({
          on: dayOf(on),
          value: points / 100,
          says: `${shortDay(on, lang)}: ${pointsIn(points, lang)}`,
        })),
      },
    ],
    thresholds: area.thresholds.map(({ firstOn: from, lastOn: until, threshold }) => ({
      from: dayOf(from),
      until: after(until),
      value: threshold / 100,
      label: t.threshold(pointsIn(threshold, lang)),
    })),
    lanes: lanesOf(area, positions, lang),
    legends: legendsOf(area, positions, lang),
  }
}
