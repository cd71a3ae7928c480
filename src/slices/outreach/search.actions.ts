/** Searching for numbers: the list of those without one, a search that gave nothing, one that found something, and what all of it gave. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { readAs } from '../audit/index.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import type { Logger } from './contact.actions.ts'
import { holdLines, listSameRecords } from './contact.store.ts'
import { isInLedger } from './ledger.store.ts'
import { outreachSettingsFrom, type SearchStep } from './outreach-settings.rules.ts'
import type { WayKind } from './outreach.types.ts'
import { changeSoon } from './patience.actions.ts'
import { recordWay } from './record.actions.ts'
import { schoolYearTo } from './search.rules.ts'
import { countNumberless, insertSearch, listNumberless, strikeSearch } from './search.store.ts'
import { youthsPerPage, type NumberlessList, type SearchView, type YieldBy, type YieldPeriod } from './search.types.ts'
import { readYield } from './search-yield.store.ts'

const stepsOf = async (tx: Tx): Promise<readonly SearchStep[]> => outreachSettingsFrom(await listSettings(tx, 'infinity')).searchSteps

type Page = { readonly view: SearchView; readonly page: number }

/** A page of those without a live number, with what searches have given this school year. */
export const readNumberless = ({ pool, scope, staffId, now }: Logger, { view, page }: Page): Promise<NumberlessList> =>
  readAs(
    pool,
    ({ rows }: NumberlessList) => ({ actor: staffId, action: 'outreach.listNumberless', detail: { shown: rows.length } }),
    async (tx) => {
      const steps = await stepsOf(tx)
      const question = { today: now.on, steps: steps.filter(({ active }) => active).map(({ key }) => key) }
      return {
        steps,
        counts: await countNumberless(tx, scope, question),
        rows: await listNumberless(tx, scope, question, { view, limit: youthsPerPage, offset: (page - 1) * youthsPerPage }),
        total: (await readYield(tx, scope, schoolYearTo(now.on))).total,
      }
    },
  )

export type SearchRefusal = 'missing' | 'unknown-step' | 'night-is-running'

type Work<T, Reason extends string> = (tx: Tx, youth: SeenYouth, step: SearchStep) => Promise<Decision<T, Reason>>

/** A search by one of the allowed steps, of a youth that is seen and covered. */
function searchOf<T, Reason extends string>(
  { pool, scope, staffId }: Logger,
  subjectId: string,
  { stepKey, result }: { readonly stepKey: string; readonly result: string },
  work: Work<T, Reason>,
): Promise<Decision<T, Reason | SearchRefusal>> {
  let isSeen = false
  let known: string | null = null
  return changeSoon<T, Reason | 'missing' | 'unknown-step'>(
    pool,
    () => ({ actor: staffId, action: 'outreach.search', subjectId: isSeen ? subjectId : null, detail: { step: known, result } }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      const step = (await stepsOf(tx)).find(({ key, active }) => active && key === stepKey)
      if (step === undefined) return refuse('unknown-step')
      known = step.key
      await holdLines(tx, [youth.personId])
      return work(tx, youth, step)
    },
  )
}

/** Ticks a step: searched, nothing found. */
export const searchInVain = (logger: Logger, subjectId: string, stepKey: string): Promise<Decision<SearchStep, SearchRefusal>> =>
  searchOf<SearchStep, never>(logger, subjectId, { stepKey, result: 'nothing' }, async (tx, { personId }, step) => {
    await insertSearch(tx, { personId, step: step.key, on: logger.now.on, wayId: null, staffId: logger.staffId })
    return grant(step)
  })

type Find = { readonly kind: WayKind; readonly value: string }

/** Adds what a step found to the ledger, from the step's source, and ticks the step. */
export const searchFound = (
  logger: Logger,
  subjectId: string,
  stepKey: string,
  { kind, value }: Find,
): Promise<Decision<SearchStep, SearchRefusal | 'already-there'>> =>
  searchOf<SearchStep, 'already-there'>(logger, subjectId, { stepKey, result: 'found' }, async (tx, { personId }, step) => {
    if (await isInLedger(tx, await listSameRecords(tx, personId), kind, value)) return refuse('already-there')
    const found = { source: step.source, sourceDetail: step.key, foundOn: logger.now.on, foundBy: logger.staffId }
    const wayId = await recordWay(tx, { personId, kind, value, ...found })
    await insertSearch(tx, { personId, step: step.key, on: logger.now.on, wayId, staffId: logger.staffId })
    return grant(step)
  })

/** Takes back one's own search of today that gave nothing. */
export const undoSearch = (
  { pool, scope, staffId, now }: Logger,
  subjectId: string,
  searchId: string,
): Promise<Decision<null, 'missing' | 'too-late' | 'night-is-running'>> => {
  let isSeen = false
  return changeSoon<null, 'missing' | 'too-late'>(
    pool,
    () => ({ actor: staffId, action: 'outreach.undoSearch', subjectId: isSeen ? subjectId : null }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      const personIds = await listSameRecords(tx, youth.personId)
      return (await strikeSearch(tx, { personIds, searchId, staffId, on: now.on })) ? grant(null) : refuse('too-late')
    },
  )
}

export type ShownYield = { readonly by: YieldBy; readonly steps: readonly SearchStep[] }

/** What searches gave in a period. Counts only. */
export const showYield = ({ pool, scope }: Pick<Logger, 'pool' | 'scope'>, period: YieldPeriod): Promise<ShownYield> =>
  inTransaction(pool, async (tx) => ({ by: await readYield(tx, scope, period), steps: await stepsOf(tx) }))
