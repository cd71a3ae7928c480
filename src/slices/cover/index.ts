export { addCoverPages } from './cover.routes.tsx'
export { teamPaths } from './cover.paths.ts'
export { daysText } from './span.texts.ts'
export { readOwnCover, type OwnCover } from './team.actions.ts'
