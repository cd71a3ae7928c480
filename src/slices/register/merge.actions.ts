/** Two records of one person: merged with a snapshot of both, and unmerged. No fact is moved; the link itself is a fact. */
import { refuse, grant, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { writeAuditLine } from '../audit/index.ts'
import { markPersons } from './pending.store.ts'
import { lives, scopeLives } from './life.store.ts'
import { now, type PersonLife } from './life-row.store.ts'

export type MergeRequest = {
  readonly absorbedId: number
  readonly keptId: number
  readonly ground: string
  readonly by: string
  readonly at: string
}

async function livesOf(tx: Tx, ids: readonly number[]): Promise<PersonLife[]> {
  await scopeLives(tx, now, ids)
  const found: PersonLife[] = []
  for await (const batch of lives(tx, now, true)) found.push(...batch)
  return found
}

async function rootOf(tx: Tx, personId: number): Promise<number> {
  const [row] = await tx.query<{ kept_id: number }>(
    `with recursive chain as (
       select kept_id, 1 as step from register.same_person where absorbed_id = $1 and known_until = 'infinity'
       union all
       select s.kept_id, c.step + 1 from chain c join register.same_person s on s.absorbed_id = c.kept_id and s.known_until = 'infinity')
     select kept_id from chain order by step desc limit 1`,
    [personId],
  )
  return row?.kept_id ?? personId
}

/** Merges two records. The kept record's number is the one in force. Refused when they already are one person. */
export async function mergePersons(
  tx: Tx,
  request: MergeRequest,
): Promise<Decision<{ absorbedId: number; keptId: number }, 'already-one-person'>> {
  const [absorbedId, keptId] = [await rootOf(tx, request.absorbedId), await rootOf(tx, request.keptId)]
  if (absorbedId === keptId) {
    await writeAuditLine(tx, { actor: request.by, action: 'register.merge', outcome: 'already-one-person' })
    return refuse('already-one-person')
  }
  const snapshot = (await livesOf(tx, [absorbedId, keptId])).map(({ personId, subjectId, life }) => ({ personId, subjectId, life }))
  await tx.query(
    `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, $3, $4, $5, $6)`,
    [absorbedId, keptId, request.ground, request.by, JSON.stringify(snapshot), request.at],
  )
  await writeAuditLine(tx, { actor: request.by, action: 'register.merge', detail: { absorbedId, keptId } })
  await markPersons(tx, [absorbedId, keptId])
  return grant({ absorbedId, keptId })
}

/** Undoes a merge: the two records stand on their own again from the instant on. */
export async function unmergePersons(
  tx: Tx,
  request: { readonly absorbedId: number; readonly by: string; readonly at: string },
): Promise<Decision<{ keptId: number }, 'not-merged'>> {
  const [row] = await tx.query<{ kept_id: number }>(
    `update register.same_person set known_until = $2 where absorbed_id = $1 and known_until = 'infinity' returning kept_id`,
    [request.absorbedId, request.at],
  )
  if (row === undefined) {
    await writeAuditLine(tx, { actor: request.by, action: 'register.unmerge', outcome: 'not-merged' })
    return refuse('not-merged')
  }
  await writeAuditLine(tx, {
    actor: request.by,
    action: 'register.unmerge',
    detail: { absorbedId: request.absorbedId, keptId: row.kept_id },
  })
  await markPersons(tx, [request.absorbedId, row.kept_id])
  return grant({ keptId: row.kept_id })
}
