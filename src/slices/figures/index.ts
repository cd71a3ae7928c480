export { addFiguresPages } from './figures.routes.tsx'
export { readOutreachFigures, type OutreachFigures } from './figures.actions.ts'
export { readOutreachKnownAt } from './outreach-known.actions.ts'
export { figureChannels, type Grouping } from './figures.types.ts'
export { periodProblem } from './period.rules.ts'
export { dimensions, nothing, every, type Dimension, type IndicatorQuestion, type IndicatorTable } from './indicator.types.ts'
export {
  indicatorNamed,
  indicatorNames,
  indicators,
  onTheDay,
  questionProblem,
  type IndicatorName,
  type QuestionProblem,
} from './registry.rules.ts'
export { readIndicators, type FigureNames, type ReadIndicator } from './indicator.actions.ts'
export { dimensionTexts, indicatorTitles, keyText, rowText } from './indicator.texts.ts'
export { publishFigure, readAgain, readPublished, type PublishProblem } from './published.actions.ts'
export { againText } from './again.texts.ts'
export type * from './published.types.ts'
