/** Putting what came in our own register, at somebody's press: what a youth does becomes a statement with its source, numbers go into the ledger. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'
import { change } from '../audit/index.ts'
import {
  hasWay,
  isFollowed,
  listSameRecords,
  recordOccupation,
  recordWay,
  removeWayById,
  retractOccupationById,
} from '../outreach/index.ts'
import { findSeenYouth } from '../worklist/index.ts'
import { findIncoming } from './incoming.store.ts'
import { canStand, itemsOf, mayKeep, type CarriedItem, type KeepRefusal } from './kept.rules.ts'
import { holdKept, insertKept, listKeptFrom, markTakenBack } from './kept.store.ts'
import type { TransferReader } from './reader.ts'
import type { CarriedOccupation, Incoming, IncomingYouth } from './transfers.types.ts'

/** Whose register it is put in, and by whom. */
type Keeper = {
  readonly offer: Incoming
  readonly youth: IncomingYouth
  readonly bornOn: PlainDate | null
  readonly reader: TransferReader
}

const isOccupation = (item: CarriedItem): item is CarriedItem & { readonly value: CarriedOccupation } => item.part === 'occupation'

/** What the other municipality calls the source of a statement: it is another actor's word to us. */
async function keepOccupation(
  tx: Tx,
  { youth, bornOn, reader }: Keeper,
  { kind, sinceOn, statedOn }: CarriedOccupation,
): Promise<number | null> {
  if (!canStand({ kind, statedOn }, bornOn, reader.today)) return null
  return recordOccupation(tx, {
    personId: youth.personId,
    kind: kind as Occupation,
    source: 'otherActor',
    sinceOn: sinceOn as PlainDate | null,
    statedOn: statedOn as PlainDate,
    saidBy: reader.staffId,
    contactId: null,
    origin: 'transfer',
  })
}

/** A number that is in the ledger already stays as it is: null. */
async function keepWay(tx: Tx, { youth, reader }: Keeper, kind: 'phone' | 'email', value: string): Promise<number | null> {
  if (await hasWay(tx, await listSameRecords(tx, youth.personId), kind, value)) return null
  return recordWay(tx, {
    personId: youth.personId,
    kind,
    value,
    source: 'partner',
    sourceDetail: '',
    foundOn: reader.today,
    foundBy: reader.staffId,
  })
}

/** False: it is there already, or cannot stand. */
async function keepOne(tx: Tx, keeper: Keeper, item: CarriedItem): Promise<boolean> {
  const { offer, youth, reader } = keeper
  const { part, value } = item
  const kept = { incomingId: offer.id, personId: youth.personId, part, by: reader.staffId }
  if (typeof value === 'string') {
    const wayId = await keepWay(tx, keeper, part === 'email' ? 'email' : 'phone', value)
    if (wayId === null) return false
    await insertKept(tx, { ...kept, value: null, occupationId: null, wayId })
    return true
  }
  const occupationId = isOccupation(item) ? await keepOccupation(tx, keeper, item.value) : null
  if (isOccupation(item) && occupationId === null) return false
  await insertKept(tx, { ...kept, value, occupationId, wayId: null })
  return true
}

/** What stands already is not put in once more. */
async function keepAll(tx: Tx, keeper: Keeper, chosen: readonly CarriedItem[]): Promise<number> {
  const standing = (await listKeptFrom(tx, keeper.offer.id)).filter(({ isTakenBack }) => !isTakenBack)
  const written = new Set(standing.map(({ part, value }) => `${part} ${JSON.stringify(value)}`))
  let count = 0
  for (const item of chosen) {
    const text = `${item.part} ${JSON.stringify(item.value)}`
    if (written.has(text)) continue
    written.add(text)
    if (await keepOne(tx, keeper, item)) count += 1
  }
  return count
}

export type Keeping = 'missing' | KeepRefusal

/** Puts what is chosen in the register. Returns how much was put in: what is there already, or cannot stand, is left. */
export function keepCarried(reader: TransferReader, transferId: string, keys: readonly string[]): Promise<Decision<number, Keeping>> {
  let subjectId: string | null = null
  return change<number, Keeping>(
    reader.pool,
    (made) => ({
      actor: reader.staffId,
      action: 'transfers.keep',
      subjectId,
      detail: { transferId, ...(made.granted ? { kept: made.value } : {}) },
    }),
    async (tx) => {
      const offer = await findIncoming(tx, reader.scope, transferId, true)
      if (offer === null || offer.youth === null || offer.content === null) return refuse('missing')
      const { youth, content } = offer
      subjectId = youth.subjectId
      const known = await findSeenYouth(tx, reader.scope, youth.subjectId)
      if (known === null) return refuse('missing')
      const wanted = new Set(keys)
      const chosen = itemsOf(content).filter(({ key }) => wanted.has(key))
      const followed = await isFollowed(tx, { personId: youth.personId, on: reader.today, today: reader.today, restrictedIn: null })
      const allowed = mayKeep(chosen, { asked: wanted.size, isFollowed: followed })
      return allowed.granted ? grant(await keepAll(tx, { offer, youth, bornOn: known.bornOn, reader }, chosen)) : allowed
    },
  )
}

/** Takes back one thing that was put in: the statement is retracted, the number leaves the ledger. */
export function takeBackKept(reader: TransferReader, subjectId: string, keptId: string): Promise<Decision<null, 'missing'>> {
  let isSeen = false
  return change<null, 'missing'>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'transfers.takeBackKept', subjectId: isSeen ? subjectId : null }),
    async (tx) => {
      const youth = await findSeenYouth(tx, reader.scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      const kept = await holdKept(tx, await listSameRecords(tx, youth.personId), keptId)
      if (kept === null) return refuse('missing')
      if (kept.occupationId !== null) await retractOccupationById(tx, kept.occupationId)
      if (kept.wayId !== null) await removeWayById(tx, kept.wayId, reader.staffId)
      await markTakenBack(tx, kept.id, reader.staffId)
      return grant(null)
    },
  )
}
