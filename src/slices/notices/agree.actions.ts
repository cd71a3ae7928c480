/** A notice that a source agrees with is a fact by itself; when the source takes its word back the notice waits again. */
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { isToldBesides, lastInstant, listAgreeing, listToldBesides, listUnsaid, listUntold } from './agree.store.ts'
import { eventOf } from './decide.rules.ts'
import { findDecision, holdNotice, insertDecision, listEnrolments, undoDecision } from './decide.store.ts'
import { findNotice } from './desk.store.ts'
import type { DeskNotice } from './desk.types.ts'
import { agreesWith, namesAgree } from './match.rules.ts'
import type { NoticeSettings } from './notice-settings.rules.ts'
import { byItself, type TendPlace } from './tend-place.ts'

const everybody = { units: null, mayReadProtected: true }

/** With what a notice about somebody who lives here and has the name agrees now: with the same told besides and accepted, or with a source. */
async function agreement(tx: Tx, notice: DeskNotice, toleranceDays: number): Promise<'already' | 'sourceSaysSo' | null> {
  const { person, residence, unitCode } = notice
  const event = eventOf(notice)
  if (person === null || event === null || residence !== 'here' || !namesAgree(notice, person)) return null
  if (await isToldBesides(tx, notice.id)) return 'already'
  return agreesWith(event, await listEnrolments(tx, person.personId, unitCode), toleranceDays) ? 'sourceSaysSo' : null
}

type Settling = { readonly place: TendPlace; readonly today: PlainDate; readonly toleranceDays: number }

/** Settles a notice that a source agrees with (the source is the fact), or that has been told and accepted before. */
const agree = ({ place: { code, pool }, today, toleranceDays }: Settling, noticeId: string): Promise<void> =>
  inTransaction(pool, async (tx) => {
    await holdNotice(tx, noticeId)
    const notice = await findNotice(tx, { scope: everybody, code, today }, noticeId)
    if (notice === null || notice.state !== 'waiting') return
    const effect = await agreement(tx, notice, toleranceDays)
    if (effect === null) return
    await insertDecision(tx, { noticePk: notice.id, outcome: 'agreed', by: null, effect })
    const subjectId = notice.person?.subjectId ?? null
    await writeAuditLine(tx, { actor: byItself, action: 'notices.agree', outcome: 'done', subjectId, detail: { noticeId } })
  })

/** Settles everything that agrees. */
export async function agreeAll(place: TendPlace, { toleranceDays }: NoticeSettings, today: PlainDate): Promise<void> {
  const found = await inTransaction(place.pool, async (tx) => [...(await listAgreeing(tx, toleranceDays)), ...(await listToldBesides(tx))])
  for (const noticeId of new Set(found)) await agree({ place, today, toleranceDays }, noticeId)
}

/** The notice waits again when what it agreed with is so no longer. */
const lapse = ({ place: { code, pool }, today, toleranceDays }: Settling, noticeId: string): Promise<void> =>
  inTransaction(pool, async (tx) => {
    await holdNotice(tx, noticeId)
    const notice = await findNotice(tx, { scope: everybody, code, today }, noticeId)
    if (notice === null || notice.state !== 'agreed') return
    const decision = await findDecision(tx, notice.id)
    if (decision === null || (await agreement(tx, notice, toleranceDays)) !== null) return
    await undoDecision(tx, decision.id, null)
    const subjectId = notice.person?.subjectId ?? null
    await writeAuditLine(tx, { actor: byItself, action: 'notices.lapse', outcome: 'done', subjectId, detail: { noticeId } })
  })

/** At which instant of knowledge each municipality's sources were looked through last: they take nothing back until something else is known. */
const lookedAt = new WeakMap<Pool, string>()

/** Looks through what agreed with something that is not said any more. */
export async function lapseAll(place: TendPlace, { toleranceDays }: NoticeSettings, today: PlainDate): Promise<void> {
  const known = await inTransaction(place.pool, lastInstant)
  const isNews = lookedAt.get(place.pool) !== known
  const found = await inTransaction(place.pool, async (tx) => [
    ...(await listUntold(tx)),
    ...(isNews ? await listUnsaid(tx, toleranceDays) : []),
  ])
  for (const noticeId of found) await lapse({ place, today, toleranceDays }, noticeId)
  lookedAt.set(place.pool, known)
}
