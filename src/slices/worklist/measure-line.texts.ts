/** A measure in a row of the lists: its name, and since or from when. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { shortDay } from './day.texts.ts'
import type { RowMeasure } from './worklist.types.ts'

const sv = {
  others: (n: number) => (n === 1 ? 'och en till' : `och ${n} till`),
  since: (on: string) => `sedan ${on}`,
  from: (on: string) => `från ${on}`,
  until: (on: string) => `till ${on}`,
  overdue: (on: string) => `skulle ha avslutats ${on}`,
}
type Texts = typeof sv
const en: Texts = {
  others: (n) => (n === 1 ? 'and one more' : `and ${n} more`),
  since: (on) => `since ${on}`,
  from: (on) => `from ${on}`,
  until: (on) => `until ${on}`,
  overdue: (on) => `should have ended ${on}`,
}
const texts: Readonly<Record<Lang, Texts>> = { sv, en }

/** `isLate`: it should have ended, and nobody has ended it. */
export type MeasureLine = { readonly text: string; readonly days: string; readonly isLate: boolean }

/** The measure in words, seen on the day. */
export function measureLine({ name, fromOn, plannedUntilOn, others }: RowMeasure, today: PlainDate, lang: Lang): MeasureLine {
  const t = texts[lang]
  const day = (on: PlainDate): string => shortDay(lang, on, today)
  const isLate = plannedUntilOn !== null && plannedUntilOn <= today
  const begins = (fromOn <= today ? t.since : t.from)(day(fromOn))
  const ends = plannedUntilOn === null ? [] : [(isLate ? t.overdue : t.until)(day(plannedUntilOn))]
  return { text: [name[lang], ...(others === 0 ? [] : [t.others(others)])].join(' '), days: [begins, ...ends].join(', '), isLate }
}
