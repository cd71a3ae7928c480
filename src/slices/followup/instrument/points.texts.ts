/** Points and areas in the reader's language. */
import type { Lang } from '../../../kernel/lang.ts'
import { areaOf } from './instrument.rules.ts'
import type { Instrument, InstrumentArea, Points } from './instrument.types.ts'
import { pointsText } from './score.rules.ts'

/** `12,5` in Swedish, `12.5` in English. */
export const pointsIn = (points: Points, lang: Lang): string => pointsText(points, lang === 'sv' ? ',' : '.')

/** A difference with its sign: `+1,5`, `−2`. */
export const differenceIn = (points: Points, lang: Lang): string => (points > 0 ? `+${pointsIn(points, lang)}` : pointsIn(points, lang))

/** The area's name by its key; the key itself when the instrument has none such. */
export const areaName = (instrument: Pick<Instrument, 'areas'>, key: string, lang: Lang): string => areaOf(instrument, key)?.[lang] ?? key

/** What the low side of the area's threshold is: `under 12,5`, `över 5`. */
export const lowSide = ({ threshold, direction }: Pick<InstrumentArea, 'threshold' | 'direction'>, lang: Lang): string => {
  const words = { sv: { below: 'under', above: 'över' }, en: { below: 'below', above: 'above' } }
  return `${words[lang][direction]} ${pointsIn(threshold, lang)}`
}
