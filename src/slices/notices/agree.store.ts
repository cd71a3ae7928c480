/** What the worker looks for among notices that may agree with something, or have agreed with something that is gone. The rules have the last word. */
import type { Tx } from '../../platform/db/tx.ts'

const ids = async (rows: Promise<{ noticeId: string }[]>): Promise<string[]> => (await rows).map(({ noticeId }) => noticeId)

/** Nobody has decided, and nobody has undone a decision: what somebody wanted to wait does not agree by itself. */
const undecided = `n.annulled_at is null and not exists (select from notices.decision d where d.notice_pk = n.id and d.undone_at is null)
  and not exists (select from notices.decision d where d.notice_pk = n.id and d.undone_by is not null)`

/** The records of whoever has the notice's number. */
const holder = `join register.identity i on i.number = n.number and i.known_until = 'infinity'
  join lateral (select register.root_now(i.person_id) as id) p on true`
const theirs = `(e.person_id = p.id or e.person_id in (select m.absorbed_id from register.merged_now m where m.root_id = p.id))`

/** `$1`: the tolerance in days. */
const isNear = `abs(n.event_on - case n.kind when 'start' then e.start_on else e.end_on end) <= $1`

/** Starts and ends that wait while another source says about the same of somebody who has the number. */
export const listAgreeing = (tx: Tx, toleranceDays: number): Promise<string[]> =>
  ids(
    tx.query(
      `select distinct n.notice_id as "noticeId" from notices.notice n ${holder}
       join register.enrolment e on e.school_unit = n.unit_code and e.known_until = 'infinity' and e.source <> 'anmalan' and ${theirs}
       where n.kind in ('start', 'end') and ${undecided}
         and ${isNear}`,
      [toleranceDays],
    ),
  )

/** The same event told besides, and accepted: again when the memory of it was out, or by way of another municipality. */
const told = `exists (select from notices.notice o join notices.decision d on d.notice_pk = o.id and d.undone_at is null
  and d.outcome in ('accepted', 'agreed') and d.effect <> 'already' where o.id <> n.id and o.annulled_at is null
  and (o.unit_code, o.number, o.kind, o.event_on) = (n.unit_code, n.number, n.kind, n.event_on) and o.how_ended is not distinct from n.how_ended)`

/** Notices that wait while the same has been told and accepted. */
export const listToldBesides = (tx: Tx): Promise<string[]> =>
  ids(tx.query(`select n.notice_id as "noticeId" from notices.notice n where ${undecided} and ${told}`))

/** Whether the same event has been told besides, and accepted. */
export const isToldBesides = async (tx: Tx, noticePk: number): Promise<boolean> =>
  (await tx.query(`select from notices.notice n where n.id = $1 and ${told}`, [noticePk])).length > 0

const agreed = `notices.decision a join notices.notice n on n.id = a.notice_pk and a.outcome = 'agreed' and a.undone_at is null
  and n.annulled_at is null and n.wiped_at is null`

/** Notices that were told besides and accepted, when the other is so no longer. */
export const listUntold = (tx: Tx): Promise<string[]> =>
  ids(tx.query(`select n.notice_id as "noticeId" from ${agreed} where a.effect = 'already' and not ${told}`))

/** Notices that a source agreed with, of whose studies no source says about the same any more. */
export const listUnsaid = (tx: Tx, toleranceDays: number): Promise<string[]> =>
  ids(
    tx.query(
      `select n.notice_id as "noticeId" from ${agreed} where a.effect = 'sourceSaysSo' and not exists (
         select from register.identity i join lateral (select register.root_now(i.person_id) as id) p on true
         join register.enrolment e on ${theirs} and e.school_unit = n.unit_code and e.known_until = 'infinity' and e.source <> 'anmalan' and ${isNear}
         where i.number = n.number and i.known_until = 'infinity')`,
      [toleranceDays],
    ),
  )

/** The last instant at which anything became known. */
export async function lastInstant(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ at: string | null }>('select max(known_at)::text as at from matching.instant')
  return row?.at ?? ''
}
