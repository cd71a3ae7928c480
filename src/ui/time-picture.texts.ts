/** The words of the picture of time. */
import type { Lang } from '../kernel/lang.ts'

type TimeTexts = { readonly asTable: string; readonly columns: readonly string[]; readonly months: readonly string[] }

/** Months are short, since they stand under ticks. */
export const timeTexts: Readonly<Record<Lang, TimeTexts>> = {
  sv: {
    asTable: 'Visa som tabell',
    columns: ['Rad', 'Vad', 'Från', 'Till och med'],
    months: ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  },
  en: {
    asTable: 'Show as a table',
    columns: ['Lane', 'What', 'From', 'To and including'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
}
