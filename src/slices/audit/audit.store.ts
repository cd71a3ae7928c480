/** The audit line of a change, written in the change's own transaction (design idea 4). */
import { literal, type Tx } from '../../platform/db/tx.ts'
import type { AuditLine, LogPlace, WrittenLine } from './audit.types.ts'

/** The log of all slices but the sealed one. */
export const ourPlace: LogPlace = { schema: 'audit', role: 'lots_app' }

const columns = '(actor, action, outcome, subject_id, run_id, detail)'

const valuesOf = ({ actor, action, outcome, subjectId, runId, detail }: AuditLine) =>
  [actor, action, outcome ?? 'done', subjectId ?? null, runId ?? null, JSON.stringify(detail ?? {})] as const

/** Appends a line. The program's role can do nothing else to the log; the database links it into the chain at commit. */
export async function writeLine(tx: Tx, { schema }: Pick<LogPlace, 'schema'>, line: AuditLine): Promise<void> {
  await tx.prepared(`insert into ${schema}.line ${columns} values ($1, $2, $3, $4, $5, $6)`, valuesOf(line))
}

/** The same as text, to go in one round trip with the commit of a reading. */
export const lineAsText = ({ schema }: Pick<LogPlace, 'schema'>, line: AuditLine): string =>
  `insert into ${schema}.line ${columns} values (${valuesOf(line).map(literal).join(', ')})`

/** Who has read or changed what about a person: the newest lines first. */
export async function listLines(tx: Tx, { schema }: Pick<LogPlace, 'schema'>, subjectId: string, limit: number): Promise<WrittenLine[]> {
  return tx.query<WrittenLine>(
    `select id, at::text, actor, action, outcome, subject_id as "subjectId", run_id as "runId", detail
     from ${schema}.line where subject_id = $1 order by id desc limit $2`,
    [subjectId, limit],
  )
}

export const writeAuditLine = (tx: Tx, line: AuditLine): Promise<void> => writeLine(tx, ourPlace, line)

export const listLinesAbout = (tx: Tx, subjectId: string, limit: number): Promise<WrittenLine[]> =>
  listLines(tx, ourPlace, subjectId, limit)
