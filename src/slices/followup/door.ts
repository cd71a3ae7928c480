/** The door of the module, as main hands it to the web. */
import type { SealedDoor } from '../access/index.ts'
import { heldBy, recordSealedDenial } from './members/members.actions.ts'

export const followupDoor: SealedDoor = {
  heldBy,
  recordDenial: recordSealedDenial,
  vault: { schema: 'followup', role: 'lots_followup', path: '/uppfoljning/fortsatt' },
}
