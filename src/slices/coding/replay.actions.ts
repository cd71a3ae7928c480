/**
 * Coding the past anew by the convention in force. It is done some youths at a time, each lot in a transaction of its own with a line in the log for each
 * youth: what is done is done, and pressing again goes on where it stopped. A second time changes nothing.
 */
import type { Scope } from '../../kernel/actor.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs, writeAuditLine } from '../audit/index.ts'
import { listItems, strikeMeasure } from '../measures/index.ts'
import { holdLines, isHeld, retractOccupationById } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import { codingSettingsFrom } from './coding-settings.rules.ts'
import { insertRevision, type Written } from './coding.store.ts'
import { codingTexts } from './coding.texts.ts'
import type { CodingEvent, Convention, MeasureRefusal } from './coding.types.ts'
import type { Coder } from './known.actions.ts'
import { stepOf, writes } from './replay.rules.ts'
import { listPast, type ReplayRow } from './replay.store.ts'
import type { LeftReason, ReplayStep } from './replay.types.ts'
import { saveMeasure, saveStatement } from './save.actions.ts'

/** A step with its row: whose it is, and what was written. */
export type SeenStep = ReplayStep & { readonly row: ReplayRow }

const pastOf = ({ occupation, item, responsible, ...row }: ReplayRow) => ({
  ...row,
  written: { occupation, measure: item === null || responsible === null ? null : { item, responsible } },
})

/** What a replay would do with the codings that the reader may see. */
async function plan(tx: Tx, scope: Scope, convention: Convention, personIds: readonly number[] | null): Promise<SeenStep[]> {
  const rows = await listPast(tx, scope, personIds)
  const items = await listItems(tx, null)
  const isValidOn = (on: PlainDate) => (item: string) =>
    items.some(({ key, fromOn, untilOn }) => key === item && fromOn <= on && (untilOn === null || untilOn > on))
  return rows.map((row) => ({ ...stepOf(pastOf(row), convention, isValidOn(row.sinceOn ?? row.saidOn)), row }))
}

type Reader = Pick<Coder, 'scope' | 'staffId' | 'isFresh'> & { readonly pool: Pool }

/** A step as it is shown. `event` null: what happened to a protected youth is read after a fresh sign-in. */
export type ShownStep = SeenStep & { readonly event: CodingEvent | null }

/** What would become of each coding by the convention: nothing is written. Leaves a read line. */
export const previewReplay = ({ pool, scope, staffId, isFresh }: Reader, convention: Convention): Promise<readonly ShownStep[]> =>
  readAs(
    pool,
    (steps) => ({
      actor: staffId,
      action: 'coding.previewReplay',
      detail: { convention: `${convention.key}@${convention.version}`, codings: steps.length, changes: steps.filter(writes).length },
    }),
    async (tx) => {
      const steps = await plan(tx, scope, convention, null)
      return steps.map((step) => ({ ...step, event: step.row.isProtected && !isFresh ? null : step.row.event }))
    },
  )

/** Why something was left: somebody has acted since, or the measure may not begin that day. In memory it has an id and no name. */
export type Left = { readonly codedId: string; readonly why: LeftReason | MeasureRefusal }

type Work = {
  readonly tx: Tx
  readonly coder: Coder
  readonly convention: Convention
  /** The last day on which an event of each youth was given another occupation. */
  readonly days: Map<number, string>
}

/**
 * What an earlier event of the same day was coded anew as would stand as the later word: then this one is said again after it, though its own
 * codes are the same.
 */
const isSaidAgain = ({ row, occupation }: SeenStep, days: ReadonlyMap<number, string>): boolean =>
  occupation.does === 'nothing' && row.occupation !== null && !row.isTakenBack && !row.isSaidSince && days.get(row.personId) === row.saidOn

async function writeOccupation({ tx, days }: Work, step: SeenStep): Promise<Pick<Written, 'occupation' | 'occupationId'>> {
  const { personId, occupationId, contactId, source, sinceOn, saidOn, byId } = step.row
  const kind = step.occupation.does === 'write' ? step.occupation.to : step.row.occupation
  if (step.occupation.does !== 'write' && !isSaidAgain(step, days)) return { occupation: kind, occupationId }
  if (occupationId !== null) await retractOccupationById(tx, occupationId)
  const said = { on: saidOn, sinceOn, source }
  const newId = await saveStatement({ tx, personId, staffId: byId, said, kind, contactId })
  if (kind !== null) days.set(personId, saidOn)
  return { occupation: kind, occupationId: newId }
}

type Measured = Pick<Written, 'item' | 'responsible' | 'measureId' | 'measureVersion'>
type MeasureMade = { readonly measured: Measured; readonly refused: MeasureRefusal | null }

async function writeMeasure({ tx, coder, convention }: Work, { row, measure }: SeenStep): Promise<MeasureMade> {
  const { item, responsible, measureId, measureVersion } = row
  const asWas = { item, responsible, measureId, measureVersion }
  if (measure.does !== 'write') return { measured: asWas, refused: null }
  await tx.script('savepoint recoding')
  const why = codingTexts.sv.recoded(codingTexts.sv.conventionName(convention))
  if (row.measureKey !== null) await strikeMeasure(tx, row.measureKey, why, { staffId: coder.staffId, name: coder.name })
  const days = { on: row.saidOn, sinceOn: row.sinceOn, untilOn: row.untilOn }
  const by = { staffId: row.byId, name: row.byName, now: coder.now }
  const made = await saveMeasure({ tx, personId: row.personId, codedId: row.codedId, by, days, code: measure.to })
  if (made.granted) return { measured: made.value, refused: null }
  await tx.script('rollback to savepoint recoding')
  return { measured: asWas, refused: made.reason }
}

/** What of a step is left as it is, and why. */
const leftOf = ({ row: { codedId }, occupation, measure }: SeenStep): Left[] =>
  [occupation, measure].flatMap((part) => (part.does === 'leave' ? [{ codedId, why: part.why }] : []))

/** Writes one step. Returns whether anything was written. */
async function recode(work: Work, step: SeenStep, left: Left[]): Promise<boolean> {
  const { row } = step
  left.push(...leftOf(step))
  if (!writes(step) && !isSaidAgain(step, work.days)) return false
  const said = await writeOccupation(work, step)
  const { measured, refused } = await writeMeasure(work, step)
  if (refused !== null) left.push({ codedId: row.codedId, why: refused })
  if (said.occupationId === row.occupationId && measured.measureId === row.measureId) return false
  const { coder, convention } = work
  // The revision is the replayer's; what it wrote is still said by whoever wrote it down.
  const by = { staffId: coder.staffId, byName: coder.name, convention: convention.key, conventionVersion: convention.version }
  await insertRevision(work.tx, row.codedId, row.revision, { ...said, ...measured, ...by })
  return true
}

/** How far a replay has come. `held`: youths who were left as they were since somebody else held them, twice. */
export type Progress = { done: number; total: number; changed: number; held: number; left: Left[] }

/** Youths a transaction. */
const lotSize = 25
/** Seconds that a lot waits for somebody who is writing. */
const lotPatience = 10

type Lot = { readonly convention: Convention; readonly personIds: readonly number[]; readonly patience: number }
type LotMade = { readonly changed: number; readonly left: readonly Left[] }

/** The youths' lines are held first, in the order of everybody who writes about them; a measure's row only after. */
const recodeLot = (coder: Coder, { convention, personIds, patience }: Lot): Promise<LotMade> =>
  inTransaction(coder.pool, async (tx) => {
    const left: Left[] = []
    await tx.script(`set local lock_timeout = '${Math.round(patience * 1000)}ms'`)
    await holdLines(tx, personIds)
    const bySubject = new Map<string, number>()
    const work = { tx, coder, convention, days: new Map<number, string>() }
    for (const step of await plan(tx, coder.scope, convention, personIds)) {
      if (!(await recode(work, step, left))) continue
      bySubject.set(step.row.subjectId, (bySubject.get(step.row.subjectId) ?? 0) + 1)
    }
    const detail = { convention: `${convention.key}@${convention.version}` }
    for (const [subjectId, codings] of bySubject) {
      await writeAuditLine(tx, { actor: coder.staffId, action: 'coding.replay', subjectId, detail: { ...detail, codings } })
    }
    return { changed: [...bySubject.values()].reduce((sum, n) => sum + n, 0), left }
  })

/** A lot is tried again once when somebody held what it needed, or waited for it; null when that is so the second time too. */
async function recodeOrLeave(coder: Coder, lot: Lot, triesLeft = 1): Promise<LotMade | null> {
  try {
    return await recodeLot(coder, lot)
  } catch (error) {
    if (!isHeld(error)) throw error
    return triesLeft > 0 ? recodeOrLeave(coder, lot, triesLeft - 1) : null
  }
}

/** Codes the past anew, of the youths that the coder may see, by the convention in force. `progress` is told as it goes. */
export async function replayPast(coder: Coder, progress: Progress, patience = lotPatience): Promise<void> {
  const { convention, steps } = await inTransaction(coder.pool, async (tx) => {
    const { chosen } = codingSettingsFrom(await listSettings(tx, 'infinity'))
    return { convention: chosen, steps: await plan(tx, coder.scope, chosen, null) }
  })
  const personIds = [...new Set(steps.filter((step) => writes(step)).map(({ row }) => row.personId))]
  const alone = new Set(personIds)
  progress.left.push(...steps.filter(({ row }) => !alone.has(row.personId)).flatMap(leftOf))
  progress.total = personIds.length
  for (let from = 0; from < personIds.length; from += lotSize) {
    const lot = personIds.slice(from, from + lotSize)
    const made = await recodeOrLeave(coder, { convention, personIds: lot, patience })
    if (made === null) progress.held += lot.length
    else {
      progress.changed += made.changed
      progress.left.push(...made.left)
    }
    progress.done += lot.length
  }
}
