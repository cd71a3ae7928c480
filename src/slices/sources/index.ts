export { addSourcesPages } from './sources.routes.tsx'
