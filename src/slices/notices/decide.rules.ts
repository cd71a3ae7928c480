/** Who may decide what about a notice. The twin of the constraints in the database, and of what the gate lets out. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { DeskNotice, Wish } from './desk.types.ts'
import type { Event } from './notices.types.ts'

export type DecideRefusal =
  | 'decided'
  | 'annulled'
  | 'wiped'
  | 'unknown-person'
  | 'not-here'
  | 'protected'
  | 'own-municipality'
  | 'not-from-school'

type Decidable = Pick<DeskNotice, 'state' | 'residence' | 'isWiped' | 'origin'> & { readonly isProtected: boolean }

const maySay = ({ residence, isProtected, origin }: Decidable, wish: Wish, ownCode: string): Decision<null, DecideRefusal> => {
  switch (wish.outcome) {
    case 'accepted':
      // A fact is about somebody in the register who lives here; one with protected registration may wait for the stay to be confirmed.
      if (residence === 'unknown') return refuse('unknown-person')
      return residence === 'here' || residence === 'unconfirmed' ? grant(null) : refuse('not-here')
    case 'forwarded':
      if (isProtected) return refuse('protected')
      return wish.to === ownCode ? refuse('own-municipality') : grant(null)
    case 'answered':
      // The school has its notice with the municipality that sent it on, and would never see the answer here.
      if (origin === 'forwarded') return refuse('not-from-school')
      // "Another municipality" or "check the number" would say something of somebody whose whereabouts nobody is to be told.
      return isProtected && wish.answer !== 'contactUs' ? refuse('protected') : grant(null)
    case 'refused':
      return grant(null)
  }
}

/** Whether the wish can be carried out about the notice as it stands. `ownCode` is this municipality. */
export function mayDecide(notice: Decidable, wish: Wish, ownCode: string): Decision<null, DecideRefusal> {
  if (notice.state === 'annulled') return refuse('annulled')
  if (notice.state !== 'waiting') return refuse('decided')
  return notice.isWiped ? refuse('wiped') : maySay(notice, wish, ownCode)
}

export type UndoRefusal = 'nothing-to-undo' | 'annulled' | 'wiped' | 'delivered'

type Undoable = Pick<DeskNotice, 'state' | 'isWiped' | 'decision'>

/** Whether what was decided can be undone, so that the notice waits again. What agrees with a source would agree again; what has arrived is there. */
export function mayUndo({ state, isWiped, decision }: Undoable): Decision<null, UndoRefusal> {
  if (state === 'annulled') return refuse('annulled')
  if (decision === null || decision.outcome === 'agreed') return refuse('nothing-to-undo')
  if (isWiped) return refuse('wiped')
  return decision.deliveredAt === null ? grant(null) : refuse('delivered')
}

export type HandOverRefusal = 'nothing-to-hand-over' | 'annulled' | 'protected'

/** Whether somebody can say that the notice has been handed over to a municipality outside the installation. */
export function mayHandOver({ state, isProtected }: Pick<Decidable, 'state' | 'isProtected'>): Decision<null, HandOverRefusal> {
  if (state === 'annulled') return refuse('annulled')
  if (state !== 'handOver') return refuse('nothing-to-hand-over')
  return isProtected ? refuse('protected') : grant(null)
}

/** The event of a notice on the desk; null when a column that its kind has is not there, which the database refuses. */
export function eventOf(notice: DeskNotice): Event | null {
  const { kind, eventOn, fromOn, schoolType, educationCode, how, hours, schoolDid, reportedToCsn } = notice
  switch (kind) {
    case 'start':
      return schoolType === null ? null : { kind, startOn: eventOn, schoolType, educationCode }
    case 'end':
      return how === null ? null : { kind, lastDayOn: eventOn, how }
    case 'absence':
      if (fromOn === null || hours === null || reportedToCsn === null) return null
      return { kind, fromOn, untilOn: eventOn, hours, schoolDid, reportedToCsn }
  }
}
