export { addTodayPages } from './today.routes.tsx'
