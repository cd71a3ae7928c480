/** Absences: set, changed while they last, taken away before they begin. Times are by the Swedish calendar. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Absence, AbsenceWish, Colleague, Span } from './cover.types.ts'

const absenceColumns = `a.absence_id as "absenceId", a.staff_id as "staffId", t.name as staff, t.unit_id as "unitId",
  a.substitute_id as "substituteId", b.name as substitute, a.from_on as "fromOn", a.until_on as "untilOn", c.name as "setBy",
  a.summary_read_at is not null as "isRead", a.version`
const absences = `cover.absence a join access.staff t on t.id = a.staff_id join access.staff b on b.id = a.substitute_id
  join access.staff c on c.id = a.set_by`

/**
 * Absences that are under way or to come, the first first. `units`: of those units' staff (null: all), and besides the reader's own and
 * those that the reader stands in for.
 */
export const listAbsences = (tx: Tx, units: readonly number[] | null, staffId: string, today: PlainDate): Promise<Absence[]> =>
  tx.prepared<Absence>(
    `select ${absenceColumns} from ${absences} where a.ended_at is null and a.until_on > $3
       and ($1::int[] is null or t.unit_id = any ($1) or a.staff_id = $2 or a.substitute_id = $2) order by a.from_on, t.name, a.id`,
    [units, staffId, today],
  )

/** Absences of these colleagues, and of those they stand in for, that share a day with the time from today on: what notes are made of. */
export const listRelatedAbsences = (tx: Tx, staffIds: readonly string[], today: PlainDate): Promise<Absence[]> =>
  tx.prepared<Absence>(
    `select ${absenceColumns} from ${absences} where a.ended_at is null and a.until_on > $2
       and (a.staff_id = any ($1) or a.substitute_id = any ($1)) order by a.from_on, a.id`,
    [staffIds, today],
  )

/** One absence that stands; null when there is none such, or it was taken away. */
export async function findAbsence(tx: Tx, absenceId: string): Promise<Absence | null> {
  const [row] = await tx.query<Absence>(`select ${absenceColumns} from ${absences} where a.absence_id = $1 and a.ended_at is null`, [
    absenceId,
  ])
  return row ?? null
}

/** Those who set absences of the same colleague at the same moment go one after the other. */
export const holdColleague = (tx: Tx, staffId: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(1803, hashtext($1))`, [staffId])

/** The colleague's absences but the one. */
export const otherSpans = (tx: Tx, staffId: string, absenceId: string | null): Promise<Span[]> =>
  tx.query<Span>(
    `select from_on as "fromOn", until_on as "untilOn" from cover.absence
     where staff_id = $1 and ended_at is null and absence_id is distinct from $2::uuid order by from_on`,
    [staffId, absenceId],
  )

export async function insertAbsence(tx: Tx, { staffId, substituteId, fromOn, untilOn }: AbsenceWish, by: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into cover.absence (staff_id, substitute_id, from_on, until_on, set_by) values ($1, $2, $3, $4, $5) returning absence_id as id`,
    [staffId, substituteId, fromOn, untilOn, by],
  )
  if (row === undefined) throw new Error('an absence was not added')
  return row.id
}

export const updateAbsence = (tx: Tx, absenceId: string, substituteId: string, untilOn: PlainDate): Promise<unknown> =>
  tx.query(`update cover.absence set substitute_id = $2, until_on = $3, version = version + 1 where absence_id = $1`, [
    absenceId,
    substituteId,
    untilOn,
  ])

/** Takes away one that has not begun. */
export const takeAway = (tx: Tx, absenceId: string): Promise<unknown> =>
  tx.query(`update cover.absence set ended_at = clock_timestamp(), version = version + 1 where absence_id = $1`, [absenceId])

export const noteSummaryRead = (tx: Tx, absenceId: string): Promise<unknown> =>
  tx.query(`update cover.absence set summary_read_at = clock_timestamp() where absence_id = $1 and summary_read_at is null`, [absenceId])

const colleagueColumns = `t.id, t.name, t.roles, t.unit_id as "unitId", u.name as unit, t.active`

export async function findColleague(tx: Tx, staffId: string): Promise<Colleague | null> {
  const [row] = await tx.query<Colleague>(
    `select ${colleagueColumns} from access.staff t left join organisation.unit u on u.id = t.unit_id where t.id = $1`,
    [staffId],
  )
  return row ?? null
}

/** Everybody in service, by name: some tens of rows. */
export const listColleagues = (tx: Tx): Promise<Colleague[]> =>
  tx.prepared<Colleague>(
    `select ${colleagueColumns} from access.staff t left join organisation.unit u on u.id = t.unit_id
     where t.active order by t.name collate "sv-x-icu", t.id`,
  )

/** Whom somebody stands in for that day. */
export const standsInFor = (tx: Tx, staffId: string, today: PlainDate): Promise<Absence[]> =>
  tx.prepared<Absence>(
    `select ${absenceColumns} from ${absences} where a.substitute_id = $1 and a.ended_at is null and a.from_on <= $2 and a.until_on > $2
     order by a.until_on, t.name, a.id`,
    [staffId, today],
  )

/** Somebody's absences that are over and whose summary is not read, the latest first. */
export const unreadAbsences = (tx: Tx, staffId: string, today: PlainDate): Promise<Absence[]> =>
  tx.prepared<Absence>(
    `select ${absenceColumns} from ${absences} where a.staff_id = $1 and a.ended_at is null and a.until_on <= $2 and a.summary_read_at is null
     order by a.until_on desc, a.id desc`,
    [staffId, today],
  )
