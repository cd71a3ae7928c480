export { addTransfersPages } from './transfers.routes.tsx'
export { TransfersCard } from './card.views.tsx'
export { readTransfersOf, type TransfersOfYouth } from './card.actions.ts'
export { tendTransfers } from './tend.actions.ts'
