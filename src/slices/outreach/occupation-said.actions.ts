/** What a youth is said to do: shown with how long it is known, written down, and confirmed with one press (DOMAIN.md 4, freshness). */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { findSeenYouth } from '../worklist/index.ts'
import { isFollowedOn, type Logger } from './contact.actions.ts'
import { findContactDay, isFollowed, listCoveredDays } from './contact-known.store.ts'
import type { ContactReader } from './contact-read.actions.ts'
import { holdLines, listSameRecords } from './contact.store.ts'
import { judgedStatement, type StatementDraft, type StatementProblem } from './occupation-new.rules.ts'
import { findSaid, listSaid } from './occupation-said.store.ts'
import type { ConfirmRefusal, CoveredDays, Lacking, OccupationCardData, OccupationOfYouth } from './occupation.types.ts'
import type { OccupationSource } from './outreach.types.ts'
import { changeSoon } from './patience.actions.ts'
import { recordOccupation } from './record.actions.ts'

/** Reads the card. The first id is the person's own. */
export async function readOccupationCard(tx: Tx, personIds: readonly number[], on: PlainDate): Promise<OccupationCardData> {
  const [personId = 0] = personIds
  return {
    on,
    said: await findSaid(tx, personIds, on),
    isFollowed: await isFollowed(tx, { personId, on, today: on, restrictedIn: null }),
  }
}

type Read = OccupationOfYouth | 'missing' | 'sign-in-again'

type LackingDay = OccupationOfYouth['lacking']

async function lackingDay(tx: Tx, asked: Lacking | null, records: readonly number[], covered: readonly CoveredDays[]): Promise<LackingDay> {
  if (asked === null) return null
  const isRegistration = asked === 'registration'
  const on = isRegistration ? (covered.at(-1)?.fromOn ?? null) : await findContactDay(tx, records, asked.contactId)
  return on === null ? null : { what: isRegistration ? 'registration' : 'contact', on }
}

async function readPage(tx: Tx, reader: ContactReader, subjectId: string, asked: Lacking | null): Promise<Read> {
  const youth = await findSeenYouth(tx, reader.scope, subjectId)
  if (youth === null) return 'missing'
  if (youth.isProtected && !reader.isFresh) return 'sign-in-again'
  const { on } = reader.now
  const records = await listSameRecords(tx, youth.personId)
  const covered = await listCoveredDays(tx, youth.personId, on)
  return {
    youth,
    covered,
    lacking: await lackingDay(tx, asked, records, covered),
    on,
    said: await findSaid(tx, records, on),
    isFollowed: await isFollowedOn(tx, reader, youth.personId, on),
    history: await listSaid(tx, records),
  }
}

/** Reads everything about what one youth does, with its read line. A protected record needs a fresh sign-in. `asked`: what lacks an occupation. */
export const readOccupation = (reader: ContactReader, subjectId: string, asked: Lacking | null): Promise<Read> =>
  readAs(
    reader.pool,
    (found: Read) => ({
      actor: reader.staffId,
      action: 'outreach.readOccupation',
      outcome: typeof found === 'string' ? found : 'done',
      subjectId: found === 'missing' ? null : subjectId,
    }),
    (tx) => readPage(tx, reader, subjectId, asked),
  )

/** `isStanding` false: something was said of a later day, and this is kept as what was said before it. */
export type Written = { readonly isStanding: boolean }

async function write(
  tx: Tx,
  logger: Logger,
  subjectId: string,
  draft: StatementDraft,
): Promise<Decision<Written, StatementProblem | 'missing'>> {
  const youth = await findSeenYouth(tx, logger.scope, subjectId)
  if (youth === null) return refuse('missing')
  const { personId, bornOn } = youth
  const { on: today } = logger.now
  await holdLines(tx, [personId])
  const standing = await findSaid(tx, await listSameRecords(tx, personId), today)
  const followed = await isFollowedOn(tx, logger, personId, draft.statedOn ?? today)
  const judgement = judgedStatement(draft, { today, bornOn, isFollowed: followed, standing: standing?.occupationId ?? '' })
  if (!judgement.granted) return judgement
  const { kind, source, sinceOn } = draft
  const said = { personId, kind, source, sinceOn, statedOn: judgement.value, saidBy: logger.staffId, contactId: null }
  await recordOccupation(tx, { ...said, origin: 'hand' })
  return grant({ isStanding: standing === null || standing.statedOn <= judgement.value })
}

/**
 * Writes down what a youth is said to do. Refused: `missing`, what is wrong with the statement, `stale` when something else has been said since the
 * form was made, or `night-is-running`.
 */
export function writeOccupation(
  logger: Logger,
  subjectId: string,
  draft: StatementDraft,
): Promise<Decision<Written, StatementProblem | 'missing' | 'night-is-running'>> {
  const { source } = draft
  return changeSoon<Written, StatementProblem | 'missing'>(
    logger.pool,
    (made) => ({
      actor: logger.staffId,
      action: 'outreach.writeOccupation',
      subjectId: made.granted || made.reason !== 'missing' ? subjectId : null,
      detail: { source },
    }),
    (tx) => write(tx, logger, subjectId, draft),
  )
}

export type Confirmed = { readonly subjectId: string; readonly occupationId: string; readonly source: OccupationSource }

async function decide(tx: Tx, logger: Logger, { subjectId, occupationId, source }: Confirmed): Promise<Decision<null, ConfirmRefusal>> {
  const youth = await findSeenYouth(tx, logger.scope, subjectId)
  if (youth === null) return refuse('missing')
  const { personId } = youth
  const { on } = logger.now
  await holdLines(tx, [personId])
  if (!(await isFollowedOn(tx, logger, personId, on))) return refuse('not-followed')
  const said = await findSaid(tx, await listSameRecords(tx, personId), on)
  // That nobody knew is not confirmed: somebody is asked again.
  if (said === null || said.occupationId !== occupationId || said.kind === 'unknown') return refuse('stale')
  const { kind, sinceOn } = said
  await recordOccupation(tx, {
    personId,
    kind,
    source,
    sinceOn,
    statedOn: on,
    saidBy: logger.staffId,
    contactId: null,
    origin: 'confirm',
  })
  return grant(null)
}

/** It still holds, says the source: known from today until its next review. Refused when something else has been said since the page was made. */
export const confirmOccupation = (logger: Logger, wanted: Confirmed): Promise<Decision<null, ConfirmRefusal | 'night-is-running'>> =>
  changeSoon<null, ConfirmRefusal>(
    logger.pool,
    (made) => ({
      actor: logger.staffId,
      action: 'outreach.confirmOccupation',
      subjectId: made.granted || made.reason !== 'missing' ? wanted.subjectId : null,
      detail: { source: wanted.source },
    }),
    (tx) => decide(tx, logger, wanted),
  )
