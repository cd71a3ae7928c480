export { askedOf, figureAddress, raiseAddress } from './ask.rules.ts'
export { FigureWays } from './figure-ways.views.tsx'
export { every, type IndicatorTable } from './indicator.types.ts'
export { addFiguresPages } from './figures.routes.tsx'
export { readOutreachFigures, type OutreachFigures } from './figures.actions.ts'
export { readOutreachKnownAt } from './outreach-known.actions.ts'
export { figureChannels, type Grouping } from './figures.types.ts'
export { periodProblem } from './period.rules.ts'
export { dimensions, type Dimension, type IndicatorQuestion } from './indicator.types.ts'
export { indicatorNamed, indicatorNames, indicators, onTheDay, questionProblem, type IndicatorName } from './registry.rules.ts'
export { readIndicators, type AskedIndicator, type FigureNames, type ReadIndicator } from './indicator.actions.ts'
export { dimensionTexts, indicatorTitles, keyText, rowText } from './indicator.texts.ts'
export { countAgain, readAgain, showAgain, type ShownAgain, type Steps } from './again.actions.ts'
export {
  findPublishedFigures,
  publishedTable,
  publishFigure,
  publishTogether,
  readPresentWords,
  readPublished,
  type PublishProblem,
} from './published.actions.ts'
export { dropReference, readComparison, readPastReferences, readReferences, saveReference, type Compared } from './compare.actions.ts'
export type { Comparison, PastReference, Reference, ShownReference } from './reference.types.ts'
export { ReferenceForm } from './reference.forms.ts'
export { againText, causeText } from './again.texts.ts'
export type * from './published.types.ts'
export type { KnownAt } from './facts.types.ts'
export { suppressed } from './suppress.rules.ts'
export { cellKey, type Row, type Sum } from './indicator.types.ts'
export { figuresSettings } from './figures-settings.rules.ts'
export { HiddenNumber } from './outreach-number.views.tsx'
export { hiddenSign } from './figure.texts.ts'
export { chosenHalf, halfYears, type HalfYear } from './chosen-half.rules.ts'
