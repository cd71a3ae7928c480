/**
 * Saving what happened: judged, and then everything that it writes in one transaction with one line in the log. The line names the convention and
 * what was written, never the event.
 */
import { randomUUID } from 'node:crypto'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { heldBack, holdBack, hygieneDetail, unchecked, type Held, type Kept, type NoteCheck } from '../hygiene/index.ts'
import { changeWithFacts, type FactWriter } from '../matching/index.ts'
import { endMeasureById, listItems, recordMeasure } from '../measures/index.ts'
import { changeSoon, holdLines, instantOf, recordContact, recordOccupation } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth, readNoteAbout } from '../worklist/index.ts'
import { outcomeOf } from './codes.rules.ts'
import { codingSettingsFrom } from './coding-settings.rules.ts'
import { insertCoding, type Written } from './coding.store.ts'
import type { CodingDraft, CodingProblem, Convention, MeasureRefusal } from './coding.types.ts'
import { isMoment, judged, type WillWrite } from './draft.rules.ts'
import { knownOf, writesFact, type Coder } from './known.actions.ts'

/** What was shown before it was saved: a convention that has changed since is shown anew. */
export type SeenConvention = { readonly key: string; readonly version: number }
export type SaveWish = { readonly subjectId: string; readonly draft: CodingDraft; readonly seen: SeenConvention; readonly kept: Kept }

/** Why a coding is not saved. A measure is refused with the reason of the measures. */
export type SaveRefusal = CodingProblem | MeasureRefusal | 'missing' | 'sign-in-again' | 'convention-changed' | 'night-is-running'

type Saving = {
  readonly tx: Tx
  readonly coder: Coder
  readonly personId: number
  readonly codedId: string
  readonly draft: CodingDraft
  readonly will: WillWrite
}

async function saveContact({ tx, coder, personId, draft, will: { heard, codes } }: Saving): Promise<number | null> {
  if (heard.channel === null) return null
  const at = draft.minute === null && draft.on === coder.now.on ? null : { on: draft.on, minute: draft.minute ?? 720 }
  const nothing = {
    wayId: null,
    secondStaffId: null,
    occupation: null,
    nextStep: null,
    nextOn: null,
    department: null,
    note: '',
    originId: null,
  }
  const { id } = await recordContact(tx, {
    ...nothing,
    personId,
    channel: heard.channel,
    attempted: heard.weBegan,
    reached: true,
    outcome: outcomeOf(heard, codes),
    happenedAt: instantOf(at),
    staffId: coder.staffId,
    byName: coder.name,
    origin: 'hand',
  })
  return id
}

type Statement = Pick<Saving, 'tx' | 'personId'> & {
  readonly staffId: string
  readonly said: Pick<CodingDraft, 'on' | 'sinceOn'> & { readonly source: WillWrite['heard']['source'] }
  readonly kind: WillWrite['codes']['occupation']
  readonly contactId: number | null
}

/** Records what the youth is said to do, when the codes say something of it. */
export async function saveStatement({ tx, personId, staffId, said, kind, contactId }: Statement): Promise<number | null> {
  if (kind === null) return null
  const { source, sinceOn, on } = said
  const stated = { source, sinceOn: kind === 'none' || kind === 'unknown' ? null : sinceOn, statedOn: on, saidBy: staffId } as const
  return recordOccupation(tx, { personId, kind, ...stated, contactId, origin: 'coding' })
}

type Measured = Pick<Written, 'item' | 'responsible' | 'measureId' | 'measureVersion'>
const notMeasured: Measured = { item: null, responsible: null, measureId: null, measureVersion: null }

type MeasureWish = Pick<Saving, 'tx' | 'personId' | 'codedId'> & {
  readonly by: Pick<Coder, 'staffId' | 'name' | 'now'>
  readonly days: Pick<CodingDraft, 'on' | 'sinceOn' | 'untilOn'>
  readonly code: WillWrite['codes']['measure']
}

/** Records the measure that the codes say. One that is over the day it was is ended at once; when it cannot be, the whole is refused. */
export async function saveMeasure({ tx, personId, codedId, by, days, code }: MeasureWish): Promise<Decision<Measured, MeasureRefusal>> {
  if (code === null) return grant(notMeasured)
  const { item, responsible } = code
  const moment = isMoment(item)
  const department = (await listItems(tx, null)).find(({ key }) => key === item)?.department ?? null
  const who = { byName: by.name, staffId: by.staffId, origin: 'coding', originId: codedId } as const
  const span = { fromOn: moment ? days.on : (days.sinceOn ?? days.on), plannedUntilOn: moment ? days.on : days.untilOn }
  const wish = { personId, itemKey: item, ...span, responsible, department, note: '', ...who }
  const made = await recordMeasure(tx, wish, by.now.on)
  if (!made.granted) return made
  const { id, measureId } = made.value
  if (!moment) return grant({ item, responsible, measureId: id, measureVersion: 1 })
  const ending = { measureId, endedOn: days.on, endReason: 'completed', occupationAfter: null, by: { staffId: by.staffId, name: by.name } }
  const ended = await endMeasureById(tx, ending, by.now.on)
  if (ended.granted) return grant({ item, responsible, measureId: id, measureVersion: 2 })
  if (ended.reason === 'missing') throw new Error('a measure that was recorded is not there')
  return refuse(ended.reason)
}

async function saveFact({ personId, draft, coder, will }: Saving, facts: FactWriter | null): Promise<number | null> {
  if (!will.codes.endsCoverage) return null
  if (facts === null) throw new Error('what ends coverage is saved under the runs’ lock')
  const fact = { kind: 'studies-abroad', startOn: draft.sinceOn ?? draft.on, endOn: draft.untilOn } as const
  return facts.record(personId, fact, { staffId: coder.staffId, name: coder.name, ground: draft.ground })
}

async function saveAll(saving: Saving, convention: Convention, facts: FactWriter | null): Promise<Decision<null, MeasureRefusal>> {
  const { tx, coder, personId, codedId, draft, will } = saving
  const { codes, heard } = will
  const contactId = await saveContact(saving)
  const said = { on: draft.on, sinceOn: draft.sinceOn, source: heard.source }
  const occupationId = await saveStatement({ tx, personId, staffId: coder.staffId, said, kind: codes.occupation, contactId })
  const measured = await saveMeasure({ tx, personId, codedId, by: coder, days: draft, code: codes.measure })
  if (!measured.granted) return measured
  const factId = await saveFact(saving, facts)
  const asked = { saidOn: draft.on, source: heard.source, sinceOn: draft.sinceOn, untilOn: draft.untilOn }
  const of = { personId, event: draft.event, ...asked, convention: convention.key, conventionVersion: convention.version }
  const by = { staffId: coder.staffId, byName: coder.name }
  await insertCoding(tx, codedId, { ...of, ...by, ...measured.value, occupation: codes.occupation, occupationId, contactId, factId })
  return grant(null)
}

/** What the log says was written: kinds of rows, never what happened. */
const wroteOf = ({ codes, heard }: WillWrite): string[] => [
  ...(heard.channel === null ? [] : ['contact']),
  ...(codes.occupation === null ? [] : ['occupation']),
  ...(codes.measure === null ? [] : ['measure']),
  ...(codes.endsCoverage ? ['endsCoverage'] : []),
]

/** What is told when it is saved. */
export type Coded = { readonly codedId: string; readonly endsCoverage: boolean }
type Made = { isSeen: boolean; will: WillWrite | null; check: NoteCheck }
type Answer = Decision<Coded, SaveRefusal> | Held

async function decide(tx: Tx, coder: Coder, wish: SaveWish, made: Made, facts: FactWriter | null): Promise<Answer> {
  const { draft, seen, kept, subjectId } = wish
  const youth = await findSeenYouth(tx, coder.scope, subjectId)
  if (youth === null) return refuse('missing')
  made.isSeen = true
  if (youth.isProtected && !coder.isFresh) return refuse('sign-in-again')
  await holdLines(tx, [youth.personId])
  const { chosen } = codingSettingsFrom(await listSettings(tx, 'infinity'))
  if (chosen.key !== seen.key || chosen.version !== seen.version) return refuse('convention-changed')
  const will = judged(draft, chosen, await knownOf(tx, coder, youth, draft))
  if (!will.granted) return will
  made.check = heldBack([{ field: 'ground', text: draft.ground }], kept, await readNoteAbout(tx, youth))
  if (made.check.asked.length > 0) return holdBack(made.check)
  const codedId = randomUUID()
  const saved = await saveAll({ tx, coder, personId: youth.personId, codedId, draft, will: will.value }, chosen, facts)
  if (!saved.granted) return saved
  made.will = will.value
  return grant({ codedId, endsCoverage: will.value.codes.endsCoverage })
}

/**
 * Saves what happened. Refused: `missing` (no such youth in the reader's scope), `sign-in-again` (protected, and the sign-in is too old), what is
 * wrong with the draft or the measure, `note-flags` (with the flags), `convention-changed` (another is in force than was shown), `night-is-running`.
 * Nothing is half saved.
 */
export function saveCoding(coder: Coder, wish: SaveWish): Promise<Answer> {
  const made: Made = { isSeen: false, will: null, check: unchecked }
  const line = () => ({
    actor: coder.staffId,
    action: 'coding.save',
    subjectId: made.isSeen ? wish.subjectId : null,
    detail: {
      convention: `${wish.seen.key}@${wish.seen.version}`,
      ...(made.will === null ? {} : { wrote: wroteOf(made.will) }),
      ...hygieneDetail(made.check),
    },
  })
  if (!writesFact(wish.draft)) return changeSoon<Coded, SaveRefusal>(coder.pool, line, (tx) => decide(tx, coder, wish, made, null))
  const place = { code: coder.code, pool: coder.pool, patience: coder.patience }
  return changeWithFacts<Coded, SaveRefusal>(place, { on: coder.now.on, line }, (tx, facts) => decide(tx, coder, wish, made, facts))
}
