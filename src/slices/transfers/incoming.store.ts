/** Offers from other municipalities: from whom and when, nothing of anybody until somebody has accepted, and then what was carried. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { recordsOf, residenceJoins } from './residence.store.ts'
import type { Carried, Incoming, IncomingYouth } from './transfers.types.ts'

type Row = Omit<Incoming, 'youth'> & { readonly [Field in keyof IncomingYouth]: IncomingYouth[Field] | null }

const columns = `n.id, n.transfer_id as "transferId", n.from_municipality as from, n.way,
  (n.received_at at time zone 'Europe/Stockholm')::date as "receivedOn", s.name as "byName", n.told_at is not null as "isTold",
  case when v.person_id is not null then n.content end as content,
  case when n.withdrawn_at is not null then case when n.answer = 'accepted' then 'notComing' else 'withdrawn' end when n.answer = 'refused' then 'refused'
    when n.wiped_at is not null then 'wiped' when n.content_at is not null then 'received' when n.answer = 'accepted' then 'accepted' else 'waiting' end as state,
  v.person_id as "personId", v.subject_id as "subjectId", v.given_name as "givenName", v.family_name as "familyName"`
/** `$1`, `$2` the reader's scope. What came was of nobody protected; should hen have become so since, hen is shown to nobody here, and it is wiped. */
const joined = `from transfers.incoming n left join access.staff s on s.id = n.answered_by
  left join register.identity i on i.number = n.content ->> 'number' and i.known_until = 'infinity'
  left join worklist.seen($1, $2) v on v.person_id = register.root_now(i.person_id) and not register.is_protected(v.person_id)`

function incomingOf({ personId, subjectId, givenName, familyName, ...rest }: Row): Incoming {
  if (personId === null || subjectId === null) return { ...rest, youth: null }
  return { ...rest, youth: { personId, subjectId, givenName: givenName ?? '', familyName: familyName ?? '' } }
}

/** Offers, those that wait for an answer first: of what came only what is about somebody whom the reader may see. */
export const listIncoming = async (tx: Tx, { units, mayReadProtected }: Scope, limit: number): Promise<Incoming[]> =>
  (
    await tx.query<Row>(
      `select ${columns} ${joined} where n.content is null or v.person_id is not null
       order by n.answer is null and n.withdrawn_at is null desc, n.id desc limit $3`,
      [units, mayReadProtected, limit],
    )
  ).map(incomingOf)

/** One offer; null also when what came is about somebody whom the reader may not see. `hold`: until the transaction ends. */
export async function findIncoming(tx: Tx, { units, mayReadProtected }: Scope, transferId: string, hold = false): Promise<Incoming | null> {
  if (hold) await tx.query('select from transfers.incoming where transfer_id = $1 for update', [transferId])
  const [row] = await tx.query<Row>(
    `select ${columns} ${joined} where n.transfer_id = $3 and (n.content is null or v.person_id is not null)`,
    [units, mayReadProtected, transferId],
  )
  return row === undefined ? null : incomingOf(row)
}

export type NewIncoming = { readonly transferId: string; readonly from: string; readonly way: 'inside' | 'file' }

/** Takes in an offer. What comes twice is there once: false. */
export const insertIncoming = async (tx: Tx, { transferId, from, way }: NewIncoming): Promise<boolean> =>
  (
    await tx.query(
      `insert into transfers.incoming (transfer_id, from_municipality, way) values ($1, $2, $3) on conflict do nothing returning id`,
      [transferId, from, way],
    )
  ).length > 0

export const answerIncoming = (tx: Tx, id: number, answer: { readonly accepted: boolean; readonly by: string }): Promise<unknown> =>
  tx.query('update transfers.incoming set answer = $2, answered_by = $3, answered_at = clock_timestamp() where id = $1', [
    id,
    answer.accepted ? 'accepted' : 'refused',
    answer.by,
  ])

/** Puts in what was carried, once, where it was accepted and from the one who offered it. False when it was not to come. */
export const insertContent = async (tx: Tx, transferId: string, from: string, content: Carried): Promise<boolean> =>
  (
    await tx.query(
      `update transfers.incoming set content = $3, content_at = clock_timestamp() where transfer_id = $1 and from_municipality = $2 and answer = 'accepted'
         and content_at is null and withdrawn_at is null returning id`,
      [transferId, from, JSON.stringify(content)],
    )
  ).length > 0

/** The one who offered has taken it back or cannot send, before anything was carried. */
export const takeBackIncoming = (tx: Tx, transferId: string, from: string): Promise<unknown> =>
  tx.query(
    `update transfers.incoming set withdrawn_at = clock_timestamp()
     where transfer_id = $1 and from_municipality = $2 and withdrawn_at is null and content_at is null`,
    [transferId, from],
  )

export type ToTell = { readonly id: number; readonly transferId: string; readonly from: string; readonly accepted: boolean }

/** Answers that the one who offered, inside the installation, has not been told. */
export const listToTell = (tx: Tx): Promise<ToTell[]> =>
  tx.query<ToTell>(
    `select n.id, n.transfer_id as "transferId", n.from_municipality as from, n.answer = 'accepted' as accepted from transfers.incoming n
     where n.answer is not null and n.told_at is null and n.way = 'inside' and n.withdrawn_at is null order by n.id limit 50 for update skip locked`,
  )
export const markTold = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update transfers.incoming set told_at = clock_timestamp() where id = $1 and told_at is null', [id])

/** How many offers wait for an answer. */
export async function countToAnswer(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from transfers.incoming n where n.answer is null and n.withdrawn_at is null',
  )
  return row?.n ?? 0
}

/** Ends what came as a file and nobody answered in so many days, or was accepted and never came. Returns how many. */
export async function endForgotten(
  tx: Tx,
  { wait, keep }: { readonly wait: number; readonly keep: number },
  today: PlainDate,
): Promise<number> {
  const rows = await tx.query(
    `update transfers.incoming n set withdrawn_at = clock_timestamp() where n.withdrawn_at is null and n.content_at is null and (
       (n.answer is null and n.way = 'file' and n.received_at < $3::date - make_interval(days => $1))
       or (n.answer = 'accepted' and n.answered_at < $3::date - make_interval(days => $2))) returning id`,
    [wait, keep, today],
  )
  return rows.length
}

/**
 * Forgets what was carried: some days after it came, when it is in use or not needed; at once when the youth has become protected; and of everybody on
 * the last day of the year in which hen turns 21 (2006:39, 7 §). Returns how many.
 */
export async function wipeIncoming(tx: Tx, keepDays: number, today: PlainDate): Promise<number> {
  const rows = await tx.query(
    `update transfers.incoming n set content = null, wiped_at = clock_timestamp() where n.content is not null and (n.content_at < $2::date - make_interval(days => $1)
       or make_date(left(n.content ->> 'number', 4)::int + 21, 12, 31) <= $2::date
       or exists (select from register.identity i where i.number = n.content ->> 'number' and i.known_until = 'infinity' and register.is_protected(i.person_id)))
     returning id`,
    [keepDays, today],
  )
  return rows.length
}

/** Whether our own register says that the one with the number lives here, unprotected: asked before anything about hen is taken in. */
export async function livesHere(tx: Tx, number: string, code: string, today: PlainDate): Promise<boolean> {
  const rows = await tx.query(
    `select 1 as one from register.identity i ${recordsOf('register.root_now(i.person_id)')} ${residenceJoins('$2', '$3')}
     where i.number = $1 and i.known_until = 'infinity' and r.is_at = 'here'`,
    [number, code, today],
  )
  return rows.length > 0
}
