/** The cards of questions on the person page. */
import type { PersonCard } from '../access/index.ts'
import type { QuestionsOfYouth } from './card.actions.ts'

export const QuestionsCard = (_: PersonCard<QuestionsOfYouth>) => null
