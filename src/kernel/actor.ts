/** Who is at work, and what of the register that person may see. */

/**
 * Roles come as claims from the municipality's own sign-in. `followup` is let in to directed follow-up and gives nothing at all besides: what
 * may be done there is for that module's own roles (ADR 0036).
 */
export const roles = ['coordinator', 'counsellor', 'unitManager', 'systemCoordinator', 'protectedHandler', 'followup'] as const
export type Role = (typeof roles)[number]

/**
 * What a reader may see, handed to every store function that reads persons: whose units (null: the whole municipality),
 * and whether persons with protected identity are among them. It is applied in SQL (`worklist.seen`).
 */
export type Scope = { readonly units: readonly number[] | null; readonly mayReadProtected: boolean }

/** A signed-in member of staff. `staffId` is random and says nothing. */
export type Actor = {
  readonly staffId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly unit: { readonly id: number; readonly name: string } | null
}
