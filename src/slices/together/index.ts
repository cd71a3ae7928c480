export { addTogetherPages } from './together.routes.tsx'
export { readTogetherWaiting } from './together.actions.ts'
export type { TogetherWaiting } from './together.types.ts'
export { waitingLines } from './waiting-lines.ts'
