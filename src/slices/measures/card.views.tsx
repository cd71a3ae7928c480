/** The card of measures on the person page. */
import type { PersonCard } from '../access/index.ts'
import type { MeasuresOfYouth } from './card.actions.ts'

export const MeasuresCard = (_props: PersonCard<MeasuresOfYouth>) => null
