export { readOverview, type OverviewPlace } from './overview.actions.ts'
export { addOverview } from './overview.routes.tsx'
