export { addVisitsPages } from './visits.routes.tsx'
