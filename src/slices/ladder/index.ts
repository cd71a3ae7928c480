export type * from './ladder.types.ts'
export { agreedSteps, channels, occupations, occupationStates, outcomes } from './ladder.types.ts'
export { isKnownOccupation, occupationKnownBy, occupationStateOn } from './occupation.rules.ts'
export {
  occupationAtRegistration,
  occupationSaidOn,
  occupationToldOn,
  registrationOccupations,
  type RegistrationOccupation,
  type SaidOccupation,
  type Told,
} from './registration.rules.ts'
export { turnsToYouth } from './round.rules.ts'
export { standingOf, stepsAhead } from './ladder.rules.ts'
export { monthsAfter, nextOf, partOfDay, workingDayFrom } from './days.rules.ts'
export { ladderSettingsFrom, ladderShape } from './settings.forms.ts'
export { shippedLadder, type DayHours, type LadderSettings, type MonthDay } from './settings.rules.ts'
export { lastDayToBegin } from './step.rules.ts'
export { stepTiming, suggestedCall, waitsForOn } from './timing.rules.ts'
export { quietAfter } from './voice.rules.ts'
export { ladderTexts } from './ladder.texts.ts'
export { quietText, skipText, stepName, stepText, suggestionText } from './step.texts.ts'
