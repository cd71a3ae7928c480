/** Building a return: what was known at an instant, by the profile in force then, as records, controls and exact bytes. */
import { createHash } from 'node:crypto'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { now, type AsOf } from '../register/index.ts'
import { buildReturn } from './build.rules.ts'
import type { BrokenControl } from './control.types.ts'
import { brokenControls } from './controls.rules.ts'
import { findDeliveryAt, lastDayKnown, readDelivered } from './delivery.store.ts'
import { readReturnFacts, type Among } from './facts.actions.ts'
import { hasBegun, lastDayOn, parseHalfYear, type HalfYear } from './half-year.rules.ts'
import { encodeLines, fileNameOf } from './lines.rules.ts'
import { profileInForce, type ProfileInForce } from './profile.actions.ts'
import type { BuiltReturn, KnownAt, ReturnFacts, ReturnQuestion } from './returns.types.ts'

export type ReturnPlace = { readonly code: string; readonly pool: Pool }

/** A return as a file, with everything that is to be looked at before it is sent. */
export type ReturnFile = ProfileInForce & {
  readonly half: HalfYear
  readonly facts: ReturnFacts
  readonly built: BuiltReturn
  readonly broken: readonly BrokenControl[]
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** Builds the file. Pure but for the hash: facts and profile in. */
function fileFrom(facts: ReturnFacts, { profile, origin }: ProfileInForce): ReturnFile {
  const { half, municipality } = facts
  const built = buildReturn(facts, profile)
  const bytes = encodeLines(built.lines, profile)
  return {
    profile,
    origin,
    half,
    facts,
    built,
    broken: brokenControls(facts, profile),
    fileName: fileNameOf(profile, municipality, half.key),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** Loads what was known and builds the file. */
export const buildAt = async (tx: Tx, question: ReturnQuestion, inForce: ProfileInForce, among: Among = 'born'): Promise<ReturnFile> =>
  fileFrom(await readReturnFacts(tx, question, among), inForce)

export type HalfRefusal = 'no-such-half-year' | 'not-begun' | 'no-profile'

/** What somebody asks for. `asOf`: exclusive; all that is known when not said. `today`: how far the half-year can be looked at. */
export type ReturnWish = { readonly half: string; readonly today: PlainDate; readonly asOf?: AsOf; readonly actor: string }

/** The half-year asked for, when any of it has passed. */
export function askedHalf({ half, today }: Pick<ReturnWish, 'half' | 'today'>): Decision<HalfYear, 'no-such-half-year' | 'not-begun'> {
  const found = parseHalfYear(half)
  if (found === null) return refuse('no-such-half-year')
  return hasBegun(found, today) ? grant(found) : refuse('not-begun')
}

type Basis = { readonly knownAt: KnownAt; readonly inForce: ProfileInForce | null }

/**
 * What was known at the instant, and the profile of that time. The instant of a delivery is answered by what that was built from, also when the
 * clock of knowledge was ahead (ADR 0010) or the product's own profile is another since.
 */
async function basisAt(tx: Tx, half: string, asOf: AsOf): Promise<Basis> {
  const delivery = asOf === now ? null : await findDeliveryAt(tx, half, asOf)
  const delivered = delivery === null ? null : await readDelivered(tx, delivery.deliveryId)
  if (delivery === null || delivered === null)
    return { knownAt: { facts: asOf, work: asOf }, inForce: await profileInForce(tx, half, asOf) }
  return { knownAt: delivery.knownAt, inForce: { profile: delivered.profile, origin: delivery.profileOrigin } }
}

async function build(tx: Tx, { code }: ReturnPlace, wish: ReturnWish): Promise<Decision<ReturnFile, HalfRefusal>> {
  const asOf = wish.asOf ?? now
  // What was known then says nothing of the days after.
  const today = asOf === now ? wish.today : await lastDayKnown(tx, asOf, wish.today)
  const asked = askedHalf({ half: wish.half, today })
  if (!asked.granted) return asked
  const half = asked.value
  const { knownAt, inForce } = await basisAt(tx, half.key, asOf)
  if (inForce === null) return refuse('no-profile')
  return grant(await buildAt(tx, { municipality: code, half, on: lastDayOn(half, today), knownAt }, inForce))
}

/** Builds the return, with its line in the log. Nothing is saved. */
export const buildReturnFile = (place: ReturnPlace, wish: ReturnWish): Promise<Decision<ReturnFile, HalfRefusal>> =>
  inTransaction(place.pool, async (tx) => {
    const made = await build(tx, place, wish)
    const detail = made.granted ? { half: made.value.half.key, ...made.value.built.counts, blocks: undefined } : {}
    const outcome = made.granted ? 'done' : made.reason
    await writeAuditLine(tx, { actor: wish.actor, action: 'returns.build', outcome, detail })
    return made
  })
