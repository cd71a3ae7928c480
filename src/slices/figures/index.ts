export { addFiguresPages } from './figures.routes.tsx'
export { readOutreachFigures, type OutreachFigures } from './figures.actions.ts'
export { figureChannels, type Grouping } from './figures.types.ts'
export { periodProblem } from './period.rules.ts'
