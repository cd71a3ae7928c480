export { addPreventionPages } from './prevention.routes.tsx'
export { PreventionCard } from './card.views.tsx'
export { readPreventionOf, type PreventionOfYouth } from './card.actions.ts'
export { forgetAbsence, readAbsence, type AbsenceSource } from './absence.actions.ts'
