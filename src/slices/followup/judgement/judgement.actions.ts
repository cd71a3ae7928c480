/** Judging a month, and taking a position on an investigation; each with its line in the module's log. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { Pool } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { loadRoutine } from '../instrument/instrument.actions.ts'
import { changeYouth, type Unreached, type Writer } from '../people/people.actions.ts'
import { listSignals } from '../signals/signals.store.ts'
import { listReports } from '../talks/report.store.ts'
import { mayDecide, type DecideRefusal } from './decision.rules.ts'
import { mayJudge, type JudgeRefusal } from './judgement.rules.ts'
import { insertDecision, insertJudgement, listDecisions, listJudgements } from './judgement.store.ts'
import type { Progression } from './judgement.types.ts'

/** A judgement of a signal's month. `seen`: the version that is changed; null for the first. */
export type JudgementWish = {
  readonly signalId: string
  readonly month: PlainDate
  readonly progression: Progression
  readonly ground: string
  readonly seen: number | null
}

/** Judges the month by what has come: the recipient's report, in its newest version, is noted as read when there is one. The version it became. */
export const judgeMonth = (
  pool: Pool,
  writer: Writer,
  youthId: string,
  wish: JudgementWish,
): Promise<Decision<number, 'missing' | JudgeRefusal | Unreached>> =>
  changeYouth<number, 'missing' | JudgeRefusal>(
    pool,
    writer,
    {
      youthId,
      action: 'followup.judgeMonth',
      detail: () => ({ signalId: wish.signalId, month: wish.month, progression: wish.progression, seen: wish.seen }),
    },
    async (tx) => {
      const { today, reader } = writer
      const signal = (await listSignals(tx, [youthId])).find(({ signalId }) => signalId === wish.signalId)
      if (signal === undefined) return refuse('missing')
      const allowed = mayJudge(signal, wish, { judgements: await listJudgements(tx, [youthId]), today, routine: await loadRoutine(tx) })
      if (!allowed.granted) return allowed
      const read =
        (await listReports(tx, [youthId])).find(({ recipient, month }) => recipient === signal.recipient && month === wish.month) ?? null
      const judgement = { ...wish, youthId, ground: wish.ground.trim(), version: allowed.value, read, by: reader.staffId, on: today }
      await insertJudgement(tx, judgement)
      return allowed
    },
  )

/** A position on an investigation. `markOn`: the sixth-month day that it answers; null when it is taken earlier because it is needed. */
export type DecisionWish = { readonly markOn: PlainDate | null; readonly opens: boolean; readonly ground: string }

/** Takes the position today; its id. */
export const decideInvestigation = (
  pool: Pool,
  writer: Writer,
  youthId: string,
  wish: DecisionWish,
): Promise<Decision<string, DecideRefusal | Unreached>> =>
  changeYouth<string, DecideRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.decideInvestigation', detail: () => ({ markOn: wish.markOn, opens: wish.opens }) },
    async (tx) => {
      const { today, reader } = writer
      const facts = { signals: await listSignals(tx, [youthId]), decisions: await listDecisions(tx, [youthId]) }
      const allowed = mayDecide(wish, facts, today, await loadRoutine(tx))
      if (!allowed.granted) return allowed
      const taken = { ...wish, ground: wish.ground.trim(), decidedOn: today }
      return grant(await insertDecision(tx, taken, { youthId, by: reader.staffId }))
    },
  )
