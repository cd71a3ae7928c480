/** The action plan: a draft begun, written in part by part, and adopted. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import { adoptionProblems, mostParts, planChanges, type AdoptionProblem, type PartChange } from './plan.rules.ts'
import {
  copyParts,
  countDraft,
  findDraft,
  findVersion,
  insertDraft,
  insertPart,
  listVersions,
  placeParts,
  saveAdoption,
  savePart,
} from './plan.store.ts'
import { shippedParts } from './shipped-plan.ts'
import { holdsNumber, type SteeringEditor } from './steering.actions.ts'
import type { Adoption, PartContent, Plan } from './steering.types.ts'

export type ShownPlan = {
  readonly plan: Plan
  /** What differs from the version before; empty for the first. */
  readonly changes: readonly PartChange[]
}

async function shown(tx: Tx, plan: Plan | null): Promise<ShownPlan | null> {
  if (plan === null) return null
  const before = plan.version > 1 ? await findVersion(tx, plan.version - 1) : null
  return { plan, changes: before === null ? [] : planChanges(before.parts, plan.parts) }
}

/** One version with what differs from the one before; null when there is none such. */
export const readVersion = (pool: Pool, version: number): Promise<ShownPlan | null> =>
  inTransaction(pool, async (tx) => shown(tx, await findVersion(tx, version)))

/** The draft with what differs from the version in force; null when none is begun. */
export const readDraft = (pool: Pool): Promise<ShownPlan | null> => inTransaction(pool, async (tx) => shown(tx, await findDraft(tx)))

/** Begins a revision from the latest version, or the first plan from the parts of the general advice. Refused: `begun` already. */
export const beginDraft = ({ pool, staffId, today }: SteeringEditor): Promise<Decision<number, 'begun'>> =>
  change<number, 'begun'>(pool, { actor: staffId, action: 'steering.beginDraft' }, async (tx) => {
    const [latest] = await listVersions(tx)
    if (latest !== undefined && latest.adoption === null) return refuse('begun')
    const version = await insertDraft(tx, today, staffId)
    if (version === null) return refuse('begun')
    if (latest === undefined) for (const part of shippedParts) await insertPart(tx, version, part)
    else await copyParts(tx, latest.version, version)
    return grant(version)
  })

/** `somebody-first`: the draft has been written in since it was seen. */
export type DraftRefusal = 'missing' | 'somebody-first' | 'personal' | 'too-many'

type Written = { readonly editor: SteeringEditor; readonly action: string; readonly draftNo: number }

/** A change of the draft that was seen. */
const written = (
  { editor, action, draftNo }: Written,
  work: (tx: Tx, draft: Plan) => Promise<Decision<null, DraftRefusal>>,
): Promise<Decision<null, DraftRefusal>> =>
  change<null, DraftRefusal>(editor.pool, { actor: editor.staffId, action }, async (tx) => {
    const draft = await findDraft(tx, true)
    if (draft === null) return refuse('missing')
    if (draft.draftNo !== draftNo) return refuse('somebody-first')
    const decision = await work(tx, draft)
    if (decision.granted) await countDraft(tx, draft.version)
    return decision
  })

const isPersonal = ({ heading, board, body }: PartContent): boolean => holdsNumber([heading, board, body])

/** Adds a part last in the draft. */
export const addPart = (editor: SteeringEditor, draftNo: number, part: PartContent): Promise<Decision<null, DraftRefusal>> =>
  written({ editor, action: 'steering.addPart', draftNo }, async (tx, draft) => {
    if (isPersonal(part)) return refuse('personal')
    if (draft.parts.length >= mostParts) return refuse('too-many')
    await insertPart(tx, draft.version, part)
    return grant(null)
  })

/** Writes a part anew. `place`: where it is to stand, from 1; beyond the last it stands last. */
export const changePart = (
  editor: SteeringEditor,
  { draftNo, partKey, place }: { readonly draftNo: number; readonly partKey: string; readonly place: number },
  part: PartContent,
): Promise<Decision<null, DraftRefusal>> =>
  written({ editor, action: 'steering.changePart', draftNo }, async (tx, draft) => {
    const keys = draft.parts.map((one) => one.partKey)
    if (!keys.includes(partKey)) return refuse('missing')
    if (isPersonal(part)) return refuse('personal')
    await savePart(tx, draft.version, partKey, part)
    const others = keys.filter((key) => key !== partKey)
    const at = Math.max(0, place - 1)
    await placeParts(tx, draft.version, [...others.slice(0, at), partKey, ...others.slice(at)])
    return grant(null)
  })

/** Takes a part out of the draft. It stays in the versions that have it. */
export const dropPart = (editor: SteeringEditor, draftNo: number, partKey: string): Promise<Decision<null, DraftRefusal>> =>
  written({ editor, action: 'steering.dropPart', draftNo }, async (tx, draft) => {
    const keys = draft.parts.map((one) => one.partKey)
    if (!keys.includes(partKey)) return refuse('missing')
    await placeParts(
      tx,
      draft.version,
      keys.filter((key) => key !== partKey),
    )
    return grant(null)
  })

export type Adopted = Decision<number, 'missing' | 'somebody-first' | 'faults'> & { readonly faults: readonly AdoptionProblem[] }

/** Adopts the draft that was seen: from its day it is the plan, and is not rewritten. Returns its number. */
export async function adoptDraft({ pool, staffId, today }: SteeringEditor, draftNo: number, adoption: Adoption): Promise<Adopted> {
  let faults: readonly AdoptionProblem[] = []
  const decision = await change<number, 'missing' | 'somebody-first' | 'faults'>(
    pool,
    { actor: staffId, action: 'steering.adopt' },
    async (tx) => {
      const draft = await findDraft(tx, true)
      if (draft === null) return refuse('missing')
      if (draft.draftNo !== draftNo) return refuse('somebody-first')
      const last = (await listVersions(tx)).find((one) => one.adoption !== null) ?? null
      faults = adoptionProblems(adoption, draft, last, today)
      if (faults.length > 0) return refuse('faults')
      await saveAdoption(tx, draft.version, adoption, staffId)
      return grant(draft.version)
    },
  )
  return { ...decision, faults }
}
