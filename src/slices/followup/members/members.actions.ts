/** Who works in the module: noting them as they come, and giving and taking roles, each with its line in the module's log. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import { inTransaction, singly, type Pool, type Tx } from '../../../platform/db/tx.ts'
import type { SealedPermission } from '../../../kernel/permission.ts'
import { change, followupLog } from '../log.ts'
import { changedRoles, maySaveMember, permitsOf, type MemberRefusal } from './members.rules.ts'
import { giveRole, holdMembers, knowsMember, listMembers, listRolesNow, noteMember, saveMemberRow, takeRole } from './members.store.ts'
import type { Member, MemberRole, MemberWish } from './members.types.ts'

/** What the module's own roles give somebody whom the sign-in lets in. */
export const heldBy = async (sealed: Pool, staffId: string): Promise<readonly SealedPermission[]> =>
  permitsOf(await listRolesNow(singly(sealed), staffId))

/** Somebody tried what their roles here do not allow. */
export const recordSealedDenial = (sealed: Pool, staffId: string, permit: SealedPermission): Promise<unknown> =>
  inTransaction(
    sealed,
    (tx) => followupLog.write(tx, { actor: staffId, action: 'followup.deny', outcome: 'denied', detail: { permit } }),
    'lots_followup',
  )

/** Notes somebody who opens the module for the first time, or under a new name, so that an administrator can give them a role. */
export async function noteVisitor(sealed: Pool, staffId: string, name: string): Promise<void> {
  if (await knowsMember(singly(sealed), staffId, name)) return
  await change(sealed, { actor: staffId, action: 'followup.noteMember' }, async (tx) => grant(await noteMember(tx, staffId, name)))
}

/** Everybody who has opened the module. */
export const readMembers = (sealed: Pool): Promise<Member[]> => inTransaction(sealed, listMembers, 'lots_followup')

async function applyWish(tx: Tx, by: string, wish: MemberWish, before: Member): Promise<void> {
  const { given, taken } = changedRoles(before.roles, wish.roles)
  for (const role of taken) await takeRole(tx, wish.staffId, role, by)
  for (const role of given) await giveRole(tx, wish.staffId, role, by)
  await saveMemberRow(tx, wish)
}

/** Gives and takes roles, shuts somebody out or lets them in again. Refused as the rule says. */
export const saveMember = (sealed: Pool, by: string, wish: MemberWish): Promise<Decision<string, MemberRefusal>> =>
  change<string, MemberRefusal>(
    sealed,
    { actor: by, action: 'followup.saveMember', detail: { member: wish.staffId, roles: wish.roles, active: wish.active } },
    async (tx) => {
      await holdMembers(tx)
      const decision = maySaveMember(by, wish, await listMembers(tx))
      if (!decision.granted) return refuse(decision.reason)
      await applyWish(tx, by, wish, decision.value)
      return grant(wish.staffId)
    },
  )

/** From outside, by whoever runs the installation: the first administrator, and the demo's members. Roles are added, none is taken. */
export const appoint = (
  pool: Pool,
  {
    staffId,
    name,
    roles,
    by,
  }: { readonly staffId: string; readonly name: string; readonly roles: readonly MemberRole[]; readonly by: string },
): Promise<Decision<string, never>> =>
  change<string, never>(pool, { actor: by, action: 'followup.appoint', detail: { member: staffId, roles } }, async (tx) => {
    await noteMember(tx, staffId, name)
    const before = await listRolesNow(tx, staffId)
    for (const role of changedRoles(before, roles).given) await giveRole(tx, staffId, role, by)
    return grant(staffId)
  })
