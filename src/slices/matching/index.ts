export { defaultKind, fingerprintOf, type Delivery, type FetchedSchools, type Progress } from './delivery.actions.ts'
export { exitCodeOf, runFeed, runNightly, type NightSource, type RunPlace } from './matching.actions.ts'
export type * from './matching.types.ts'
export { hasInstants } from './run.store.ts'
