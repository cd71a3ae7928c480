/** The school year of the made-up municipality, and the schools its youths attend. */
import { dayFrom, plusDays, weekdayOf, yearOf, type Day } from '../../src/platform/plain-date.ts'
import type { School } from './lives.types.ts'

/** Last day of the spring term: the first Thursday from 9 June on. */
export function springTermEnd(year: number): Day {
  const from = dayFrom(year, 6, 9)
  return plusDays(from, (4 - weekdayOf(from) + 7) % 7)
}

/** The same day, or the Monday after when it is a Saturday or Sunday. */
const schoolDayFrom = (day: Day): Day => plusDays(day, weekdayOf(day) < 6 ? 0 : 8 - weekdayOf(day))

/** First day of the autumn term. */
export const autumnStart = (year: number): Day => schoolDayFrom(dayFrom(year, 8, 17))

/** First day of the spring term. */
const springStart = (year: number): Day => schoolDayFrom(dayFrom(year, 1, 9))

/** The last day on which the school systems end placements. The lessons are over some weeks before. */
export const placementsEnd = (year: number): Day => dayFrom(year, 6, 30)

export type TermStart = { readonly on: Day; readonly season: 'autumn' | 'spring' }

/** The next first day of a term, after the day. */
export function nextTermStart(after: Day): TermStart {
  const year = yearOf(after)
  if (after < springStart(year)) return { on: springStart(year), season: 'spring' }
  if (after < autumnStart(year)) return { on: autumnStart(year), season: 'autumn' }
  return { on: springStart(year + 1), season: 'spring' }
}

const school = (unit: string, authority: string, name: string): School => ({ unit, authority, name })

export const schools = {
  upperSecondary: [
    school('99990101', 'Lövsta kommun', 'Lövstagymnasiet'),
    school('99990102', 'Lövsta kommun', 'Skuggkvarnsgymnasiet'),
    school('99990103', 'Lövsta kommun', 'Strandgymnasiet'),
    school('99990201', 'Påhitt Utbildning AB', 'Påhittade gymnasiet'),
    school('99990202', 'Stiftelsen Sagoskolan', 'Sagogymnasiet'),
    school('99990301', 'Annanstads kommun', 'Annanstads gymnasium'),
  ],
  adapted: [school('99990104', 'Lövsta kommun', 'Lövsta anpassade gymnasium')],
  adult: [school('99990105', 'Lövsta kommun', 'Vuxenskolan i Lövsta')],
  folkHighSchool: [school('99990401', 'Föreningen Bildningsprovet', 'Klintesaga folkhögskola')],
  compulsory: [school('99990106', 'Lövsta kommun', 'Lövstaskolan 7–9')],
} as const satisfies Record<string, readonly School[]>

const nationalCodes = [
  'NA',
  'SA',
  'SA',
  'EK',
  'EK',
  'TE',
  'ES',
  'HU',
  'BF',
  'EE',
  'FT',
  'FS',
  'VO',
  'BA',
  'RL',
  'HV',
  'IN',
  'NB',
  'IB',
] as const

export const introductoryCodes = ['IMV', 'IMY', 'IMA', 'IMA'] as const
export const languageIntroduction = 'IMSPR'

/** National programmes; from the autumn of 2025 the codes carry the new syllabus (GY25). */
export const nationalCodesFor = (startOn: Day): readonly string[] =>
  startOn >= dayFrom(2025, 7, 1) ? nationalCodes.map((code) => (code === 'IB' ? code : `${code}25`)) : nationalCodes

/** The credential of a finished national programme. */
export function diplomaType(educationCode: string): string {
  const programme = educationCode.slice(0, 2)
  if (programme === 'IB') return 'ib_diploma'
  return ['NA', 'SA', 'EK', 'TE', 'ES', 'HU'].includes(programme) ? 'examen_hogskoleforberedande' : 'examen_yrkes'
}
