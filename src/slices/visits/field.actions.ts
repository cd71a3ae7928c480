/** What is written in the field: taken in once, put together with what others wrote, and logged as the contact that a visit is. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { heldBack, holdBack, hygieneDetail, keptFrom, unchecked, type NoteCheck } from '../hygiene/index.ts'
import { changeSoon, recordContact, refreshStandings } from '../outreach/index.ts'
import { readNoteAbout } from '../worklist/index.ts'
import { mayVisit } from './announce.rules.ts'
import { findChange, holdStop, insertChange, saveFields, settleConflict, type HeldStop } from './change.store.ts'
import { strikeContact } from './contact.store.ts'
import { contactOf, isOtherContact, isSince, likelyInstant, merged, ofAVisit } from './merge.rules.ts'
import type { Reader } from './read.actions.ts'
import { moveRound } from './round.store.ts'
import type { FieldChange, SomeFields, VisitFieldName, VisitFields, VisitRefusal, WriteRefusal } from './visits.types.ts'

/** A change that was taken in: where somebody else was before with something different. */
export type Written = { readonly conflicts: readonly VisitFieldName[] }

const isYours = (stop: HeldStop, staffId: string): boolean =>
  stop.firstStaffId === staffId || stop.secondStaffId === staffId || stop.hasCarried

const instants = ['checkedInAt', 'checkedOutAt'] as const

/** The instants of a change as they are kept. */
function withLikelyInstants(fields: SomeFields, { dayFrom }: HeldStop, now: number): SomeFields {
  const likely = instants.flatMap((name) => {
    const at = fields[name]
    return typeof at === 'number' ? [[name, likelyInstant(at, { from: dayFrom, now })] as const] : []
  })
  return { ...fields, ...Object.fromEntries(likely) }
}

/** A check-in is made on the round's day, of a visit that was announced. */
function mayCheckIn(stop: HeldStop, after: VisitFields, now: number): Decision<null, VisitRefusal | 'not-the-day'> {
  if (after.checkedInAt === null || stop.checkedInAt !== null) return grant(null)
  if (now < stop.dayFrom || after.checkedInAt >= stop.dayUntil) return refuse('not-the-day')
  return mayVisit(stop.on, stop)
}

/** The contact of the visit as it now is; the earlier one is struck when it said something else. */
async function settleContact(
  tx: Tx,
  { staffId, name }: Reader,
  stop: HeldStop,
  after: VisitFields,
  changeId: string,
): Promise<number | null> {
  const wanted = contactOf(after.result)
  if (wanted !== null && stop.contactId !== null && !isOtherContact(stop, after)) return stop.contactId
  if (stop.contactId !== null) await strikeContact(tx, stop.contactId, staffId, 'ändrat i hembesöket')
  if (wanted === null) return null
  const { id } = await recordContact(tx, {
    ...ofAVisit,
    ...wanted,
    personId: stop.personId,
    channel: 'homeVisit',
    happenedAt: new Date(after.checkedInAt ?? 0).toISOString(),
    staffId: stop.firstStaffId,
    secondStaffId: stop.secondStaffId,
    byName: name,
    note: after.note,
    originId: changeId,
  })
  return id
}

/** A difference about a youth who may not be shown any more cannot be chosen about: what came first stands, the other is kept. */
const shownConflicts = (conflicts: readonly VisitFieldName[], { isProtected, isRemoved }: HeldStop): readonly VisitFieldName[] =>
  isProtected || isRemoved ? [] : conflicts

async function takeIn(
  tx: Tx,
  reader: Reader,
  roundId: string,
  given: FieldChange,
  stop: HeldStop,
): Promise<Decision<Written, WriteRefusal>> {
  const fields = withLikelyInstants(given.fields, stop, reader.nowMs)
  const { after, conflicts } = merged(given.base, fields, stop)
  if (conflicts.length > 0 && !isSince(given.base, stop)) return refuse('does-not-fit')
  const allowed = mayCheckIn(stop, after, reader.nowMs)
  if (!allowed.granted) return allowed
  const contactId = await settleContact(tx, reader, stop, after, given.changeId)
  await saveFields(tx, stop.id, after, contactId)
  await moveRound(tx, roundId, 'underWay', ['planned'])
  const inConflict = shownConflicts(conflicts, stop)
  await insertChange(tx, { change: { ...given, fields }, stopId: stop.id, staffId: reader.staffId, inConflict })
  if (given.settles !== null) await settleConflict(tx, given.settles, stop.id, reader.staffId)
  await refreshStandings(tx, [stop.personId])
  return grant({ conflicts: inConflict })
}

/** Whether a note is to be asked about before it is taken in. */
type Asking<Reason extends string> = (notes: NoteCheck) => Decision<null, Reason>

/** A page asks: its writer is there to answer. */
export const asks: Asking<'note-flags'> = (notes) => (notes.asked.length > 0 ? holdBack(notes) : grant(null))
/** A telephone has asked by itself, perhaps hours ago at a door: what it sends is kept, and the log says what was flagged. */
export const hasAsked: Asking<never> = () => grant(null)

const checkNote = async (tx: Tx, { fields, noteKept }: FieldChange, stop: HeldStop): Promise<NoteCheck> =>
  heldBack([{ field: 'note', text: fields.note ?? '' }], keptFrom(noteKept ?? ''), await readNoteAbout(tx, stop), [stop.note])

/**
 * Takes in a change. One that was taken in before is not done again, and answers the same. A round that is over takes in what was written
 * before it was: what happened at a door is not lost because somebody closed the round.
 */
export function writeChange<Reason extends string>(
  reader: Reader,
  roundId: string,
  given: FieldChange,
  asking: Asking<Reason>,
): Promise<Decision<Written, WriteRefusal | Reason | 'night-is-running'>> {
  let subjectId: string | null = null
  let notes = unchecked
  return changeSoon<Written, WriteRefusal | Reason>(
    reader.pool,
    () => ({
      actor: reader.staffId,
      action: 'visits.write',
      subjectId,
      detail: { round: roundId, fields: Object.keys(given.fields), ...hygieneDetail(notes) },
    }),
    async (tx) => {
      const stop = await holdStop(tx, roundId, given.stopId, reader.staffId)
      if (stop === null) return refuse('missing')
      if (!isYours(stop, reader.staffId)) return refuse('not-yours')
      subjectId = stop.subjectId
      const known = await findChange(tx, given.changeId)
      if (known !== null) return grant({ conflicts: known })
      notes = await checkNote(tx, given, stop)
      const answered = asking(notes)
      return answered.granted ? takeIn(tx, reader, roundId, given, stop) : answered
    },
  )
}
