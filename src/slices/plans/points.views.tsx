/** The seven points, met or missing, each with what to do. */
import type { Lang } from '../../kernel/lang.ts'
import { Card } from '../../ui/card.tsx'
import { pointsMet, type PointAnswer, type PointState } from './points.rules.ts'
import { pointTexts } from './points.texts.ts'

const signs = { met: '✓', missing: '✕', notRelevant: '–' } as const satisfies Record<PointState, string>
const classes = { met: 'holds', missing: 'fails', notRelevant: 'unclear' } as const satisfies Record<PointState, string>

/** The card of the points. */
export const PointsCard = ({ points, lang }: { readonly points: readonly PointAnswer[]; readonly lang: Lang }) => {
  const t = pointTexts[lang]
  return (
    <Card heading={t.heading}>
      <p>
        <strong>{t.count(pointsMet(points))}</strong>
        <br />
        <small class="muted">{t.law}</small>
      </p>
      <ul class="plain chain">
        {points.map(({ point, state, hint }) => (
          <li class={classes[state]}>
            <span class="mark" aria-hidden="true">
              {signs[state]}
            </span>
            <div>
              <span>
                {t.points[point]}: <strong>{t.states[state]}</strong>
              </span>
              <small>{t.hints[hint]}</small>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
