export { writeAuditLine } from './audit.store.ts'
