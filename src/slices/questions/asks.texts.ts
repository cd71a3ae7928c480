/** What else a question can be than whether somebody has begun; and what each is about in a word or two, for lists. */
import type { Lang } from '../../kernel/lang.ts'
import type { Asks } from './questions.types.ts'

export const otherQuestions: Readonly<Record<Lang, Readonly<Record<Exclude<Asks, 'begun'>, (youth: string) => string>>>> = {
  sv: {
    deregistered: (youth) => `Har ${youth} slutat hos er och blivit utskriven?`,
    complaint: (youth) => `${youth} har klagomål på stödet i skolan. Tar rektor hand om det?`,
    known: (youth) => `Har ni kontakt med ${youth}?`,
  },
  en: {
    deregistered: (youth) => `Has ${youth} left you and been deregistered?`,
    complaint: (youth) => `${youth} has a complaint about the support at school. Does the head take it in hand?`,
    known: (youth) => `Are you in touch with ${youth}?`,
  },
}

export const asksTexts: Readonly<Record<Lang, Readonly<Record<Asks, string>>>> = {
  sv: { begun: 'har börjat?', deregistered: 'utskriven?', complaint: 'klagomål', known: 'har ni kontakt?' },
  en: { begun: 'has begun?', deregistered: 'deregistered?', complaint: 'complaint', known: 'in touch?' },
}
