export { addOwnPlanPages } from './ownplan.routes.tsx'
