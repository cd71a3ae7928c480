/** Wording of daily ratings: why a rating is refused, and how a day without one is shown. */
import type { Lang } from '../../../kernel/lang.ts'
import type { RatingRefusal } from './ratings.actions.ts'

type Texts = {
  readonly missing: string
  readonly scale: (least: string, most: string, step: string) => string
  readonly refusals: Readonly<Record<RatingRefusal, string>>
}

const sv: Texts = {
  missing: 'saknas',
  scale: (least, most, step) => `Från ${least} till ${most}, i steg om ${step}.`,
  refusals: {
    ahead: 'Dagen har inte kommit än.',
    'too-late': 'Dagen är för längesedan. Skattningen saknas och kan inte längre göras.',
    empty: 'Skatta minst ett område.',
    'not-followed': 'Boendet följer inte upp området.',
    'before-signal': 'Dagen ligger före signalen. Skatta från den dag signalen gavs.',
    'after-end': 'Uppföljningen av området var slut den dagen.',
    outside: 'Skattningen ligger utanför skalan.',
    'off-step': 'Skattningen ligger mellan skalans steg.',
    'already-rated': 'Dagen är redan skattad. Öppna den och rätta i stället.',
    'somebody-else-first': 'Någon annan har ändrat skattningen sedan du öppnade sidan. Inget av ditt är sparat. Läs den och försök igen.',
    'nothing-changed': 'Inget är ändrat.',
    'no-why': 'Skriv varför skattningen rättas.',
  },
}

const en: Texts = {
  missing: 'missing',
  scale: (least, most, step) => `From ${least} to ${most}, in steps of ${step}.`,
  refusals: {
    ahead: 'The day has not come yet.',
    'too-late': 'The day is too long ago. The rating is missing and cannot be given any more.',
    empty: 'Rate one area at least.',
    'not-followed': 'Housing does not follow the area up.',
    'before-signal': 'The day is before the signal. Rate from the day the signal was given.',
    'after-end': 'The follow-up of the area was over that day.',
    outside: 'The rating is outside the scale.',
    'off-step': 'The rating is between the steps of the scale.',
    'already-rated': 'The day is rated already. Open it and correct it instead.',
    'somebody-else-first':
      'Somebody else has changed the rating since you opened the page. Nothing of yours is saved. Read it and try again.',
    'nothing-changed': 'Nothing is changed.',
    'no-why': 'Write why the rating is corrected.',
  },
}

export const ratingTexts: Readonly<Record<Lang, Texts>> = { sv, en }
