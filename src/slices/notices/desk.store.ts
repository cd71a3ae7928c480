/**
 * Notices as staff see them. A notice about somebody in the register is seen by those who may see that youth (`worklist.seen`); one about a number
 * that nobody here has, by those who see the whole municipality.
 */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { DecisionMade, DeskNotice, NoticePerson, Tab, TabCounts } from './desk.types.ts'

const local = (instant: string): string => `to_char(${instant} at time zone 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI')`

/** `$1`, `$2`: the scope. Whom the number belongs to now, and whether the reader may see that. */
export const visibleNotices = `
  from notices.notice n
  left join notices.decision d on d.notice_pk = n.id and d.undone_at is null
  left join lateral (select register.root_now(i.person_id) as person_id from register.identity i
    where i.number = n.number and i.known_until = 'infinity' order by i.id desc limit 1) p on true
  left join worklist.seen($1, $2) y on y.person_id = p.person_id
  where (y.person_id is not null or (p.person_id is null and $1::int[] is null))`

/** Sent on to a municipality outside the installation, and nobody has handed it over: it is still somebody's to do. */
const toHandOver = `coalesce(d.outcome = 'forwarded' and d.delivery = 'byHand' and d.delivered_at is null, false)`
const state = `case when n.annulled_at is not null then 'annulled' when ${toHandOver} then 'handOver' when d.id is not null then d.outcome else 'waiting' end`
const inTab: Readonly<Record<Tab, string>> = {
  waiting: `n.annulled_at is null and (d.id is null or ${toHandOver})`,
  accepted: `n.annulled_at is null and d.outcome in ('accepted', 'agreed')`,
  over: `n.annulled_at is null and d.outcome in ('refused', 'forwarded', 'answered') and not ${toHandOver}`,
  annulled: 'n.annulled_at is not null',
}

/** How many the reader may see of each. */
export async function countTabs(tx: Tx, { units, mayReadProtected }: Scope): Promise<TabCounts> {
  const counts = Object.entries(inTab).map(([tab, condition]) => `count(*) filter (where ${condition})::int as ${tab}`)
  const [row] = await tx.query<Record<Tab, number>>(`select ${counts.join(', ')} ${visibleNotices}`, [units, mayReadProtected])
  return row ?? { waiting: 0, accepted: 0, over: 0, annulled: 0 }
}

/** How many notices wait for the reader. */
export async function countWaiting(tx: Tx, { units, mayReadProtected }: Scope): Promise<number> {
  const [row] = await tx.prepared<{ n: number }>(`select count(*)::int as n ${visibleNotices} and ${inTab.waiting}`, [
    units,
    mayReadProtected,
  ])
  return row?.n ?? 0
}

/** `$3` the municipality, `$4` the day. Protected registration is never told by the register's own code (DOMAIN.md 3.3). */
const residence = `left join lateral (
    select bool_or(f.protected_registration) as hidden from register.protection f where f.person_id = any (m.ids) and f.known_until = 'infinity') pr on true
  left join lateral (select f.municipality from register.stay f where f.person_id = any (m.ids) and f.known_until = 'infinity' and f.from_on <= $4::date
    and (f.until_on is null or f.until_on > $4::date) order by f.from_on desc limit 1) st on true
  left join lateral (select f.municipality, f.on_date from register.registration f where f.person_id = any (m.ids) and f.known_until = 'infinity'
    and f.on_date <= $4::date order by f.on_date desc, f.id desc limit 1) re on true
  left join lateral (select max(f.on_date) as on_date from (select d.on_date from register.deregistration d where d.person_id = any (m.ids)
      and d.known_until = 'infinity' union all select e.on_date from register.death e where e.person_id = any (m.ids) and e.known_until = 'infinity') f
    where f.on_date <= $4::date) gone on true
  left join lateral (select case when v.person_id is null then 'unknown' when pr.hidden then
      case when st.municipality is null then 'unconfirmed' when st.municipality = $3 then 'here' else 'elsewhere' end
    when gone.on_date >= coalesce(re.on_date, gone.on_date) then 'gone' when re.municipality = $3 then 'here'
    when re.municipality is null then 'unknown' else 'elsewhere' end as is_at) r on true`

type Row = Omit<DeskNotice, 'person' | 'decision'> & { readonly person: NoticePerson | null; readonly decision: DecisionMade | null }

const wholeQuery = (condition: string, rest: string): string => `
  with picked as (select n.*, ${state} as state, p.person_id as known_as, d.id as decision_pk ${visibleNotices} and ${condition} ${rest})
  select n.id, n.notice_id as "noticeId", n.receipt, n.kind, n.origin, n.from_municipality as "fromMunicipality", n.returned_from as "returnedFrom", n.unit_code as "unitCode",
    n.unit_name as "unitName", n.authority_name as "authorityName", n.number, n.given_name as "givenName", n.family_name as "familyName",
    n.contact_name as "contactName", n.contact_phone as "contactPhone", n.contact_email as "contactEmail", n.event_on as "eventOn", n.from_on as "fromOn",
    n.school_type as "schoolType", n.education_code as "educationCode", n.how_ended as how, n.hours::float8 as hours, n.school_did as "schoolDid",
    n.reported_to_csn as "reportedToCsn", ${local('n.received_at')} as "receivedAt", (n.received_at at time zone 'Europe/Stockholm')::date as "receivedOn",
    ${local('coalesce(n.first_told_at, n.received_at)')} as "toldAt", (coalesce(n.first_told_at, n.received_at) at time zone 'Europe/Stockholm')::date as "toldOn",
    ${local('n.annulled_at')} as "annulledAt", n.annul_reason as "annulReason", n.wiped_at is not null as "isWiped", n.state,
    case when v.person_id is not null then json_build_object('personId', v.person_id, 'subjectId', v.subject_id, 'givenName', v.given_name,
      'familyName', v.family_name, 'unit', u.name, 'isProtected', register.is_protected(v.person_id),
      'isCovered', coalesce(v.from_on <= $4::date and (v.until_on is null or v.until_on > $4::date), false), 'staffName', h.name) end as person,
    r.is_at as residence, case when r.is_at = 'elsewhere' and not coalesce(pr.hidden, false) then re.municipality end as "residenceCode",
    case when d.id is not null then json_build_object('outcome', d.outcome, 'byName', s.name, 'at', ${local('d.decided_at')}, 'reason', d.reason, 'answer', d.answer,
      'toMunicipality', d.to_municipality, 'delivery', d.delivery, 'deliveredAt', ${local('d.delivered_at')}, 'effect', d.effect) end as decision
  from picked n left join notices.decision d on d.id = n.decision_pk left join access.staff s on s.id = d.decided_by
  left join worklist.youth v on v.person_id = n.known_as left join organisation.unit u on u.id = v.unit_id left join access.staff h on h.id = v.staff_id
  left join lateral (select array(select n.known_as union select x.absorbed_id from register.merged_now x where x.root_id = n.known_as) as ids) m on true
  ${residence}`

type Asked = { readonly scope: Scope; readonly code: string; readonly today: PlainDate }
const valuesOf = ({ scope, code, today }: Asked): unknown[] => [scope.units, scope.mayReadProtected, code, today]

/** The notices of a tab: those that wait with the oldest first, the others with the newest first. */
export function listNotices(tx: Tx, asked: Asked, tab: Tab, { limit, offset }: { limit: number; offset: number }): Promise<Row[]> {
  const order = tab === 'waiting' ? 'n.id' : 'n.id desc'
  return tx.query<Row>(`${wholeQuery(inTab[tab], `order by ${order} limit $5 offset $6`)} order by ${order}`, [
    ...valuesOf(asked),
    limit,
    offset,
  ])
}

/** One notice that the reader may see; null when there is none, or not for this reader. */
export async function findNotice(tx: Tx, asked: Asked, noticeId: string): Promise<Row | null> {
  const [row] = await tx.query<Row>(wholeQuery('n.notice_id = $5', ''), [...valuesOf(asked), noticeId])
  return row ?? null
}

/** Other notices of the same number, the newest first, as far as the reader may see: told by another school, or again. */
export const listOthers = (
  tx: Tx,
  asked: Asked,
  { number, noticeId }: Pick<DeskNotice, 'number' | 'noticeId'>,
  limit: number,
): Promise<Row[]> =>
  tx.query<Row>(`${wholeQuery('n.number = $5 and n.notice_id <> $6', 'order by n.id desc limit $7')} order by n.id desc`, [
    ...valuesOf(asked),
    number,
    noticeId,
    limit,
  ])

/** The notices about one human being, the newest first. The caller has asked whether the reader may see the youth. */
export const listNoticesOf = (tx: Tx, personIds: readonly number[], limit: number): Promise<Row[]> =>
  tx.query<Row>(
    `${wholeQuery(
      `n.number = any (array(select i.number from register.identity i where i.person_id = any ($5) and i.known_until = 'infinity'))`,
      'order by n.id desc limit $6',
    )} order by n.id desc`,
    [null, true, '', '9999-12-31', personIds, limit],
  )
