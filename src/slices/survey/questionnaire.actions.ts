/** Reading a questionnaire with its versions, and saving the next version: of the municipality's own, or of a copy of a shipped one. */
import { randomUUID } from 'node:crypto'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import { readDraft, type DraftProblemAt, type TypedQuestionnaire } from './questionnaire.rules.ts'
import { shippedQuestionnaires } from './shipped.ts'
import { holdQuestionnaire, insertVersion, listSavedVersions } from './survey.store.ts'
import type { QuestionnaireVersion } from './survey.types.ts'

/** A questionnaire with all its versions, the newest first. `isShipped`: a change makes a copy. */
export type SeenQuestionnaire = { readonly isShipped: boolean; readonly versions: readonly QuestionnaireVersion[] }

function seenOf(key: string, saved: readonly QuestionnaireVersion[]): SeenQuestionnaire | null {
  const shipped = shippedQuestionnaires.find((one) => one.key === key)
  const own = saved.filter((one) => one.key === key)
  if (shipped === undefined) return own.length === 0 ? null : { isShipped: false, versions: own }
  return { isShipped: true, versions: [shipped, ...own.filter(({ version }) => version !== shipped.version)] }
}

/** Null when there is none such. */
export const readQuestionnaire = (pool: Pool, key: string): Promise<SeenQuestionnaire | null> =>
  inTransaction(pool, async (tx) => seenOf(key, await listSavedVersions(tx)))

/** The version that somebody had before them, and what they typed. */
export type Saving = { readonly key: string; readonly version: number; readonly typed: TypedQuestionnaire }

export type SaveRefusal = 'missing' | 'stale' | 'problems'

/** Saves the next version, or the first of a copy. What is wrong with the draft is told to `tell`. Returns the key. */
export function saveQuestionnaire(
  pool: Pool,
  by: string,
  { key, version, typed }: Saving,
  tell: (problems: readonly DraftProblemAt[]) => void,
): Promise<Decision<string, SaveRefusal>> {
  return change<string, SaveRefusal>(
    pool,
    (decision) => ({
      actor: by,
      action: 'survey.edit',
      detail: { from: key, version, ...(decision.granted ? { to: decision.value } : {}) },
    }),
    async (tx) => {
      await holdQuestionnaire(tx, key)
      const seen = seenOf(key, await listSavedVersions(tx))
      if (seen === null) return refuse('missing')
      if (seen.versions[0]?.version !== version) return refuse('stale')
      const past = seen.versions.map(({ content }) => content)
      const read = readDraft(typed, past)
      if ('problems' in read) return (tell(read.problems), refuse('problems'))
      const saved = seen.isShipped ? { key: randomUUID(), version: 1 } : { key, version: version + 1 }
      return (await insertVersion(tx, { ...saved, content: read.content, by })) ? grant(saved.key) : refuse('stale')
    },
  )
}
