/** The stops of a round as a reader may see them, and the youths who can become stops. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Candidate, Stop } from './visits.types.ts'

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`

/** What is written about a visit; `s` is the stop. */
export const fieldColumns = `${ms('s.checked_in_at')} as "checkedInAt", ${ms('s.checked_out_at')} as "checkedOutAt", s.result, s.note`

const latestCard = `(select json_build_object('cardId', c.card_id, 'visitDay', c.visit_day, 'visitTime', to_char(c.visit_time, 'HH24:MI'),
  'deliveredOn', c.delivered_on) from visits.card c where c.stop_id = s.id order by c.id desc limit 1)`

const stopColumns = `
  s.id, s.stop_id as "stopId", y.person_id as "personId", y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName",
  y.street, y.postal_code as "postalCode", y.locality, y.unit_id as "unitId", s.place, to_char(s.planned_at, 'HH24:MI') as "plannedAt",
  ${fieldColumns}, s.contact_id as "contactId", s.version, visits.is_announced(s.person_id, r.on_day) as "isAnnounced", ${latestCard} as card`

/** The stops that the reader may see, in order. A youth who has been made protected since is not among them. */
export const listStops = (tx: Tx, { units, mayReadProtected }: Scope, roundId: string): Promise<Stop[]> =>
  tx.prepared<Stop>(
    `select ${stopColumns} from visits.stop s join visits.round r on r.id = s.round_id
       join worklist.seen($1, $2) y on y.person_id = register.root_now(s.person_id)
     where r.round_id = $3 and s.removed_at is null order by s.place, s.id`,
    [units, mayReadProtected, roundId],
  )

const isOpenElsewhere = `y.person_id in (select register.root_now(s.person_id) from visits.stop s join visits.round r on r.id = s.round_id
  where s.removed_at is null and s.result is null and r.state in ('planned', 'underWay'))`

/** The next step is a card or a visit: by the ladder, or by what was agreed. */
const isNext = `t.step_from <= $4 and (t.step in ('visitCard', 'homeVisit') or (t.step = 'keepAgreement' and t.detail ->> 'agreed' = 'visit'))`

export type CandidateQuestion = { readonly on: PlainDate; readonly today: PlainDate; readonly districtId: number | null }

/** Youths of the district (null: of all) whose next step is a card or a visit by the day, with an address, and in no other round. */
export const listCandidates = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  { on, today, districtId }: CandidateQuestion,
  limit: number,
): Promise<Candidate[]> =>
  tx.prepared<Candidate>(
    `select y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName", y.street, y.postal_code as "postalCode",
       y.locality, d.name as district, t.step, t.step_due as "stepDue"
     from worklist.seen($1, $2) y join outreach.standing t on t.person_id = y.person_id left join organisation.district d on d.id = y.district_id
     where ${isNext} and y.street <> '' and ($3::int is null or y.district_id = $3) and y.from_on <= $5 and (y.until_on is null or y.until_on > $5)
       and not ${isOpenElsewhere}
     order by t.step_due, y.person_id limit $6`,
    [units, mayReadProtected, districtId, on, today, limit],
  )

/** Whether the youth already is in a round that is not over, without a result. */
export async function isInARound(tx: Tx, personId: number): Promise<boolean> {
  const rows = await tx.query(`select from (select $1::bigint as person_id) y where ${isOpenElsewhere}`, [personId])
  return rows.length > 0
}

/** Whether the youth is covered on the day, or followed preventively: nobody else is visited. */
export async function isFollowed(tx: Tx, personId: number, today: PlainDate): Promise<boolean> {
  const rows = await tx.query(
    `select from worklist.youth y where y.person_id = $1 and ((y.from_on <= $2 and (y.until_on is null or y.until_on > $2))
       or exists (select from worklist.watch w where w.person_id = y.person_id and w.known_until = 'infinity' and w.from_on <= $2))`,
    [personId, today],
  )
  return rows.length > 0
}

/** Adds a youth last in the round. */
export const insertStop = (tx: Tx, roundId: number, personId: number): Promise<unknown> =>
  tx.query(
    `insert into visits.stop (round_id, person_id, place)
     values ($1, $2, (select coalesce(max(place), 0) + 1 from visits.stop where round_id = $1))`,
    [roundId, personId],
  )

/** Takes a stop out of its round. */
export const removeStop = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update visits.stop set removed_at = clock_timestamp(), version = version + 1 where id = $1', [id])

/** Takes out the stops that the reader does not see and nobody wrote a result for: the round can be closed without them. */
export const removeUnseen = (tx: Tx, roundId: number, seen: readonly number[]): Promise<{ personId: number }[]> =>
  tx.query<{ personId: number }>(
    `update visits.stop set removed_at = clock_timestamp(), version = version + 1
     where round_id = $1 and removed_at is null and result is null and id <> all ($2) returning person_id as "personId"`,
    [roundId, seen],
  )

/** Writes the order: the ids as they come. */
export const saveOrder = (tx: Tx, ids: readonly number[]): Promise<unknown> =>
  tx.query(
    `update visits.stop s set place = o.place from unnest($1::bigint[]) with ordinality as o (id, place) where s.id = o.id and s.place <> o.place`,
    [ids],
  )

export type PlannedTime = { readonly id: number; readonly time: string | null }

/** Writes the planned times. */
export const saveTimes = (tx: Tx, times: readonly PlannedTime[]): Promise<unknown> =>
  tx.query(
    `update visits.stop s set planned_at = p.time from unnest($1::bigint[], $2::time[]) as p (id, time) where s.id = p.id
       and s.planned_at is distinct from p.time`,
    [times.map(({ id }) => id), times.map(({ time }) => time)],
  )
