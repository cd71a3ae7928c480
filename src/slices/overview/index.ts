export { readOverview, type OverviewPlace, type Story } from './overview.actions.ts'
export { addOverview } from './overview.routes.tsx'
