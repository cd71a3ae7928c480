/** The running rehearsal: the return is built as if it were to be sent, and what is broken stands as work items until it is mended. */
import { refuse, grant, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { now } from '../register/index.ts'
import { readEdition } from '../worklist/index.ts'
import { buildAt, type ReturnPlace } from './build.actions.ts'
import { errorsAmong } from './controls.rules.ts'
import { findLastRehearsal, holdRehearsal, insertRehearsal, saveFindings } from './finding.store.ts'
import { lastDayOn, rehearsedOn, type HalfYear } from './half-year.rules.ts'
import { profileInForce } from './profile.actions.ts'
import { isRehearsalDue } from './rehearsal.rules.ts'

/** What a rehearsal found; `errors` null where the half-year has no profile. */
export type Rehearsed = { readonly half: string; readonly errors: number | null; readonly warnings: number | null }

async function rehearseHalf(tx: Tx, code: string, half: HalfYear, today: PlainDate, edition: string): Promise<Rehearsed> {
  const inForce = await profileInForce(tx, half.key, now)
  if (inForce === null) {
    await saveFindings(tx, half.key, [], today)
    await insertRehearsal(tx, { half: half.key, on: today, edition, built: null })
    return { half: half.key, errors: null, warnings: null }
  }
  const question = { municipality: code, half, on: lastDayOn(half, today), knownAt: { facts: now, work: now } }
  const { built, broken, profile, origin } = await buildAt(tx, question, inForce, 'computed')
  const errors = errorsAmong(broken).length
  const warnings = broken.length - errors
  await saveFindings(tx, half.key, broken, today)
  await insertRehearsal(tx, {
    half: half.key,
    on: today,
    edition,
    built: { counts: built.counts, errors, warnings, origin, version: profile.version },
  })
  return { half: half.key, errors, warnings }
}

type Asked = { readonly today: PlainDate; readonly actor: string; readonly also: HalfYear | null }

async function rehearseAll(tx: Tx, { code }: ReturnPlace, { today, actor, also }: Asked): Promise<readonly Rehearsed[]> {
  // Read before anything is built: what is saved meanwhile is rehearsed the next time.
  const edition = await readEdition(tx)
  const rehearsed: Rehearsed[] = []
  const halves = rehearsedOn(today)
  const extra = also === null || halves.some(({ key }) => key === also.key) ? [] : [also]
  for (const half of [...halves, ...extra]) rehearsed.push(await rehearseHalf(tx, code, half, today, edition))
  await writeAuditLine(tx, { actor, action: 'returns.rehearse', detail: { halves: rehearsed } })
  return rehearsed
}

/** Rehearses the half-years of the day now, and one that is over since long if asked. Refused when a rehearsal is under way: it will say the same. */
export const rehearse = (
  place: ReturnPlace,
  today: PlainDate,
  actor: string,
  also: HalfYear | null = null,
): Promise<Decision<readonly Rehearsed[], 'is-rehearsing'>> =>
  inTransaction(place.pool, async (tx) =>
    (await holdRehearsal(tx)) ? grant(await rehearseAll(tx, place, { today, actor, also })) : refuse('is-rehearsing'),
  )

/** The worker's tick: rehearses when the day is another, or something has been saved and a while has passed. Returns null when nothing was due. */
export async function rehearseIfDue(place: ReturnPlace, today: PlainDate): Promise<readonly Rehearsed[] | null> {
  const isDue = await inTransaction(place.pool, async (tx) =>
    isRehearsalDue(await findLastRehearsal(tx), { today, edition: await readEdition(tx) }),
  )
  if (!isDue) return null
  const made = await rehearse(place, today, 'repetition')
  return made.granted ? made.value : null
}
