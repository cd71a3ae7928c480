/** Where an agreement stands on a day, and which of them somebody must be reminded of. */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Agreement, AgreementContent, AgreementState } from './network.types.ts'

export const shippedRemindDays = 90
const mostRemindDays = 365

/** Where an agreement stands on the day. It holds on its last day too. */
export function agreementState({ fromOn, lastOn, remindDays, endedOn }: Agreement, today: PlainDate): AgreementState {
  if (endedOn !== null && endedOn <= today) return 'ended'
  if (fromOn > today) return 'coming'
  if (lastOn === null) return 'inForce'
  if (lastOn < today) return 'ranOut'
  return dayOf(lastOn) - dayOf(today) <= remindDays ? 'runsOut' : 'inForce'
}

/** Whether an agreement that is not called off renews it and holds longer. Another agreement with the same partner, about something else, does not. */
export const isRenewed = (of: Agreement, all: readonly Agreement[]): boolean =>
  all.some(
    (other) =>
      other.renews === of.agreementId &&
      other.endedOn === null &&
      of.lastOn !== null &&
      (other.lastOn === null || other.lastOn > of.lastOn),
  )

/** The agreements to be renewed or called off, what ran out first. One that is renewed reminds nobody. */
export const needRenewal = <One extends Agreement>(all: readonly One[], today: PlainDate): One[] =>
  all
    .filter((one) => ['runsOut', 'ranOut'].includes(agreementState(one, today)) && !isRenewed(one, all))
    .toSorted((one, other) => (one.lastOn ?? '').localeCompare(other.lastOn ?? ''))

/** Those that a new one can renew: they end, and are not called off. */
export const canBeRenewed = <One extends Agreement>(all: readonly One[]): One[] =>
  all.filter(({ lastOn, endedOn }) => lastOn !== null && endedOn === null)

export type AgreementProblem = { readonly field: 'lastOn' | 'remindDays'; readonly problem: 'end-before-start' | 'remind-days' }

/** What is wrong with an agreement. */
export const agreementProblems = ({ fromOn, lastOn, remindDays }: AgreementContent): AgreementProblem[] => [
  ...(lastOn !== null && lastOn < fromOn ? [{ field: 'lastOn', problem: 'end-before-start' } as const] : []),
  ...(remindDays > mostRemindDays ? [{ field: 'remindDays', problem: 'remind-days' } as const] : []),
]
