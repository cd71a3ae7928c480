/** The card of what has been coded on the person page. */
import type { PersonCard } from '../access/index.ts'
import type { CodingOfYouth } from './card.actions.ts'

export const CodingCard = (_props: PersonCard<CodingOfYouth>) => null
