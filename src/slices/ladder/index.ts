export type * from './ladder.types.ts'
export { agreedSteps, channels, dayParts, ladderSteps, occupations, outcomes, quietMoments, skipReasons } from './ladder.types.ts'
export { ladderShape, shippedLadder, standingOf, type LadderSettings } from './interim.ts'
