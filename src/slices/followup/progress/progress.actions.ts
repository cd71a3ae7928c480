/** Reading how a youth has gone, with one line in the module's log. A protected youth asks for a fresh sign-in first. */
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import { isRandomId } from '../../../platform/random-id.ts'
import { loadHistory } from '../due/history.actions.ts'
import { readAs } from '../log.ts'
import { listRolesNow } from '../members/members.store.ts'
import type { Reader } from '../members/members.types.ts'
import { findYouth, listStays } from '../people/people.store.ts'
import type { Youth } from '../people/people.types.ts'
import { progressOf } from './progress.rules.ts'
import type { Period, Progress } from './progress.types.ts'

/** A youth, the unit where they live now, and how they have gone. */
export type YouthProgress = { readonly youth: Youth; readonly unit: string | null; readonly progress: Progress }

/** How the youth has gone in the period, as the reader is shown it. The caller has found the youth for the reader. */
export async function loadProgress(tx: Tx, { staffId }: Reader, youthId: string, period: Period): Promise<Progress> {
  const [roles, history] = [await listRolesNow(tx, staffId), await loadHistory(tx, youthId)]
  return history === null ? { period, areas: [], positions: [] } : progressOf(history, period, roles)
}

type Asked = { readonly youthId: string; readonly isFresh: boolean; readonly period: Period }

/** `action`: reading a page and making a file are told apart in the log. */
export async function readProgress(
  pool: Pool,
  reader: Reader,
  { youthId, isFresh, period }: Asked,
  action: 'followup.readProgress' | 'followup.fileProgress',
): Promise<YouthProgress | 'missing' | 'sign-in-again'> {
  if (!isRandomId(youthId)) return 'missing'
  return readAs(
    pool,
    (found: YouthProgress | 'missing' | 'sign-in-again') => ({
      actor: reader.staffId,
      action,
      outcome: typeof found === 'string' ? found : 'done',
      subjectId: found === 'missing' ? null : youthId,
      detail: period,
    }),
    async (tx) => {
      const youth = await findYouth(tx, reader, youthId)
      if (youth === null) return 'missing'
      if (youth.protection !== 'none' && !isFresh) return 'sign-in-again'
      const home = (await listStays(tx, youthId)).find(({ untilOn }) => untilOn === null)
      return { youth, unit: home?.unit ?? null, progress: await loadProgress(tx, reader, youthId, period) }
    },
  )
}
