export { addMessagingPages } from './messaging.routes.tsx'
export { MessagingCard } from './card.views.tsx'
export { readMessagingOf, type MessagingOfYouth } from './card.actions.ts'
