export { addMeetingsPages } from './meetings.routes.tsx'
export { MeetingsCard } from './card.views.tsx'
export { readMeetingsOf, type MeetingsOfYouth } from './card.actions.ts'
