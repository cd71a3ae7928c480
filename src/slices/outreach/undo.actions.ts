/** Taking a contact back: undone at once, or struck later. What it had said of a number, an occupation and the next step is worked out anew. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { heldBack, holdBack, hygieneDetail, unchecked, type Kept } from '../hygiene/index.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth, readNoteAbout, type SeenYouth } from '../worklist/index.ts'
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

type StruckElsewhere = { readonly personId: number; readonly contactId: string; readonly by: string; readonly why: string }

/** Strikes a contact in somebody else's transaction. False: it is none of the youth's, or was struck before. The caller writes the audit line. */
export async function strikeContactOf(tx: Tx, { personId, contactId, by, why }: StruckElsewhere): Promise<boolean> {
  await holdLines(tx, [personId])
  const held = await holdContact(tx, await listSameRecords(tx, personId), contactId)
  if (held === null || held.isStruck) return false
  await strike(tx, personId, held, by, why)
  return true
}

type Judge<Reason extends string> = (
  held: HeldContact,
  tx: Tx,
  youth: SeenYouth,
) => Decision<null, Reason> | Promise<Decision<null, Reason>>

type Taking<Reason extends string> = {
  readonly action: string
  readonly why: string
  readonly judge: Judge<Reason>
  /** What the log is told besides. */
  readonly detail?: () => Readonly<Record<string, unknown>>
}

/** Takes back one contact when the judge grants it. */
function takeBack<Reason extends string>(
  { pool, scope, staffId }: Taker,
  { subjectId, contactId }: Taken,
  { action, why, judge, detail = () => ({}) }: Taking<Reason>,
): Promise<Decision<null, Reason | 'missing' | 'night-is-running'>> {
  let seen: HeldContact | null = null
  return changeSoon<null, Reason | 'missing'>(
    pool,
    () => ({
      actor: staffId,
      action,
      subjectId: seen === null ? null : subjectId,
      detail: seen === null ? {} : { channel: seen.channel, outcome: seen.outcome, ...detail() },
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth !== null) await holdLines(tx, [youth.personId])
      const held = youth === null ? null : await holdContact(tx, await listSameRecords(tx, youth.personId), contactId)
      if (youth === null || held === null) return refuse('missing')
      seen = held
      const allowed = await judge(held, tx, youth)
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

/** Strikes a contact that was wrong, with the reason. `note-flags`: the reason holds what may not belong, and is not said to be kept. */
export function strikeWrong(
  taker: Taker & { readonly mayStrikeAny: boolean },
  taken: Taken,
  { why, noteKept }: { readonly why: string; readonly noteKept: Kept },
): Promise<Decision<null, StrikeRefusal | 'note-flags' | 'missing' | 'night-is-running'>> {
  let notes = unchecked
  return takeBack<StrikeRefusal | 'note-flags'>(taker, taken, {
    action: 'outreach.strike',
    why,
    detail: () => hygieneDetail(notes),
    judge: async (held, tx, youth) => {
      const allowed = mayStrike(held, { by: taker.staffId, mayStrikeAny: taker.mayStrikeAny, why })
      if (!allowed.granted) return allowed
      notes = heldBack([{ field: `why-${taken.contactId}`, text: why }], noteKept, await readNoteAbout(tx, youth))
      return notes.asked.length > 0 ? holdBack(notes) : allowed
    },
  })
}
