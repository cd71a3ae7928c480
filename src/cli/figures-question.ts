/** Reading what a figure is asked about from the flags: the days, the splitting, and what is wrong with them in one line. */
import { todayInSweden } from '../platform/clock.ts'
import { Refused } from '../platform/failure.ts'
import { parseDate, type PlainDate } from '../platform/plain-date.ts'
import {
  dimensions,
  indicators,
  onTheDay,
  questionProblem,
  type Dimension,
  type IndicatorName,
  type IndicatorQuestion,
  type PublishProblem,
} from '../slices/figures/index.ts'
import { text, type Flags } from './arguments.ts'

/** @throws Refused when it is missing or no date */
export function dayOfFlag(flags: Flags, name: 'from' | 'until'): PlainDate {
  const value = text(flags, name)
  if (value === null) throw new Refused(`Ange periodens dagar med --from och --until, till exempel --from 2026-07-01 --until 2027-01-01.`)
  return dateOfText(value, name)
}

function dateOfText(value: string, name: string): PlainDate {
  const date = parseDate(value)
  if (date === null) throw new Refused(`--${name} ${value} är inte ett datum. Skriv till exempel --${name} 2026-07-01.`)
  return date
}

/** What is wrong with a question, and what to do about it. */
export function problemText(problem: PublishProblem, name: IndicatorName): string {
  switch (problem) {
    case 'end-before-start':
      return '--until måste vara en senare dag än --from.'
    case 'too-long':
      return 'Perioden får vara högst tio år.'
    case 'not-begun':
      return 'Perioden har inte börjat. Välj en som åtminstone till någon del har varit.'
    case 'day-ahead':
      return `Räknedagen ligger framåt i tiden. ${name} är en bild av en dag som har varit; välj en till och med i dag.`
    case 'unknown-dimension':
      return `${name} kan delas upp per ${indicators[name].dimensions.join(', ')}, var och en högst en gång.`
    case 'busy':
      return 'Något skrivs i registret just nu. Försök igen om en stund; inget är publicerat.'
    case 'note-too-long':
      return 'Anteckningen får vara högst 500 tecken.'
  }
}

function splitOf(flags: Flags, name: IndicatorName): Dimension[] {
  const asked = (text(flags, 'by') ?? '').split(',').filter((word) => word !== '')
  return asked.map((word) => {
    const found = dimensions.find((one) => one === word)
    if (found === undefined) throw new Refused(`Det går inte att dela upp per ${word}. ${problemText('unknown-dimension', name)}`)
    return found
  })
}

function daysOf(flags: Flags, name: IndicatorName): Pick<IndicatorQuestion, 'fromOn' | 'untilOn'> {
  const on = text(flags, 'on')
  if (on === null) return { fromOn: dayOfFlag(flags, 'from'), untilOn: dayOfFlag(flags, 'until') }
  if (indicators[name].of !== 'day') throw new Refused(`${name} gäller en period. Ange den med --from och --until.`)
  if (text(flags, 'from') !== null || text(flags, 'until') !== null) throw new Refused('Ange antingen --on eller --from och --until.')
  const day = dateOfText(on, 'on')
  return onTheDay(day, [])
}

/** What the flags ask. @throws Refused with one clear line when they cannot be asked */
export function questionOf(flags: Flags, name: IndicatorName): IndicatorQuestion {
  const today = todayInSweden()
  const { fromOn, untilOn } = daysOf(flags, name)
  const question = { fromOn, untilOn, on: today, by: splitOf(flags, name) }
  const problem = questionProblem(name, question, today)
  if (problem !== null) throw new Refused(problemText(problem, name))
  return question
}
