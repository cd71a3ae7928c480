/** Answers that a school's address has not been told of. */
import type { Tx } from '../../platform/db/tx.ts'

export type AnswerToTell = {
  readonly decisionId: number
  readonly receipt: string
  readonly unitCode: string
  readonly unitName: string
  readonly email: string
}

/** Answers in force for some minutes, to schools with an address, the oldest first. */
export const listAnswersToTell = (tx: Tx, most: number): Promise<AnswerToTell[]> =>
  tx.query<AnswerToTell>(
    `select d.id as "decisionId", n.receipt, u.code as "unitCode", u.name as "unitName", u.email
     from notices.decision d join notices.notice n on n.id = d.notice_pk and n.annulled_at is null
     join notices.school_unit u on u.code = n.unit_code and u.authority_pk = n.authority_pk and u.ended_at is null and u.email is not null
     where d.outcome = 'answered' and d.undone_at is null and d.school_told_at is null
       and d.decided_at between clock_timestamp() - interval '30 days' and clock_timestamp() - interval '5 minutes' order by d.id limit $1`,
    [most],
  )

export const markTold = (tx: Tx, decisionId: number): Promise<unknown> =>
  tx.query('update notices.decision set school_told_at = clock_timestamp() where id = $1', [decisionId])
