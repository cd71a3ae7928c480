/** Striking what was coded: everything that it wrote and nobody has touched since is taken back with it. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { changeWithFacts, type FactWriter } from '../matching/index.ts'
import { strikeMeasure } from '../measures/index.ts'
import { changeSoon, holdLines, listSameRecords, retractOccupationById, strikeContactOf } from '../outreach/index.ts'
import { findSeenYouth } from '../worklist/index.ts'
import { hasFact, holdCoding, saveStrike, type HeldCoding } from './coding.store.ts'
import { codingTexts } from './coding.texts.ts'
import type { StrikeReason } from './coding.types.ts'
import type { Coder } from './known.actions.ts'
import { mayStrike } from './strike.rules.ts'

export type StrikeWish = { readonly subjectId: string; readonly codedId: string; readonly why: StrikeReason }
/** What was taken back. `measureLeft`: somebody has ended or changed the measure since; it stands. */
export type StruckCoding = { readonly measureLeft: boolean }
export type StrikeRefusal = 'missing' | 'sign-in-again' | 'already-struck' | 'not-yours' | 'night-is-running'

type Taking = { readonly tx: Tx; readonly coder: Coder; readonly personId: number; readonly held: HeldCoding; readonly why: string }

async function takeBack({ tx, coder, personId, held, why }: Taking, facts: FactWriter | null): Promise<void> {
  const by = { staffId: coder.staffId, name: coder.name }
  if (held.occupationId !== null) await retractOccupationById(tx, held.occupationId)
  if (held.contactId !== null) await strikeContactOf(tx, { personId, contactId: held.contactId, by: coder.staffId, why })
  if (held.measureId !== null && !held.isMeasureTouched) await strikeMeasure(tx, held.measureId, why, by)
  if (held.factId === null || facts === null) return
  await facts.withdraw('studies-abroad', held.factId, await listSameRecords(tx, personId), { ...by, ground: why })
}

type Acting = Coder & { readonly mayStrikeAny: boolean }
type Found = { isSeen: boolean; held: HeldCoding | null }

async function strike(
  tx: Tx,
  coder: Acting,
  wish: StrikeWish,
  found: Found,
  facts: FactWriter | null,
): Promise<Decision<StruckCoding, StrikeRefusal>> {
  const youth = await findSeenYouth(tx, coder.scope, wish.subjectId)
  if (youth === null) return refuse('missing')
  if (youth.isProtected && !coder.isFresh) {
    found.isSeen = true
    return refuse('sign-in-again')
  }
  await holdLines(tx, [youth.personId])
  const held = await holdCoding(tx, await listSameRecords(tx, youth.personId), wish.codedId)
  if (held === null) return refuse('missing')
  found.isSeen = true
  found.held = held
  const allowed = mayStrike(held, coder)
  if (!allowed.granted) return allowed
  await takeBack({ tx, coder, personId: youth.personId, held, why: codingTexts.sv.strikeReasons[wish.why] }, facts)
  await saveStrike(tx, wish.codedId, held.revision, coder.staffId, wish.why)
  return grant({ measureLeft: held.isMeasureTouched })
}

/**
 * Strikes a coding: by the one who made it, or by somebody who may strike what others logged. When it ended coverage the
 * fact is taken back too, under the runs' lock. The line in the log is one.
 */
export async function strikeCoding(coder: Acting, wish: StrikeWish): Promise<Decision<StruckCoding, StrikeRefusal>> {
  const found: Found = { isSeen: false, held: null }
  const line = () => ({
    actor: coder.staffId,
    action: 'coding.strike',
    subjectId: found.isSeen ? wish.subjectId : null,
    detail: { why: wish.why, ...(found.held?.isMeasureTouched === true ? { measureLeft: true } : {}) },
  })
  const endsCoverage = await inTransaction(coder.pool, (tx) => hasFact(tx, wish.codedId))
  if (!endsCoverage) return changeSoon<StruckCoding, StrikeRefusal>(coder.pool, line, (tx) => strike(tx, coder, wish, found, null))
  const place = { code: coder.code, pool: coder.pool, patience: coder.patience }
  return changeWithFacts<StruckCoding, StrikeRefusal>(place, { on: coder.now.on, line }, (tx, facts) =>
    strike(tx, coder, wish, found, facts),
  )
}
