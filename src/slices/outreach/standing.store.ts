/** The line that the ladder leaves for lists: `outreach.standing` is derived and can always be worked out anew. */
import type { Tx } from '../../platform/db/tx.ts'
import type { StandingLine } from './standing.types.ts'

/** Everybody who has, or may need, a line; by whichever record it was written on. */
export const listStandingPersons = async (tx: Tx): Promise<number[]> =>
  (
    await tx.query<{ id: number }>(
      `select y.person_id as id from worklist.youth y where y.from_on is not null union select c.person_id from outreach.contact c
       union select o.person_id from outreach.occupation o union select s.person_id from outreach.standing s order by id`,
    )
  ).map(({ id }) => id)

const columns = `entered_on, first_attempt_on, first_reached_on, last_attempt_at, last_attempt_channel, last_attempt_outcome, last_reached_at,
  last_reached_channel, begin_by, waits_for, step, step_nth, step_of, step_from, step_due, quiet_until, detail, live_phones, dead_phones,
  occupation, occupation_on, occupation_review_on`

const saveLines = `
  insert into outreach.standing as s (person_id, ${columns})
  select l."personId", l."enteredOn", l."firstAttemptOn", l."firstReachedOn", l."lastAttemptAt", l."lastAttemptChannel", l."lastAttemptOutcome",
    l."lastReachedAt", l."lastReachedChannel", l."beginBy", l."waitsFor", l.step, l."stepNth", l."stepOf", l."stepFrom", l."stepDue", l."quietUntil",
    coalesce(l.detail, '{}'), l."livePhones", l."deadPhones", l.occupation, l."occupationOn", l."occupationReviewOn"
  from jsonb_to_recordset($1::jsonb) as l ("personId" bigint, "enteredOn" date, "firstAttemptOn" date, "firstReachedOn" date,
    "lastAttemptAt" timestamptz, "lastAttemptChannel" text, "lastAttemptOutcome" text, "lastReachedAt" timestamptz, "lastReachedChannel" text,
    "beginBy" date, "waitsFor" text, step text, "stepNth" int, "stepOf" int, "stepFrom" date, "stepDue" date, "quietUntil" date, detail jsonb,
    "livePhones" int, "deadPhones" int, occupation text, "occupationOn" date, "occupationReviewOn" date)
  on conflict (person_id) do update set (${columns}) = (${columns.replaceAll(/\w+/g, 'excluded.$&')})
  where (${columns.replaceAll(/\w+/g, 's.$&')}) is distinct from (${columns.replaceAll(/\w+/g, 'excluded.$&')})`

/** Those of the lives being recomputed who have a line, and whom they are now: a record that became another's takes its contacts along. */
export const standingsInScope = async (tx: Tx): Promise<number[]> =>
  (
    await tx.query<{ id: number }>(
      `select unnest(array[m.person_id, m.root_id]) as id from outreach.standing s join life_scope m on m.person_id = s.person_id`,
    )
  ).map(({ id }) => id)

/** Saves the lines, and takes away those of the persons who no longer have one. Lines that say the same are left alone. */
export async function saveStandings(tx: Tx, personIds: readonly number[], lines: readonly StandingLine[]): Promise<void> {
  await tx.query(
    `delete from outreach.standing where person_id <> all ($2)
       and (person_id = any ($1) or person_id in (select m.root_id from register.merged_now m where m.absorbed_id = any ($1)))`,
    [personIds, lines.map(({ personId }) => personId)],
  )
  if (lines.length > 0) await tx.query(saveLines, [JSON.stringify(lines)])
}

/** Notes what the lines are worked out with. True when it is something else than before: then everybody's are old. */
export const noteComputedWith = async (tx: Tx, fingerprint: string): Promise<boolean> =>
  (
    await tx.query(
      `insert into outreach.computed_with (fingerprint) values ($1)
       on conflict (one_row) do update set fingerprint = excluded.fingerprint where computed_with.fingerprint <> excluded.fingerprint returning one_row`,
      [fingerprint],
    )
  ).length > 0
