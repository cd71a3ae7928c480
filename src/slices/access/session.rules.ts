/** How long a sign-in lasts. Instants are milliseconds since 1970. */

/** Idle: no request for so long. Absolute: since the sign-in, however busy. Fresh: recent enough to open a protected record. */
export type SessionLimits = { readonly idleMs: number; readonly absoluteMs: number; readonly freshMs: number }

const minute = 60_000
export const shippedLimits: SessionLimits = { idleMs: 30 * minute, absoluteMs: 10 * 60 * minute, freshMs: 10 * minute }

export type SessionTimes = {
  readonly createdAt: number
  readonly lastSeenAt: number
  readonly authenticatedAt: number
  readonly endedAt: number | null
}
export type SessionState = 'alive' | 'ended' | 'idle-too-long' | 'too-old'

/** Whether the sign-in still counts at the instant. */
export function sessionState({ createdAt, lastSeenAt, endedAt }: SessionTimes, at: number, limits: SessionLimits): SessionState {
  if (endedAt !== null) return 'ended'
  if (at - createdAt >= limits.absoluteMs) return 'too-old'
  return at - lastSeenAt >= limits.idleMs ? 'idle-too-long' : 'alive'
}

/** Whether the person showed who they are recently enough for a protected record. */
export const isFresh = ({ authenticatedAt }: SessionTimes, at: number, limits: SessionLimits): boolean =>
  at - authenticatedAt < limits.freshMs
