/** What a youth does on a day, as the return asks it: by the rule of `ladder`, with the profile's days and whether it asks a school. */
import { occupationAtRegistration as atRegistration, occupationToldOn, type Told } from '../ladder/index.ts'
import type { ProfileRules } from './profile.types.ts'
import type { ReturnContact, ReturnOccupation, ReturnPeriod, ReturnYouth } from './returns.types.ts'

type Asked = Pick<ProfileRules, 'occupationFromSchool' | 'occupationWithinDays'>

const toldOf = ({ statements, studies }: Pick<ReturnYouth, 'statements' | 'studies'>): Told => ({ said: statements, studies })

/** What was said in the contact, else what was known on its day. */
export const occupationAtContact = (
  youth: Pick<ReturnYouth, 'statements' | 'studies'>,
  contact: ReturnContact,
  { occupationFromSchool }: Asked,
): ReturnOccupation => contact.occupation ?? occupationToldOn(toldOf(youth), contact.on, occupationFromSchool)

/** What the youth did when the period began. What was said after the half-year's last day tells it too, within the profile's days. */
export const occupationAtRegistration = (
  youth: Pick<ReturnYouth, 'statements' | 'studies'>,
  period: ReturnPeriod,
  { occupationFromSchool, occupationWithinDays }: Asked,
): ReturnOccupation =>
  atRegistration(toldOf(youth), period, { withinDays: occupationWithinDays, asksSchool: occupationFromSchool, lastOn: null })
