/** The health of a source, as a tag and an age. */
import type { Lang } from '../../kernel/lang.ts'
import { Tag, type Tone } from '../../ui/card.tsx'
import { TwoLines } from '../../ui/table.tsx'
import type { Health, SourceHealth } from '../feeds/index.ts'
import { runTexts } from './run.texts.ts'

const tones: Readonly<Record<Health, Tone>> = {
  good: 'success',
  old: 'danger',
  stopped: 'warning',
  approved: 'info',
  refused: 'danger',
  never: 'danger',
}

/** How a source is doing, in words on a colour. */
export const HealthTag = ({ health, lang }: { readonly health: Health; readonly lang: Lang }) => (
  <Tag tone={tones[health]}>{runTexts[lang].health[health]}</Tag>
)

/** When the source was last read well; red when that is longer ago than it should be. */
export const SourceAge = ({ source, lang }: { readonly source: SourceHealth; readonly lang: Lang }) => {
  const { age, freshFor } = runTexts[lang]
  const below = [...(source.goodOn === null ? [] : [source.goodOn]), freshFor(source.freshDays)].join(', ')
  return (
    <TwoLines below={below} late={source.isLate}>
      {age(source.ageDays)}
    </TwoLines>
  )
}
