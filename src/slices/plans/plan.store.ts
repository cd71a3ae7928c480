/** Plans as they stand, and every version they have had. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Plan, PlanStep, PlanVersion } from './plans.types.ts'

const instant = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI')`

const stepsOf = (versionId: string): string => `
  (select coalesce(json_agg(json_build_object('stepId', s.step_id, 'column', s.whose, 'text', s.what, 'actor', s.actor, 'beginsOn', s.begins_on,
      'dueOn', s.due_on, 'doneOn', s.done_on, 'byYouth', s.by_youth)
    order by array_position(array['youth', 'municipality', 'other'], s.whose), s.position), '[]')
   from plans.step s where s.version_id = ${versionId})`

const acknowledgedOf = (condition: string): string => `
  (select json_build_object('version', w.number, 'how', a.how, 'at', ${instant('a.at')}, 'by', t.name)
   from plans.acknowledgement a join plans.version w on w.id = a.version_id left join access.staff t on t.id = a.staff_id
   where ${condition} order by w.number desc limit 1)`

const followUpsOf = (planId: string): string => `
  (select coalesce(json_agg(json_build_object('followUpId', f.follow_up_id, 'on', f.on_day, 'state', f.state, 'movedFrom', b.on_day,
      'closedOn', f.closed_on, 'outcome', f.outcome, 'reason', f.reason, 'note', f.note, 'by', t.name) order by f.on_day, f.id), '[]')
   from plans.follow_up f left join plans.follow_up b on b.id = f.after_id left join access.staff t on t.id = f.staff_id
   where f.plan_id = ${planId})`

/** Versions after the acknowledged one that were written by us: what the youth ticked or added, and moved follow-ups, ask for nothing. */
const asksAnew = `v.status = 'agreed' and exists (select from plans.version w where w.plan_id = p.id and w.change in ('opened', 'revised', 'agreed')
  and w.number > coalesce((select max(x.number) from plans.acknowledgement a join plans.version x on x.id = a.version_id where x.plan_id = p.id), 0))`

const content = `v.goal, v.begins_on as "beginsOn", v.ends_on as "endsOn", v.no_other_actor as "noOtherActor", v.status, v.end_reason as "endReason",
  v.end_note as "endNote", ${instant('v.saved_at')} as "savedAt", ${stepsOf('v.id')} as steps`

const planQuery = `
  select p.plan_id as "planId", p.person_id as "personId", p.opened_on as "openedOn", p.ended_on as "endedOn", v.number as version, v.by_name as "savedBy", ${content},
    ${followUpsOf('p.id')} as "followUps", ${acknowledgedOf('w.plan_id = p.id')} as acknowledgement, ${asksAnew} as "asksForAcknowledgement"
  from plans.plan p join lateral (select * from plans.version o where o.plan_id = p.id order by o.number desc limit 1) v on true`

/**
 * The open plan of a youth: the ids of the person and of the records merged with it. Null when there is none. Two records that each had one when they
 * were merged have two until one is ended; then it is the one begun last.
 */
export async function readOpenPlan(tx: Tx, personIds: readonly number[]): Promise<Plan | null> {
  const [row] = await tx.prepared<Plan>(`${planQuery} where p.person_id = any ($1) and p.ended_on is null order by p.id desc limit 1`, [
    personIds,
  ])
  return row ?? null
}

/** Every plan of a youth, the open ones first and then the latest. */
export const listPlansOf = (tx: Tx, personIds: readonly number[]): Promise<Plan[]> =>
  tx.prepared<Plan>(`${planQuery} where p.person_id = any ($1) order by p.ended_on is not null, p.id desc limit 30`, [personIds])

/** One plan of the youth; null when there is none by that id. */
export async function findPlan(tx: Tx, personIds: readonly number[], planId: string): Promise<Plan | null> {
  const [row] = await tx.prepared<Plan>(`${planQuery} where p.person_id = any ($1) and p.plan_id = $2`, [personIds, planId])
  return row ?? null
}

const versionQuery = `
  select v.number, v.change, v.by_name as "byName", ${content}, v.follow_up_days::text[] as "followUpDays",
    ${acknowledgedOf('a.version_id = v.id')} as acknowledged
  from plans.version v join plans.plan p on p.id = v.plan_id where p.plan_id = $1`

/** Every version of a plan, the latest first. */
export const listVersions = (tx: Tx, planId: string): Promise<PlanVersion[]> =>
  tx.prepared<PlanVersion>(`${versionQuery} order by v.number desc`, [planId])

/** One version of a plan; null when it has none of that number. */
export async function findVersion(tx: Tx, planId: string, number: number): Promise<PlanVersion | null> {
  const [row] = await tx.prepared<PlanVersion>(`${versionQuery} and v.number = $2`, [planId, number])
  return row ?? null
}

/** One plan by its id alone, for those that have asked whose it is. */
export async function findPlanById(tx: Tx, planId: string): Promise<Plan | null> {
  const [row] = await tx.prepared<Plan>(`${planQuery} where p.plan_id = $1`, [planId])
  return row ?? null
}

/** The number of the version that we wrote last: what an acknowledgement must have seen. 0 when there is no such plan. */
export async function writtenVersionOf(tx: Tx, planId: string): Promise<number> {
  const [row] = await tx.prepared<{ n: number | null }>(
    `select max(v.number) as n from plans.version v join plans.plan p on p.id = v.plan_id
     where p.plan_id = $1 and v.change in ('opened', 'revised', 'agreed')`,
    [planId],
  )
  return row?.n ?? 0
}

/** Every step that the plan has had, as the latest version that has it says. */
export const listStepsEver = (tx: Tx, planId: string): Promise<PlanStep[]> =>
  tx.prepared<PlanStep>(
    `select distinct on (s.step_id) s.step_id as "stepId", s.whose as "column", s.what as text, s.actor, s.begins_on as "beginsOn", s.due_on as "dueOn",
       s.done_on as "doneOn", s.by_youth as "byYouth"
     from plans.step s join plans.version v on v.id = s.version_id join plans.plan p on p.id = v.plan_id where p.plan_id = $1
     order by s.step_id, v.number desc`,
    [planId],
  )
