/** What each role of the module may do there, and who may give roles to whom. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { SealedPermission } from '../../../kernel/permission.ts'
import type { Member, MemberRole, MemberWish } from './members.types.ts'

const everybody: readonly SealedPermission[] = ['followup.read', 'followup.contacts']

const granted: Readonly<Record<MemberRole, readonly SealedPermission[]>> = {
  authority: [...everybody, 'followup.register', 'followup.assess', 'followup.signal', 'followup.judge'],
  labourMarket: [...everybody, 'followup.follow'],
  housing: [...everybody, 'followup.follow', 'followup.rate'],
  // Whoever gives roles and edits the instrument sees no youth by it.
  administrator: ['followup.members', 'followup.settings'],
  protectedReader: ['followup.protected'],
}

/** What the roles give. `followup.enter` is the sign-in's to give: whoever it lets in may open the first page and ask for a role. */
export const permitsOf = (roles: readonly MemberRole[]): readonly SealedPermission[] => [
  'followup.enter',
  ...new Set(roles.flatMap((role) => granted[role])),
]

export type MemberRefusal = 'stale' | 'missing' | 'oneself' | 'last-administrator' | 'protected-alone'

const isAdministrator = ({ active, roles }: Pick<Member, 'active' | 'roles'>): boolean => active && roles.includes('administrator')
const isProcess = (role: MemberRole): boolean => role === 'authority' || role === 'labourMarket' || role === 'housing'

/**
 * Whether a member may be saved so. Refused: `oneself` (an administrator who gives themselves a process, or the right to protected youths: two
 * persons are needed for that), `last-administrator` (nobody would be left to give roles), `protected-alone` (the right to protected youths
 * without a process to do it in), `stale` (somebody else saved first).
 */
export function maySaveMember(by: string, wish: MemberWish, members: readonly Member[]): Decision<Member, MemberRefusal> {
  const before = members.find(({ staffId }) => staffId === wish.staffId)
  if (before === undefined) return refuse('missing')
  if (before.version !== wish.version) return refuse('stale')
  const added = wish.roles.filter((role) => !before.roles.includes(role))
  if (by === wish.staffId && added.length > 0) return refuse('oneself')
  if (wish.roles.includes('protectedReader') && !wish.roles.some(isProcess)) return refuse('protected-alone')
  const others = members.filter(({ staffId }) => staffId !== wish.staffId)
  if (![...others, wish].some(isAdministrator)) return refuse('last-administrator')
  return grant(before)
}

/** Which roles are given and which are taken. */
export const changedRoles = (
  before: readonly MemberRole[],
  after: readonly MemberRole[],
): { readonly given: readonly MemberRole[]; readonly taken: readonly MemberRole[] } => ({
  given: after.filter((role) => !before.includes(role)),
  taken: before.filter((role) => !after.includes(role)),
})
