/** The desk of statements that lapse: shown with what has been heard since, and confirmed many at a time, each youth decided and logged by itself. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { isFollowedOn } from './contact.actions.ts'
import type { ContactReader } from './contact-read.actions.ts'
import { holdLines } from './contact.store.ts'
import { contactOfQuestion, findHeard, holdReply, type HeardOfPerson } from './expiry-heard.store.ts'
import { expiresUntil, sourceOf, verdictOf, type Speaking } from './expiry.rules.ts'
import { countExpiries, listExpiries, type ExpiryQuestion } from './expiry.store.ts'
import {
  expiriesPerPage,
  type ExpiryDesk,
  type ExpiryOutcome,
  type ExpiryResult,
  type ExpiryView,
  type TickedExpiry,
} from './expiry.types.ts'
import type { OccupationSource } from './outreach.types.ts'
import { changeSoon } from './patience.actions.ts'
import { recordOccupation } from './record.actions.ts'

const questionOf = ({ code, scope, staffId, now }: ContactReader, mine: boolean): ExpiryQuestion => ({
  scope,
  today: now.on,
  until: expiresUntil(now.on),
  mineOf: mine ? staffId : null,
  restrictedIn: scope.mayReadProtected ? code : null,
})

/** A page of the desk, the last there is when the one asked for has gone. */
export const readExpiries = (reader: ContactReader, asked: ExpiryView): Promise<ExpiryDesk> =>
  readAs(
    reader.pool,
    ({ view, rows }: ExpiryDesk) => ({
      actor: reader.staffId,
      action: 'outreach.listExpiries',
      detail: { group: view.group, mine: view.mine, page: view.page, shown: rows.length },
    }),
    async (tx) => {
      const question = questionOf(reader, asked.mine)
      const counts = await countExpiries(tx, question)
      const page = Math.min(asked.page, Math.max(1, Math.ceil(counts[asked.group] / expiriesPerPage)))
      const shown = { group: asked.group, isFresh: reader.isFresh, limit: expiriesPerPage, offset: (page - 1) * expiriesPerPage }
      return { view: { ...asked, page }, counts, rows: await listExpiries(tx, question, shown) }
    },
  )

/**
 * How many of those whom the scope holds have something known that lapses within the days: what the desk's first group shows. `restrictedIn`: the
 * municipality's code for readers with the right to protected identities, so that its restricted list is left out.
 */
export const countExpiring = async (tx: Tx, scope: Scope, today: PlainDate, restrictedIn: string | null = null): Promise<number> =>
  (await countExpiries(tx, { scope, today, until: expiresUntil(today), mineOf: null, restrictedIn })).expiring

/** An answer from the reply page is accepted where replies are: handed in where pages are put together, for the arrow points the other way. */
export type AcceptReply = (
  tx: Tx,
  accepting: Pick<ContactReader, 'scope' | 'staffId' | 'name' | 'isFresh'> & { readonly answerId: string; readonly today: PlainDate },
) => Promise<Decision<unknown, 'missing' | 'sign-in-again' | 'already-decided' | 'note-flags'>>

/** Who confirms, with which source what was ticked by hand, and how an answer is accepted. */
export type Confirming = { readonly reader: ContactReader; readonly source: OccupationSource | null; readonly acceptReply: AcceptReply }

type Refusal = Exclude<ExpiryOutcome, 'confirmed' | 'confirmedByAnswer' | 'night-is-running'>
type Made = Decision<'confirmed' | 'confirmedByAnswer', Refusal>

/** It still holds, says an answer: of its own source, on its own day. */
async function byAnswer(
  tx: Tx,
  { reader, acceptReply }: Confirming,
  { personId }: SeenYouth,
  said: HeardOfPerson['said'],
  by: Speaking,
): Promise<Made> {
  if (by.way === 'reply') {
    const accepted = await acceptReply(tx, { ...reader, answerId: by.id, today: reader.now.on })
    if (accepted.granted) return grant('confirmedByAnswer')
    if (accepted.reason === 'note-flags') return refuse('read-first')
    return refuse(accepted.reason === 'sign-in-again' ? 'sign-in-again' : 'stale')
  }
  const { kind } = said
  const statement = { personId, kind, source: sourceOf(by), sinceOn: by.since ?? said.sinceOn, statedOn: by.on, saidBy: reader.staffId }
  await recordOccupation(tx, { ...statement, contactId: await contactOfQuestion(tx, by.id), origin: 'question' })
  return grant('confirmedByAnswer')
}

async function byHand(
  tx: Tx,
  { reader, source }: Confirming,
  { personId }: SeenYouth,
  { kind, sinceOn }: HeardOfPerson['said'],
): Promise<Made> {
  if (source === null) return refuse('stale')
  const statement = { personId, kind, source, sinceOn, statedOn: reader.now.on, saidBy: reader.staffId, contactId: null }
  await recordOccupation(tx, { ...statement, origin: 'confirm' })
  return grant('confirmed')
}

async function decide(tx: Tx, confirming: Confirming, { subjectId, occupationId, answerId }: TickedExpiry): Promise<Made> {
  const { reader } = confirming
  const youth = await findSeenYouth(tx, reader.scope, subjectId)
  if (youth === null) return refuse('missing')
  if (answerId !== null) await holdReply(tx, answerId)
  await holdLines(tx, [youth.personId])
  if (!(await isFollowedOn(tx, reader, youth.personId, reader.now.on))) return refuse('not-followed')
  const found = await findHeard(tx, youth.personId, reader.isFresh)
  if (found === null || found.said.occupationId !== occupationId || found.said.kind === 'unknown') return refuse('stale')
  const verdict = verdictOf(found.said, found.heard)
  if (verdict.kind === 'differs') return refuse('otherwise')
  if (answerId === null) return byHand(tx, confirming, youth, found.said)
  if (verdict.kind === 'agrees' && verdict.by.id === answerId) return byAnswer(tx, confirming, youth, found.said, verdict.by)
  return refuse(youth.isProtected && !reader.isFresh ? 'sign-in-again' : 'stale')
}

async function confirmOne(confirming: Confirming, ticked: TickedExpiry): Promise<ExpiryOutcome> {
  const { reader, source } = confirming
  const decision = await changeSoon<'confirmed' | 'confirmedByAnswer', Refusal>(
    reader.pool,
    (made) => ({
      actor: reader.staffId,
      action: 'outreach.confirmOccupation',
      subjectId: made.granted || made.reason !== 'missing' ? ticked.subjectId : null,
      detail: ticked.answerId === null ? { source, many: true } : { by: 'answer', many: true },
    }),
    (tx) => decide(tx, confirming, ticked),
  )
  return decision.granted ? decision.value : decision.reason
}

const resultOf = (tx: Tx, { scope }: ContactReader, subjectId: string, outcome: ExpiryOutcome): Promise<ExpiryResult> =>
  findSeenYouth(tx, scope, subjectId).then((youth) => ({
    subjectId,
    outcome,
    name: youth === null ? null : `${youth.givenName} ${youth.familyName}`.trim(),
  }))

/** Confirms each ticked statement, one transaction and one audit line a youth; the answers come in the order of the rows. */
export async function confirmExpiries(confirming: Confirming, ticked: readonly TickedExpiry[]): Promise<ExpiryResult[]> {
  const results: ExpiryResult[] = []
  for (const row of ticked) {
    const outcome = await confirmOne(confirming, row)
    results.push(await inTransaction(confirming.reader.pool, (tx) => resultOf(tx, confirming.reader, row.subjectId, outcome)))
  }
  return results
}
