/** The card of plans on the person page. */
import type { PersonCard } from '../access/index.ts'
import type { PlansOfYouth } from './card.actions.ts'

export const PlanCard = (_props: PersonCard<PlansOfYouth>) => null
