export { lives, scopeLives, scopeRoots } from './life.store.ts'
export { now, type AsOf, type PersonLife } from './life-row.store.ts'
export { applyAndMark, clearPending, markAllIfRulesChanged, markPersons } from './pending.store.ts'
export { savePeriods } from './period.store.ts'
export { applyNumberChanges, resolveNumbers } from './identity.store.ts'
export { mergePersons, unmergePersons } from './merge.actions.ts'
export { explainPerson, periodsSeenOn, registerLines, type ExplainedPerson } from './register.actions.ts'
export { findPerson } from './person.store.ts'
export { sayNotSame, takeBackNotSame } from './not-same.store.ts'
export { listDuplicateCandidates, type DuplicateCandidate } from './duplicates.store.ts'
export { explainYouth, type ExplainedYouth } from './youth.actions.ts'
export type {
  AddressRecord,
  CredentialRecord,
  EnrolmentRecord,
  ManualKind,
  ManualRecord,
  PersonRecords,
} from './one-life.store.ts'
