/** The words of those who work in directed follow-up: its own roles, which the sign-in knows nothing of. */

/** The three processes (seeds/000): myndighet, arbetsmarknad, boendedrift. */
export const processes = ['authority', 'labourMarket', 'housing'] as const
export type Process = (typeof processes)[number]

/** A member's roles: the processes, whoever gives roles and edits the instrument, and the right to be shown protected youths. */
export const memberRoles = [...processes, 'administrator', 'protectedReader'] as const
export type MemberRole = (typeof memberRoles)[number]

/** Somebody who has opened the module. Without a role nothing is shown to them. */
export type Member = {
  readonly staffId: string
  readonly name: string
  readonly roles: readonly MemberRole[]
  readonly active: boolean
  readonly version: number
}

/** What an administrator saves of a member. */
export type MemberWish = {
  readonly staffId: string
  readonly roles: readonly MemberRole[]
  readonly active: boolean
  readonly version: number
}

/** Who reads, and on which day: what every store function that reads youths is handed. `followup.seen` turns it into youths. */
export type Reader = { readonly staffId: string; readonly mayReadProtected: boolean; readonly today: string }
