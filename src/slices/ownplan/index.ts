export { addOwnPlanPages } from './ownplan.routes.tsx'
export { ownPlanSecrets, tendOwnPages } from './tend.actions.ts'
