export { addTurning20Pages } from './turning20.routes.tsx'
export { Turning20Card } from './card.views.tsx'
export { readTurning20Of, type Turning20OfYouth } from './card.actions.ts'
export { askReceiver, readTurning, sayEnding, sayMark, sayReceiverAnswer, type TurningReader } from './turning20.actions.ts'
