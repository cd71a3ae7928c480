/** What each role of the module gives, and who may give it to whom. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSealed, mayDo, permissions, sealedPermissions } from '../../../kernel/permission.ts'
import { roles as signInRoles } from '../../../kernel/actor.ts'
import { changedRoles, maySaveMember, permitsOf } from './members.rules.ts'
import { memberRoles, type Member, type MemberRole } from './members.types.ts'

describe('a role of the module', () => {
  const holders = (permit: (typeof sealedPermissions)[number]): readonly MemberRole[] =>
    memberRoles.filter((role) => permitsOf([role]).includes(permit))
  it.each([
    ['followup.read', ['authority', 'labourMarket', 'housing']],
    ['followup.contacts', ['authority', 'labourMarket', 'housing']],
    ['followup.register', ['authority']],
    ['followup.assess', ['authority']],
    ['followup.signal', ['authority']],
    ['followup.judge', ['authority']],
    ['followup.follow', ['labourMarket', 'housing']],
    ['followup.rate', ['housing']],
    ['followup.members', ['administrator']],
    ['followup.settings', ['administrator']],
    ['followup.protected', ['protectedReader']],
    ['followup.enter', memberRoles],
  ] as const)('%s is had by %j', (permit, expected) => {
    expect(holders(permit)).toEqual(expected)
  })
  it('gives each permission of the module, and none without a role but the way in', () => {
    expect(new Set(permitsOf(memberRoles))).toEqual(new Set(sealedPermissions))
    expect(permitsOf([])).toEqual(['followup.enter'])
  })
  it('is no permission of the other part, and no role of the sign-in gives one here', () => {
    expect(permissions.filter((one) => isSealed(one))).toEqual([])
    for (const permission of permissions) expect(mayDo(['followup'], permission)).toBe(false)
    expect(signInRoles).toContain('followup')
  })
})

const member = (staffId: string, roles: readonly MemberRole[], more: Partial<Member> = {}): Member => ({
  staffId,
  name: staffId,
  roles,
  active: true,
  version: 1,
  ...more,
})

describe('saving a member', () => {
  const members = [member('ada', ['administrator']), member('bo', []), member('cia', ['housing', 'protectedReader'])]
  const saved = (by: string, staffId: string, roles: readonly MemberRole[], more: { active?: boolean; version?: number } = {}) => {
    const decision = maySaveMember(by, { staffId, roles, active: true, version: 1, ...more }, members)
    return decision.granted ? 'saved' : decision.reason
  }
  it.each([
    ['a first role', 'ada', 'bo', ['housing'], {}, 'saved'],
    ['a second administrator', 'ada', 'bo', ['administrator'], {}, 'saved'],
    ['another version', 'ada', 'bo', ['housing'], { version: 2 }, 'stale'],
    ['nobody', 'ada', 'dan', ['housing'], {}, 'missing'],
    ['a role to oneself', 'ada', 'ada', ['administrator', 'authority'], {}, 'oneself'],
    ['oneself as before', 'ada', 'ada', ['administrator'], {}, 'saved'],
    ['the last administrator without the role', 'ada', 'ada', [], {}, 'last-administrator'],
    ['the last administrator shut out', 'ada', 'ada', ['administrator'], { active: false }, 'last-administrator'],
    ['protected youths without a process', 'ada', 'bo', ['protectedReader'], {}, 'protected-alone'],
    ['protected youths for an administrator alone', 'ada', 'bo', ['administrator', 'protectedReader'], {}, 'protected-alone'],
    ['protected youths with a process', 'ada', 'bo', ['housing', 'protectedReader'], {}, 'saved'],
    ['the process taken from a reader of protected', 'ada', 'cia', ['protectedReader'], {}, 'protected-alone'],
    ['a member shut out', 'ada', 'cia', ['housing', 'protectedReader'], { active: false }, 'saved'],
  ] as const)('%s', (_, by, staffId, roles, more, expected) => {
    expect(saved(by, staffId, roles, more)).toBe(expected)
  })
  it('gives what is new and takes what is gone, and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([...memberRoles]), fc.subarray([...memberRoles]), (before, after) => {
        const { given, taken } = changedRoles(before, after)
        expect(new Set([...before.filter((role) => !taken.includes(role)), ...given])).toEqual(new Set(after))
        expect(given.filter((role) => before.includes(role))).toEqual([])
      }),
    )
  })
  it('always leaves an administrator who is let in', () => {
    const role = fc.subarray([...memberRoles])
    fc.assert(
      fc.property(role, fc.boolean(), fc.constantFrom('ada', 'bo', 'cia'), (roles, active, staffId) => {
        const decision = maySaveMember('ada', { staffId, roles, active, version: 1 }, members)
        const after = members.map((one) => (one.staffId === staffId ? { ...one, roles, active } : one))
        if (decision.granted) expect(after.some((one) => one.active && one.roles.includes('administrator'))).toBe(true)
        else expect(decision.reason).not.toBe('stale')
      }),
    )
  })
})
