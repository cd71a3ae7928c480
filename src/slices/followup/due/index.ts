export { dueOf, missedOf } from './due.rules.ts'
export { dueTexts } from './due.texts.ts'
export { dueKinds, dueStandings, type DueItem, type DueKind, type DueStanding, type History, type Owed } from './due.types.ts'
export { loadDue, loadHistories, loadHistory, type YouthDue } from './history.actions.ts'
