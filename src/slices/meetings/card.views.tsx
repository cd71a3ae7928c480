/** The cards of meetings on the person page. */
import type { PersonCard } from '../access/index.ts'
import type { MeetingsOfYouth } from './card.actions.ts'

export const MeetingsCard = (_: PersonCard<MeetingsOfYouth>) => null
