/** Versions of the action plan with their parts. A draft is written in; an adopted version is never touched again. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Adoption, PartContent, Plan, PlanPart, PlanVersion } from './steering.types.ts'

const columns = `p.version, p.draft_no as "draftNo", p.begun_on as "begunOn", case when p.adopted_on is not null then json_build_object('adoptedOn', p.adopted_on,
  'adoptedBy', p.adopted_by, 'reference', coalesce(p.reference, ''), 'reviewOn', p.review_on) end as adoption`

/** Every version, the latest first. */
export const listVersions = (tx: Tx): Promise<PlanVersion[]> =>
  tx.query<PlanVersion>(`select ${columns} from steering.plan p order by p.version desc`)

const listParts = (tx: Tx, version: number): Promise<PlanPart[]> =>
  tx.query<PlanPart>(
    `select s.part_key as "partKey", s.position, s.heading, s.board, s.body from steering.part s join steering.plan p on p.id = s.plan_pk
     where p.version = $1 order by s.position, s.part_key`,
    [version],
  )

const withParts = async (tx: Tx, found: PlanVersion | undefined): Promise<Plan | null> =>
  found === undefined ? null : { ...found, parts: await listParts(tx, found.version) }

/** One version with its parts; null when there is none such. */
export const findVersion = async (tx: Tx, version: number): Promise<Plan | null> =>
  withParts(tx, (await tx.query<PlanVersion>(`select ${columns} from steering.plan p where p.version = $1`, [version]))[0])

/** The draft; `isHeld` for a change of it. */
export const findDraft = async (tx: Tx, isHeld = false): Promise<Plan | null> =>
  withParts(
    tx,
    (await tx.query<PlanVersion>(`select ${columns} from steering.plan p where p.adopted_on is null ${isHeld ? 'for update' : ''}`))[0],
  )

/** Begins a draft with the next number. False when somebody else began one at the same moment. */
export const insertDraft = async (tx: Tx, begunOn: string, staffId: string): Promise<number | null> => {
  const [row] = await tx.query<{ version: number }>(
    `insert into steering.plan (version, begun_on, begun_by) select coalesce(max(p.version), 0) + 1, $1::date, $2::uuid from steering.plan p
     on conflict do nothing returning version`,
    [begunOn, staffId],
  )
  return row?.version ?? null
}

/** The parts of the version before, with their keys, into the draft. */
export const copyParts = (tx: Tx, from: number, to: number): Promise<unknown> =>
  tx.query(
    `insert into steering.part (plan_pk, part_key, position, heading, board, body)
     select t.id, s.part_key, s.position, s.heading, s.board, s.body from steering.part s join steering.plan f on f.id = s.plan_pk, steering.plan t
     where f.version = $1 and t.version = $2`,
    [from, to],
  )

/** A new part last in the draft. */
export const insertPart = (tx: Tx, version: number, { heading, board, body }: PartContent): Promise<unknown> =>
  tx.query(
    `insert into steering.part (plan_pk, position, heading, board, body)
     select p.id, coalesce((select max(s.position) from steering.part s where s.plan_pk = p.id), 0) + 1, $2, $3, $4 from steering.plan p where p.version = $1`,
    [version, heading, board, body],
  )

export const savePart = (tx: Tx, version: number, partKey: string, { heading, board, body }: PartContent): Promise<unknown> =>
  tx.query(
    `update steering.part s set heading = $3, board = $4, body = $5 from steering.plan p where p.id = s.plan_pk and p.version = $1 and s.part_key = $2`,
    [version, partKey, heading, board, body],
  )

/** The parts in this order, numbered from one. Those that are not named are gone. */
export async function placeParts(tx: Tx, version: number, partKeys: readonly string[]): Promise<void> {
  await tx.query(
    'delete from steering.part s using steering.plan p where p.id = s.plan_pk and p.version = $1 and s.part_key <> all ($2::uuid[])',
    [version, partKeys],
  )
  await tx.query(
    `update steering.part s set position = o.nth from steering.plan p, unnest($2::uuid[]) with ordinality o(key, nth)
     where p.id = s.plan_pk and p.version = $1 and s.part_key = o.key`,
    [version, partKeys],
  )
}

/** The draft was written in: whoever saw it before is told. */
export const countDraft = (tx: Tx, version: number): Promise<unknown> =>
  tx.query('update steering.plan set draft_no = draft_no + 1 where version = $1', [version])

export const saveAdoption = (
  tx: Tx,
  version: number,
  { adoptedOn, adoptedBy, reference, reviewOn }: Adoption,
  staffId: string,
): Promise<unknown> =>
  tx.query(
    'update steering.plan set adopted_on = $2, adopted_by = $3, reference = $4, review_on = $5, adopted_staff = $6 where version = $1',
    [version, adoptedOn, adoptedBy, reference, reviewOn, staffId],
  )
