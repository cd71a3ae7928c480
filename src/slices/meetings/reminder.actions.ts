/** Reminders of meetings: queued by themselves at ten o'clock the working day before, once for each time that was agreed on. */
import { todayInSweden, timeInSweden } from '../../platform/clock.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { languageOf, listOptOuts, queueMessage, readTemplates } from '../messaging/index.ts'
import { listSameRecords, listWays } from '../outreach/index.ts'
import { reminderKey } from './meetings.actions.ts'
import { remindFrom } from './meetings.rules.ts'
import { listToRemind, type ToRemind } from './reminder.store.ts'
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

async function remind(tx: Tx, meeting: ToRemind): Promise<boolean> {
  const { personId, meetingId, sequence, on, time, way, place } = meeting
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
    onceKey: `${reminderKey(meetingId)}${sequence}`,
    notBefore: null,
    queuedBy: 'påminnelser',
  })
  return queued !== null
}

/** Whether it is time: from ten o'clock the working day before, unless it was agreed on after that. */
function isTime({ on, agreedOn, agreedTime }: ToRemind, now: { readonly on: PlainDate; readonly time: string }): boolean {
  const from = remindFrom(on, { on: agreedOn, time: agreedTime })
  return from !== null && (from.on < now.on || (from.on === now.on && from.time <= now.time))
}

/** For the worker: queues what is due. Run twice it queues nothing more. Returns how many were queued. */
export const queueReminders = (pool: Pool, now: Date): Promise<number> =>
  inTransaction(pool, async (tx) => {
    const moment = { on: todayInSweden(now), time: timeInSweden(now) }
    let queued = 0
    for (const meeting of await listToRemind(tx, dateOf(plusDays(dayOf(moment.on), daysAhead)))) {
      if (isTime(meeting, moment) && (await remind(tx, meeting))) queued++
    }
    return queued
  })
