/** Reading what a position on an investigation rests on, with a line in the module's log. */
import type { Pool } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysLater, plusMonths } from '../calendar/month.rules.ts'
import { loadHistory } from '../due/history.actions.ts'
import { loadRoutine } from '../instrument/instrument.actions.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import type { InstrumentVersion } from '../instrument/instrument.types.ts'
import type { Unreached, Writer } from '../people/people.actions.ts'
import type { Youth } from '../people/people.types.ts'
import { readRoom } from '../people/room.actions.ts'
import { decisionsOwed, marksOf, spellsOf, type Mark } from './decision.rules.ts'
import { declinesOn, scoredIn } from './decline.rules.ts'
import { listDecisions } from './judgement.store.ts'
import type { Decline, TakenPosition } from './judgement.types.ts'

export type Investigation = {
  readonly youth: Youth
  readonly instruments: readonly InstrumentVersion[]
  readonly declines: readonly Decline[]
  /** How many months judged down make one. */
  readonly declineMonths: number
  /** Those owed, up to the reminder. */
  readonly owed: readonly Mark[]
  /** Days of the present spell that a position can be taken for now. */
  readonly marks: readonly PlainDate[]
  /** The first day after those; null when nobody follows the youth up. */
  readonly nextMark: PlainDate | null
  readonly taken: readonly TakenPosition[]
  /** The day an investigation was opened in the present spell; null: none was. */
  readonly openedOn: PlainDate | null
}

export const readInvestigation = (pool: Pool, writer: Writer, youthId: string): Promise<Investigation | Unreached> =>
  readRoom(pool, writer, { youthId, action: 'followup.readInvestigation' }, async (tx, youth): Promise<Investigation | null> => {
    const { today } = writer
    const [history, routine, taken] = [await loadHistory(tx, youthId), await loadRoutine(tx), await listDecisions(tx, [youthId])]
    if (history === null) return null
    const instruments = await listInstruments(tx)
    const facts = { scored: scoredIn(history.assessments, instruments), judgements: history.judgements }
    const soon = daysLater(today, routine.decisionReminderDays)
    const spell = spellsOf(history.signals).findLast(({ fromOn, untilOn }) => fromOn <= today && (untilOn === null || today <= untilOn))
    const marks = spell === undefined ? [] : marksOf(spell, soon, routine)
    return {
      youth,
      instruments,
      declineMonths: routine.declineMonths,
      declines: declinesOn(history.signals, facts, today, routine),
      owed: decisionsOwed({ ...facts, signals: history.signals, decisions: taken }, soon, routine).filter(({ markOn }) =>
        marks.includes(markOn),
      ),
      marks: marks.filter((markOn) => !taken.some((one) => one.markOn === markOn)),
      nextMark: spell === undefined ? null : plusMonths(spell.fromOn, (marks.length + 1) * routine.decisionMonths),
      taken,
      openedOn: spell === undefined ? null : (taken.find(({ opens, decidedOn }) => opens && decidedOn >= spell.fromOn)?.decidedOn ?? null),
    }
  })
