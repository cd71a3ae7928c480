/** Setting, changing and ending absences, each with its line in the log. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change } from '../audit/index.ts'
import { absenceFor, endingOf, maySetFor } from './absence.rules.ts'
import {
  findAbsence,
  findColleague,
  holdColleague,
  insertAbsence,
  noteSummaryRead,
  otherSpans,
  takeAway,
  updateAbsence,
} from './absence.store.ts'
import type { Absence, AbsenceRefusal, AbsenceWish, Setter } from './cover.types.ts'

async function decide(tx: Tx, setter: Setter, wish: AbsenceWish, today: PlainDate, absenceId: string | null) {
  await holdColleague(tx, wish.staffId)
  return absenceFor(setter, wish, {
    staff: await findColleague(tx, wish.staffId),
    substitute: await findColleague(tx, wish.substituteId),
    others: await otherSpans(tx, wish.staffId, absenceId),
    today,
  })
}

const detailOf = ({ staffId, substituteId, fromOn, untilOn }: AbsenceWish) => ({
  staff: staffId,
  substitute: substituteId,
  fromOn,
  untilOn,
})

/** Sets an absence with its substitute. Returns its id. */
export const setAbsence = (pool: Pool, setter: Setter, wish: AbsenceWish, today: PlainDate): Promise<Decision<string, AbsenceRefusal>> =>
  change<string, AbsenceRefusal>(pool, { actor: setter.staffId, action: 'cover.set', detail: detailOf(wish) }, async (tx) => {
    const allowed = await decide(tx, setter, wish, today, null)
    return allowed.granted ? grant(await insertAbsence(tx, wish, setter.staffId)) : allowed
  })

type Changed = { readonly absenceId: string; readonly substituteId: string; readonly untilOn: PlainDate; readonly version: number }

/** Another substitute or another day back, from the version that was seen. What is over stands. */
export const changeAbsence = (
  pool: Pool,
  setter: Setter,
  { absenceId, substituteId, untilOn, version }: Changed,
  today: PlainDate,
): Promise<Decision<null, AbsenceRefusal | 'missing' | 'stale'>> =>
  change<null, AbsenceRefusal | 'missing' | 'stale'>(
    pool,
    { actor: setter.staffId, action: 'cover.change', detail: { absence: absenceId, substitute: substituteId, untilOn } },
    async (tx) => {
      const found = await heldAbsence(tx, setter, absenceId)
      if (found === null) return refuse('missing')
      if (endingOf(found, today) === 'over') return refuse('over-already')
      if (found.version !== version) return refuse('stale')
      const { staffId, fromOn } = found
      const allowed = await decide(tx, setter, { staffId, fromOn, substituteId, untilOn }, today, absenceId)
      if (!allowed.granted) return allowed
      await updateAbsence(tx, absenceId, substituteId, untilOn)
      return grant(null)
    },
  )

/** The absence with its colleague held; null when there is none, or it is not for the setter to say. */
async function heldAbsence(tx: Tx, setter: Setter, absenceId: string): Promise<Absence | null> {
  const first = await findAbsence(tx, absenceId)
  if (first === null || !maySetFor(setter, { id: first.staffId, unitId: first.unitId })) return null
  await holdColleague(tx, first.staffId)
  return findAbsence(tx, absenceId)
}

/** Takes away an absence that has not begun; ends one under way today, since the colleague is back. */
export const endAbsence = (
  pool: Pool,
  setter: Setter,
  absenceId: string,
  today: PlainDate,
): Promise<Decision<'taken-away' | 'back-today', 'missing' | 'over-already'>> =>
  change<'taken-away' | 'back-today', 'missing' | 'over-already'>(
    pool,
    { actor: setter.staffId, action: 'cover.end', detail: { absence: absenceId } },
    async (tx) => {
      const found = await heldAbsence(tx, setter, absenceId)
      if (found === null) return refuse('missing')
      const ending = endingOf(found, today)
      if (ending === 'over') return refuse('over-already')
      await (ending === 'taken-away' ? takeAway(tx, absenceId) : updateAbsence(tx, absenceId, found.substituteId, today))
      return grant(ending)
    },
  )

/** The one who was away has read what happened meanwhile. */
export const readSummaryOff = (pool: Pool, staffId: string, absenceId: string, today: PlainDate): Promise<Decision<null, 'missing'>> =>
  change<null, 'missing'>(pool, { actor: staffId, action: 'cover.summaryRead', detail: { absence: absenceId } }, async (tx) => {
    const found = await findAbsence(tx, absenceId)
    if (found === null || found.staffId !== staffId || endingOf(found, today) !== 'over') return refuse('missing')
    await noteSummaryRead(tx, absenceId)
    return grant(null)
  })
