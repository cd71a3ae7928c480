/** Taking a contact back: undone at once, or struck later. What it had said of a number, an occupation and the next step is worked out anew. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth } from '../worklist/index.ts'
import { holdContact, holdLines, listSameRecords, strikeContact, type HeldContact } from './contact.store.ts'
import { retractOccupation } from './occupation.store.ts'
import { outreachSettingsFrom } from './outreach-settings.rules.ts'
import { changeSoon } from './patience.actions.ts'
import { refreshStandings } from './standing.actions.ts'
import { mayStrike, mayUndo, undone, type StrikeRefusal, type UndoRefusal } from './undo.rules.ts'
import { wayStateFrom } from './way-state.rules.ts'
import { listWayUses, saveWayState } from './way-state.store.ts'

/** Who takes back. */
export type Taker = { readonly pool: Pool; readonly scope: Scope; readonly staffId: string }
/** Which contact of which youth. */
export type Taken = { readonly subjectId: string; readonly contactId: string }

async function strike(tx: Tx, personId: number, { id, decidedWayId }: HeldContact, by: string, why: string): Promise<void> {
  await strikeContact(tx, id, by, why)
  if (decidedWayId !== null) {
    const { ladder } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
    await saveWayState(tx, decidedWayId, wayStateFrom(await listWayUses(tx, decidedWayId), ladder))
  }
  await retractOccupation(tx, id)
  await refreshStandings(tx, [personId])
}

type Judge<Reason extends string> = (held: HeldContact) => Decision<null, Reason>

/** Takes back one contact when the judge grants it. */
function takeBack<Reason extends string>(
  { pool, scope, staffId }: Taker,
  { subjectId, contactId }: Taken,
  { action, why, judge }: { readonly action: string; readonly why: string; readonly judge: Judge<Reason> },
): Promise<Decision<null, Reason | 'missing' | 'night-is-running'>> {
  let seen: HeldContact | null = null
  return changeSoon<null, Reason | 'missing'>(
    pool,
    () => ({
      actor: staffId,
      action,
      subjectId: seen === null ? null : subjectId,
      detail: seen === null ? {} : { channel: seen.channel, outcome: seen.outcome },
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth !== null) await holdLines(tx, [youth.personId])
      const held = youth === null ? null : await holdContact(tx, await listSameRecords(tx, youth.personId), contactId)
      if (youth === null || held === null) return refuse('missing')
      seen = held
      const allowed = judge(held)
      if (!allowed.granted) return allowed
      await strike(tx, youth.personId, held, staffId, why)
      return grant(null)
    },
  )
}

/** Undoes what was just logged: by the one who did it, within seconds. `nowMs`: the clock of the web. */
export const undoContact = (
  taker: Taker,
  taken: Taken,
  nowMs: number,
): Promise<Decision<null, UndoRefusal | 'missing' | 'night-is-running'>> =>
  takeBack(taker, taken, { action: 'outreach.undo', why: undone, judge: (held) => mayUndo(held, taker.staffId, nowMs) })

/** Strikes a contact that was wrong, with the reason. */
export const strikeWrong = (
  taker: Taker & { readonly mayStrikeAny: boolean },
  taken: Taken,
  why: string,
): Promise<Decision<null, StrikeRefusal | 'missing' | 'night-is-running'>> =>
  takeBack(taker, taken, {
    action: 'outreach.strike',
    why,
    judge: (held) => mayStrike(held, { by: taker.staffId, mayStrikeAny: taker.mayStrikeAny, why }),
  })
