export { addMeasuresPages } from './measures.routes.tsx'
export { MeasuresCard } from './card.views.tsx'
export { readMeasuresOf, type MeasuresOfYouth } from './card.actions.ts'
