/** The exception inbox: what waits, seen to by a person, and pupils linked to youths. */
import type { Scope } from '../../kernel/actor.ts'
import { parseIdentityNumber } from '../../kernel/identity-number.ts'
import { type Decision } from '../../platform/decision.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { dayOf } from '../../platform/plain-date.ts'
import { readAs, writeAuditLine } from '../audit/index.ts'
import { closeException } from '../feeds/index.ts'
import { linkPupilTo, unlessRunning, unlinkPupil, webPatience, type RunPlace } from '../matching/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import {
  countExceptions,
  findByNumber,
  findException,
  findLinked,
  findPupil,
  listExceptions,
  listLinked,
  rowsOf,
} from './exceptions.store.ts'
import { pageSize, pageWithin, type Reader } from './sources.actions.ts'
import type { Closing, ExceptionCount, ExceptionFilter, LinkedPupil, OpenException } from './sources.types.ts'

export type ShownInbox = {
  readonly counts: readonly ExceptionCount[]
  readonly filter: ExceptionFilter
  readonly exceptions: readonly OpenException[]
  readonly total: number
  readonly page: number
}

async function findInbox(tx: Tx, scope: Scope, filter: ExceptionFilter, wantedPage: number): Promise<ShownInbox> {
  const counts = await countExceptions(tx, scope)
  const fits = ({ kind, source }: ExceptionCount): boolean => (filter.kind ?? kind) === kind && (filter.source ?? source) === source
  const total = counts.filter(fits).reduce((all, { n }) => all + n, 0)
  const page = pageWithin(wantedPage, total, pageSize)
  return {
    counts,
    filter,
    exceptions: await listExceptions(tx, scope, filter, { limit: pageSize, offset: (page - 1) * pageSize }),
    total,
    page,
  }
}

/** The inbox, of what the reader may see. */
export const readInbox = ({ pool, scope, staffId }: Reader, filter: ExceptionFilter, page: number): Promise<ShownInbox> =>
  readAs(
    pool,
    ({ exceptions }) => ({ actor: staffId, action: 'sources.exceptions', detail: { kind: filter.kind, count: exceptions.length } }),
    (tx) => findInbox(tx, scope, filter, page),
  )

async function closeOne(tx: Tx, by: string, id: number, found: { row: string; isOpen: boolean } | undefined): Promise<Closing> {
  const outcome = found === undefined ? 'not-found' : found.isOpen && (await closeException(tx, id)) ? 'closed' : 'not-open'
  await writeAuditLine(tx, { actor: by, action: 'feeds.closeException', outcome: outcome === 'closed' ? 'done' : outcome, detail: { id } })
  return { id, row: found?.row ?? null, outcome }
}

/** Marks exceptions as seen to. Each has its own result and audit line: one that somebody closed before does not stop the rest. */
export const closeSeen = ({ pool, scope, staffId }: Reader, ids: readonly number[]): Promise<Closing[]> =>
  inTransaction(pool, async (tx) => {
    const rows = new Map((await rowsOf(tx, scope, ids)).map((row) => [row.id, row]))
    const closings: Closing[] = []
    for (const id of new Set(ids)) closings.push(await closeOne(tx, staffId, id, rows.get(id)))
    return closings
  })

export type Wanted = 'not-a-number' | 'not-found' | null
export type ShownLinking = { readonly exception: OpenException; readonly youth: SeenYouth | null; readonly problem: Wanted }

async function findLinking(tx: Tx, { scope, today }: Reader, id: number, written: string | null): Promise<ShownLinking | null> {
  const exception = await findException(tx, scope, id)
  if (exception === null || !exception.hasPupil) return null
  if (written === null) return { exception, youth: null, problem: null }
  const number = parseIdentityNumber(written, dayOf(today))
  if (typeof number === 'string' || number.kind === 'interim') return { exception, youth: null, problem: 'not-a-number' }
  const subjectId = await findByNumber(tx, scope, number.reveal())
  const youth = subjectId === null ? null : await findSeenYouth(tx, scope, subjectId)
  return { exception, youth, problem: youth === null ? 'not-found' : null }
}

/** The pupil of an exception, and the youth by the number written; null when there is no such pupil to link. */
export const readLinking = (reader: Reader, id: number, written: string | null): Promise<ShownLinking | null> =>
  readAs(
    reader.pool,
    (shown) => ({
      actor: reader.staffId,
      action: 'sources.linking',
      subjectId: shown?.youth?.subjectId ?? null,
      detail: { exception: id },
    }),
    (tx) => findLinking(tx, reader, id, written),
  )

type Hand = Reader & { readonly code: string }
const placeOf = ({ code, pool }: Hand): RunPlace => ({ code, pool, patience: webPatience })

/** Links the pupil of the exception to the youth. */
export const linkToYouth = (
  hand: Hand,
  exceptionId: number,
  subjectId: string,
): Promise<Decision<unknown, 'not-found' | 'night-is-running'>> =>
  unlessRunning(hand.pool, { actor: hand.staffId, action: 'feeds.link' }, () =>
    linkPupilTo(placeOf(hand), { by: hand.staffId, on: hand.today }, async (tx) => {
      const youth = await findSeenYouth(tx, hand.scope, subjectId)
      const exception = await findException(tx, hand.scope, exceptionId)
      const pupil = exception === null ? null : await findPupil(tx, exceptionId)
      return youth === null || pupil === null ? null : { ...pupil, personId: youth.personId, exceptionId }
    }),
  )

/** Takes a link back. */
export const unlink = (hand: Hand, linkId: number): Promise<Decision<unknown, 'not-found' | 'night-is-running'>> =>
  unlessRunning(hand.pool, { actor: hand.staffId, action: 'feeds.unlink' }, () =>
    unlinkPupil(placeOf(hand), { by: hand.staffId, on: hand.today }, (tx) => findLinked(tx, hand.scope, linkId)),
  )

/** Pupils linked by hand. */
export const readLinked = ({ pool, scope, staffId }: Reader): Promise<LinkedPupil[]> =>
  readAs(
    pool,
    (links) => ({ actor: staffId, action: 'sources.links', detail: { count: links.length } }),
    (tx) => listLinked(tx, scope, { limit: 200, offset: 0 }),
  )
