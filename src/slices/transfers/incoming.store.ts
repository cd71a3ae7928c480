/** Offers from other municipalities: a number alone until somebody has accepted, and then what was carried. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { recordsOf, residenceFrom, residenceJoins } from './residence.store.ts'
import type { Carried, Incoming, RefusalReason, Residence } from './transfers.types.ts'

type Row = Omit<Incoming, 'youth'> & {
  readonly subjectId: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  readonly isProtected: boolean | null
  readonly isAt: Residence['at'] | null
  readonly municipality: string | null
}

const columns = `n.id, n.transfer_id as "transferId", n.from_municipality as from, n.way,
  (n.received_at at time zone 'Europe/Stockholm')::date as "receivedOn", n.reason, s.name as "byName", n.told_at is not null as "isTold", n.content,
  case when n.withdrawn_at is not null then 'withdrawn' when n.answer = 'refused' then 'refused' when n.content_at is not null then 'received'
    when n.answer = 'accepted' then 'accepted' else 'waiting' end as state,
  v.subject_id as "subjectId", v.given_name as "givenName", v.family_name as "familyName", register.is_protected(v.person_id) as "isProtected",
  r.is_at as "isAt", re.municipality`
/** `$1`, `$2` the reader's scope, `$3` the municipality, `$4` the day. */
const joined = `from transfers.incoming n left join access.staff s on s.id = n.answered_by
  left join register.identity i on i.number = n.number and i.known_until = 'infinity'
  left join worklist.seen($1, $2) v on v.person_id = register.root_now(i.person_id) ${recordsOf('v.person_id')} ${residenceJoins('$3', '$4')}`

function incomingOf({ subjectId, givenName, familyName, isProtected, isAt, municipality, ...rest }: Row): Incoming {
  if (subjectId === null) return { ...rest, content: null, youth: null }
  const residence = residenceFrom(isAt, municipality)
  const youth = { subjectId, givenName: givenName ?? '', familyName: familyName ?? '', isProtected: isProtected === true, residence }
  return { ...rest, youth }
}

type Asked = { readonly scope: Scope; readonly code: string; readonly today: PlainDate }
const valuesOf = ({ scope, code, today }: Asked): unknown[] => [scope.units, scope.mayReadProtected, code, today]

/**
 * The newest offers about residents whom the reader may see; the others are not shown, nor counted. Besides them, with nothing of anybody, those that
 * were refused and whose answer is to be handed over as a file.
 */
export const listIncoming = async (tx: Tx, asked: Asked, limit: number): Promise<Incoming[]> =>
  (
    await tx.query<Row>(
      `select ${columns} ${joined} where (v.person_id is not null and (r.is_at = 'here' or n.answer is not null))
         or (n.way = 'file' and n.answer = 'refused' and n.told_at is null) order by n.id desc limit $5`,
      [...valuesOf(asked), limit],
    )
  ).map(incomingOf)

/** One offer; its youth is null when it is not for the reader. `hold`: until the transaction ends. */
export async function findIncoming(tx: Tx, asked: Asked, transferId: string, hold = false): Promise<Incoming | null> {
  if (hold) await tx.query('select from transfers.incoming where transfer_id = $1 for update', [transferId])
  const [row] = await tx.query<Row>(`select ${columns} ${joined} where n.transfer_id = $5`, [...valuesOf(asked), transferId])
  return row === undefined ? null : incomingOf(row)
}

export type NewIncoming = { readonly transferId: string; readonly from: string; readonly number: string; readonly way: 'inside' | 'file' }

/** Takes in an offer. What comes twice is there once: false. */
export const insertIncoming = async (tx: Tx, { transferId, from, number, way }: NewIncoming): Promise<boolean> =>
  (
    await tx.query(
      `insert into transfers.incoming (transfer_id, from_municipality, number, way) values ($1, $2, $3, $4) on conflict do nothing returning id`,
      [transferId, from, number, way],
    )
  ).length > 0

/** `by` null: nobody could answer in time. A refused offer keeps no number. */
export const answerIncoming = (
  tx: Tx,
  id: number,
  answer: { readonly reason: RefusalReason | null; readonly by: string | null },
): Promise<unknown> =>
  tx.query(
    `update transfers.incoming set answer = case when $2::text is null then 'accepted' else 'refused' end, reason = $2, answered_by = $3,
       answered_at = clock_timestamp(), number = case when $2::text is null then number end where id = $1`,
    [id, answer.reason, answer.by],
  )

/** Puts in what was carried, once, where it was accepted and from the one who offered it. False when it was not to come. */
export const insertContent = async (tx: Tx, transferId: string, from: string, content: Carried): Promise<boolean> =>
  (
    await tx.query(
      `update transfers.incoming set content = $3, content_at = clock_timestamp() where transfer_id = $1 and from_municipality = $2 and answer = 'accepted'
         and content_at is null and withdrawn_at is null and wiped_at is null and number = $4 returning id`,
      [transferId, from, JSON.stringify(content), content.number],
    )
  ).length > 0

/** The one who offered has taken it back, before anything was carried. */
export const takeBackIncoming = (tx: Tx, transferId: string, from: string): Promise<unknown> =>
  tx.query(
    `update transfers.incoming set withdrawn_at = clock_timestamp(), number = null
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

export type Unanswered = { readonly id: number; readonly receivedOn: PlainDate; readonly isAt: Residence['at'] | null }

/** Offers that wait, with where the register says that the one with the number lives. */
export const listUnanswered = (tx: Tx, code: string, today: PlainDate): Promise<Unanswered[]> =>
  tx.query<Unanswered>(
    `select n.id, (n.received_at at time zone 'Europe/Stockholm')::date as "receivedOn", case when i.person_id is not null then r.is_at end as "isAt"
     from transfers.incoming n left join register.identity i on i.number = n.number and i.known_until = 'infinity'
     ${recordsOf('register.root_now(i.person_id)')} ${residenceJoins('$1', '$2')}
     where n.answer is null and n.withdrawn_at is null order by n.id limit 500`,
    [code, today],
  )

/**
 * Forgets what was carried and the number: some days after it came, when it is in use or not needed, and of everybody on the last day of the year in
 * which hen turns 21 (2006:39, 7 §). Returns how many.
 */
export async function wipeIncoming(tx: Tx, keepDays: number, today: PlainDate): Promise<number> {
  const rows = await tx.query(
    `update transfers.incoming set number = null, content = null, wiped_at = clock_timestamp() where wiped_at is null and number is not null
       and (content_at < $2::date - make_interval(days => $1) or make_date(left(number, 4)::int + 21, 12, 31) <= $2::date) and answer is not null returning id`,
    [keepDays, today],
  )
  return rows.length
}
