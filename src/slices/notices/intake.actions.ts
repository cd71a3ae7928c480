/** Receiving, annulling and looking up: the same work whoever the pupil is. Nothing here, and nothing it calls, reads the register. */
import { randomBytes } from 'node:crypto'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { listSettings } from '../settings/index.ts'
import {
  annul,
  findOwn,
  findUnitName,
  holdOwn,
  holdSender,
  insertNotice,
  listEarlier,
  listOwn,
  listUnitCodes,
  type OwnPage,
} from './intake.store.ts'
import { NoticeShape } from './notice.forms.ts'
import { eventDay, isLate, judge, mayAnnul, repeated, timesBefore, type AnnulRefusal, type ProblemAt } from './notice.rules.ts'
import { noticeSettings, type NoticeSettings } from './notice-settings.rules.ts'
import type { AnnulReason, Notice, Origin, OwnNotice, Sender } from './notices.types.ts'
import { receiptBytes, receiptOf } from './receipt.rules.ts'

export type Receipt = { readonly receipt: string; readonly receivedAt: string; readonly duplicate: boolean; readonly late: boolean }
export type Received =
  | { readonly granted: true; readonly value: Receipt }
  | { readonly granted: false; readonly problems: readonly ProblemAt[] }

/** A field that there is none of is named by its beginning: it is the sender's own word, of any length. */
const unknownField = (issue: object): string => (issue as { readonly keys?: readonly string[] }).keys?.[0]?.slice(0, 60) ?? ''

/** What is wrong with the shape of what was sent, field by field. */
function shapeProblems(sent: unknown): readonly ProblemAt[] | null {
  const read = NoticeShape.safeParse(sent)
  if (read.success) return null
  return read.error.issues.map(({ path, code, message, ...issue }) => {
    if (code === 'unrecognized_keys') return { field: unknownField(issue), problem: 'unknown-field' }
    return { field: String(path[0] ?? 'kind'), problem: /^[a-z0-9-]+$/.test(message) ? message : 'required' }
  })
}

type Receiving = { readonly sender: Sender; readonly today: PlainDate; readonly settings: NoticeSettings }

const originOf = ({ clientPk }: Sender): Origin => (clientPk === null ? 'form' : 'api')

async function keep(tx: Tx, notice: Notice, { sender, today, settings }: Receiving): Promise<Receipt> {
  const { on } = eventDay(notice.event)
  const earlier = await listEarlier(tx, notice, notice.event.kind)
  const before = repeated(notice, earlier, settings, today)
  if (before !== null) {
    const late = isLate(before.eventOn, before.receivedOn, settings)
    return { receipt: before.receipt, receivedAt: before.receivedAt, duplicate: true, late }
  }
  const receipt = receiptOf(randomBytes(receiptBytes))
  const { authorityPk, authorityName, clientPk } = sender
  const unitName = (await findUnitName(tx, authorityPk, notice.unitCode)) ?? ''
  const from = { authorityPk, authorityName, clientPk, unitName, fromMunicipality: null, firstToldAt: null }
  const receivedAt = await insertNotice(tx, { notice, receipt, origin: originOf(sender), ...from, again: timesBefore(on, earlier) })
  return { receipt, receivedAt, duplicate: false, late: isLate(on, today, settings) }
}

async function receiveOne(tx: Tx, sent: unknown, receiving: Receiving, units: readonly string[]): Promise<Received> {
  const shape = shapeProblems(sent)
  if (shape !== null) return { granted: false, problems: shape }
  const judged = judge(NoticeShape.parse(sent), { today: receiving.today, units })
  return judged.granted ? grant(await keep(tx, judged.value, receiving)) : judged
}

const unitsOf = async (tx: Tx, { authorityPk, unitCode }: Sender): Promise<readonly string[]> =>
  unitCode === null ? listUnitCodes(tx, authorityPk) : [unitCode]

/** Receives notices of one sender, each by itself: a row that cannot be read keeps nobody else out. One transaction, one line in the log. */
export const receiveNotices = (pool: Pool, sender: Sender, sent: readonly unknown[], today: PlainDate): Promise<readonly Received[]> =>
  inTransaction(pool, async (tx) => {
    const receiving = { sender, today, settings: noticeSettings.from(await listSettings(tx, 'infinity')) }
    const units = await unitsOf(tx, sender)
    await holdSender(tx, sender)
    const all: Received[] = []
    for (const one of sent) all.push(await receiveOne(tx, one, receiving, units))
    const received = all.flatMap((one) => (one.granted ? [one.value] : []))
    const repeats = received.filter(({ duplicate }) => duplicate).length
    const detail = { sent: sent.length, received: received.length - repeats, repeats }
    await writeAuditLine(tx, { actor: sender.actor, action: 'notices.receive', outcome: 'done', detail })
    return all
  })

/** Annuls one of the sender's own notices. It stays where it is, grey. */
export const annulNotice = (pool: Pool, sender: Sender, receipt: string, reason: AnnulReason): Promise<Decision<OwnNotice, AnnulRefusal>> =>
  inTransaction(pool, async (tx) => {
    const decision = mayAnnul(await holdOwn(tx, sender, receipt))
    if (decision.granted) await annul(tx, receipt, reason, originOf(sender))
    const outcome = decision.granted ? 'done' : decision.reason
    await writeAuditLine(tx, { actor: sender.actor, action: 'notices.annul', outcome, detail: { reason } })
    if (!decision.granted) return decision
    const found = await findOwn(tx, sender, receipt)
    return found === null ? refuse('missing') : grant(found)
  })

/** One of the sender's own notices; null when there is none, or it is somebody else's. */
export const lookUp = (pool: Pool, sender: Sender, receipt: string): Promise<OwnNotice | null> =>
  inTransaction(pool, async (tx) => {
    const found = await findOwn(tx, sender, receipt)
    await writeAuditLine(tx, { actor: sender.actor, action: 'notices.lookUp', outcome: found === null ? 'missing' : 'done' })
    return found
  })

/** The sender's own notices, the newest first. */
export const lookThrough = (pool: Pool, sender: Sender, wanted: OwnPage): Promise<readonly OwnNotice[]> =>
  inTransaction(pool, async (tx) => {
    const found = await listOwn(tx, sender, wanted)
    await writeAuditLine(tx, { actor: sender.actor, action: 'notices.list', outcome: 'done', detail: { shown: found.length } })
    return found
  })
