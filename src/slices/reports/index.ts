export { addReportsPages } from './reports.routes.tsx'
