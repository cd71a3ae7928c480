export { dueOf, missedOf } from './due.rules.ts'
export { dueTexts } from './due.texts.ts'
export {
  dueKinds,
  dueStandings,
  type DueItem,
  type DueKind,
  type DueStanding,
  type History,
  type Owed,
  type YouthDue,
} from './due.types.ts'
export { loadDue, loadHistories, loadHistory } from './history.actions.ts'
