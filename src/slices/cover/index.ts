export { addCoverPages } from './cover.routes.tsx'
