export { addYouthPages } from './youth.routes.tsx'
