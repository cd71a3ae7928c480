/** Reading the desk, and deciding. What is accepted becomes a fact in the same transaction, with one line in the log. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs } from '../audit/index.ts'
import { changeWithFacts, webPatience, type FactWriter } from '../matching/index.ts'
import { listSettings } from '../settings/index.ts'
import { eventOf, mayDecide, mayHandOver, mayUndo, type DecideRefusal, type HandOverRefusal, type UndoRefusal } from './decide.rules.ts'
import {
  findDecision,
  handOver,
  holdNotice,
  insertDecision,
  listEnrolments,
  listOtherStudies,
  undoDecision,
  type NewDecision,
} from './decide.store.ts'
import { countTabs, findNotice, listNotices, listOthers } from './desk.store.ts'
import { noticesPerPage, type DeskNotice, type Tab, type TabCounts, type Wish } from './desk.types.ts'
import { changeOf, type Change } from './match.rules.ts'
import type { KnownEnrolment, OtherStudy } from './notices.types.ts'
import { noticeSettings, type NoticeSettings } from './notice-settings.rules.ts'
import { takeBackFact } from './take-back.actions.ts'

/** Who reads. The scope is narrowed by the page's outlet already. */
export type DeskReader = {
  readonly pool: Pool
  readonly code: string
  readonly scope: Scope
  readonly staffId: string
  readonly today: PlainDate
  readonly isFresh: boolean
}

export type Desk = { readonly counts: TabCounts; readonly notices: readonly DeskNotice[]; readonly settings: NoticeSettings }

const settingsOf = async (tx: Tx): Promise<NoticeSettings> => noticeSettings.from(await listSettings(tx, 'infinity'))

/** A page of a tab, with the counts of all. */
export const readDesk = (reader: DeskReader, tab: Tab, page: number): Promise<Desk> =>
  readAs(
    reader.pool,
    ({ notices }) => ({ actor: reader.staffId, action: 'notices.listDesk', detail: { tab, shown: notices.length } }),
    async (tx) => ({
      counts: await countTabs(tx, reader.scope),
      notices: await listNotices(tx, reader, tab, { limit: noticesPerPage, offset: (page - 1) * noticesPerPage }),
      settings: await settingsOf(tx),
    }),
  )

export type OneNotice = {
  readonly notice: DeskNotice
  readonly known: readonly KnownEnrolment[]
  /** The pupil's studies elsewhere, from the notice's day on. */
  readonly elsewhere: readonly OtherStudy[]
  /** Other notices of the same number that the reader may see. */
  readonly others: readonly DeskNotice[]
  /** What accepting it would change; null when it cannot be told (nobody in the register has the number). */
  readonly would: Change | null
  readonly settings: NoticeSettings
}

const mostOthers = 6

async function wholeOf(tx: Tx, reader: DeskReader, notice: DeskNotice): Promise<OneNotice> {
  const settings = await settingsOf(tx)
  const { person, unitCode, eventOn } = notice
  const event = eventOf(notice)
  const others = notice.number === null ? [] : await listOthers(tx, reader, notice, mostOthers)
  if (person === null) return { notice, known: [], elsewhere: [], others, would: null, settings }
  const known = await listEnrolments(tx, person.personId, unitCode)
  const elsewhere = await listOtherStudies(tx, person.personId, unitCode, eventOn)
  const would = event === null ? null : changeOf(event, known, settings.toleranceDays)
  return { notice, known, elsewhere, others, would, settings }
}

type Closed = 'missing' | 'sign-in-again'

const closedTo = (found: DeskNotice | null, { isFresh }: Pick<DeskReader, 'isFresh'>): Closed | null =>
  found === null ? 'missing' : found.person?.isProtected === true && !isFresh ? 'sign-in-again' : null

/** One notice with what is known of the pupil's studies at the school. */
export const readNotice = (reader: DeskReader, noticeId: string): Promise<OneNotice | Closed> =>
  readAs(
    reader.pool,
    (found) => ({
      actor: reader.staffId,
      action: 'notices.read',
      ...(typeof found === 'string' ? { outcome: found } : { subjectId: found.notice.person?.subjectId ?? null }),
    }),
    async (tx) => {
      const found = await findNotice(tx, reader, noticeId)
      return found === null ? 'missing' : (closedTo(found, reader) ?? wholeOf(tx, reader, found))
    },
  )

/** The notice, held, if the reader may open it. */
async function opened(tx: Tx, reader: DeskReader, noticeId: string): Promise<Decision<DeskNotice, Closed>> {
  await holdNotice(tx, noticeId)
  const found = await findNotice(tx, reader, noticeId)
  const closed = closedTo(found, reader)
  if (closed !== null) return refuse(closed)
  return found === null ? refuse('missing') : grant(found)
}

type Fact = Pick<NewDecision, 'effect' | 'factId' | 'replacedFactId'>

/** What accepting changes, carried out. The whole human being is told of by the record that stands for it. */
async function carriedOut(facts: FactWriter, notice: DeskNotice, will: Change): Promise<Fact> {
  const { person, unitCode, authorityName } = notice
  if (person === null || (will.effect !== 'began' && will.effect !== 'ended')) return { effect: will.effect }
  const told = { schoolUnit: unitCode, authority: authorityName }
  if (will.effect === 'began') {
    const { startOn, schoolType, educationCode } = will
    const began = { ...told, startOn, schoolType, educationCode, endOn: null, cancelled: false }
    return { effect: 'began', factId: await facts.tell(person.personId, began, null) }
  }
  const { of, insteadOf: replacedFactId, endOn, cancelled } = will
  const { schoolType, educationCode, startOn } = of
  const factId = await facts.tell(person.personId, { ...told, schoolType, educationCode, startOn, endOn, cancelled }, replacedFactId)
  return { effect: 'ended', factId, replacedFactId }
}

export type Refusal = Closed | DecideRefusal | UndoRefusal | HandOverRefusal | 'night-is-running'
type Done = Decision<null, Refusal>

const isProtected = ({ person }: DeskNotice): boolean => person?.isProtected === true

/** Runs the change with facts among what is saved, with the notice in the line of the log. */
function withFacts(
  reader: DeskReader,
  noticeId: string,
  action: string,
  work: (tx: Tx, notice: DeskNotice, facts: FactWriter) => Promise<Decision<null, Refusal>>,
): Promise<Done> {
  const { pool, code, staffId: actor, today: on } = reader
  let subjectId: string | null = null
  return changeWithFacts<null, Refusal>(
    { pool, code, patience: webPatience },
    { on, line: () => ({ actor, action, subjectId, detail: { noticeId } }) },
    async (tx, facts) => {
      const found = await opened(tx, reader, noticeId)
      if (!found.granted) return found
      subjectId = found.value.person?.subjectId ?? null
      return work(tx, found.value, facts)
    },
  )
}

const accept = (reader: DeskReader, noticeId: string): Promise<Done> =>
  withFacts(reader, noticeId, 'notices.accept', async (tx, notice, facts) => {
    const allowed = mayDecide({ ...notice, isProtected: isProtected(notice) }, { outcome: 'accepted' }, reader.code)
    if (!allowed.granted) return allowed
    const { would } = await wholeOf(tx, reader, notice)
    if (would === null) return refuse('unknown-person')
    await insertDecision(tx, { noticePk: notice.id, outcome: 'accepted', by: reader.staffId, ...(await carriedOut(facts, notice, would)) })
    return grant(null)
  })

/** Runs a change of what was decided, without facts, with the notice in the line of the log. */
function withoutFacts(
  reader: DeskReader,
  noticeId: string,
  { action, detail }: { readonly action: string; readonly detail: Readonly<Record<string, unknown>> },
  work: (tx: Tx, notice: DeskNotice) => Promise<Decision<null, Refusal>>,
): Promise<Done> {
  let subjectId: string | null = null
  return change<null, Refusal>(
    reader.pool,
    () => ({ actor: reader.staffId, action, subjectId, detail: { noticeId, ...detail } }),
    async (tx) => {
      const found = await opened(tx, reader, noticeId)
      if (!found.granted) return found
      subjectId = found.value.person?.subjectId ?? null
      return work(tx, found.value)
    },
  )
}

const decideOtherwise = (reader: DeskReader, noticeId: string, wish: Exclude<Wish, { outcome: 'accepted' }>): Promise<Done> =>
  withoutFacts(reader, noticeId, { action: 'notices.decide', detail: wish }, async (tx, notice) => {
    const allowed = mayDecide({ ...notice, isProtected: isProtected(notice) }, wish, reader.code)
    if (!allowed.granted) return allowed
    await insertDecision(tx, { noticePk: notice.id, by: reader.staffId, ...wish })
    return grant(null)
  })

/** Somebody has handed the notice over to a municipality outside the installation. */
export const handOverNotice = (reader: DeskReader, noticeId: string): Promise<Done> =>
  withoutFacts(reader, noticeId, { action: 'notices.handOver', detail: {} }, async (tx, notice) => {
    const allowed = mayHandOver({ ...notice, isProtected: isProtected(notice) })
    if (!allowed.granted) return allowed
    await handOver(tx, notice.id, reader.staffId)
    return grant(null)
  })

/** Decides on a notice that waits. Accepting waits a moment for a running night (`night-is-running`: nothing is saved). */
export const decideNotice = (reader: DeskReader, noticeId: string, wish: Wish): Promise<Done> =>
  wish.outcome === 'accepted' ? accept(reader, noticeId) : decideOtherwise(reader, noticeId, wish)

/** Undoes what was decided: the notice waits again, and the fact that it gave is taken back. */
export const undoNotice = (reader: DeskReader, noticeId: string): Promise<Done> =>
  withFacts(reader, noticeId, 'notices.undo', async (tx, notice, facts) => {
    const allowed = mayUndo(notice)
    if (!allowed.granted) return allowed
    const decision = await findDecision(tx, notice.id)
    if (decision === null) return refuse('nothing-to-undo')
    await takeBackFact(tx, facts, decision)
    await undoDecision(tx, decision.id, reader.staffId)
    return grant(null)
  })
