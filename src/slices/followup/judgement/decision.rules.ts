/** The position every sixth month on opening an investigation: the days it falls on, when it is owed, and what stands in its way. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysLater, plusMonths } from '../calendar/month.rules.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { isConfirmed } from '../signals/signals.rules.ts'
import type { Signal } from '../signals/signals.types.ts'
import { declinesOn, type DeclineFacts, type DeclineRoutine } from './decline.rules.ts'
import type { Decline, InvestigationDecision } from './judgement.types.ts'

/** A time that the youth is followed up without a break, however many signals it takes; `untilOn` null: it goes on. Both days included. */
export type Spell = { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }

/** The spells of the youth's follow-up, the earliest first. A signal that begins on the day after another's stop carries the same spell on. */
export function spellsOf(signals: readonly Signal[]): Spell[] {
  const sorted = signals.filter(isConfirmed).toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
  return sorted.reduce<Spell[]>((spells, { fromOn, endedOn }) => {
    const last = spells.at(-1)
    if (last === undefined || (last.untilOn !== null && fromOn > daysLater(last.untilOn, 1)))
      return [...spells, { fromOn, untilOn: endedOn }]
    const untilOn = last.untilOn === null || endedOn === null ? null : last.untilOn > endedOn ? last.untilOn : endedOn
    return [...spells.slice(0, -1), { fromOn: last.fromOn, untilOn }]
  }, [])
}

export type Mark = { readonly markOn: PlainDate; readonly declines: readonly Decline[] }
export type DecisionRoutine = DeclineRoutine & Pick<Routine, 'decisionMonths' | 'decisionReminderDays'>

/** Every sixth month from the spell's first day, up to the day and before the spell's last. Counted from the first day each time: 31 August, 28 February, 31 August. */
export function marksOf({ fromOn, untilOn }: Spell, until: PlainDate, { decisionMonths }: Pick<Routine, 'decisionMonths'>): PlainDate[] {
  const found: PlainDate[] = []
  for (let n = 1; ; n++) {
    const markOn = plusMonths(fromOn, n * decisionMonths)
    if (markOn > until || (untilOn !== null && markOn >= untilOn)) return found
    found.push(markOn)
  }
}

export type DecisionFacts = DeclineFacts & { readonly signals: readonly Signal[]; readonly decisions: readonly InvestigationDecision[] }

/** Whether an investigation was opened in the spell: that answers all of its marks. */
const isOpened = (decisions: readonly InvestigationDecision[], { fromOn, untilOn }: Spell): boolean =>
  decisions.some(({ opens, decidedOn }) => opens && decidedOn >= fromOn && (untilOn === null || decidedOn <= untilOn))

/**
 * The positions that are owed or were, on marks up to the day, and that nobody has taken: where a decline goes on at the mark, in a spell in which no
 * investigation was opened. A mark without a decline asks for nothing; the next is six months later, and earlier is always allowed.
 */
export function decisionsOwed({ signals, decisions, ...facts }: DecisionFacts, until: PlainDate, routine: DecisionRoutine): Mark[] {
  const unopened = spellsOf(signals).filter((spell) => !isOpened(decisions, spell))
  return unopened.flatMap((spell) =>
    marksOf(spell, until, routine)
      .filter((markOn) => !decisions.some((one) => one.markOn === markOn))
      .map((markOn) => ({ markOn, declines: declinesOn(signals, facts, markOn, routine) }))
      .filter(({ declines }) => declines.length > 0),
  )
}

export type DecideRefusal = 'not-followed' | 'no-ground' | 'not-a-mark' | 'mark-ahead' | 'already-decided' | 'already-open'

/**
 * Whether the position may be taken today: on a mark that has come or comes within the reminder, or earlier than any (`markOn` null) because it is
 * needed. Refused: `not-followed` (nobody follows the youth up), `not-a-mark`, `mark-ahead`, `already-decided`, `already-open` (an investigation
 * was opened in the same spell), `no-ground`.
 */
export function mayDecide(
  { markOn, ground }: { readonly markOn: PlainDate | null; readonly ground: string },
  { signals, decisions }: Pick<DecisionFacts, 'signals' | 'decisions'>,
  today: PlainDate,
  routine: DecisionRoutine,
): Decision<null, DecideRefusal> {
  const spell = spellsOf(signals).findLast(({ fromOn, untilOn }) => fromOn <= today && (untilOn === null || today <= untilOn))
  if (spell === undefined) return refuse('not-followed')
  if (ground.trim() === '') return refuse('no-ground')
  if (isOpened(decisions, spell)) return refuse('already-open')
  if (markOn === null) return grant(null)
  if (markOn > daysLater(today, routine.decisionReminderDays)) return refuse('mark-ahead')
  if (!marksOf(spell, markOn, routine).includes(markOn)) return refuse('not-a-mark')
  return decisions.some((one) => one.markOn === markOn) ? refuse('already-decided') : grant(null)
}
