/** What a youth did when the responsibility began: what was known that day, or was said soon after, or what a school says. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isKnownOccupation, occupations, type Occupation } from '../ladder/index.ts'
import { holds, occupationOn } from './facts.rules.ts'
import type { FactPeriod, FactYouth } from './facts.types.ts'

/** `introductory`: on an introductory programme while that ended no responsibility, before 1 July 2018. */
export const registrationStates = [...occupations, 'introductory', 'notAsked'] as const
export type RegistrationState = (typeof registrationStates)[number]

/** Few have said anything the day the responsibility begins: what is said within so many days tells it too. */
const heardWithinDays = 30

type Told = Pick<FactYouth, 'occupations' | 'studies'>

function fromSchool({ studies }: Told, on: PlainDate): RegistrationState | null {
  const followed = studies.filter((one) => !one.qualifies && holds(one, on))
  if (followed.some(({ kind }) => kind === 'introductory')) return 'introductory'
  return followed.some(({ kind }) => kind === 'otherForm' || kind === 'levelUnknown') ? 'studies' : null
}

/** What is known on the day, by what was said and by a school. */
function knownOn(youth: Told, on: PlainDate): RegistrationState {
  const state = occupationOn(youth, on)
  if (isKnownOccupation(state)) return state as Occupation
  return fromSchool(youth, on) ?? (state === 'notAsked' ? 'notAsked' : 'unknown')
}

/** What the youth did when the period began, by what was said until the last day looked at. Asked in vain is unknown, not "not asked". */
export function registrationState(youth: Told, { fromOn, untilOn }: FactPeriod, lastOn: PlainDate): RegistrationState {
  const known = knownOn(youth, fromOn)
  if (known !== 'unknown' && known !== 'notAsked') return known
  const within = dateOf(plusDays(dayOf(fromOn), heardWithinDays))
  const heard = youth.occupations.filter(
    ({ statedOn, sinceOn }) =>
      fromOn < statedOn &&
      statedOn <= within &&
      statedOn <= lastOn &&
      (untilOn === null || statedOn < untilOn) &&
      (sinceOn === null || sinceOn <= fromOn),
  )
  return heard.find(({ kind }) => kind !== 'unknown')?.kind ?? (heard.length > 0 ? 'unknown' : known)
}
