/** Beginning and ending a watch. Each has its line in the log, in the same transaction. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change } from '../audit/index.ts'
import { heldBack, holdBack, hygieneDetail, unchecked, type Kept } from '../hygiene/index.ts'
import { readNoteAbout } from './note-about.actions.ts'
import { findSeenYouth } from './seen.store.ts'
import { closeWatch, insertWatch, isCoveredOn } from './watch.store.ts'

type By = { readonly scope: Scope; readonly by: string; readonly subjectId: string }

/**
 * Watches a youth from today. `ground`: 1 to 500 characters, trimmed.
 * Refused: `missing` (no such youth in the reader's scope), `covered` (is on the list anyway), `already-watched`, `note-flags` (the ground holds
 * what may not belong, and is not said to be kept).
 */
export const watchYouth = (
  pool: Pool,
  { scope, by, subjectId, ground, noteKept, today }: By & { readonly ground: string; readonly noteKept: Kept; readonly today: PlainDate },
): Promise<Decision<null, 'missing' | 'covered' | 'already-watched' | 'note-flags'>> => {
  let isSeen = false
  let notes = unchecked
  return change<null, 'missing' | 'covered' | 'already-watched' | 'note-flags'>(
    pool,
    () => ({ actor: by, action: 'worklist.watch', subjectId: isSeen ? subjectId : null, detail: hygieneDetail(notes) }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      if (await isCoveredOn(tx, youth.personId, today)) return refuse('covered')
      notes = heldBack([{ field: 'ground', text: ground }], noteKept, await readNoteAbout(tx, youth))
      if (notes.asked.length > 0) return holdBack(notes)
      const isNew = await insertWatch(tx, { personId: youth.personId, ground, fromOn: today, by })
      return isNew ? grant(null) : refuse('already-watched')
    },
  )
}

/** Ends the watch with the id that the page showed. Refused: `missing` (no such youth in the scope), `not-watched` (ended already, or another). */
export const stopWatching = (
  pool: Pool,
  { scope, by, subjectId, watchId }: By & { readonly watchId: number },
): Promise<Decision<null, 'missing' | 'not-watched'>> => {
  let isSeen = false
  return change(
    pool,
    () => ({ actor: by, action: 'worklist.stopWatching', subjectId: isSeen ? subjectId : null }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      return (await closeWatch(tx, watchId, youth.personId, by)) ? grant(null) : refuse('not-watched')
    },
  )
}
