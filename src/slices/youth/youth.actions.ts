/** Reading one youth: the gate, the chain, and everything on the page, in one transaction with its read line. */
import { endOf, parseInstant } from '../../platform/db/instant.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { readAs, type AuditLine } from '../audit/index.ts'
import { listCorrectionsOf } from '../corrections/index.ts'
import { explainYouth, now, type AsOf } from '../register/index.ts'
import { readDoings } from '../timeline/index.ts'
import { findSeenYouth, watchOf } from '../worklist/index.ts'
import { readNeighbours } from './neighbours.actions.ts'
import { withoutGrounds } from './youth.rules.ts'
import { readAround } from './youth.store.ts'
import type { YouthAnswer, YouthQuestion, YouthReader } from './youth.types.ts'

/** The end of a day, as PostgreSQL writes an instant; all that is known when no day is given. */
async function asOfDay(tx: Tx, knownOn: PlainDate | null): Promise<AsOf> {
  const written = knownOn === null ? null : parseInstant(knownOn)
  return written === null ? now : endOf(tx, written)
}

/** Reads inside a transaction of the caller's, who writes the line. */
export async function loadYouth(tx: Tx, { scope, mayReadGrounds, isFresh }: YouthReader, question: YouthQuestion): Promise<YouthAnswer> {
  const { subjectId, municipality, on, knownOn } = question
  const seen = await findSeenYouth(tx, scope, subjectId)
  if (seen === null) return { kind: 'missing' }
  if (seen.isProtected && !isFresh) return { kind: 'sign-in-again' }
  const asOf = await asOfDay(tx, knownOn)
  const explained = await explainYouth(tx, seen.personId, { municipality, on: dayOf(on), asOf })
  if (explained === null) return { kind: 'missing' }
  const personIds = [...explained.records.personIds, seen.personId]
  const { assignments, hasCorrections, isWatched } = await readAround(tx, personIds)
  const corrections = hasCorrections ? await listCorrectionsOf(tx, personIds) : []
  const watch = isWatched ? await watchOf(tx, seen.personId) : null
  const others = explained.records.personIds.filter((id) => id !== seen.personId)
  const neighbours = await readNeighbours(tx, [seen.personId, ...others], on)
  const doings = await readDoings(tx, personIds, asOf)
  const youth = { ...explained, seen, on, knownOn, assignments, corrections, watch, neighbours, doings }
  return { kind: 'read', youth: mayReadGrounds ? youth : withoutGrounds(youth) }
}

const outcomes = { missing: 'missing', 'sign-in-again': 'sign-in-again', read: 'done' } as const

/** The line of a reading. A youth the reader may not see leaves no trace of whether there is one. */
export const readLine =
  ({ staffId }: YouthReader, { subjectId, knownOn }: YouthQuestion) =>
  (answer: YouthAnswer): AuditLine => ({
    actor: staffId,
    action: 'youth.read',
    outcome: outcomes[answer.kind],
    subjectId: answer.kind === 'missing' ? null : subjectId,
    detail: knownOn === null ? {} : { knownOn },
  })

/** One youth for a page, with the read line. */
export const readYouth = (pool: Pool, reader: YouthReader, question: YouthQuestion): Promise<YouthAnswer> =>
  readAs(pool, readLine(reader, question), (tx) => loadYouth(tx, reader, question))
