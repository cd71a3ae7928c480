/** The audit line of a change, written in the change's own transaction (design idea 4). */
import type { Tx } from '../../platform/db/tx.ts'

export type AuditLine = {
  readonly actor: string
  /** `slice.verb`, the same word as the permission. */
  readonly action: string
  readonly outcome?: string
  readonly subjectId?: string | null
  readonly runId?: number | null
  /** Counts and codes only; never a name, a number or an address. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Appends a line. The program's role can do nothing else to the log. */
export async function writeAuditLine(tx: Tx, line: AuditLine): Promise<void> {
  await tx.query('insert into audit.line (actor, action, outcome, subject_id, run_id, detail) values ($1, $2, $3, $4, $5, $6)', [
    line.actor,
    line.action,
    line.outcome ?? 'done',
    line.subjectId ?? null,
    line.runId ?? null,
    JSON.stringify(line.detail ?? {}),
  ])
}
