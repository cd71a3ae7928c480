export { addOwnPlanPages } from './ownplan.routes.tsx'
export { ownPlanSecrets, tendOwnPages } from './tend.actions.ts'
export { sendLink } from './link.actions.ts'
