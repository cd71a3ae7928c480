/**
 * What happens to notices by itself: those a source agrees with are settled, annulled ones take back what they led to, some are sent on to another
 * municipality, and particulars are forgotten. Receiving does none of it, so that an answer to a school takes no other way for one pupil than another.
 */
import { todayInSweden } from '../../platform/clock.ts'
import { grant, refuse } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { changeWithFacts, isRunAlive } from '../matching/index.ts'
import { listSettings } from '../settings/index.ts'
import { agreeAll, lapseAll } from './agree.actions.ts'
import { findDecision, holdNotice } from './decide.store.ts'
import { annulAt, forwardOne } from './forward.actions.ts'
import { noticeSettings, type NoticeSettings } from './notice-settings.rules.ts'
import { takeBackFact } from './take-back.actions.ts'
import { isUnsettled, listAnnulled, listForwardedTo, listToForward, settleAnnulled, wipeOver, type Annulled } from './tend.store.ts'
import { byItself, type PlaceOf, type TendPlace } from './tend-place.ts'

const settingsOf = (pool: Pool): Promise<NoticeSettings> =>
  inTransaction(pool, async (tx) => noticeSettings.from(await listSettings(tx, 'infinity')))

/** Takes back the fact of an annulled notice. A night that runs is not waited for: it is tried again. */
const takeBack = (place: TendPlace, { id, noticeId }: Annulled, on: PlainDate): Promise<unknown> =>
  changeWithFacts<null, 'settled'>(
    { ...place, patience: 0 },
    { on, line: () => ({ actor: byItself, action: 'notices.settleAnnulled', detail: { noticeId } }) },
    async (tx, facts) => {
      await holdNotice(tx, noticeId)
      const decision = await findDecision(tx, id)
      if (decision === null || decision.factId === null || !(await isUnsettled(tx, id))) return refuse('settled')
      await takeBackFact(tx, facts, decision)
      await settleAnnulled(tx, id)
      return grant(null)
    },
  )

/** A notice that was sent on is annulled there too, wherever it has been. */
async function settle(place: TendPlace, annulled: Annulled, placeOf: PlaceOf, on: PlainDate): Promise<void> {
  for (const to of await inTransaction(place.pool, (tx) => listForwardedTo(tx, annulled.id))) await annulAt(place, annulled, to, placeOf)
  const { hasFact, isBusy } = await inTransaction(place.pool, async (tx) => ({
    hasFact: ((await findDecision(tx, annulled.id))?.factId ?? null) !== null,
    isBusy: await isRunAlive(tx),
  }))
  if (!hasFact) await inTransaction(place.pool, (tx) => settleAnnulled(tx, annulled.id))
  else if (!isBusy) await takeBack(place, annulled, on)
}

const forget = ({ pool }: TendPlace, { keepDays }: NoticeSettings, today: PlainDate): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const wiped = await wipeOver(tx, keepDays, today)
    if (wiped > 0) await writeAuditLine(tx, { actor: byItself, action: 'notices.wipe', outcome: 'done', detail: { wiped } })
  })

/** Each by itself: what cannot be done now keeps none of the others waiting. The first that went wrong is told at the end. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<unknown> {
  let wrong: unknown
  for (const item of items) {
    await work(item).catch((error: unknown) => {
      wrong ??= error
    })
  }
  return wrong
}

/** For the worker: everything that waits to happen by itself. @throws what went wrong first, when all the rest has been done. */
export async function tendNotices(place: TendPlace, placeOf: PlaceOf, now: Date): Promise<void> {
  const [today, settings] = [todayInSweden(now), await settingsOf(place.pool)]
  await agreeAll(place, settings, today)
  await lapseAll(place, settings, today)
  await forget(place, settings, today)
  // Another municipality's database that does not answer keeps nothing else waiting.
  const annulled = await inTransaction(place.pool, listAnnulled)
  const toForward = await inTransaction(place.pool, listToForward)
  const wrong = [
    await eachOf(annulled, (one) => settle(place, one, placeOf, today)),
    await eachOf(toForward, (decisionId) => forwardOne(place, decisionId, placeOf)),
  ].find((one) => one !== undefined)
  if (wrong !== undefined) throw wrong
}
