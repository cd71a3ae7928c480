/** What a receiver has accepted becomes a measure: one press by a colleague, never by itself. */
import { grant, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { listItems, listMeasuresOf, recordMeasure, type MeasureProblem } from '../measures/index.ts'
import { listSameRecords } from '../outreach/index.ts'
import { decideMeasure } from './referral.rules.ts'
import { changeReferral, type Referrer } from './referrals.actions.ts'
import type { Referral } from './referrals.types.ts'
import type { Which } from './said.actions.ts'

type MeasureWish = { readonly item: string; readonly fromOn: PlainDate }
export type MeasureRefusal = MeasureProblem | 'not-accepted' | 'has-measure'

/** Whether a measure of the referral stands, or waits for a decision. */
const hasMeasure = async (tx: Tx, personIds: readonly number[], { referralId }: Referral): Promise<boolean> =>
  (await listMeasuresOf(tx, personIds)).some(
    ({ origin, originId, struck, placement }) =>
      origin === 'referral' && originId === referralId && struck === null && placement !== 'refused',
  )

/**
 * Records the measure with the referral as its origin: an own service's rests on the municipality, others' on another actor. Who the receiver is does
 * not stand in it (förordning 2006:39 4 and 5 §§).
 */
export const writeMeasure = (
  referrer: Referrer,
  which: Which,
  { item, fromOn }: MeasureWish,
): Promise<Decision<null, MeasureRefusal | 'missing'>> =>
  changeReferral<null, MeasureRefusal>(referrer, { ...which, action: 'referrals.measure' }, async (tx, referral, { personId }) => {
    const decided = decideMeasure(referral, await hasMeasure(tx, await listSameRecords(tx, personId), referral))
    if (!decided.granted) return decided
    const { staffId, name, today } = referrer
    const department = (await listItems(tx, fromOn)).find(({ key }) => key === item)?.department ?? null
    const responsible = referral.receiverKind === 'internal' ? 'municipality' : 'other'
    const origin = { origin: 'referral', originId: referral.referralId, byName: name, staffId } as const
    const wish = { personId, itemKey: item, fromOn, plannedUntilOn: null, responsible, department, note: '', ...origin } as const
    const recorded = await recordMeasure(tx, wish, today)
    return recorded.granted ? grant(null) : recorded
  })
