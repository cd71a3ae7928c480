/**
 * Records and pupils by id, for those who point at what they see: merging and unmerging, linking a pupil and taking the link back.
 * `find` is asked inside the transaction of the change, so that what the reader may not see is refused there.
 */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { closeException } from '../feeds/index.ts'
import { markPersons, mergePersons, unmergePersons } from '../register/index.ts'
import { changeByHand } from './manual.actions.ts'
import type { RunPlace } from './matching.actions.ts'
import { closePupilLink, insertPupilLink } from './pupil.store.ts'

/** Who says it, and the day it becomes known. */
export type ByHand = { readonly by: string; readonly on: PlainDate }

type Find<T> = (tx: Tx) => Promise<T | null>

/** Not there, or not for this reader: on record all the same. */
async function notFound(tx: Tx, by: string, action: string): Promise<Decision<never, 'not-found'>> {
  await writeAuditLine(tx, { actor: by, action, outcome: 'not-found' })
  return refuse('not-found')
}

/** Merges two records, found by the reader: one is kept, the other stands for it from now on. */
export const mergeRecords = (
  place: RunPlace,
  { by, on, ground }: ByHand & { readonly ground: string },
  find: Find<{ readonly absorbedId: number; readonly keptId: number }>,
): Promise<Decision<unknown, 'not-found' | 'already-one-person'>> =>
  changeByHand<'not-found' | 'already-one-person'>(place, on, async (tx, at) => {
    const pair = await find(tx)
    return pair === null ? notFound(tx, by, 'register.merge') : mergePersons(tx, { ...pair, ground, by, at })
  })

/** Undoes the merge of a record. */
export const unmergeRecords = (
  place: RunPlace,
  { by, on }: ByHand,
  find: Find<number>,
): Promise<Decision<unknown, 'not-found' | 'not-merged'>> =>
  changeByHand<'not-found' | 'not-merged'>(place, on, async (tx, at) => {
    const absorbedId = await find(tx)
    return absorbedId === null ? notFound(tx, by, 'register.unmerge') : unmergePersons(tx, { absorbedId, by, at })
  })

/** What a link is made of: the pupil of a source, the person, and the exception that it answers. */
export type PupilLink = {
  readonly source: string
  readonly pupilId: string
  readonly personId: number
  readonly exceptionId: number
}

/** Says whom the pupil of an exception is, and closes the exception. The pupil's rows are used from the next read on. */
export const linkPupilTo = (place: RunPlace, { by, on }: ByHand, find: Find<PupilLink>): Promise<Decision<unknown, 'not-found'>> =>
  changeByHand<'not-found'>(place, on, async (tx, at) => {
    const link = await find(tx)
    if (link === null || !(await closeException(tx, link.exceptionId, 'linked'))) return notFound(tx, by, 'feeds.link')
    const { source, pupilId, personId, exceptionId } = link
    await closePupilLink(tx, source, pupilId, at)
    await insertPupilLink(tx, { source, pupilId, personId, by }, at)
    await writeAuditLine(tx, { actor: by, action: 'feeds.link', detail: { source, personId, exceptionId } })
    return grant(null)
  })

/** Takes a link back. What was read through it stands until the source's next read. */
export const unlinkPupil = (
  place: RunPlace,
  { by, on }: ByHand,
  find: Find<{ readonly source: string; readonly pupilId: string }>,
): Promise<Decision<unknown, 'not-found'>> =>
  changeByHand<'not-found'>(place, on, async (tx, at) => {
    const link = await find(tx)
    const personId = link === null ? null : await closePupilLink(tx, link.source, link.pupilId, at)
    if (link === null || personId === null) return notFound(tx, by, 'feeds.unlink')
    await markPersons(tx, [personId])
    await writeAuditLine(tx, { actor: by, action: 'feeds.unlink', detail: { source: link.source, personId } })
    return grant(null)
  })
