export { addReportsPages } from './reports.routes.tsx'
export { isPublished, publishReport } from './reports.actions.ts'
export { latestYear, stretchOf } from './report.rules.ts'
