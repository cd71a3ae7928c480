/** Saving plans: a plan is opened and ended, and everything else is a new version or a follow-up that is over. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type {
  AcknowledgedHow,
  FollowUpOutcome,
  PlanChange,
  PlanContent,
  PlanEndReason,
  PlanStatus,
  PlanStep,
  PlanWriter,
  PostponeReason,
} from './plans.types.ts'

/** Holds the opening of plans of the youth until the transaction ends: of two who write a first plan at the same time, one is shown the other's. */
export const holdOpening = (tx: Tx, personId: number): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtext('plans.plan'), hashint8($1))`, [personId])

/** Opens a plan of the youth. */
export async function insertPlan(tx: Tx, personId: number, openedOn: PlainDate): Promise<{ id: number; planId: string }> {
  const [row] = await tx.query<{ id: number; planId: string }>(
    `insert into plans.plan (person_id, opened_on) values ($1, $2) returning id, plan_id as "planId"`,
    [personId, openedOn],
  )
  if (row === undefined) throw new Error('a plan that is opened has an id')
  return row
}

/** Holds the plan until the transaction ends, so that two who save come one after the other. Its id in the database; null when there is none. */
export async function holdPlan(tx: Tx, planId: string): Promise<number | null> {
  const [row] = await tx.query<{ id: number }>('select id from plans.plan where plan_id = $1 for no key update', [planId])
  return row?.id ?? null
}

/** What a new version says. The follow-ups that are planned when it is saved are its own. */
export type NewVersion = PlanContent & {
  readonly change: PlanChange
  readonly status: PlanStatus
  readonly endReason: PlanEndReason | null
  readonly endNote: string
  readonly by: PlanWriter
}

const insertSteps = (tx: Tx, versionId: number, steps: readonly PlanStep[]): Promise<unknown> =>
  tx.query(
    `insert into plans.step (version_id, step_id, whose, position, what, actor, begins_on, due_on, done_on, by_youth)
     select $1, s."stepId", s."column", row_number() over (partition by s."column" order by s.at), s.text, s.actor, s."beginsOn", s."dueOn", s."doneOn",
       s."byYouth"
     from rows from (jsonb_to_recordset($2::jsonb) as ("stepId" uuid, "column" text, text text, actor text, "beginsOn" date, "dueOn" date, "doneOn" date,
       "byYouth" boolean)) with ordinality s ("stepId", "column", text, actor, "beginsOn", "dueOn", "doneOn", "byYouth", at)`,
    [versionId, JSON.stringify(steps)],
  )

/** Saves the next version of a plan that is held. Its number. */
export async function insertVersion(tx: Tx, planId: number, version: NewVersion): Promise<number> {
  const { goal, beginsOn, endsOn, noOtherActor, steps, change, status, endReason, endNote, by } = version
  const [row] = await tx.query<{ id: number; number: number }>(
    `insert into plans.version (plan_id, number, change, status, goal, begins_on, ends_on, no_other_actor, step_count, follow_up_days, end_reason, end_note,
       staff_id, by_name)
     select $1, coalesce((select max(v.number) from plans.version v where v.plan_id = $1), 0) + 1, $2, $3, $4, $5, $6, $7, $8,
       coalesce((select array_agg(f.on_day order by f.on_day) from plans.follow_up f where f.plan_id = $1 and f.state = 'planned'), '{}'), $9, $10, $11, $12
     returning id, number`,
    [planId, change, status, goal, beginsOn, endsOn, noOtherActor, steps.length, endReason, endNote, by?.staffId ?? null, by?.name ?? ''],
  )
  if (row === undefined) throw new Error('a version has a number')
  await insertSteps(tx, row.id, steps)
  return row.number
}

/** Plans follow-ups on the days. */
export const insertFollowUps = (tx: Tx, planId: number, days: readonly PlainDate[], saidOn: PlainDate): Promise<unknown> =>
  tx.query('insert into plans.follow_up (plan_id, on_day, said_on) select $1, d, $3 from unnest($2::date[]) d', [planId, days, saidOn])

/** When, and by whom, a follow-up was over. */
export type Closing = { readonly on: PlainDate; readonly staffId: string }

/** Takes follow-ups out of the plan; all that are planned when no days are named. */
export const dropFollowUps = (tx: Tx, planId: number, days: readonly PlainDate[] | null, { on, staffId }: Closing): Promise<unknown> =>
  tx.query(
    `update plans.follow_up set state = 'dropped', closed_on = $3, staff_id = $4
     where plan_id = $1 and state = 'planned' and ($2::date[] is null or on_day = any ($2))`,
    [planId, days, on, staffId],
  )

/** A follow-up that was held, and how it went. */
export const closeFollowUp = (
  tx: Tx,
  followUpId: string,
  { outcome, note, on, staffId }: Closing & { readonly outcome: FollowUpOutcome; readonly note: string },
): Promise<unknown> =>
  tx.query(
    `update plans.follow_up set state = 'done', closed_on = $2, staff_id = $3, outcome = $4, note = $5 where follow_up_id = $1 and state = 'planned'`,
    [followUpId, on, staffId, outcome, note],
  )

/** Moves a follow-up to a later day, and says why. */
export async function postponeFollowUp(
  tx: Tx,
  followUpId: string,
  { toOn, reason, note, on, staffId }: Closing & { readonly toOn: PlainDate; readonly reason: PostponeReason; readonly note: string },
): Promise<void> {
  const [row] = await tx.query<{ id: number; planId: number }>(
    `update plans.follow_up set state = 'postponed', closed_on = $2, staff_id = $3, reason = $4, note = $5
     where follow_up_id = $1 and state = 'planned' returning id, plan_id as "planId"`,
    [followUpId, on, staffId, reason, note],
  )
  if (row === undefined) throw new Error('the follow-up is planned when it is postponed')
  await tx.query('insert into plans.follow_up (plan_id, on_day, said_on, after_id) values ($1, $2, $3, $4)', [row.planId, toOn, on, row.id])
}

/** Ends the plan; its last version says why. */
export const closePlan = (tx: Tx, planId: number, endedOn: PlainDate): Promise<unknown> =>
  tx.query('update plans.plan set ended_on = $2 where id = $1', [planId, endedOn])

/** Notes that the youth has said yes to a version. Once: a second time changes nothing. */
export const insertAcknowledgement = (
  tx: Tx,
  planId: number,
  { version, how, staffId }: { readonly version: number; readonly how: AcknowledgedHow; readonly staffId: string | null },
): Promise<unknown> =>
  tx.query(
    `insert into plans.acknowledgement (version_id, how, staff_id)
     select v.id, $3, $4 from plans.version v where v.plan_id = $1 and v.number = $2 on conflict (version_id) do nothing`,
    [planId, version, how, staffId],
  )
