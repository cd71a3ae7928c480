/** Duplicates: proposed, compared, merged or said to be two persons – and each of those taken back. Nobody protected is ever here. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { change, readAs } from '../audit/index.ts'
import { mergeRecords, unlessRunning, unmergeRecords, webPatience } from '../matching/index.ts'
import { sayNotSame, takeBackNotSame } from '../register/index.ts'
import {
  countMerges,
  countPairs,
  findMerge,
  findRecord,
  isSeenPair,
  listMerges,
  listNotSame,
  listPairs,
  listRecords,
  type StoredMerge,
} from './duplicates.store.ts'
import { pageSize, pageWithin, type Reader } from './sources.actions.ts'
import type { Duplicate, DuplicateRecord, Merge, NotSame } from './sources.types.ts'

export type ShownDuplicates = { readonly pairs: readonly Duplicate[]; readonly total: number; readonly page: number }

const line = (staffId: string, action: string) => (count: number) => ({ actor: staffId, action, detail: { count } })

async function findDuplicates(tx: Tx, scope: Scope, wantedPage: number): Promise<ShownDuplicates> {
  const total = await countPairs(tx, scope)
  const page = pageWithin(wantedPage, total, pageSize)
  const ids = await listPairs(tx, scope, { limit: pageSize, offset: (page - 1) * pageSize })
  const records = await listRecords(tx, scope, [...new Set(ids.flatMap(({ first_id, second_id }) => [first_id, second_id]))])
  const byId = new Map(records.map((record) => [record.personId, record]))
  const pairs = ids.flatMap(({ first_id, second_id, because }): Duplicate[] => {
    const [first, second] = [byId.get(first_id), byId.get(second_id)]
    return first === undefined || second === undefined ? [] : [{ because, records: [first, second] }]
  })
  return { pairs, total, page }
}

/** Likely duplicates, the likeliest first. */
export const readDuplicates = ({ pool, scope, staffId }: Reader, page: number): Promise<ShownDuplicates> =>
  readAs(
    pool,
    ({ pairs }) => line(staffId, 'sources.duplicates')(pairs.length),
    (tx) => findDuplicates(tx, scope, page),
  )

export type Pair = readonly [DuplicateRecord, DuplicateRecord]

async function findPair(tx: Tx, scope: Scope, subjectIds: readonly [string, string]): Promise<Pair | null> {
  const ids = [await findRecord(tx, scope, subjectIds[0]), await findRecord(tx, scope, subjectIds[1])].filter((id) => id !== null)
  const records = await listRecords(tx, scope, ids)
  const [first, second] = ids.map((id) => records.find(({ personId }) => personId === id))
  return first === undefined || second === undefined || first === second ? null : [first, second]
}

/** Two records side by side; null when one of them is not there for the reader. */
export const readPair = ({ pool, scope, staffId }: Reader, subjectIds: readonly [string, string]): Promise<Pair | null> =>
  readAs(
    pool,
    (pair) => line(staffId, 'sources.pair')(pair === null ? 0 : 2),
    (tx) => findPair(tx, scope, subjectIds),
  )

type Hand = Reader & { readonly code: string }
const placeOf = ({ code, pool }: Hand) => ({ code, pool, patience: webPatience })

type PairOf = readonly [first: string, second: string]

/** Merges the pair; the record `keep` stays, and the other stands for it. */
export const mergePair = (
  hand: Hand,
  [first, second]: PairOf,
  { keep, ground }: { readonly keep: string; readonly ground: string },
): Promise<Decision<unknown, 'not-found' | 'already-one-person' | 'night-is-running'>> =>
  unlessRunning(hand.pool, { actor: hand.staffId, action: 'register.merge' }, () =>
    mergeRecords(placeOf(hand), { by: hand.staffId, on: hand.today, ground }, async (tx) => {
      if (keep !== first && keep !== second) return null
      const keptId = await findRecord(tx, hand.scope, keep)
      const absorbedId = await findRecord(tx, hand.scope, keep === first ? second : first)
      return keptId === null || absorbedId === null ? null : { absorbedId, keptId }
    }),
  )

/** Says that the pair is two persons: it is not proposed again. */
export const sayTwoPersons = (
  { pool, scope, staffId }: Reader,
  [first, second]: PairOf,
  ground: string,
): Promise<Decision<null, 'not-found' | 'said-before'>> =>
  change(pool, { actor: staffId, action: 'register.notSame' }, async (tx) => {
    const [firstId, secondId] = [await findRecord(tx, scope, first), await findRecord(tx, scope, second)]
    if (firstId === null || secondId === null || firstId === secondId) return refuse('not-found')
    return (await sayNotSame(tx, [firstId, secondId], ground, staffId)) ? grant(null) : refuse('said-before')
  })

/** Takes back that a pair is two persons: it is proposed again. */
export const takeBackTwoPersons = ({ pool, scope, staffId }: Reader, id: number): Promise<Decision<null, 'not-found'>> =>
  change(pool, { actor: staffId, action: 'register.maybeSame', detail: { id } }, async (tx) =>
    (await isSeenPair(tx, scope, id)) && (await takeBackNotSame(tx, id)) ? grant(null) : refuse('not-found'),
  )

export type ShownMerges = {
  readonly merges: readonly Merge[]
  readonly notSame: readonly NotSame[]
  readonly total: number
  readonly page: number
}

/** What has been decided of duplicates, and stands. */
export const readMerges = ({ pool, scope, staffId }: Reader, wantedPage: number): Promise<ShownMerges> =>
  readAs(
    pool,
    ({ merges }) => line(staffId, 'sources.merges')(merges.length),
    async (tx) => {
      const total = await countMerges(tx, scope)
      const page = pageWithin(wantedPage, total, pageSize)
      const merges = await listMerges(tx, scope, { limit: pageSize, offset: (page - 1) * pageSize })
      return { merges, notSame: await listNotSame(tx, scope, 200), total, page }
    },
  )

/** One merge with the records as they were; null when it is undone, or not for the reader. */
export const readMerge = ({ pool, scope, staffId }: Reader, id: number): Promise<StoredMerge | null> =>
  readAs(
    pool,
    (merge) => ({ actor: staffId, action: 'sources.merge', subjectId: merge?.keptSubjectId ?? null, detail: { id } }),
    (tx) => findMerge(tx, scope, id),
  )

/** Undoes a merge: the two records stand on their own again. */
export const undoMerge = (hand: Hand, id: number): Promise<Decision<unknown, 'not-found' | 'not-merged' | 'night-is-running'>> =>
  unlessRunning(hand.pool, { actor: hand.staffId, action: 'register.unmerge' }, () =>
    unmergeRecords(
      placeOf(hand),
      { by: hand.staffId, on: hand.today },
      async (tx) => (await findMerge(tx, hand.scope, id))?.absorbedId ?? null,
    ),
  )
