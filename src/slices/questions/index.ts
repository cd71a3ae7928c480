export { addQuestionsPages } from './questions.routes.tsx'
export { QuestionsCard } from './card.views.tsx'
export { readQuestionsOf, type QuestionsOfYouth } from './card.actions.ts'
export { answerQuestion, askQuestion, wipeReceivers } from './questions.actions.ts'
