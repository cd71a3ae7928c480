/** The watch: clocks that have run out become alarms to the third person, and alarms are answered. */
import { timeInSweden, todayInSweden } from '../../platform/clock.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { isMobile, type E164Phone } from '../../platform/phone.ts'
import { change, writeAuditLine } from '../audit/index.ts'
import { queueMessage } from '../messaging/index.ts'
import { answerAlarm, listInside, raiseAlarm, staffAddress, type StaffAddress } from './alarm.store.ts'
import { readVisitSettings, type Reader } from './read.actions.ts'
import type { OpenAlarm } from './visits.types.ts'
import { isOverdue } from './watch.rules.ts'

const program = 'lots'

/** An SMS where there is a number that can get one, else an e-mail. */
function channelTo({ phone, email }: StaffAddress): 'sms' | 'email' {
  const isTextable = phone !== null && isMobile(phone as E164Phone) !== false
  return isTextable || email === null ? 'sms' : 'email'
}

/** A message to the third person: when somebody checked in, and whom to call. No youth, address or area. */
async function tellWatcher(tx: Tx, { stopId, watchId, first, second, checkedInAt }: OpenAlarm): Promise<void> {
  const at = new Date(checkedInAt)
  const toCall = [first, second].find(({ phone }) => phone !== null) ?? first
  await queueMessage(tx, {
    personId: null,
    staffId: watchId,
    roundId: null,
    channel: channelTo(await staffAddress(tx, watchId)),
    templateKey: 'visitAlarmSms',
    lang: 'sv',
    templateVersion: 0,
    wayId: null,
    onceKey: `visitAlarm:${stopId}`,
    notBefore: null,
    queuedBy: toCall.id,
    fields: {
      visitDay: todayInSweden(at),
      visitTime: timeInSweden(at),
      // The alarm is sent also when nobody's number is known.
      ...(toCall.phone === null ? { contactPhone: '(inget nummer)' } : {}),
    },
  })
}

/** Raises the alarm of every clock that has run out at the instant; each once. Returns how many. Run by the worker, every minute. */
export const watchVisits = ({ pool }: { readonly pool: Pool }, now: Date): Promise<number> =>
  inTransaction(pool, async (tx) => {
    const settings = await readVisitSettings(tx)
    const due = (await listInside(tx)).filter((one) => one.raisedAt === null && isOverdue(one, now.getTime(), settings))
    let raised = 0
    for (const one of due) {
      if (!(await raiseAlarm(tx, one.stopId))) continue
      await tellWatcher(tx, one)
      await writeAuditLine(tx, {
        actor: program,
        action: 'visits.alarm',
        outcome: 'done',
        detail: { round: one.roundId, stop: one.stopId },
      })
      raised++
    }
    return raised
  })

export type AnswerRefusal = 'no-alarm' | 'already-answered'

/** Answers an alarm with what was found out. One whose minute has come is raised first, if the watch has not got to it yet. */
export function settleAlarm(
  { pool, staffId, nowMs }: Pick<Reader, 'pool' | 'staffId' | 'nowMs'>,
  stopId: string,
  note: string,
): Promise<Decision<null, AnswerRefusal>> {
  return change<null, AnswerRefusal>(
    pool,
    () => ({ actor: staffId, action: 'visits.answerAlarm', detail: { stop: stopId } }),
    async (tx) => {
      const settings = await readVisitSettings(tx)
      const one = (await listInside(tx)).find((inside) => inside.stopId === stopId)
      if (one === undefined) return refuse('already-answered')
      if (one.raisedAt === null && !isOverdue(one, nowMs, settings)) return refuse('no-alarm')
      await raiseAlarm(tx, stopId)
      return (await answerAlarm(tx, stopId, staffId, note)) ? grant(null) : refuse('already-answered')
    },
  )
}
