/** The months' work with a made-up youth: talks called and held, reports written, progression judged. */
import { inTransaction } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { callTalk, holdTalk, judgeMonth, listCalledTalks, saveReport, type Progression, type Signal } from '../slices/followup/index.ts'
import { firstOfMonth, granted, inTurn, shiftedBy, workerOf, writerOf, type Deed, type Life, type Recipient } from './demo-followup-desk.ts'
import { grounds, said } from './demo-followup-stories.ts'

const followed = ({ signals }: Life, recipient: Recipient): Signal[] =>
  signals.filter((one) => one.recipient === recipient && (one.state === 'confirmed' || one.state === 'acknowledged'))

async function talk(life: Life, recipient: Recipient, on: PlainDate): Promise<void> {
  const { desk, youth } = life
  if (followed(life, recipient).length === 0) return
  const invited = [
    { actor: 'youth', actorId: null },
    { actor: 'trustee', actorId: youth.called.trustee },
    { actor: 'housing', actorId: youth.called.housing },
  ] as const
  const subject = workerOf[recipient]
  const call = { recipient, on, at: inTurn(['09:30', '13:00', '15:15'], youth.nth), place: 'Rum 2, Lövsta stadshus', invited, leftOut: [] }
  granted(await callTalk(desk.pool, writerOf(desk, subject, shiftedBy(on, -7)), youth.id, call), 'a talk')
}

async function hold(life: Life, recipient: Recipient, on: PlainDate): Promise<void> {
  const { desk, youth } = life
  // Stopped meanwhile: the process no longer has the youth.
  if (followed(life, recipient).length === 0) return
  const talks = await inTransaction(desk.pool, (tx) => listCalledTalks(tx, youth.id), 'lots_followup')
  const called = talks.find((one) => one.recipient === recipient && one.on === on && one.state === 'called')
  if (called === undefined) return
  const came = called.invited.map(({ invitationId }) => invitationId)
  const at = { youthId: youth.id, talkId: called.talkId, version: called.version }
  granted(await holdTalk(desk.pool, writerOf(desk, workerOf[recipient], on), at, came), 'a held talk')
}

const textsOf = (areas: readonly string[], nth: number): Record<string, string> =>
  Object.fromEntries([
    ['since', inTurn(said.since, nth)],
    ...areas.flatMap((area, at) => [
      [`status.${area}`, inTurn(said.status, nth + at)],
      [`done.${area}`, inTurn(said.done, nth + at)],
    ]),
    ['youth', inTurn(said.youth, nth)],
    ['agreed', inTurn(said.agreed, nth + 1)],
  ])

/** As in the routine: a follow-up is reported and judged when it had lasted a week on the 1st. */
const isLongEnough = (from: PlainDate | null, month: PlainDate): boolean => from !== null && from <= shiftedBy(month, -7)

async function report(life: Life, recipient: Recipient, month: PlainDate, on: PlainDate): Promise<void> {
  const { desk, youth } = life
  const areas = followed(life, recipient)
    .filter(({ heldFrom }) => isLongEnough(heldFrom, month))
    .map(({ area }) => area)
  if (areas.length === 0) return
  const talks = await inTransaction(desk.pool, (tx) => listCalledTalks(tx, youth.id), 'lots_followup')
  const held = talks.find((one) => one.recipient === recipient && one.state === 'held' && one.on >= firstOfMonth(month, -1))
  const wish = {
    recipient,
    month,
    talkId: held?.talkId ?? null,
    noTalkWhy: held === undefined ? 'Ungdomen var bortrest.' : '',
    seen: null,
    why: '',
  }
  const texts = textsOf(areas, youth.nth + Number(month.slice(5, 7)))
  granted(await saveReport(desk.pool, writerOf(desk, workerOf[recipient], on), youth.id, { ...wish, texts }), 'a report')
}

/** As the area's points went between the assessments, and now and then as before. */
function progressionIn({ youth: { nth, story } }: Life, area: string, month: PlainDate): Progression {
  const told = story.low[area] ?? []
  const moved = (told.at(-1) ?? 0) - (told[0] ?? 0)
  if (Math.abs(moved) < 60 || (Number(month.slice(5, 7)) + nth) % 4 === 0) return 'same'
  return moved > 0 ? 'up' : 'down'
}

/** `isRead` false: the report had not come, and the ground does not speak of it. */
async function judge(life: Life, month: PlainDate, on: PlainDate, isRead: boolean): Promise<void> {
  const { desk, youth } = life
  const owed = life.signals.filter(
    ({ state, fromOn }) => (state === 'confirmed' || state === 'acknowledged') && isLongEnough(fromOn, month),
  )
  for (const { signalId, area } of owed) {
    const progression = progressionIn(life, area, month)
    const ground = isRead ? inTurn(grounds[progression], youth.nth + Number(month.slice(5, 7))) : unread
    granted(
      await judgeMonth(desk.pool, writerOf(desk, 'mona', on), youth.id, { signalId, month, progression, ground, seen: null }),
      'a judgement',
    )
  }
}

const unread = 'Rapporten har inte kommit. Bedömningen bygger på det som processen berättat.'

/** Some have not got round to the last report, or the last judgement: there is something late on the boards. */
export function monthDeeds(life: Life): Deed[] {
  const { desk, youth } = life
  const found: Deed[] = []
  const last = firstOfMonth(desk.today, 1)
  for (let month = firstOfMonth(youth.cameOn, 1); month <= last; month = firstOfMonth(month, 1)) {
    const isLatest = month === firstOfMonth(desk.today, 0)
    const talkOn = shiftedBy(firstOfMonth(month, -1), 14 + (youth.nth % 6))
    const isReported = !(isLatest && youth.nth % 6 === 0)
    for (const recipient of ['labourMarket', 'housing'] as const) {
      const reportOn = shiftedBy(month, -5 + (youth.nth % 4))
      found.push(
        { on: shiftedBy(talkOn, -7), act: () => talk(life, recipient, talkOn) },
        { on: talkOn, act: () => hold(life, recipient, talkOn) },
      )
      if (isReported) found.push({ on: reportOn, act: () => report(life, recipient, month, reportOn) })
    }
    const judgeOn = shiftedBy(month, 4 + (youth.nth % 5))
    if (!(isLatest && youth.nth % 5 === 0)) found.push({ on: judgeOn, act: () => judge(life, month, judgeOn, isReported) })
  }
  return found
}
