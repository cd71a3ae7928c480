/** What a youth did when the responsibility began, as figures count it: by the rule of `ladder`, and nothing after the last day looked at. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { occupationAtRegistration, type RegistrationOccupation } from '../ladder/index.ts'
import type { FactPeriod, FactYouth } from './facts.types.ts'

/** Few have said anything the day the responsibility begins: what is said within so many days tells it too. */
const heardWithinDays = 30

/** What the youth did when the period began, by what was said until the last day looked at. */
export const registrationState = (
  { occupations, studies }: Pick<FactYouth, 'occupations' | 'studies'>,
  period: FactPeriod,
  lastOn: PlainDate,
): RegistrationOccupation =>
  occupationAtRegistration({ said: occupations, studies }, period, { withinDays: heardWithinDays, asksSchool: true, lastOn })
