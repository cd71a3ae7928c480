/** The desk of measures, and the rounds in which the personnel group decides on placements. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs } from '../audit/index.ts'
import { heldBack, holdBack, hygieneDetail, unchecked, type FieldFlag, type Held, type Kept, type NoteCheck } from '../hygiene/index.ts'
import { changeSoon } from '../outreach/index.ts'
import { findSeenYouth, readNoteAbout } from '../worklist/index.ts'
import { countDesk, findProposal, listDecided, listDesk } from './desk.store.ts'
import { findItem } from './item.store.ts'
import { daysProblems } from './measure.rules.ts'
import { holdMeasure, savePlacement } from './measure.store.ts'
import type { DecisionOutcome, DeskMeasure, Measure, MeasuresDeskCount, Colleague, Round } from './measures.types.ts'
import { knownOfDays } from './record.actions.ts'
import { approvedDays, roundProblem, type RoundProblem } from './round.rules.ts'
import { findRound, holdRound, insertDecision, insertRound, listColleagues, listRounds, saveClosed } from './round.store.ts'
import type { Fault } from './youth.actions.ts'

/** Who is at the desk. */
export type DeskReader = {
  readonly pool: Pool
  readonly scope: Scope
  readonly staffId: string
  readonly name: string
  readonly unitId: number | null
  readonly isFresh: boolean
  readonly today: PlainDate
}

export type Desk = {
  readonly waiting: readonly DeskMeasure[]
  readonly overdue: readonly DeskMeasure[]
  readonly outside: readonly DeskMeasure[]
  readonly rounds: readonly Round[]
  /** How many there are of each part: a long one is not shown whole. */
  readonly counts: MeasuresDeskCount
}

/** How much waits on the desk, for the hub of plans. Counts only, within the scope. */
export const countMeasuresDesk = (tx: Tx, scope: Scope, today: PlainDate): Promise<MeasuresDeskCount> => countDesk(tx, scope, today)

/** The desk, with the read line. */
export const readDesk = ({ pool, scope, staffId, today }: DeskReader): Promise<Desk> =>
  readAs(
    pool,
    ({ waiting, overdue, outside }: Desk) => ({
      actor: staffId,
      action: 'measures.desk',
      detail: { shown: waiting.length + overdue.length + outside.length },
    }),
    async (tx) => ({
      waiting: await listDesk(tx, scope, 'waiting', today),
      overdue: await listDesk(tx, scope, 'overdue', today),
      outside: await listDesk(tx, scope, 'outside', today),
      rounds: await listRounds(tx, scope.units),
      counts: await countDesk(tx, scope, today),
    }),
  )

export type Decided = DeskMeasure & { readonly outcome: DecisionOutcome; readonly ground: string }
export type OpenedRound = { readonly round: Round; readonly waiting: readonly DeskMeasure[]; readonly decided: readonly Decided[] }

/** What was written about a protected youth is read after a fresh sign-in, on the measure's own page. */
const withoutWords = <Of extends DeskMeasure>(measures: readonly Of[], isFresh: boolean): Of[] =>
  measures.map((one) => (one.isProtected && !isFresh ? { ...one, note: '', ...('ground' in one ? { ground: '' } : {}) } : one))

/** One round with what waits and what was decided, as far as the reader may see; null when there is none such. */
export const readRound = ({ pool, scope, staffId, isFresh, today }: DeskReader, roundId: string): Promise<OpenedRound | null> =>
  readAs(
    pool,
    (read: OpenedRound | null) => ({
      actor: staffId,
      action: 'measures.round',
      outcome: read === null ? 'missing' : 'done',
      detail: read === null ? {} : { shown: read.waiting.length + read.decided.length },
    }),
    async (tx) => {
      const round = await findRound(tx, scope.units, roundId)
      if (round === null) return null
      const decided = await listDecided(tx, scope, round.id)
      const waiting = round.isClosed ? [] : await listDesk(tx, scope, 'waiting', today)
      const undecided = waiting.filter(({ id }) => !decided.some((one) => one.id === id))
      return { round, decided: withoutWords(decided, isFresh), waiting: withoutWords(undecided, isFresh) }
    },
  )

/** Whom the form of a round offers. */
export const readColleagues = ({ pool, scope }: DeskReader): Promise<Colleague[]> =>
  inTransaction(pool, (tx) => listColleagues(tx, scope.units))

/** Opens a round. Returns its id. */
export const openRound = (
  { pool, scope, staffId, unitId, today }: DeskReader,
  { heldOn, present }: { readonly heldOn: PlainDate; readonly present: readonly string[] },
): Promise<Decision<string, RoundProblem>> =>
  change<string, RoundProblem>(pool, { actor: staffId, action: 'measures.openRound', detail: { present: present.length } }, async (tx) => {
    const colleagues = (await listColleagues(tx, scope.units)).map(({ id }) => id)
    const problem = roundProblem({ heldOn, present }, { staffId, colleagues }, today)
    if (problem !== null) return refuse(problem)
    const ofUnit = scope.units === null ? null : unitId
    return grant(await insertRound(tx, { unitId: ofUnit, heldOn, openedOn: today, openedBy: staffId, present: [...new Set(present)] }))
  })

/** Closes a round: what was not decided waits for the next. */
export const closeRound = ({ pool, scope, staffId }: DeskReader, roundId: string): Promise<Decision<null, 'missing' | 'closed'>> =>
  change<null, 'missing' | 'closed'>(pool, { actor: staffId, action: 'measures.closeRound' }, async (tx) => {
    await holdRound(tx, roundId)
    const round = await findRound(tx, scope.units, roundId)
    if (round === null) return refuse('missing')
    if (round.isClosed) return refuse('closed')
    await saveClosed(tx, round.id, staffId)
    return grant(null)
  })

/** What is decided of a proposal. */
export type DecisionWish = {
  readonly roundId: string
  readonly measureId: string
  readonly outcome: DecisionOutcome
  readonly ground: string
  readonly kept: Kept
}
/** `closed`: the round is over. `not-present`: who writes was not there. `decided`: somebody was first. */
export type DecideRefusal =
  | 'missing'
  | 'sign-in-again'
  | 'closed'
  | 'not-present'
  | 'decided'
  | 'faults'
  | 'note-flags'
  | 'night-is-running'
export type DecisionMade = Decision<null, DecideRefusal> & { readonly faults: readonly Fault[]; readonly flags: readonly FieldFlag[] }

type Deciding = {
  readonly tx: Tx
  readonly reader: DeskReader
  readonly wish: DecisionWish
  readonly round: Round
  readonly proposal: DeskMeasure
}
type Made = { subjectId: string | null; faults: readonly Fault[]; check: NoteCheck }

/** The days of an approved placement, and what stands in their way. */
async function judgeApproval(
  { tx, reader, round }: Deciding,
  measure: Measure,
): Promise<{ readonly to: ReturnType<typeof approvedDays>; readonly faults: Fault[] }> {
  const to = approvedDays(measure, round.heldOn)
  const known = await knownOfDays(tx, measure.personId, measure.recordedOn, reader.today)
  const item = await findItem(tx, measure.itemKey)
  const days = { ...to, endedOn: null }
  const problems = item === null ? [] : daysProblems(days, { ...item, isExclusive: measure.isExclusive }, known)
  return { to, faults: problems.map((problem) => ({ field: 'outcome', problem })) }
}

async function saveDecision(deciding: Deciding, measure: Measure, made: Made): Promise<Decision<null, DecideRefusal>> {
  const { tx, reader, round, wish } = deciding
  const { outcome, ground } = wish
  const { to, faults } = outcome === 'approved' ? await judgeApproval(deciding, measure) : { to: measure, faults: [] }
  if (faults.length > 0) {
    made.faults = faults
    return refuse('faults')
  }
  const isNew = await insertDecision(tx, { roundId: round.id, measureId: measure.id, outcome, ground, decidedBy: reader.staffId })
  if (!isNew) return refuse('decided')
  if (outcome !== 'postponed') {
    const { fromOn, plannedUntilOn } = to
    await savePlacement(tx, measure.id, { placement: outcome, decidedOn: round.heldOn, fromOn, plannedUntilOn }, reader.name)
  }
  return grant(null)
}

async function judgeDecision(deciding: Deciding, made: Made): Promise<Decision<null, DecideRefusal> | Held> {
  const { tx, reader, wish, round, proposal } = deciding
  if (round.isClosed) return refuse('closed')
  if (!round.present.some(({ id }) => id === reader.staffId)) return refuse('not-present')
  if (proposal.isProtected && !reader.isFresh) return refuse('sign-in-again')
  const measure = await holdMeasure(tx, wish.measureId)
  if (measure === null || measure.placement !== 'waiting' || measure.struck !== null) return refuse('decided')
  const youth = await findSeenYouth(tx, reader.scope, proposal.subjectId)
  if (youth === null) return refuse('missing')
  made.check = heldBack([{ field: 'ground', text: wish.ground }], wish.kept, await readNoteAbout(tx, youth))
  return made.check.asked.length > 0 ? holdBack(made.check) : saveDecision(deciding, measure, made)
}

/** Decides on a proposal in a round. Only an approved one becomes a measure; a postponed one waits for the next round. */
export async function decide(reader: DeskReader, wish: DecisionWish): Promise<DecisionMade> {
  const made: Made = { subjectId: null, faults: [], check: unchecked }
  const line = () => ({
    actor: reader.staffId,
    action: 'measures.decide',
    subjectId: made.subjectId,
    detail: { outcome: wish.outcome, ...hygieneDetail(made.check) },
  })
  const decision = await changeSoon<null, DecideRefusal>(reader.pool, line, async (tx) => {
    await holdRound(tx, wish.roundId)
    const round = await findRound(tx, reader.scope.units, wish.roundId)
    const proposal = await findProposal(tx, reader.scope, wish.measureId)
    if (round === null || proposal === null) return refuse('missing')
    made.subjectId = proposal.subjectId
    return judgeDecision({ tx, reader, wish, round, proposal }, made)
  })
  return { ...decision, faults: made.faults, flags: !decision.granted && decision.reason === 'note-flags' ? made.check.flags : [] }
}
