export { addNetworkPages } from './network.routes.tsx'
export { askAtMeeting, bookNetworkMeeting, closeForgotten, closeNetworkMeeting } from './meeting.actions.ts'
export { addAgreement, addPartner } from './partner.actions.ts'
export type { PartnerContent } from './network.types.ts'
