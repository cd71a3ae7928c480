export { addRepliesPages } from './replies.routes.tsx'
export { RepliesCard } from './card.views.tsx'
export { readRepliesOf, type RepliesOfYouth } from './card.actions.ts'
