/** The cards of outreach on the person page. */
import type { PersonCard } from '../access/index.ts'
import type { OutreachOfYouth } from './card.actions.ts'

export const OutreachCards = (_: PersonCard<OutreachOfYouth>) => null
