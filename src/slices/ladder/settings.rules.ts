/** The numbers of the ladder (DOMAIN.md 5). Every one is the municipality's to set; these are the ones we ship, and ADR 0020 says why. */

/** A day of every year: month 1-12, day of the month. 29 February is no such day. */
export type MonthDay = readonly [month: number, dayOfMonth: number]

/** Where the parts of the day begin, in whole hours: [morning, midday), [midday, late), [late, end). */
export type DayHours = { readonly morning: number; readonly midday: number; readonly late: number; readonly end: number }

/** "Days" are calendar days. A day that comes out on a weekend or a public holiday is moved to the next working day. */
export type LadderSettings = {
  /** Outreach begins within so many months of entry: on the same day of the month at the latest. */
  readonly beginMonths: number
  /** So many days after its first day a step is due; after that it is late. */
  readonly lateDays: number
  /** The large round of letters goes out after this day. Who came in shortly before it may wait for it, if that is still in time to begin. */
  readonly largeRoundAfter: MonthDay
  /** An SMS goes together with the first letter, where there is a number. */
  readonly smsWithLetter: boolean
  /** How many occasions to call on. Three are the least (DOMAIN.md 5); five are the most, for each has a weekday of its own. */
  readonly calls: number
  readonly dayHours: DayHours
  readonly daysToFirstCall: number
  readonly daysBetweenCalls: number
  readonly daysToFurtherLetter: number
  readonly daysToVisitCard: number
  /** From the card to the visit; at least one, for the card comes first. */
  readonly daysToVisit: number
  /** An answer from the youth is answered within so many working days, and so is what was agreed without a day. */
  readonly answerWorkingDays: number
  /** After the youth was reached the ladder rests; silent for so many days, it goes on. */
  readonly silenceDays: number
  /** How long we wait when the youth, or a school, is to get back to us on a day that nobody named. */
  readonly promiseDays: number
  /** When all steps are done: days from the last attempt to the next round. */
  readonly newRoundDays: number
  /** After a no: at least so many days, and then on to the first natural moment. */
  readonly coolOffDays: number
  readonly termStarts: readonly MonthDay[]
  readonly admissions: readonly MonthDay[]
  readonly birthdayIsMoment: boolean
  /** Nothing is sent to, and nobody calls or visits, somebody under 18 without the guardian. */
  readonly minorsNeedGuardian: boolean
  /** How long a number rests after a call that was not answered, and after one that somebody else took. */
  readonly cooldownDays: { readonly noAnswer: number; readonly wrongPerson: number }
}

/** The fewest occasions that a municipality can choose (DOMAIN.md 5), and the most. */
export const fewestCalls = 3
export const mostCalls = 5

/** What is in force where nothing has been set. */
export const shippedLadder: LadderSettings = {
  beginMonths: 1,
  lateDays: 7,
  largeRoundAfter: [9, 15],
  smsWithLetter: true,
  calls: fewestCalls,
  dayHours: { morning: 8, midday: 12, late: 16, end: 19 },
  daysToFirstCall: 7,
  daysBetweenCalls: 2,
  daysToFurtherLetter: 5,
  daysToVisitCard: 10,
  daysToVisit: 3,
  answerWorkingDays: 2,
  silenceDays: 30,
  promiseDays: 14,
  newRoundDays: 90,
  coolOffDays: 60,
  termStarts: [
    [1, 10],
    [8, 15],
  ],
  admissions: [
    [2, 15],
    [7, 1],
  ],
  birthdayIsMoment: true,
  minorsNeedGuardian: false,
  cooldownDays: { noAnswer: 1, wrongPerson: 30 },
}
