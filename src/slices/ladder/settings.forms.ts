/** The shape of stored ladder settings. What is left out has the shipped value, so that a number added later needs no migration. */
import { z } from 'zod'
import { daysInMonth } from '../../platform/plain-date.ts'
import { fewestCalls, mostCalls, shippedLadder, type LadderSettings, type MonthDay } from './settings.rules.ts'

const count = (least: number, most: number) => z.int().min(least).max(most)
const days = count(0, 366)
const hour = count(0, 24)

// A common year: the day must exist every year.
const monthDay = z
  .tuple([count(1, 12), count(1, 31)])
  .refine(([month, dayOfMonth]) => dayOfMonth <= daysInMonth(2001, month))
  .transform((found): MonthDay => found)

const dayHours = z
  .strictObject({ morning: hour, midday: hour, late: hour, end: hour })
  .refine(({ morning, midday, late, end }) => morning < midday && midday < late && late < end)

const shipped = shippedLadder

/** Every number of the ladder with its limits: at least three calls, a card before the visit, parts of the day in order. */
export const ladderShape = z.strictObject({
  beginMonths: count(1, 12).default(shipped.beginMonths),
  lateDays: days.default(shipped.lateDays),
  largeRoundAfter: monthDay.default(shipped.largeRoundAfter),
  smsWithLetter: z.boolean().default(shipped.smsWithLetter),
  calls: count(fewestCalls, mostCalls).default(shipped.calls),
  dayHours: dayHours.default(shipped.dayHours),
  daysToFirstCall: days.default(shipped.daysToFirstCall),
  daysBetweenCalls: count(1, 366).default(shipped.daysBetweenCalls),
  daysToFurtherLetter: days.default(shipped.daysToFurtherLetter),
  daysToVisitCard: days.default(shipped.daysToVisitCard),
  daysToVisit: count(1, 366).default(shipped.daysToVisit),
  answerWorkingDays: count(1, 60).default(shipped.answerWorkingDays),
  silenceDays: count(1, 366).default(shipped.silenceDays),
  promiseDays: count(1, 366).default(shipped.promiseDays),
  newRoundDays: count(1, 732).default(shipped.newRoundDays),
  coolOffDays: days.default(shipped.coolOffDays),
  termStarts: z
    .array(monthDay)
    .max(12)
    .default(() => [...shipped.termStarts]),
  admissions: z
    .array(monthDay)
    .max(12)
    .default(() => [...shipped.admissions]),
  birthdayIsMoment: z.boolean().default(shipped.birthdayIsMoment),
  minorsNeedGuardian: z.boolean().default(shipped.minorsNeedGuardian),
  cooldownDays: z.strictObject({ noAnswer: days, wrongPerson: days }).default(shipped.cooldownDays),
})

/**
 * Stored settings as the rules are handed them; nothing stored gives the shipped ones.
 * @throws ZodError when a stored value does not have its shape: it was written past the settings' own action
 */
export const ladderSettingsFrom = (stored: unknown): LadderSettings => ladderShape.parse(stored ?? {})
