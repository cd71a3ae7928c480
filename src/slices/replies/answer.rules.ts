/** What an accepted answer means: the contact it is, what the youth is said to do, the number it gives, and what comes next. */
import { dateOf, dayOf, plusDays, weekdayOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { monthsAfter, nextOf, workingDayFrom, type AgreedStep, type MonthDay, type Occupation } from '../ladder/index.ts'
import { callDays, type Answered, type AskAgain, type CallDay } from './replies.types.ts'

export type Accepted = {
  readonly outcome: 'replied' | 'declined'
  readonly occupation: Occupation | null
  readonly since: PlainDate | null
  readonly phone: string | null
  readonly nextStep: AgreedStep | null
  readonly nextOn: PlainDate | null
  readonly note: string
  /** The youth wants no texts or mail. */
  readonly optsOut: boolean
}

const nothing = {
  outcome: 'replied',
  occupation: null,
  since: null,
  phone: null,
  nextStep: null,
  nextOn: null,
  note: '',
  optsOut: false,
} as const

/** The first working day from the day on that is the weekday asked for; a public holiday gives the week after. */
export function nextCallDay(wanted: CallDay, from: Day): Day {
  const fits = (day: Day): boolean => isWorkingDay(day) && (wanted === 'any' || weekdayOf(day) === callDays.indexOf(wanted))
  let day = from
  while (!fits(day)) day = plusDays(day, 1)
  return day
}

/**
 * The day from which somebody who does not want contact now may be asked again, as the page promised: a month after the answer, or as the next
 * term starts. Null for never, and where no terms are set: then the ladder's own silence after a no is all there is.
 */
export function askAgainFrom(again: AskAgain, answeredOn: Day, termStarts: readonly MonthDay[]): Day | null {
  if (again === 'never') return null
  const on = again === 'inAMonth' ? monthsAfter(answeredOn, 1) : nextOf(termStarts, plusDays(answeredOn, 1))
  return on === null ? null : workingDayFrom(on)
}

/** How an answer is accepted: when it came, on what day, and what the one who accepts takes "something else" to mean. */
export type Accepting = {
  readonly answeredOn: PlainDate
  readonly today: PlainDate
  readonly what: Occupation | null
  readonly termStarts: readonly MonthDay[]
}

/** A no: quiet until the day that was promised, and then a letter. */
function declined(again: AskAgain, { answeredOn, today, termStarts }: Accepting): Accepted {
  const from = askAgainFrom(again, dayOf(answeredOn), termStarts)
  const asks = from === null ? null : ({ nextStep: 'write', nextOn: dateOf(from) < today ? today : dateOf(from) } as const)
  return { ...nothing, outcome: 'declined', ...asks, optsOut: again === 'never' }
}

/** What follows from the answer when somebody accepts it. */
export function acceptedAs(answered: Answered, accepting: Accepting): Accepted {
  switch (answered.kind) {
    case 'callMe': {
      const nextOn = dateOf(nextCallDay(answered.day, dayOf(accepting.today)))
      return { ...nothing, phone: answered.phone, nextStep: 'call', nextOn }
    }
    case 'studying':
      return { ...nothing, occupation: 'studies', since: answered.since, note: answered.place }
    case 'working':
      return { ...nothing, occupation: 'work', since: answered.since, note: answered.place }
    case 'somethingElse':
      return { ...nothing, occupation: accepting.what, note: answered.text }
    case 'notNow':
      return declined(answered.again, accepting)
  }
}
