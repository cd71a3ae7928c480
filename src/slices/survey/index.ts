export { addSurveyPages } from './survey.routes.tsx'
