/** Meetings with partners, and the questions of those that are open. Youths within the reader's scope, and never a protected one. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AskedYouth, AskGround, MeetingCounts, MeetingPlace, MeetingView, MeetingYouth, NetworkMeeting } from './network.types.ts'

const columns = `m.meeting_id as "meetingId", p.partner_id as "partnerId", p.name as "partnerName", p.kind as "partnerKind", m.held_on as "heldOn",
  to_char(m.begins_at, 'HH24:MI') as "beginsAt", m.place, m.made_by as "madeBy",
  case when m.closed_at is not null then json_build_object('asked', m.asked, 'yes', m.yes, 'no', m.no, 'unknown', m.unknown) end as counts`
const from = 'network.meeting m join network.partner p on p.id = m.partner_pk'

/** Meetings from 60 days ago on: those that are open first, in the order of their days. */
export const listMeetings = (tx: Tx, today: PlainDate, partnerId: string | null): Promise<NetworkMeeting[]> =>
  tx.query<NetworkMeeting>(
    `select ${columns} from ${from} where m.held_on > $1::date - 60 and ($2::uuid is null or p.partner_id = $2)
     order by m.closed_at is not null, case when m.closed_at is null then m.held_on end, m.held_on desc, m.begins_at, m.id limit 60`,
    [today, partnerId],
  )

export async function findMeeting(tx: Tx, meetingId: string, isHeld = false): Promise<NetworkMeeting | null> {
  const [row] = await tx.query<NetworkMeeting>(
    `select ${columns} from ${from} where m.meeting_id = $1 ${isHeld ? 'for update of m' : ''}`,
    [meetingId],
  )
  return row ?? null
}

/** How many meetings of one's own within so many days have nobody to ask about yet. */
export async function countUnprepared(tx: Tx, staffId: string, today: PlainDate, days: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from network.meeting m where m.made_by = $1 and m.closed_at is null and m.held_on between $2::date and $2::date + $3::int
       and not exists (select from network.asked a where a.meeting_pk = m.id)`,
    [staffId, today, days],
  )
  return row?.n ?? 0
}

/** Open meetings that nobody has closed a while after their day, held. */
export const holdForgotten = (tx: Tx, before: PlainDate): Promise<NetworkMeeting[]> =>
  tx.query<NetworkMeeting>(
    `select ${columns} from ${from} where m.closed_at is null and m.held_on <= $1::date order by m.id for update of m skip locked`,
    [before],
  )

export type NewMeeting = Pick<NetworkMeeting, 'heldOn' | 'beginsAt' | 'place'>

/** Returns its id; empty when there is no such partner. */
export async function insertMeeting(tx: Tx, partnerId: string, { heldOn, beginsAt, place }: NewMeeting, staffId: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into network.meeting (partner_pk, held_on, begins_at, place, made_by)
     select p.id, $2::date, $3::time, $4, $5::uuid from network.partner p where p.partner_id = $1 returning meeting_id as id`,
    [partnerId, heldOn, beginsAt, place, staffId],
  )
  return row?.id ?? ''
}

export type NewAsked = { readonly questionId: string; readonly ground: AskGround; readonly consentId: number | null }

/** Ties a question to an open meeting, with the ground that was said. */
export const insertAsked = (tx: Tx, meetingId: string, { questionId, ground, consentId }: NewAsked): Promise<unknown> =>
  tx.query(
    'insert into network.asked (question_id, meeting_pk, ground, consent_pk) select $2::uuid, m.id, $3, $4::bigint from network.meeting m where m.meeting_id = $1',
    [meetingId, questionId, ground, consentId],
  )

const state = `case when q.answered_at is not null then 'answered' when q.revoked_at is not null then 'revoked'
  when q.expires_at <= clock_timestamp() then 'expired' when q.opened_at is not null then 'opened' else 'waiting' end`

/** Whom an open meeting asks about, of those that the reader may see. */
export const listAsked = (tx: Tx, { units }: Scope, meetingId: string): Promise<AskedYouth[]> =>
  tx.query<AskedYouth>(
    `select y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName", to_char(y.born_on, 'YYYY') as "birthYear",
       ${state} as state, q.answer
     from network.asked a join network.meeting m on m.id = a.meeting_pk join questions.question q on q.question_id = a.question_id
     join worklist.seen($1, false) y on y.person_id = register.root_now(q.person_id)
     where m.meeting_id = $2 order by y.family_name collate "sv-x-icu", y.given_name collate "sv-x-icu", q.id`,
    [units, meetingId],
  )

/** Every question of a meeting with its state: no youth is named. */
export const listQuestionStates = (
  tx: Tx,
  meetingId: string,
): Promise<(Pick<AskedYouth, 'state' | 'answer'> & { readonly questionId: string })[]> =>
  tx.query(
    `select a.question_id as "questionId", ${state} as state, q.answer from network.asked a join network.meeting m on m.id = a.meeting_pk
     join questions.question q on q.question_id = a.question_id where m.meeting_id = $1`,
    [meetingId],
  )

/** Those who are covered on the day ($3) and not asked about at the meeting ($2) yet, of those in the scope ($1). */
const askable = `from worklist.seen($1, false) y left join organisation.unit o on o.id = y.unit_id left join organisation.district d on d.id = y.district_id
  where y.from_on <= $3::date and (y.until_on is null or y.until_on > $3::date) and not exists (
    select from network.asked a join network.meeting m on m.id = a.meeting_pk join questions.question k on k.question_id = a.question_id
    where m.meeting_id = $2 and register.root_now(k.person_id) = y.person_id and k.revoked_at is null)`

/** So many candidates are shown at a time. */
const candidatesShown = 50
/** Those with some consent are few: all of them are asked whether it covers the partner. */
const mostConsenting = 1000

export type Candidate = Omit<MeetingYouth, 'consentUntil'> & { readonly personId: number }
export type CandidateQuestion = {
  readonly scope: Scope
  readonly meetingId: string
  readonly staffId: string
  readonly today: PlainDate
  readonly view: MeetingView
}

/** Whom the meeting could ask about, the longest without a contact first. */
export const listCandidates = (tx: Tx, { scope, meetingId, staffId, today, view }: CandidateQuestion): Promise<Candidate[]> =>
  tx.query<Candidate>(
    `select q.* from (select y.person_id::int as "personId", y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName",
         to_char(y.born_on, 'YYYY') as "birthYear", o.name as unit, (select max((c.happened_at at time zone 'Europe/Stockholm')::date) from outreach.contact c
           where c.person_id = y.person_id and c.struck_at is null) as "lastContactOn"
       ${askable} and case $4 when 'mine' then y.staff_id = $5::uuid when 'unit' then y.unit_id = $6::int when 'district' then y.district_id = $6::int
         when 'consenting' then y.person_id in (select register.root_now(c.person_id) from consents.consent c
           where c.withdrawn_on is null and c.until_on >= $3::date) else true end) q
     order by q."lastContactOn" nulls first, q."familyName" collate "sv-x-icu", q."givenName" collate "sv-x-icu" limit $7`,
    [
      scope.units,
      meetingId,
      today,
      view.of,
      staffId,
      'id' in view ? view.id : null,
      view.of === 'consenting' ? mostConsenting : candidatesShown,
    ],
  )

/** The units and districts of those whom the meeting could ask about, and how many in each. */
export const listPlaces = (tx: Tx, { units }: Scope, meetingId: string, today: PlainDate): Promise<MeetingPlace[]> =>
  tx.query<MeetingPlace>(
    `select 'unit' as of, o.id, o.name, count(*)::int as n ${askable} and o.id is not null group by o.id, o.name
     union all select 'district', d.id, d.name, count(*)::int ${askable} and d.id is not null group by d.id, d.name order by 1 desc, 3`,
    [units, meetingId, today],
  )

/** How many of them are the reader's own, and how many there are. */
export async function countCandidates(tx: Tx, { units }: Scope, { meetingId, staffId, today }: Omit<CandidateQuestion, 'scope' | 'view'>) {
  const [row] = await tx.query<{ all: number; mine: number }>(
    `select count(*)::int as all, count(*) filter (where y.staff_id = $4::uuid)::int as mine ${askable}`,
    [units, meetingId, today, staffId],
  )
  return row ?? { all: 0, mine: 0 }
}

/** Of these youths, those whom the meeting can ask about today. */
export async function listAskable(
  tx: Tx,
  { units }: Scope,
  { meetingId, today }: { readonly meetingId: string; readonly today: PlainDate },
  subjectIds: readonly string[],
): Promise<string[]> {
  const found = await tx.query<{ id: string }>(`select y.subject_id as id ${askable} and y.subject_id = any ($4::uuid[])`, [
    units,
    meetingId,
    today,
    subjectIds,
  ])
  return found.map(({ id }) => id)
}

/** How many a meeting has asked about, whoever may see them. */
export async function countAsked(tx: Tx, meetingId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from network.asked a join network.meeting m on m.id = a.meeting_pk where m.meeting_id = $1',
    [meetingId],
  )
  return row?.n ?? 0
}

/** Of these people, those of whom some consent is in force: few, so that whom each covers is asked one by one. */
export async function listConsenting(tx: Tx, personIds: readonly number[], on: PlainDate): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select distinct register.root_now(c.person_id)::int as id from consents.consent c
     where c.withdrawn_on is null and c.until_on >= $2::date and register.root_now(c.person_id) = any ($1::bigint[])`,
    [personIds, on],
  )
  return rows.map(({ id }) => id)
}

/** Closes a meeting: whom it asked about is forgotten, how many is kept. */
export async function saveClosing(tx: Tx, meetingId: string, { asked, yes, no, unknown }: MeetingCounts): Promise<void> {
  await tx.query('delete from network.asked a using network.meeting m where m.id = a.meeting_pk and m.meeting_id = $1', [meetingId])
  await tx.query(
    `update network.meeting set closed_at = clock_timestamp(), asked = $2, yes = $3, no = $4, unknown = $5 where meeting_id = $1`,
    [meetingId, asked, yes, no, unknown],
  )
}
