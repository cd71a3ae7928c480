/** What an accepted answer means: the contact it is, what the youth is said to do, the number it gives, and what comes next. */
import { dateOf, dayOf, plusDays, weekdayOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import type { AgreedStep, Occupation } from '../ladder/index.ts'
import { callDays, type Answered, type CallDay } from './replies.types.ts'

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

/** What follows from the answer when somebody accepts it on the day. `what`: what the one who accepts takes "something else" to mean. */
export function acceptedAs(answered: Answered, today: PlainDate, what: Occupation | null): Accepted {
  switch (answered.kind) {
    case 'callMe': {
      const nextOn = dateOf(nextCallDay(answered.day, dayOf(today)))
      return { ...nothing, phone: answered.phone, nextStep: 'call', nextOn }
    }
    case 'studying':
      return { ...nothing, occupation: 'studies', since: answered.since, note: answered.place }
    case 'working':
      return { ...nothing, occupation: 'work', since: answered.since, note: answered.place }
    case 'somethingElse':
      return { ...nothing, occupation: what, note: answered.text }
    case 'notNow':
      return { ...nothing, outcome: 'declined', optsOut: answered.again === 'never' }
  }
}
