/** Stands in until the ladder's rules are here (replaced by the ladder's own files). */
import { z } from 'zod'
import type { LadderFacts, Standing } from './ladder.types.ts'

export const shippedLadder = { cooldownDays: { noAnswer: 1, wrongPerson: 30 } }
export type LadderSettings = typeof shippedLadder
export const ladderShape = z.object({ cooldownDays: z.object({ noAnswer: z.int(), wrongPerson: z.int() }) })
export const standingOf = ({ enteredOn }: LadderFacts, _: LadderSettings): Standing => ({
  step: { kind: 'letter', nth: 1, of: 1, fromOn: enteredOn, dueOn: enteredOn, agreed: null, avoidWeekdays: [], avoidParts: [], withSms: false },
  waitsFor: 'us',
  skipped: [],
  quiet: null,
  stoppedAnswering: false,
  beginBy: null,
  firstAttemptOn: null,
  firstReachedOn: null,
})
