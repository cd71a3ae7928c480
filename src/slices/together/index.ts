export { addTogetherPages } from './together.routes.tsx'
export { readTogetherWaiting } from './together.actions.ts'
export type { TogetherWaiting } from './together.types.ts'
export { waitingLines, type WaitingLine } from './waiting.rules.ts'
