/** Measures: recorded, changed version by version, ended, struck, and never taken away. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'
import type { Item, Measure, NewMeasure, PastMeasure, Placement, ResponsibleParty } from './measures.types.ts'

const local = (instant: string): string => `to_char(${instant}, 'YYYY-MM-DD HH24:MI')`
const stagesHad = `coalesce((select json_agg(json_build_object('stageId', s.stage_id, 'key', s.stage_key, 'step', s.step, 'fromOn', s.from_on,
    'plannedUntilOn', s.planned_until_on, 'endedOn', s.ended_on, 'outcome', s.outcome, 'reason', s.reason, 'endedWithMeasure', s.ended_with_measure)
    order by s.from_on, s.id)
  from measures.stage s where s.measure_id = m.id and s.struck_at is null), '[]')`

export const measureColumns = `m.id, m.measure_id as "measureId", m.person_id as "personId", m.item_key as "itemKey",
  json_build_object('sv', v.name_sv, 'en', v.name_en) as name, v.counts, m.is_exclusive as "isExclusive", m.from_on as "fromOn",
  m.planned_until_on as "plannedUntilOn", m.ended_on as "endedOn", m.end_reason as "endReason", m.end_said_on as "endSaidOn",
  m.occupation_after as "occupationAfter", m.responsible, m.department, m.note, m.placement, m.decided_on as "decidedOn", m.origin, m.origin_id as "originId", m.by_name as "byName", m.recorded_on as "recordedOn",
  case when m.struck_at is not null then json_build_object('at', ${local('m.struck_at')}, 'by', m.struck_by, 'why', m.struck_why) end as struck,
  m.version, w.stages as "itemStages", ${stagesHad} as stages`
/** A measure with its item in force (v) and the item as it was when the measure was recorded (w). */
export const measureTables = `measures.measure m join measures.item_version v on v.item_key = m.item_key and v.known_until = 'infinity'
  join measures.item_version w on w.item_key = m.item_key and w.version = m.item_version`

/** The record that a record is now: itself, unless it was merged with another. */
export async function rootOf(tx: Tx, personId: number): Promise<number> {
  const [row] = await tx.prepared<{ id: number }>('select register.root_now($1) as id', [personId])
  return row?.id ?? personId
}

/** The measures of the records, struck ones too: the last to begin first. */
export const listMeasuresOf = (tx: Tx, personIds: readonly number[]): Promise<Measure[]> =>
  tx.prepared<Measure>(
    `select ${measureColumns} from ${measureTables} where m.person_id = any ($1) order by m.from_on desc, m.id desc limit 300`,
    [personIds],
  )

/** One measure; null when there is none such. */
export async function findMeasure(tx: Tx, measureId: string): Promise<Measure | null> {
  const [row] = await tx.prepared<Measure>(`select ${measureColumns} from ${measureTables} where m.measure_id = $1`, [measureId])
  return row ?? null
}

/** The same, held for a change until the transaction ends: the youth's line first, as everybody takes them, then the row; read after both. */
export async function holdMeasure(tx: Tx, measureId: string): Promise<Measure | null> {
  await tx.query(
    `select from worklist.youth where person_id = (select register.root_now(m.person_id) from measures.measure m where m.measure_id = $1)
     for no key update`,
    [measureId],
  )
  await tx.query('select from measures.measure where measure_id = $1 for update', [measureId])
  return findMeasure(tx, measureId)
}

/** Spans in which the youth is covered, or watched: then a measure may begin. Half-open. */
export const listFollowed = (tx: Tx, personIds: readonly number[]): Promise<{ fromOn: PlainDate; untilOn: PlainDate | null }[]> =>
  tx.prepared(
    `select p.from_on as "fromOn", p.until_on as "untilOn" from register.period p where p.person_id = any ($1)
     union select y.from_on, y.until_on from worklist.youth y where y.person_id = any ($1) and y.from_on is not null
     union select w.from_on, case when w.known_until <> 'infinity' then (w.known_until at time zone 'Europe/Stockholm')::date end
     from worklist.watch w where w.person_id = any ($1)`,
    [personIds],
  )

export type MeasureKey = { readonly id: number; readonly measureId: string }

const insertQuery = `
  insert into measures.measure (person_id, item_key, from_on, planned_until_on, responsible, department, note, origin, origin_id, by_name, changed_by, staff_id,
    item_version, is_exclusive, placement, recorded_on, unit_id, district_id)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13, $14, $15, y.unit_id, y.district_id
  from (select $1::bigint as id) one left join worklist.youth y on y.person_id = one.id
  returning id, measure_id as "measureId"`

/** Records it, with where the youth is now. */
export async function insertMeasure(
  tx: Tx,
  wish: NewMeasure,
  { version, isExclusive, needsDecision }: Item,
  today: PlainDate,
): Promise<MeasureKey> {
  const { personId, itemKey, fromOn, plannedUntilOn, responsible, department, note, origin, originId, byName, staffId } = wish
  const written = [personId, itemKey, fromOn, plannedUntilOn, responsible, department, note, origin, originId, byName, staffId]
  const placement = needsDecision ? 'waiting' : 'none'
  const [row] = await tx.query<MeasureKey>(insertQuery, [...written, version, isExclusive, placement, today])
  if (row === undefined) throw new Error('a measure was not recorded')
  return row
}

/** What can be changed of a measure. */
export type MeasureContent = {
  readonly fromOn: PlainDate
  readonly plannedUntilOn: PlainDate | null
  readonly responsible: ResponsibleParty
  readonly department: string | null
  readonly note: string
}

export const updateMeasure = (tx: Tx, id: number, to: MeasureContent, by: string): Promise<unknown> =>
  tx.query(
    `update measures.measure set from_on = $2, planned_until_on = $3, responsible = $4, department = $5, note = $6, changed_by = $7, version = version + 1
     where id = $1`,
    [id, to.fromOn, to.plannedUntilOn, to.responsible, to.department, to.note, by],
  )

/** An end, or null for one that was said by mistake. */
export type SavedEnd = {
  readonly endedOn: PlainDate
  readonly endReason: string
  readonly occupationAfter: Occupation | null
  readonly saidOn: PlainDate
} | null

export const saveEnd = (tx: Tx, id: number, end: SavedEnd, by: string): Promise<unknown> =>
  tx.query(
    `update measures.measure set ended_on = $2, end_reason = $3, occupation_after = $4, end_said_on = $5, changed_by = $6, version = version + 1 where id = $1`,
    [id, end?.endedOn ?? null, end?.endReason ?? null, end?.occupationAfter ?? null, end?.saidOn ?? null, by],
  )

/** What the personnel group decided. The decision itself is saved before (round.store). */
export const savePlacement = (
  tx: Tx,
  id: number,
  {
    placement,
    decidedOn,
    fromOn,
    plannedUntilOn,
  }: Pick<Measure, 'fromOn' | 'plannedUntilOn' | 'decidedOn'> & { readonly placement: Placement },
  by: string,
): Promise<unknown> =>
  tx.query(
    `update measures.measure set placement = $2, decided_on = $3, from_on = $4, planned_until_on = $5, changed_by = $6, version = version + 1 where id = $1`,
    [id, placement, decidedOn, fromOn, plannedUntilOn, by],
  )

/** Something of its stages was changed: a form made from the earlier version is refused. */
export const saveTouch = (tx: Tx, id: number, by: string): Promise<unknown> =>
  tx.query('update measures.measure set changed_by = $2, version = version + 1 where id = $1', [id, by])

export const saveStrike = (tx: Tx, id: number, why: string, by: string): Promise<unknown> =>
  tx.query(
    `update measures.measure set struck_at = clock_timestamp(), struck_by = $3, struck_why = $2, changed_by = $3, version = version + 1 where id = $1`,
    [id, why, by],
  )

/** The earlier versions, the latest first. */
export const listPast = async (tx: Tx, measureId: number): Promise<PastMeasure[]> =>
  (
    await tx.query<{ said: PastMeasure; version: number; changedBy: string; untilAt: string }>(
      `select p.said, p.version, p.changed_by as "changedBy", ${local('p.until_at')} as "untilAt"
       from measures.measure_past p where p.measure_id = $1 order by p.version desc limit 50`,
      [measureId],
    )
  ).map(({ said, ...rest }) => ({ ...said, ...rest }))
