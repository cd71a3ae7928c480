export { addHandbookPages } from './handbook.routes.tsx'
