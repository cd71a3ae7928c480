/** Erasing what is due, each file in a transaction of its own with its line in the log; and saying what is. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import { dateOf, dayOf, type PlainDate } from '../../../platform/plain-date.ts'
import { change, readAs } from '../log.ts'
import { listSettings } from '../settings/settings.store.ts'
import { erasureOf, erasureSettingsFrom, isDue } from './erasure.rules.ts'
import { eraseFile, listFiles } from './erasure.store.ts'
import type { DueFile, ErasureSettings } from './erasure.types.ts'

const settingsIn = async (tx: Tx): Promise<ErasureSettings> =>
  erasureSettingsFrom((await listSettings(tx)).find(({ key }) => key === 'erasure')?.value)

async function dueIn(tx: Tx, on: PlainDate, one: string | null = null): Promise<DueFile[]> {
  const [settings, today] = [await settingsIn(tx), dayOf(on)]
  return (await listFiles(tx, on, one)).flatMap(({ youthId, bornOn, lastNoteOn, keptBecause, isFollowed }) => {
    const facts = { bornOn: dayOf(bornOn), lastNoteOn: dayOf(lastNoteOn), keptBecause, isFollowed }
    const erasure = erasureOf(facts, settings)
    return isDue(erasure, today) ? [{ youthId, lastNoteOn, latestOn: dateOf(erasure.latest), isLate: today > erasure.latest }] : []
  })
}

/** The files that are to be erased on the day, the oldest note first. */
export const listDueFiles = (pool: Pool, on: PlainDate, actor: string): Promise<DueFile[]> =>
  readAs(
    pool,
    (due: DueFile[]) => ({ actor, action: 'followup.listDue', detail: { due: due.length } }),
    (tx) => dueIn(tx, on),
  )

/** Erases one file if it is due still: whoever wrote a note meanwhile keeps it. */
const eraseOne = (pool: Pool, youthId: string, on: PlainDate, actor: string): Promise<Decision<string, 'not-due'>> =>
  change<string, 'not-due'>(pool, { actor, action: 'followup.erase', subjectId: youthId }, async (tx) => {
    const isStillDue = (await dueIn(tx, on, youthId)).length > 0
    return isStillDue && (await eraseFile(tx, youthId)) ? grant(youthId) : refuse('not-due')
  })

/** Erases all that is due on the day. Returns the files that are gone. */
export async function eraseDueFiles(pool: Pool, on: PlainDate, actor: string): Promise<DueFile[]> {
  const gone: DueFile[] = []
  for (const file of await listDueFiles(pool, on, actor)) {
    if ((await eraseOne(pool, file.youthId, on, actor)).granted) gone.push(file)
  }
  return gone
}
