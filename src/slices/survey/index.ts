export { forgetExpiredCodes } from './hand.actions.ts'
export { shippedQuestionnaires } from './shipped.ts'
export { addSurveyPages } from './survey.routes.tsx'
