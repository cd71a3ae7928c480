/**
 * The outreach ladder (DOMAIN.md 5): what comes next with a youth, and when. The answer is days to compare with, never "late" or "today":
 * it stays true while days pass, until something new becomes known (ADR 0020).
 */
import { appointed } from './appointed.rules.ts'
import { ladderSteps, type ContactEvent, type LadderFacts, type LadderStep, type Standing } from './ladder.types.ts'
import { missingIn, roundUnderWay, turnsToYouth, type Round } from './round.rules.ts'
import type { LadderSettings } from './settings.rules.ts'
import { skipReason } from './skips.rules.ts'
import { lastDayToBegin, nextStepOf, skippedIn, type Planned } from './step.rules.ts'
import { agreementOf, attemptAt, openingAfter, quietAfter } from './voice.rules.ts'

/** A history as the ladder reads it: the youth's own last word, what has been tried since, what is still owed, and the round under way. */
type Reading = {
  readonly events: readonly ContactEvent[]
  readonly voice: ContactEvent | null
  readonly later: readonly ContactEvent[]
  readonly pending: Planned | null
  readonly round: Round
}

const rank = ({ reached, outcome }: ContactEvent): number => (outcome === 'declined' ? 2 : Number(reached))

/** The present period, in the order it happened. In one and the same minute the youth's own word comes last, and a no after that. */
const inOrder = ({ events, enteredOn }: LadderFacts): ContactEvent[] =>
  events.filter(({ on }) => on >= enteredOn).toSorted((a, b) => a.on - b.on || a.minute - b.minute || rank(a) - rank(b))

function readingOf(facts: LadderFacts, settings: LadderSettings): Reading {
  const events = inOrder(facts)
  const voiceAt = events.findLastIndex(({ reached }) => reached)
  const voice = events[voiceAt] ?? null
  const later = events.slice(voiceAt + 1)
  const agreement = voice === null ? null : agreementOf(voice, settings)
  const isOwed = agreement !== null && attemptAt(agreement, later) === null
  const entry = { fromOn: facts.enteredOn, steps: ladderSteps, attempts: later, waitsFor: 'us' } as const
  const opening = voice === null ? entry : openingAfter(voice, agreement, later, facts.bornOn, settings)
  const round = roundUnderWay(opening, settings, (step) => skipReason(step, facts, settings) === null)
  return { events, voice, later, pending: isOwed ? agreement : null, round }
}

const hasBegun = ({ nth, attempts }: Round): boolean => nth > 0 || attempts.some(turnsToYouth)

/**
 * Where outreach stands with a youth. Until `step.fromOn` we wait for `waitsFor`; from that day on it is for us (`waitsForOn`).
 * Without a step none on the ladder can be taken, and `skipped` says why.
 */
export function standingOf(facts: LadderFacts, settings: LadderSettings): Standing {
  const { events, voice, later, pending, round } = readingOf(facts, settings)
  const isEntry = voice === null && !hasBegun(round)
  const next = appointed(facts, pending, later, settings) ?? nextStepOf(round, isEntry, facts, settings)
  const isNo = voice?.outcome === 'declined'
  return {
    step: next?.step ?? null,
    waitsFor: next?.waitsFor ?? 'us',
    skipped: skippedIn(round, facts, settings),
    quiet: isNo && !hasBegun(round) ? quietAfter(voice.on, facts.bornOn, settings) : null,
    stoppedAnswering: voice !== null && !isNo && hasBegun(round),
    beginBy: !events.some(turnsToYouth) ? lastDayToBegin(facts.enteredOn, settings) : null,
    firstAttemptOn: events.find((event) => event.attempted && turnsToYouth(event))?.on ?? null,
    firstReachedOn: events.find(({ reached }) => reached)?.on ?? null,
  }
}

/** The steps that come after the next one in the round under way: what is still to be tried before it is done. */
export function stepsAhead(facts: LadderFacts, settings: LadderSettings): readonly LadderStep[] {
  const { pending, later, round } = readingOf(facts, settings)
  const missing = missingIn(round, settings, (step) => skipReason(step, facts, settings) === null)
  const next = appointed(facts, pending, later, settings)?.step.kind ?? missing[0]
  return missing.filter((step) => step !== next)
}
