/** Reminders of meetings: queued by themselves at ten o'clock the working day before, once for each time that was agreed on. */
import { todayInSweden, timeInSweden } from '../../platform/clock.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { languageOf, listOnceKeys, listOptOuts, queueMessage, readTemplates } from '../messaging/index.ts'
import { listSameRecords, listWays } from '../outreach/index.ts'
import { reminderKey } from './meetings.actions.ts'
import { remindFrom } from './meetings.rules.ts'
import { holdToRemind, listToRemind, type ToRemind } from './reminder.store.ts'
import { placeWords } from './reminder.texts.ts'

/** Further than any row of holidays: whoever is reminded on the working day before is among those of the next days. */
const daysAhead = 8

type Way = { readonly channel: 'sms' | 'email'; readonly templateKey: 'meetingSms' | 'meetingEmail' }

/** A live number that has not been said no to, else an e-mail address; null when there is neither. All the records of one human being count. */
async function wayTo(tx: Tx, personIds: readonly number[]): Promise<Way | null> {
  const known: { readonly kind: string; readonly deadOn: PlainDate | null }[] = []
  for (const personId of personIds) known.push(...(await listWays(tx, personId)))
  const ways = known.filter(({ deadOn }) => deadOn === null)
  const optedOut = await listOptOuts(tx, personIds)
  if (ways.some(({ kind }) => kind === 'phone') && !optedOut.includes('sms')) return { channel: 'sms', templateKey: 'meetingSms' }
  if (ways.some(({ kind }) => kind === 'email') && !optedOut.includes('email')) return { channel: 'email', templateKey: 'meetingEmail' }
  return null
}

/** Each time that was agreed on is reminded of once. */
const onceKeyOf = ({ meetingId, sequence }: ToRemind): string => `${reminderKey(meetingId)}${sequence}`

async function remind(tx: Tx, meeting: ToRemind): Promise<boolean> {
  const { personId, on, time, way, place } = meeting
  const records = await listSameRecords(tx, personId)
  const found = await wayTo(tx, records)
  if (found === null) return false
  const lang = await languageOf(tx, records)
  const meetingPlace = way === 'phone' || way === 'video' ? placeWords[lang][way] : place
  const queued = await queueMessage(tx, {
    personId,
    staffId: null,
    roundId: null,
    ...found,
    lang,
    templateVersion: (await readTemplates(tx)).find({ key: found.templateKey, lang }).version,
    wayId: null,
    fields: { meetingDay: on, meetingTime: time, meetingPlace },
    onceKey: onceKeyOf(meeting),
    notBefore: null,
    queuedBy: 'påminnelser',
  })
  return queued !== null
}

/** Nobody is reminded at night: what was late waits for the morning. */
const isDaytime = (time: string): boolean => time >= '08:00' && time < '20:00'

/** Whether it is time: from ten o'clock the working day before, unless it was agreed on after that. */
function isTime({ on, agreedOn, agreedTime }: ToRemind, now: { readonly on: PlainDate; readonly time: string }): boolean {
  const from = remindFrom(on, { on: agreedOn, time: agreedTime })
  return from !== null && (from.on < now.on || (from.on === now.on && from.time <= now.time))
}

/** Queues one, with its line in the log, in a transaction of its own: what goes wrong with one youth leaves the others alone. */
const remindOne = (pool: Pool, meeting: ToRemind): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    if (!(await holdToRemind(tx, meeting)) || !(await remind(tx, meeting))) return false
    await writeAuditLine(tx, { actor: 'påminnelser', action: 'meetings.remind', outcome: 'done', subjectId: meeting.subjectId })
    return true
  })

/** For the worker: queues what is due. Run twice it queues nothing more. Returns how many were queued. */
export async function queueReminders(pool: Pool, now: Date): Promise<number> {
  const moment = { on: todayInSweden(now), time: timeInSweden(now) }
  if (!isDaytime(moment.time)) return 0
  const until = dateOf(plusDays(dayOf(moment.on), daysAhead))
  const due = await inTransaction(pool, async (tx) => {
    const timely = (await listToRemind(tx, until)).filter((meeting) => isTime(meeting, moment))
    const known = await listOnceKeys(tx, timely.map(onceKeyOf))
    return timely.filter((meeting) => !known.has(onceKeyOf(meeting)))
  })
  let queued = 0
  for (const meeting of due) if (await remindOne(pool, meeting)) queued++
  return queued
}
