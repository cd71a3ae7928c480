/** What is known when a contact is judged: whether the youth is one of those whose contacts may be kept, who works here, where the letter went. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { CoveredDays } from './occupation.types.ts'

export type FollowedQuestion = {
  readonly personId: number
  /** The day of the contact. */
  readonly on: PlainDate
  readonly today: PlainDate
  /** The municipality, for readers with the right to the restricted list; null for everybody else. */
  readonly restrictedIn: string | null
}

const followedQuery = `
  select exists (select from worklist.youth y where y.person_id = $1 and y.from_on <= $2 and (y.until_on is null or y.until_on > $2))
    or exists (select from register.period p where p.person_id = $1 and p.from_on <= $2 and (p.until_on is null or p.until_on > $2))
    or exists (select from worklist.watch w where w.person_id = $1 and w.known_until = 'infinity') as "isFollowed"`

const restrictedQuery = 'select $1 in (select s from worklist.unconfirmed_stay($2, $3) s) as "isFollowed"'

/** Covered on the day of the contact, watched now, or on the restricted list of those whose stay nobody has confirmed. */
export async function isFollowed(tx: Tx, { personId, on, today, restrictedIn }: FollowedQuestion): Promise<boolean> {
  const [row] = await tx.prepared<{ isFollowed: boolean }>(followedQuery, [personId, on])
  if (row?.isFollowed === true || restrictedIn === null) return row?.isFollowed ?? false
  const [listed] = await tx.query<{ isFollowed: boolean }>(restrictedQuery, [personId, restrictedIn, today])
  return listed?.isFollowed ?? false
}

/** When the youth has been covered by the day, the earliest first. */
export const listCoveredDays = (tx: Tx, personId: number, by: PlainDate): Promise<CoveredDays[]> =>
  tx.prepared<CoveredDays>(
    `select c.from_on as "fromOn", c.until_on as "untilOn"
     from (select y.from_on, y.until_on from worklist.youth y where y.person_id = $1
       union select p.from_on, p.until_on from register.period p where p.person_id = $1) c
     where c.from_on <= $2 and (c.until_on is null or c.until_on > c.from_on) order by 1, 2`,
    [personId, by],
  )

/** The day of a contact with the youth that was not struck; null when there is none such. */
export async function findContactDay(tx: Tx, personIds: readonly number[], contactId: string): Promise<PlainDate | null> {
  const [row] = await tx.prepared<{ on: PlainDate }>(
    `select (c.happened_at at time zone 'Europe/Stockholm')::date as on from outreach.contact c
     where c.contact_id = $2::uuid and c.person_id = any ($1) and c.struck_at is null`,
    [personIds, contactId],
  )
  return row?.on ?? null
}

/** Whether the youth is covered on the day, as the lists have it. */
export async function isOnList(tx: Tx, personId: number, on: PlainDate): Promise<boolean> {
  const rows = await tx.prepared<{ one: number }>(
    'select 1 as one from worklist.youth y where y.person_id = $1 and y.from_on <= $2 and (y.until_on is null or y.until_on > $2)',
    [personId, on],
  )
  return rows.length > 0
}

export type Colleague = { readonly id: string; readonly name: string }

/** Everybody who works here and is not shut out, by name. */
export const listColleagues = (tx: Tx): Promise<Colleague[]> =>
  tx.prepared<Colleague>('select s.id, s.name from access.staff s where s.active order by s.name collate "sv-x-icu", s.id')

/** An address on one line, as the ledger writes it; empty when there is none. */
export async function addressLineOf(tx: Tx, street: string, postalCode: string, locality: string): Promise<string> {
  const [row] = await tx.query<{ line: string }>('select outreach.address_line($1, $2, $3) as line', [street, postalCode, locality])
  return row?.line ?? ''
}
