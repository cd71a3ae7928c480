/** Giving youths to colleagues and units: each youth decided, saved and logged by itself, with an answer for each. */
import type { Role, Scope } from '../../kernel/actor.ts'
import { mayDo } from '../../kernel/permission.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import { assignmentFor } from './assignment.rules.ts'
import { findStaffTarget, findUnitTarget, holdYouth, saveAssignment } from './assignment.store.ts'
import type { AssignOutcome, AssignRefusal, AssignResult, AssignTarget, KnownTarget, Ticked } from './assignment.types.ts'
import { findSeenYouth } from './seen.store.ts'

async function knownTarget(tx: Tx, target: AssignTarget): Promise<KnownTarget> {
  switch (target.kind) {
    case 'staff': {
      const found = await findStaffTarget(tx, target.staffId)
      const mayReadProtected = mayDo((found?.roles ?? []) as readonly Role[], 'protected.read')
      return found === null ? null : { isActive: found.isActive, unitId: found.unitId, staffId: target.staffId, mayReadProtected }
    }
    case 'unit': {
      const found = await findUnitTarget(tx, target.unitId)
      return found === null ? null : { isActive: found.isActive, unitId: target.unitId, staffId: null, mayReadProtected: false }
    }
    case 'nobody':
      return null
  }
}

export type Assigning = {
  readonly scope: Scope
  readonly by: string
  readonly target: AssignTarget
}

const versionOf = (assignmentId: number | null): number => assignmentId ?? 0

async function assign(tx: Tx, { scope, by, target }: Assigning, ticked: Ticked): Promise<Decision<'done' | 'same', AssignRefusal>> {
  const first = await findSeenYouth(tx, scope, ticked.subjectId)
  if (first === null) return refuse('not-in-your-list')
  await holdYouth(tx, first.personId)
  // What stood there before the line was held may be old.
  const youth = await findSeenYouth(tx, scope, ticked.subjectId)
  if (youth === null) return refuse('not-in-your-list')
  const now = { ...youth, version: versionOf(youth.assignmentId) }
  const decision = assignmentFor(scope, target, await knownTarget(tx, target), now, ticked.version)
  if (!decision.granted) return decision
  if (decision.value.kind === 'same') return grant('same')
  await saveAssignment(tx, { personId: youth.personId, staffId: decision.value.staffId, unitId: decision.value.unitId, by })
  return grant('done')
}

const detailOf = (target: AssignTarget) =>
  target.kind === 'staff' ? { to: target.staffId } : target.kind === 'unit' ? { unit: target.unitId } : { to: null }

async function assignOne(pool: Pool, assigning: Assigning, ticked: Ticked): Promise<AssignOutcome> {
  // A youth that the giver may not see leaves no trace of whether there is one: the line names no subject then.
  let isSeen = true
  const decision = await change<'done' | 'same', AssignRefusal>(
    pool,
    (made) => ({
      actor: assigning.by,
      action: 'worklist.assign',
      subjectId: isSeen ? ticked.subjectId : null,
      detail: { ...detailOf(assigning.target), ...(made.granted && made.value === 'same' ? { same: true } : {}) },
    }),
    async (tx) => {
      const made = await assign(tx, assigning, ticked)
      isSeen = made.granted || made.reason !== 'not-in-your-list'
      return made
    },
  )
  return decision.granted ? decision.value : decision.reason
}

const resultOf = (tx: Tx, scope: Scope, subjectId: string, outcome: AssignOutcome): Promise<AssignResult> =>
  findSeenYouth(tx, scope, subjectId).then((youth) => ({
    subjectId,
    outcome,
    name: youth === null ? null : `${youth.givenName} ${youth.familyName}`,
    nowStaff: youth?.staff ?? null,
    nowUnit: youth === null || youth.isProtected ? null : youth.unit,
  }))

/** Gives each ticked youth to the target, one transaction and one audit line a youth; the answers come in the order of the rows. */
export async function assignYouths(pool: Pool, assigning: Assigning, ticked: readonly Ticked[]): Promise<AssignResult[]> {
  const results: AssignResult[] = []
  for (const row of ticked) {
    const outcome = await assignOne(pool, assigning, row)
    results.push(await inTransaction(pool, (tx) => resultOf(tx, assigning.scope, row.subjectId, outcome)))
  }
  return results
}
