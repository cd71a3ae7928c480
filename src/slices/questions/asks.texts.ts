/** What a question was about, in a word or two, for lists. */
import type { Lang } from '../../kernel/lang.ts'
import type { Asks } from './questions.types.ts'

export const asksTexts: Readonly<Record<Lang, Readonly<Record<Asks, string>>>> = {
  sv: { begun: 'har börjat?', deregistered: 'utskriven?', known: 'har ni kontakt?' },
  en: { begun: 'has begun?', deregistered: 'deregistered?', known: 'in touch?' },
}
