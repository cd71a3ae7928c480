export { openInstallation, type Installation, type Municipality } from './tenancy.actions.ts'
