/** A number of the page of outreach: shown, or hidden because it is small or tells one that is. */
import type { Lang } from '../../kernel/lang.ts'
import type { Cell } from '../../ui/table.tsx'
import { percentOf } from './figures.rules.ts'
import { figuresTexts } from './figures.texts.ts'
import { figureTexts, hiddenSign } from './figure.texts.ts'
import type { GroupFigures } from './figures.types.ts'
import { groupNumbers, type OutreachHidden } from './outreach-hidden.rules.ts'

/** The sign, and what it is in words. */
export const HiddenNumber = ({ lang }: { readonly lang: Lang }) => <abbr title={figureTexts[lang].smallShort}>{hiddenSign}</abbr>

/** The numbers of a group as cells, by name. */
export type NumbersOf = {
  readonly number: (name: string) => Cell
  /** In whole per cent; hidden with either of its numbers. */
  readonly share: (part: string, whole: string) => Cell
  /** A number with its share. */
  readonly withShare: (part: string, whole: string) => Cell
  /** Days of those that the name counts; hidden with their number. */
  readonly days: (days: number | null, of: string) => Cell
}

/** The numbers of the group. */
export function numbersOf(group: GroupFigures, { isHidden }: OutreachHidden, lang: Lang): NumbersOf {
  const t = figuresTexts[lang]
  const numbers = groupNumbers(group)
  const hidden = <HiddenNumber lang={lang} />
  const are = (...names: readonly string[]): boolean => names.some((name) => isHidden(group, name))
  const shareText = (part: string, whole: string): string => {
    const percent = percentOf(numbers[part] ?? 0, numbers[whole] ?? 0)
    return percent === null ? t.none : t.percent(percent)
  }
  return {
    number: (name) => (are(name) ? hidden : (numbers[name] ?? 0)),
    share: (part, whole) => (are(part, whole) ? hidden : shareText(part, whole)),
    withShare: (part, whole) => {
      if (are(part)) return hidden
      return are(whole) ? (numbers[part] ?? 0) : `${numbers[part] ?? 0} (${shareText(part, whole)})`
    },
    days: (days, of) => (are(of) ? hidden : (days ?? t.none)),
  }
}
