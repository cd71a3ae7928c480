/**
 * What happens to notices by itself: those a source agrees with are settled, annulled ones take back what they led to, some are sent on to another
 * municipality, and particulars are forgotten. Receiving does none of it, so that an answer to a school takes no other way for one pupil than another.
 */
import { todayInSweden } from '../../platform/clock.ts'
import { grant, refuse } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { changeWithFacts, isRunAlive } from '../matching/index.ts'
import { listSettings } from '../settings/index.ts'
import { eventOf } from './decide.rules.ts'
import { findDecision, holdNotice, insertDecision, listEnrolments, undoDecision } from './decide.store.ts'
import { findNotice } from './desk.store.ts'
import type { DeskNotice } from './desk.types.ts'
import { insertNotice } from './intake.store.ts'
import { agreesWith, namesAgree } from './match.rules.ts'
import { eventDay } from './notice.rules.ts'
import { noticeSettings, type NoticeSettings } from './notice-settings.rules.ts'
import {
  annulForwarded,
  isThere,
  isUnsettled,
  listAgreeing,
  listAnnulled,
  listToForward,
  markDelivered,
  readToSend,
  settleAnnulled,
  wipeOver,
  type Annulled,
  type ToForward,
} from './tend.store.ts'

export type TendPlace = { readonly code: string; readonly pool: Pool }
/** Another municipality of the installation; null when it is not in it. @throws when its database does not answer: it is tried again. */
export type PlaceOf = (code: string) => Promise<{ readonly pool: Pool } | null>

/** By whom, in the log, what happens by itself. */
const actor = 'anmalningar'
const everybody = { units: null, mayReadProtected: true }

const settingsOf = (pool: Pool): Promise<NoticeSettings> =>
  inTransaction(pool, async (tx) => noticeSettings.from(await listSettings(tx, 'infinity')))

type Agreeing = { readonly tx: Tx; readonly notice: DeskNotice; readonly toleranceDays: number }

async function doesAgree({ tx, notice, toleranceDays }: Agreeing): Promise<boolean> {
  const { person, state, residence, unitCode } = notice
  const event = eventOf(notice)
  if (person === null || event === null || state !== 'waiting' || residence !== 'here' || !namesAgree(notice, person)) return false
  return agreesWith(event, await listEnrolments(tx, person.personId, unitCode), toleranceDays)
}

/** Settles a notice that a source agrees with: the source is the fact. */
const agree = ({ code, pool }: TendPlace, noticeId: string, toleranceDays: number, today: PlainDate): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    await holdNotice(tx, noticeId)
    const notice = await findNotice(tx, { scope: everybody, code, today }, noticeId)
    if (notice === null || !(await doesAgree({ tx, notice, toleranceDays }))) return false
    await insertDecision(tx, { noticePk: notice.id, outcome: 'agreed', by: null, effect: 'sourceSaysSo' })
    await writeAuditLine(tx, {
      actor,
      action: 'notices.agree',
      outcome: 'done',
      subjectId: notice.person?.subjectId ?? null,
      detail: { noticeId },
    })
    return true
  })

async function agreeAll(place: TendPlace, { toleranceDays }: NoticeSettings, today: PlainDate): Promise<number> {
  const found = await inTransaction(place.pool, (tx) => listAgreeing(tx, toleranceDays))
  let agreed = 0
  for (const { noticeId } of found) if (await agree(place, noticeId, toleranceDays, today)) agreed += 1
  return agreed
}

/** A notice that was sent on is annulled there too. */
async function annulThere(place: TendPlace, { id, receipt }: Annulled, placeOf: PlaceOf): Promise<void> {
  const decision = await inTransaction(place.pool, (tx) => findDecision(tx, id))
  if (decision?.outcome !== 'forwarded' || decision.delivery !== 'inside') return
  const other = await placeOf(decision.toMunicipality ?? '')
  if (other !== null) await inTransaction(other.pool, (tx) => annulForwarded(tx, receipt, place.code))
}

/** Takes back the fact of an annulled notice. A night that runs is not waited for: it is tried again. */
const takeBack = (place: TendPlace, { id, noticeId }: Annulled, on: PlainDate): Promise<unknown> =>
  changeWithFacts<null, 'settled'>(
    { ...place, patience: 0 },
    { on, line: () => ({ actor, action: 'notices.settleAnnulled', detail: { noticeId } }) },
    async (tx, facts) => {
      await holdNotice(tx, noticeId)
      const decision = await findDecision(tx, id)
      if (decision?.factId === null || decision === null || !(await isUnsettled(tx, id))) return refuse('settled')
      await facts.untell(decision.factId, decision.replacedFactId)
      await settleAnnulled(tx, id)
      return grant(null)
    },
  )

async function settle(place: TendPlace, annulled: Annulled, placeOf: PlaceOf, on: PlainDate): Promise<void> {
  await annulThere(place, annulled, placeOf)
  const { hasFact, isBusy } = await inTransaction(place.pool, async (tx) => ({
    hasFact: ((await findDecision(tx, annulled.id))?.factId ?? null) !== null,
    isBusy: await isRunAlive(tx),
  }))
  if (!hasFact) await inTransaction(place.pool, (tx) => settleAnnulled(tx, annulled.id))
  else if (!isBusy) await takeBack(place, annulled, on)
}

async function settleAll(place: TendPlace, placeOf: PlaceOf, today: PlainDate): Promise<void> {
  for (const annulled of await inTransaction(place.pool, listAnnulled)) await settle(place, annulled, placeOf, today)
}

/** One notice to another municipality of the installation, once; to one outside it by hand. One about somebody protected since is not sent. */
async function forward(
  tx: Tx,
  place: TendPlace,
  { decisionId, noticePk, noticeId, to, isProtected }: ToForward,
  placeOf: PlaceOf,
): Promise<void> {
  const line = (outcome: string) => writeAuditLine(tx, { actor, action: 'notices.forward', outcome, detail: { noticeId, to } })
  if (isProtected) {
    await undoDecision(tx, decisionId, null)
    return line('protected')
  }
  const [made, other] = [await readToSend(tx, noticePk, place.code), await placeOf(to)]
  if (made === null) return
  if (other !== null) {
    await inTransaction(other.pool, async (there) => {
      if (await isThere(there, made, eventDay(made.notice.event).on)) return
      await insertNotice(there, made)
      await writeAuditLine(there, { actor, action: 'notices.receiveForwarded', outcome: 'done', detail: { from: place.code } })
    })
  }
  const how = other === null ? 'byHand' : 'inside'
  await markDelivered(tx, decisionId, how)
  return line(how)
}

const forwardAll = (place: TendPlace, placeOf: PlaceOf): Promise<void> =>
  inTransaction(place.pool, async (tx) => {
    for (const one of await listToForward(tx)) await forward(tx, place, one, placeOf)
  })

const forget = ({ pool }: TendPlace, { keepDays }: NoticeSettings, today: PlainDate): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const wiped = await wipeOver(tx, keepDays, today)
    if (wiped > 0) await writeAuditLine(tx, { actor, action: 'notices.wipe', outcome: 'done', detail: { wiped } })
  })

/** For the worker: everything that waits to happen by itself. */
export async function tendNotices(place: TendPlace, placeOf: PlaceOf, now: Date): Promise<void> {
  const [today, settings] = [todayInSweden(now), await settingsOf(place.pool)]
  await agreeAll(place, settings, today)
  await forget(place, settings, today)
  // Last: another municipality's database that does not answer keeps nothing else waiting.
  await settleAll(place, placeOf, today)
  await forwardAll(place, placeOf)
}
