/** What is wrong with a field of a form, in words. */
import type { Lang } from '../../kernel/lang.ts'
import type { FormProblem } from '../../platform/form.ts'

const problems: Readonly<Record<Lang, Readonly<Record<FormProblem, string>>>> = {
  sv: {
    required: 'Fyll i fältet.',
    'too-long': 'Texten är för lång. Korta den.',
    'not-a-date': 'Skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-08-17.',
    'not-a-number': 'Skriv ett helt tal med siffror.',
    'unknown-choice': 'Välj ett av alternativen.',
    'end-before-start': 'Slutdagen ligger före startdagen. Ändra en av dem.',
  },
  en: {
    required: 'Fill in this field.',
    'too-long': 'The text is too long. Please shorten it.',
    'not-a-date': 'Write the day as YYYY-MM-DD, for example 2026-08-17.',
    'not-a-number': 'Write a whole number with digits.',
    'unknown-choice': 'Choose one of the alternatives.',
    'end-before-start': 'The last day is before the first. Change one of them.',
  },
}

/** A field's problem in words; one that is not among the common ones is already words. */
export const problemText = (lang: Lang, problem: string): string =>
  Object.hasOwn(problems[lang], problem) ? problems[lang][problem as FormProblem] : problem
