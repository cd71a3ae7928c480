/** Reading everything about one youth in order of time: the gate first, then one transaction with its read line. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { readAs, type AuditLine } from '../audit/index.ts'
import { explainYouth, now } from '../register/index.ts'
import { findSeenYouth } from '../worklist/index.ts'
import { readDoings } from './doings.store.ts'
import { asRead, isWithheld, type May } from './free-text.rules.ts'
import { listHappenings } from './happenings.store.ts'
import { lifeEntries } from './life-entries.rules.ts'
import { inOrder } from './timeline.rules.ts'
import type { TimelineAnswer, TimelineQuestion } from './timeline.types.ts'

/** Who reads: the scope narrowed by the page's outlet, what else may be done, and whether the sign-in is fresh enough for a protected record. */
export type TimelineReader = { readonly staffId: string; readonly scope: Scope; readonly may: May; readonly isFresh: boolean }

/** Which youth, in which municipality, on which day. */
export type Asked = {
  readonly subjectId: string
  readonly municipality: string
  readonly today: PlainDate
  readonly question: TimelineQuestion
}

async function load(tx: Tx, { scope, may, isFresh }: TimelineReader, { subjectId, municipality, today }: Asked): Promise<TimelineAnswer> {
  const seen = await findSeenYouth(tx, scope, subjectId)
  if (seen === null) return { kind: 'missing' }
  if (seen.isProtected && !isFresh) return { kind: 'sign-in-again' }
  const day = dayOf(today)
  const explained = await explainYouth(tx, seen.personId, { municipality, on: day, asOf: now })
  if (explained === null) return { kind: 'missing' }
  const personIds = [...new Set([...explained.records.personIds, seen.personId])]
  const doings = await readDoings(tx, personIds, now)
  const happenings = await listHappenings(tx, personIds)
  const entries = inOrder([...lifeEntries(explained, doings, { day, date: today }), ...happenings])
  return { kind: 'read', timeline: { seen, explained, doings, entries: asRead(entries, may), isWithheld: isWithheld(may) } }
}

const outcomes = { missing: 'missing', 'sign-in-again': 'sign-in-again', read: 'done' } as const

/** The line says of which kinds, never what they said. A youth the reader may not see leaves no trace of whether there is one. */
const readLine =
  ({ staffId }: TimelineReader, { subjectId, question }: Asked) =>
  (answer: TimelineAnswer): AuditLine => ({
    actor: staffId,
    action: 'timeline.read',
    outcome: outcomes[answer.kind],
    subjectId: answer.kind === 'missing' ? null : subjectId,
    detail: question.kinds.length === 0 ? {} : { kinds: question.kinds },
  })

/** One youth's time for the page, with the read line. */
export const readTimeline = (pool: Pool, reader: TimelineReader, asked: Asked): Promise<TimelineAnswer> =>
  readAs(pool, readLine(reader, asked), (tx) => load(tx, reader, asked))
