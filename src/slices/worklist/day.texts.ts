/** Days in few words. */
import type { Lang } from '../../kernel/lang.ts'

const months: Readonly<Record<Lang, readonly string[]>> = {
  sv: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

/** A day in few words: `7 nov`, and with its year when that is not this year. */
export function shortDay(lang: Lang, date: string, today: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const text = `${Number(day)} ${months[lang][Number(month) - 1] ?? ''}`
  return year === today.slice(0, 4) ? text : `${text} ${year}`
}
