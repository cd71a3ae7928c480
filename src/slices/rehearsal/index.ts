export { addRehearsalPages } from './rehearsal.routes.tsx'
