export { addSteeringPages } from './steering.routes.tsx'
export { raiseItem, takeStep } from './item.actions.ts'
export { adoptDraft, beginDraft, changePart, readDraft } from './plan.actions.ts'
export { readSteeringWaiting, type SteeringWaiting } from './waiting.actions.ts'
