export { addCodingPages } from './coding.routes.tsx'
export { CodingCard } from './card.views.tsx'
export { readCodingOf, type CodingOfYouth } from './card.actions.ts'
