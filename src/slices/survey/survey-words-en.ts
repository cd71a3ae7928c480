/** The words of the page that questionnaires are answered on, in English. */
import type { SurveyWords } from './survey-words.types.ts'

export const enWords: SurveyWords = {
  title: 'A few questions',
  intro: 'You have been given a slip or a card with a code.',
  codeHint: 'The code has ten characters.',
  wrong: 'The code is not right, has already been used or has run out. Ask the person who gave it to you for a new one.',
  step: 'Question {{n}} of {{of}}',
  skip: 'Skip the question',
  yesNo: ['Yes', 'No'],
  scale: ['Very bad', 'Bad', 'Neither good nor bad', 'Good', 'Very good'],
  nothing: 'You skipped every question. Nothing has been saved. Answer at least one, or close the page.',
  privacy: {
    title: 'Can anyone see what I answer?',
    lines: [
      'No. We do not know who you are.',
      'We only count how many choose each answer. Your answer cannot be picked out.',
      'You cannot write text of your own. It could show who you are.',
      'It is voluntary. You may skip questions.',
    ],
  },
  thanks: { title: 'Thank you!', text: 'Your answer has been counted. You can close the page.' },
}
