/** What each role may do. A route names one of these, and the table below is what `docs/permissions.md` is generated from. */
import type { Actor, Role, Scope } from './actor.ts'

export const permissions = [
  'today.read',
  'worklist.read',
  'worklist.assign',
  'worklist.export',
  'worklist.share',
  'youth.read',
  'youth.correct',
  'youth.decide',
  'sources.read',
  'sources.answer',
  'sources.merge',
  'coverage.read',
  'organisation.read',
  'organisation.edit',
  'settings.edit',
  'rules.rehearse',
  'protected.read',
  'outreach.log',
  'outreach.strike',
  'messages.prepare',
  'messages.release',
  'templates.edit',
  'visits.make',
  'meetings.book',
  'questions.ask',
  'cover.read',
  'cover.edit',
  'figures.read',
  'figures.publish',
  'returns.read',
  'returns.deliver',
  'returns.profile',
  'survey.hand',
  'survey.read',
  'survey.edit',
  'measures.write',
  'measures.decide',
  'catalogue.edit',
  'plans.write',
  'coding.use',
  'coding.replay',
  'notices.read',
  'notices.decide',
  'notices.schools',
  'prevention.work',
  'radar.work',
  'radar.lists',
  'transfers.work',
  'transfers.keys',
  'turning20.work',
  'consents.write',
  'referrals.work',
  'network.read',
  'network.edit',
  'steering.read',
  'steering.raise',
  'steering.edit',
] as const
export type Permission = (typeof permissions)[number]

/**
 * What may be done in directed follow-up, which is sealed (OSL 26 kap. 1 §): no role of the sign-in gives any of it but the way in. The
 * module's own roles decide, in its own tables (ADR 0036). `followup.protected`: to be shown youths whose particulars are protected.
 */
export const sealedPermissions = [
  'followup.enter',
  'followup.read',
  'followup.register',
  'followup.contacts',
  'followup.assess',
  'followup.signal',
  'followup.judge',
  'followup.follow',
  'followup.rate',
  'followup.members',
  'followup.settings',
  'followup.protected',
] as const
export type SealedPermission = (typeof sealedPermissions)[number]

/** Whether the permission is one that the sealed module's own roles give. */
export const isSealed = (permission: string): permission is SealedPermission => sealedPermissions.some((one) => one === permission)

const everyone: readonly Permission[] = ['today.read', 'worklist.read', 'youth.read', 'youth.correct', 'network.read', 'steering.read']
/** What everybody who works with youths does: logs contacts, books meetings, asks, makes visits. */
const outreach: readonly Permission[] = [
  'outreach.log',
  'visits.make',
  'meetings.book',
  'questions.ask',
  'cover.read',
  'survey.hand',
  'notices.read',
  'prevention.work',
  'radar.work',
  'turning20.work',
  'consents.write',
  'referrals.work',
  // Whoever sees that something does not work may say so.
  'steering.raise',
]
/** What is agreed with a youth, and what is done. */
const plans: readonly Permission[] = ['plans.write', 'measures.write', 'coding.use']
const messages: readonly Permission[] = ['messages.prepare', 'messages.release']
const sources: readonly Permission[] = ['sources.read', 'sources.answer', 'sources.merge', 'coverage.read']
/** Figures, and the half-yearly return that is made from the same facts. */
const statistics: readonly Permission[] = ['figures.read', 'returns.read', 'returns.profile', 'survey.read']
const coordination: readonly Permission[] = ['worklist.assign', 'worklist.export', 'worklist.share', 'youth.decide', 'organisation.read']

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  coordinator: [
    ...everyone,
    ...outreach,
    ...plans,
    'outreach.strike',
    ...messages,
    ...coordination,
    ...sources,
    'templates.edit',
    'cover.edit',
    ...statistics,
    'figures.publish',
    'returns.deliver',
    'survey.edit',
    'measures.decide',
    'catalogue.edit',
    'coding.replay',
    'notices.decide',
    'notices.schools',
    'radar.lists',
    'transfers.work',
    'transfers.keys',
    'network.edit',
    'steering.edit',
  ],
  counsellor: [...everyone, ...outreach, ...plans, 'worklist.assign', 'messages.prepare'],
  unitManager: [
    ...everyone,
    ...outreach,
    ...plans,
    'outreach.strike',
    ...messages,
    'worklist.assign',
    'worklist.export',
    'worklist.share',
    'coverage.read',
    'organisation.read',
    'cover.edit',
    'figures.read',
    'survey.read',
    'measures.decide',
    'notices.decide',
    'transfers.work',
    'network.edit',
  ],
  systemCoordinator: [
    ...everyone,
    ...sources,
    'organisation.read',
    'organisation.edit',
    'settings.edit',
    'rules.rehearse',
    'templates.edit',
    ...statistics,
    'survey.edit',
    'catalogue.edit',
    'coding.replay',
    // Who may send, and with what: never what was sent.
    'notices.schools',
    // Lists are handed in whole; who stands in them is for others.
    'radar.lists',
    // Keys are exchanged between those who run the systems.
    'transfers.keys',
  ],
  // Protected identities are a right of its own: it comes with no export, and nobody has it by being something else.
  protectedHandler: [
    ...everyone,
    ...outreach,
    ...plans,
    'measures.decide',
    'outreach.strike',
    'worklist.assign',
    'youth.decide',
    'notices.decide',
    'transfers.work',
    // A broken control of a protected youth can be mended by nobody else, nor a file that holds one be fetched.
    'returns.read',
    'protected.read',
  ],
  // The way in to the sealed module, and nothing here.
  followup: [],
}

/** Whether somebody with the roles may do it. */
export const mayDo = (held: readonly Role[], permission: Permission): boolean => held.some((role) => granted[role].includes(permission))

/** Roles that see the whole municipality, whatever their unit. */
export const wholeMunicipality: ReadonlySet<Role> = new Set(['coordinator', 'systemCoordinator', 'protectedHandler'])

/** What the actor may see: the whole municipality for some roles, else the own unit; without a unit nothing. */
export function scopeOf({ roles, unit }: Actor): Scope {
  const all = roles.some((role) => wholeMunicipality.has(role))
  return { units: all ? null : unit === null ? [] : [unit.id], mayReadProtected: mayDo(roles, 'protected.read') }
}
