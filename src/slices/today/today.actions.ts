/** Reading the start page: last night, the sources, and what waits – each only as far as the reader may see and do. */
import type { Permission } from '../../kernel/permission.ts'
import type { Scope } from '../../kernel/actor.ts'
import { timeInSweden } from '../../platform/clock.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { countCorrections } from '../corrections/index.ts'
import { readOwnCover } from '../cover/index.ts'
import { findStopped, isRunAlive } from '../matching/index.ts'
import { countMeasuresDesk } from '../measures/index.ts'
import { countExpiring } from '../outreach/index.ts'
import { countFollowUps } from '../plans/index.ts'
import { daysLeft, halfToShow } from '../returns/index.ts'
import { listSettings, settingsFrom } from '../settings/index.ts'
import { countDuplicates, countExceptions, countRunChanges, findLastRun, findRunning, readHealth } from '../sources/index.ts'
import { readTogetherWaiting } from '../together/index.ts'
import { countView, type Reader as ListReader } from '../worklist/index.ts'
import { notBegunList, ownLists, queryOf, unassignedList } from './links.ts'
import { isNightMissing, missingTermEnds } from './today.rules.ts'
import { countOpenAnswers, findReturnState } from './today.store.ts'
import type { Agreed, Counted, Today, Waiting, WaitingReturn } from './today.types.ts'

/** Whose day it is. `duplicateScope`: the duplicates page's own, narrower. */
export type Reader = ListReader & { readonly duplicateScope: Scope; readonly may: (permission: Permission) => boolean }

async function readOwn(tx: Tx, reader: Reader): Promise<Counted[]> {
  const own: Counted[] = []
  const lists = ownLists({ unitId: reader.unitId, doesOutreach: reader.may('outreach.log') })
  for (const { name, href } of lists) own.push({ name, href, n: await countView(tx, reader, queryOf(href)) })
  return own
}

async function readTermEnds(tx: Tx, { today }: Reader): Promise<number[]> {
  const { law } = settingsFrom(await listSettings(tx, 'infinity'))
  return missingTermEnds(new Set(law.termEnds.keys()), today)
}

const readCounted = async (tx: Tx, reader: Reader, href: string): Promise<NonNullable<Waiting['unassigned']>> => ({
  href,
  n: await countView(tx, reader, queryOf(href)),
})

async function readAgreed(tx: Tx, { scope, code, staffId, today, may }: Reader): Promise<Agreed> {
  const measures = may('measures.write') ? await countMeasuresDesk(tx, scope, today) : null
  return {
    followUps: may('plans.write') ? await countFollowUps(tx, { scope, code, staffId, today }) : null,
    proposals: may('measures.decide') ? (measures?.waiting ?? null) : null,
    pastEnd: measures?.overdue ?? null,
    expiring: may('outreach.log') ? await countExpiring(tx, scope, today, scope.mayReadProtected ? code : null) : null,
  }
}

/** The half-year's return while it has errors, or is not delivered with its receipt. */
async function readReturn(tx: Tx, { today }: Reader): Promise<WaitingReturn | null> {
  const half = halfToShow(today)
  const found = await findReturnState(tx, half.key)
  if (found === null || (found.errors === 0 && found.lacks === null)) return null
  return { half: half.key, daysLeft: daysLeft(half, today), ...found }
}

async function readWaiting(tx: Tx, reader: Reader): Promise<Waiting> {
  const { pool, may, scope, duplicateScope } = reader
  return {
    stopped: may('sources.answer') ? await findStopped(tx) : [],
    exceptions: may('sources.read') ? await countExceptions(tx, scope) : [],
    duplicates: may('sources.merge') ? await countDuplicates(tx, pool, duplicateScope) : null,
    corrections: may('youth.correct') ? await countCorrections(tx, scope) : null,
    unassigned: may('worklist.assign') ? await readCounted(tx, reader, unassignedList) : null,
    notBegun: may('outreach.log') ? await readCounted(tx, reader, notBegunList) : null,
    replies: may('outreach.log') ? await countOpenAnswers(tx, scope) : null,
    agreed: await readAgreed(tx, reader),
    half: may('returns.read') ? await readReturn(tx, reader) : null,
    termEnds: may('settings.edit') ? await readTermEnds(tx, reader) : [],
    together: await readTogetherWaiting(tx, reader),
  }
}

/** The start page. Counts only: no person is shown, so no read line is left. */
export const readToday = (reader: Reader): Promise<Today> =>
  inTransaction(reader.pool, async (tx) => {
    const { pool, scope, today } = reader
    const isAlive = await isRunAlive(tx)
    const shown = await findLastRun(tx, isAlive, true)
    const last = await findLastRun(tx, isAlive, false)
    const running = await findRunning(tx, isAlive)
    return {
      running,
      last,
      shown,
      changes: shown === null ? [] : await countRunChanges(tx, pool, scope, shown.id),
      isNightMissing: running === null && last?.kind === 'nightly' && isNightMissing(last.onDay, today, timeInSweden()),
      sources: await readHealth(tx, today),
      own: await readOwn(tx, reader),
      waiting: await readWaiting(tx, reader),
      cover: reader.may('cover.read') ? await readOwnCover(tx, reader.staffId, today) : null,
    }
  })
