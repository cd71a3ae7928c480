export { addCoveragePages } from './coverage.routes.tsx'
