/** Who may do what, what a sign-in says, and how long it lasts: as tables with their edges. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles, type Actor, type Role } from '../../kernel/actor.ts'
import { mayDo, permissions, scopeOf } from '../../kernel/permission.ts'
import { readClaims } from './claims.rules.ts'
import { isFresh, sessionState, shippedLimits as limits, type SessionTimes } from './session.rules.ts'

const actor = (held: readonly Role[], unit: Actor['unit'] = null): Actor => ({ staffId: 'x', name: 'Prov', roles: held, unit })

describe('a role', () => {
  it('has the right to protected identities only when it is that role', () => {
    expect(roles.filter((role) => mayDo([role], 'protected.read'))).toEqual(['protectedHandler'])
  })
  it('that changes the organisation or its settings decides about no youth, and the other way round', () => {
    for (const role of roles) expect(mayDo([role], 'settings.edit') && mayDo([role], 'youth.decide')).toBe(false)
  })
  it('adds to another and takes nothing away', () => {
    fc.assert(
      fc.property(fc.subarray([...roles]), fc.constantFrom(...roles), fc.constantFrom(...permissions), (held, more, permission) => {
        expect(mayDo([...held, more], permission)).toBe(mayDo(held, permission) || mayDo([more], permission))
      }),
    )
  })
  it('is needed: nobody without one may do anything', () => {
    for (const permission of permissions) expect(mayDo([], permission)).toBe(false)
  })
})

describe('a scope', () => {
  const unit = { id: 7, name: 'Väst' }
  it.each([
    [['counsellor'], unit, { units: [7], mayReadProtected: false }],
    [['counsellor'], null, { units: [], mayReadProtected: false }],
    [['unitManager'], unit, { units: [7], mayReadProtected: false }],
    [['coordinator'], unit, { units: null, mayReadProtected: false }],
    [['systemCoordinator'], null, { units: null, mayReadProtected: false }],
    [['counsellor', 'coordinator'], unit, { units: null, mayReadProtected: false }],
    [['counsellor', 'protectedHandler'], unit, { units: null, mayReadProtected: true }],
  ] as const)('of %j in unit %j is %j', (held, own, scope) => {
    expect(scopeOf(actor(held, own))).toEqual(scope)
  })
})

describe('the claims of a sign-in', () => {
  const said = { municipality: '0180', name: ' Amina Lind ', roles: ['coordinator'], unit: 'Väst' }
  const read = { municipality: '0180', name: 'Amina Lind', roles: ['coordinator'], unit: 'Väst' }
  it.each([
    ['all of them', said, read],
    ['roles as a text', { ...said, roles: 'counsellor, coordinator' }, { ...read, roles: ['coordinator', 'counsellor'] }],
    ['roles that we do not know left out', { ...said, roles: ['root', 'coordinator', 5] }, read],
    ['no unit', { ...said, unit: undefined }, { ...read, unit: null }],
    ['no name', { ...said, name: 5 }, { ...read, name: 'Namnlös medarbetare' }],
  ])('are read: %s', (_, claims, value) => {
    expect(readClaims(claims)).toEqual({ granted: true, value })
  })
  it.each([
    ['no-municipality', { ...said, municipality: undefined }],
    ['no-municipality', { ...said, municipality: '180' }],
    ['no-municipality', { ...said, municipality: ['0180'] }],
    ['no-role', { ...said, roles: ['admin'] }],
    ['no-role', { ...said, roles: null }],
  ])('are refused: %s', (reason, claims) => {
    expect(readClaims(claims)).toEqual({ granted: false, reason })
  })
})

describe('a session', () => {
  const start = 1_800_000_000_000
  const times = (more: Partial<SessionTimes> = {}): SessionTimes => ({
    createdAt: start,
    lastSeenAt: start,
    authenticatedAt: start,
    endedAt: null,
    ...more,
  })
  it.each([
    ['alive', times(), limits.idleMs - 1],
    ['idle-too-long', times(), limits.idleMs],
    ['alive', times({ lastSeenAt: start + limits.absoluteMs - 5 }), limits.absoluteMs - 1],
    ['too-old', times({ lastSeenAt: start + limits.absoluteMs - 5 }), limits.absoluteMs],
    ['ended', times({ endedAt: start }), 1],
  ] as const)('is %s', (state, of, after) => {
    expect(sessionState(of, start + after, limits)).toBe(state)
  })
  it('is fresh for a protected record until the minute it no longer is', () => {
    expect([limits.freshMs - 1, limits.freshMs].map((after) => isFresh(times(), start + after, limits))).toEqual([true, false])
  })
})
