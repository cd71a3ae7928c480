/**
 * Preparing a round, after the page has answered or in the worker. It is one transaction that holds the round: a process that dies leaves the
 * round as it was, and the next one to look begins again. What it has come to is told from memory.
 */
import { randomInt } from 'node:crypto'
import type { Scope } from '../../kernel/actor.ts'
import { scopeOf } from '../../kernel/permission.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import type { Reader } from '../worklist/index.ts'
import { findStaffRights } from './compose.store.ts'
import { draftRecipients, readKnown, selectedFacts, type RoundKnown } from './round-draft.actions.ts'
import { insertRecipients } from './round-recipient.store.ts'
import { previewsOf } from './round.rules.ts'
import { holdPreparing, holdUnprepared, noteRoundProblem, savePrepared } from './round.store.ts'
import type { NewRecipient, Round } from './round.types.ts'

/** A municipality, and where its reply pages are reached. */
export type RoundPlace = { readonly code: string; readonly name: string; readonly pool: Pool }
export type RoundAround = { readonly place: RoundPlace; readonly publicUrl: string }

/** In whose name the log has what is prepared by itself. */
export const byItself = 'utskick'
const nobodysId = '00000000-0000-0000-0000-000000000000'
const previews = 3

type Progress = { done: number; total: number; finished: Promise<void> }
const underWay = new Map<string, Progress>()

/** How far a round has come in this process; null when it is not under way here. */
export const progressOf = (roundId: string): Progress | null => underWay.get(roundId) ?? null

/** What whoever began the round may see now; a round that began by itself sees everybody. */
async function scopeOfRound(tx: Tx, { preparedBy }: Round): Promise<Scope> {
  if (preparedBy === null) return { units: null, mayReadProtected: true }
  const rights = await findStaffRights(tx, preparedBy)
  return rights === null ? { units: [], mayReadProtected: false } : scopeOf({ staffId: preparedBy, name: '', ...rights })
}

/** The reader that the round's lists are asked as. */
export async function readerOfRound(tx: Tx, { pool, code }: RoundPlace, round: Round, today: PlainDate): Promise<Reader> {
  return { pool, code, today, unitId: null, staffId: round.preparedBy ?? nobodysId, scope: await scopeOfRound(tx, round) }
}

function shuffled<One>(all: readonly One[]): One[] {
  const rest = [...all]
  for (let i = rest.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    const [a, b] = [rest[i], rest[j]]
    if (a !== undefined && b !== undefined) [rest[i], rest[j]] = [b, a]
  }
  return rest
}

/** Three of them are previews, by chance: whoever reviews and whoever releases see the same. */
function withPreviews(drafts: readonly NewRecipient[]): NewRecipient[] {
  const chosen = previewsOf(shuffled(drafts.filter(({ excluded }) => excluded === null)), previews)
  return drafts.map((one) => ({ ...one, preview: chosen.includes(one) ? chosen.indexOf(one) + 1 : null }))
}

/** The version of each text that is used. */
function versionsOf(drafts: readonly NewRecipient[], { templates }: RoundKnown): Round['versions'] {
  const names = drafts.flatMap(({ letterKey, smsKey, emailKey, lang }) =>
    [letterKey, smsKey, emailKey].flatMap((key) => (key === null ? [] : [{ key, lang }])),
  )
  return Object.fromEntries(names.map((name) => [`${name.key}.${name.lang}`, templates.find(name).version]))
}

const countOf = (drafts: readonly NewRecipient[]): number => drafts.filter(({ excluded }) => excluded === null).length

async function prepare(tx: Tx, { place, publicUrl }: RoundAround, round: Round, now: Date, progress: Progress): Promise<void> {
  const today = todayInSweden(now)
  const known = await readKnown(tx, round, { place: { code: place.code, name: place.name }, publicUrl, today })
  const reader = await readerOfRound(tx, place, round, today)
  const facts = await selectedFacts(tx, reader, round, false)
  progress.total = facts.length
  const drafts = withPreviews(await draftRecipients(tx, facts, known, (done) => (progress.done = done)))
  await insertRecipients(tx, round.id, drafts)
  await savePrepared(tx, round.id, versionsOf(drafts, known))
  const recipients = countOf(drafts)
  const detail = { round: round.roundId, recipients, excluded: drafts.length - recipients }
  await writeAuditLine(tx, { actor: round.preparedBy ?? byItself, action: 'messages.prepare', outcome: 'done', detail })
}

async function tryToPrepare(given: RoundAround, roundId: string, now: Date, progress: Progress): Promise<void> {
  try {
    await inTransaction(given.place.pool, async (tx) => {
      const round = await holdUnprepared(tx, roundId)
      if (round === null) return
      await holdPreparing(tx)
      await prepare(tx, given, round, now, progress)
    })
  } catch (error) {
    await inTransaction(given.place.pool, (tx) => noteRoundProblem(tx, roundId, 'defect'))
    throw error
  } finally {
    underWay.delete(roundId)
  }
}

/**
 * Prepares the round, unless another process is doing so or it is done. Whoever asks while it is under way here waits for the same.
 * @throws what went wrong, which is also noted on the round: it is not tried again by itself
 */
export function prepareRound(given: RoundAround, roundId: string, now: Date): Promise<void> {
  const known = underWay.get(roundId)
  if (known !== undefined) return known.finished
  const progress: Progress = { done: 0, total: 0, finished: Promise.resolve() }
  underWay.set(roundId, progress)
  progress.finished = tryToPrepare(given, roundId, now, progress)
  return progress.finished
}
