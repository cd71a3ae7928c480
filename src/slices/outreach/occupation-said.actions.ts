/** What a youth is said to do: shown with how long it is known, and confirmed with one press (DOMAIN.md 4, freshness). */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { findSeenYouth } from '../worklist/index.ts'
import { isFollowedOn, type Logger } from './contact.actions.ts'
import { isFollowed } from './contact-known.store.ts'
import { holdLines, listSameRecords } from './contact.store.ts'
import { findSaid } from './occupation-said.store.ts'
import type { ConfirmRefusal, OccupationCardData } from './occupation.types.ts'
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

export type Confirmed = { readonly subjectId: string; readonly occupationId: string; readonly source: OccupationSource }

async function decide(tx: Tx, logger: Logger, { subjectId, occupationId, source }: Confirmed): Promise<Decision<null, ConfirmRefusal>> {
  const youth = await findSeenYouth(tx, logger.scope, subjectId)
  if (youth === null) return refuse('missing')
  const { personId } = youth
  const { on } = logger.now
  await holdLines(tx, [personId])
  if (!(await isFollowedOn(tx, logger, personId, on))) return refuse('not-followed')
  const said = await findSaid(tx, await listSameRecords(tx, personId), on)
  if (said === null || said.occupationId !== occupationId) return refuse('stale')
  const { kind, sinceOn } = said
  await recordOccupation(tx, { personId, kind, source, sinceOn, statedOn: on, saidBy: logger.staffId, contactId: null, origin: 'confirm' })
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
