export { writeAuditLine, type AuditLine } from './audit.store.ts'
