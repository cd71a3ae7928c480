/** The cards of replies on the person page. */
import type { PersonCard } from '../access/index.ts'
import type { RepliesOfYouth } from './card.actions.ts'

export const RepliesCard = (_: PersonCard<RepliesOfYouth>) => null
