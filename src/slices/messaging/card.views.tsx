/** The cards of messaging on the person page. */
import type { PersonCard } from '../access/index.ts'
import type { MessagingOfYouth } from './card.actions.ts'

export const MessagingCard = (_: PersonCard<MessagingOfYouth>) => null
