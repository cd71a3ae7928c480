/** Reading the template's versions for its settings. They hold nothing of anybody: no line in the log. */
import { inTransaction, type Pool } from '../../../platform/db/tx.ts'
import { listTemplates } from './report.store.ts'
import type { TemplateVersion } from './talks.types.ts'

export const readTemplates = (pool: Pool): Promise<TemplateVersion[]> => inTransaction(pool, listTemplates, 'lots_followup')
