/** Answers that a school's address has not been told of. */
import type { Tx } from '../../platform/db/tx.ts'

export type AnswerToTell = {
  readonly decisionId: number
  readonly tries: number
  readonly receipt: string
  readonly unitCode: string
  readonly unitName: string
  readonly email: string
}

/**
 * Answers in force for some minutes, to schools with an address: those tried the fewest times first, then the oldest, so that what cannot go out never
 * stands before what can. One that could not is left alone for longer each time: the nth try is 5 (1 + n²) minutes after the answer, the twentieth
 * after 30 hours.
 */
export const listAnswersToTell = (tx: Tx, most: number): Promise<AnswerToTell[]> =>
  tx.query<AnswerToTell>(
    `select d.id as "decisionId", d.tell_tries as tries, n.receipt, u.code as "unitCode", u.name as "unitName", u.email
     from notices.decision d join notices.notice n on n.id = d.notice_pk and n.annulled_at is null
     join notices.school_unit u on u.code = n.unit_code and u.authority_pk = n.authority_pk and u.ended_at is null and u.email is not null
     where d.outcome = 'answered' and d.undone_at is null and d.school_told_at is null
       and d.decided_at between clock_timestamp() - interval '30 days'
         and clock_timestamp() - interval '5 minutes' * (1 + d.tell_tries * d.tell_tries)
     order by d.tell_tries, d.id limit $1`,
    [most],
  )

/** The answer is told, or is not tried again. One that was undone meanwhile stands as it is. */
export const markTold = (tx: Tx, decisionId: number): Promise<unknown> =>
  tx.query(
    'update notices.decision set school_told_at = clock_timestamp(), tell_tries = tell_tries + 1 where id = $1 and undone_at is null',
    [decisionId],
  )

export const countTelling = (tx: Tx, decisionId: number): Promise<unknown> =>
  tx.query('update notices.decision set tell_tries = tell_tries + 1 where id = $1 and undone_at is null', [decisionId])
