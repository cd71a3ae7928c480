/** Codes in words: what an event writes, as it is shown before it is saved, in lists and in replays. */
import type { Lang } from '../../kernel/lang.ts'
import type { Item } from '../measures/index.ts'
import { ladderTexts, type Occupation } from '../ladder/index.ts'
import { codingTexts } from './coding.texts.ts'
import type { CodingLine } from './coding.types.ts'

/** The first letter made a capital. */
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What the catalogue calls an item; its key when the catalogue has none such. */
export const itemName = (key: string, items: readonly Pick<Item, 'key' | 'name'>[], lang: Lang): string =>
  items.find((one) => one.key === key)?.name[lang] ?? key

/** An occupation, or that none is said. */
export const occupationText = (kind: Occupation | null, lang: Lang): string =>
  kind === null ? codingTexts[lang].noOccupation : ladderTexts[lang].occupations[kind]

/** A measure with who is responsible, or that there is none. */
export const measureText = (measure: CodingLine['measure'], items: readonly Pick<Item, 'key' | 'name'>[], lang: Lang): string => {
  const t = codingTexts[lang]
  return measure === null ? t.noMeasure : `${itemName(measure.item, items, lang)}, ${t.responsibles[measure.responsible]}`
}

/** Both in a few words: `arbetar · ingen åtgärd`. */
export function lineText(line: CodingLine, items: readonly Pick<Item, 'key' | 'name'>[], lang: Lang): string {
  const measure = line.measure === null ? codingTexts[lang].noMeasure : itemName(line.measure.item, items, lang)
  return `${occupationText(line.occupation, lang)} · ${measure}`
}
