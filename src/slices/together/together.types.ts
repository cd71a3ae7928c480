/** What waits with schools and with others: counts of what the reader may see and do. Null where the reader has nothing to do with it. */
import type { RadarWaiting } from '../admissions/index.ts'
import type { NetworkWaiting } from '../network/index.ts'
import type { PreventionWaiting } from '../prevention/index.ts'
import type { WaitingReferrals } from '../referrals/index.ts'
import type { SteeringWaiting } from '../steering/index.ts'
import type { TransfersWaiting } from '../transfers/index.ts'
import type { TurningWaiting } from '../turning20/index.ts'

export type TogetherWaiting = {
  readonly notices: number | null
  readonly prevention: PreventionWaiting | null
  /** Null out of season too. */
  readonly radar: RadarWaiting | null
  readonly referrals: WaitingReferrals | null
  readonly transfers: TransfersWaiting | null
  readonly turning20: TurningWaiting | null
  readonly network: NetworkWaiting | null
  readonly steering: SteeringWaiting | null
}

/** The rooms, in the order they stand. */
export const schoolRooms = ['notices', 'prevention', 'radar', 'schools', 'lists'] as const
export const otherRooms = ['referrals', 'network', 'transfers', 'turning20', 'keys', 'steering'] as const
export type Room = (typeof schoolRooms)[number] | (typeof otherRooms)[number]
