export { readOrganisation, saveDistrict, saveUnit } from './organisation.actions.ts'
export { addOrganisationPages } from './organisation.routes.tsx'
