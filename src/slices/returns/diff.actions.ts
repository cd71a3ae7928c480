/** What has changed since the last delivery: the return as known then and as known now (or at an instant), both by the profile in force. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { writeAuditLine } from '../audit/index.ts'
import { now } from '../register/index.ts'
import { listSettings, settingsFrom } from '../settings/index.ts'
import { askedHalf, buildAt, type HalfRefusal, type ReturnPlace, type ReturnWish } from './build.actions.ts'
import { isCatalogueChanged, listChangesSince, listMerged } from './change.store.ts'
import { findLastDelivery, readDelivered } from './delivery.store.ts'
import { differingYouths, explainedDiff, type ReturnDiff } from './diff.rules.ts'
import { lastDayOn } from './half-year.rules.ts'
import { profileInForce } from './profile.actions.ts'
import { isSameProfile } from './profile.rules.ts'
import type { Delivery, KnownAt } from './returns.types.ts'

/** The difference, and what besides the youths' own facts is another since. */
export type SinceDelivery = {
  readonly delivery: Delivery
  readonly diff: ReturnDiff
  /** The file would be other bytes now. */
  readonly isSame: boolean
  readonly profileChanged: boolean
  readonly settingsChanged: boolean
  readonly catalogueChanged: boolean
}

const lawAt = async (tx: Tx, asOf: string): Promise<string> => {
  const { law } = settingsFrom(await listSettings(tx, asOf))
  return JSON.stringify({ ...law, termEnds: [...law.termEnds].toSorted(([a], [b]) => a - b) })
}

async function rootsNow(tx: Tx): Promise<(personId: number) => number> {
  const roots = new Map((await listMerged(tx)).map(({ absorbedId, rootId }) => [absorbedId, rootId]))
  return (personId) => roots.get(personId) ?? personId
}

async function compare(tx: Tx, { code }: ReturnPlace, wish: ReturnWish): Promise<Decision<SinceDelivery, HalfRefusal | 'never-delivered'>> {
  const asked = askedHalf(wish)
  if (!asked.granted) return asked
  const half = asked.value
  const delivery = await findLastDelivery(tx, half.key)
  const delivered = delivery === null ? null : await readDelivered(tx, delivery.deliveryId)
  if (delivery === null || delivered === null) return refuse('never-delivered')
  const inForce = await profileInForce(tx, half.key, now)
  if (inForce === null) return refuse('no-profile')
  const at = (knownAt: KnownAt) => buildAt(tx, { municipality: code, half, on: lastDayOn(half, wish.today), knownAt }, inForce)
  const asOf = wish.asOf ?? now
  const [before, after] = [await at(delivery.knownAt), await at({ facts: asOf, work: asOf })]
  const differing = differingYouths(before.built.records, after.built.records, await rootsNow(tx))
  const ids = differing.map(({ personId }) => personId)
  return grant({
    delivery,
    diff: explainedDiff(differing, await listChangesSince(tx, ids, delivery.knownAt)),
    isSame: after.sha256 === delivery.sha256,
    profileChanged: !isSameProfile(inForce.profile, delivered.profile),
    settingsChanged: (await lawAt(tx, delivery.knownAt.facts)) !== (await lawAt(tx, now)),
    catalogueChanged: await isCatalogueChanged(tx, delivery.knownAt),
  })
}

/** What the next file would say otherwise than the one that was sent last. Leaves a line in the log. */
export const diffSinceDelivery = (
  place: ReturnPlace,
  wish: ReturnWish,
): Promise<Decision<SinceDelivery, HalfRefusal | 'never-delivered'>> =>
  inTransaction(place.pool, async (tx) => {
    const made = await compare(tx, place, wish)
    const detail = made.granted ? { half: made.value.delivery.half, youths: made.value.diff.youths.length } : {}
    await writeAuditLine(tx, { actor: wish.actor, action: 'returns.diff', outcome: made.granted ? 'done' : made.reason, detail })
    return made
  })
