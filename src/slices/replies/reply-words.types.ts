/** Every word of the reply page, in one shape for all languages. Plain text; the only placeholders are {{phone}} and {{municipality}}. */

export const answerKinds = ['callMe', 'studying', 'working', 'somethingElse', 'notNow'] as const
export type AnswerKind = (typeof answerKinds)[number]

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
type Weekday = (typeof weekdays)[number]

export const dayParts = ['morning', 'midday', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** When the youth may be asked again. */
export const askAgains = ['inAMonth', 'nextTerm', 'never'] as const
export type AskAgain = (typeof askAgains)[number]

/** Of a day the hint shows how it may be typed: 2026-08, set apart (U+2066, U+2069) where the text runs from right to left. */
type FieldWords = { readonly label: string; readonly hint: string }

type PlaceWords = { readonly title: string; readonly where: FieldWords; readonly since: FieldWords }

type PartWords = { readonly title: string; readonly text: string }

export type ReplyWords = {
  readonly page: {
    readonly title: string
    readonly skip: string
    readonly optional: string
    readonly back: string
    /** The lines at the foot. `call` holds {{phone}}. */
    readonly call: string
    readonly about: string
    readonly privacy: string
  }
  readonly language: { readonly label: string; readonly button: string }
  readonly start: { readonly title: string; readonly intro: string; readonly voluntary: string }
  /** `wrong` is said of a code that is wrong, expired, revoked or used up: which of them is nobody's to know. */
  readonly code: FieldWords & { readonly button: string; readonly wrong: string; readonly tooMany: string }
  readonly choose: { readonly title: string; readonly lead: string; readonly answers: Readonly<Record<AnswerKind, string>> }
  readonly callMe: {
    readonly title: string
    readonly day: string
    readonly anyDay: string
    readonly weekdays: Readonly<Record<Weekday, string>>
    readonly dayPart: string
    readonly dayParts: Readonly<Record<DayPart, string>>
    readonly phone: FieldWords
  }
  readonly studying: PlaceWords
  readonly working: PlaceWords
  readonly somethingElse: { readonly title: string; readonly text: FieldWords }
  readonly notNow: {
    readonly title: string
    readonly lead: string
    readonly again: string
    readonly agains: Readonly<Record<AskAgain, string>>
  }
  readonly send: string
  readonly otherAnswer: string
  readonly confirm: {
    readonly title: string
    readonly answers: Readonly<Record<AnswerKind, string>>
    /** Follows the line of `notNow`: what we will do. */
    readonly agains: Readonly<Record<AskAgain, string>>
    readonly change: string
    readonly changeHint: string
  }
  /** What stands at a field, and in the list above the form, when an answer cannot be taken. */
  readonly problems: {
    readonly title: string
    readonly codeMissing: string
    readonly answerMissing: string
    readonly dayMissing: string
    readonly dayPartMissing: string
    readonly phoneMissing: string
    readonly phoneWrong: string
    readonly schoolMissing: string
    readonly textMissing: string
    readonly tooLong: string
    readonly sinceUnclear: string
    readonly sinceAhead: string
    readonly unknownChoice: string
  }
  /** Something broke on our side: nothing is saved. */
  readonly failed: PartWords
  readonly notFound: PartWords
  /** "What happens with my answer". */
  readonly privacy: {
    readonly title: string
    readonly saved: string
    readonly seen: string
    readonly voluntary: string
    readonly erased: string
    readonly rights: string
  }
  readonly about: {
    readonly title: string
    readonly whose: string
    readonly why: string
    readonly noSignIn: string
    readonly never: string
    readonly access: string
  }
  /** For those who would rather answer on the phone. */
  readonly byPhone: PartWords & { readonly interpreter: string; readonly other: string }
}
