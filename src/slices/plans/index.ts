export { addPlansPages } from './plans.routes.tsx'
export { PlanCard } from './card.views.tsx'
export { readPlansOf, type PlansOfYouth } from './card.actions.ts'
