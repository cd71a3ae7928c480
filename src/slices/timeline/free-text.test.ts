/** Whose words are whose to read: a table of what happened, with what is left of it for somebody who may do nothing else than read the youth. */
import { describe, expect, it } from 'vitest'
import { mayDo, permissions, type Permission } from '../../kernel/permission.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { asRead, isWithheld, mayReadGrounds } from './free-text.rules.ts'
import type { Entry, EntryKind, Happened } from './timeline.types.ts'

const name = { sv: 'Praktik', en: 'Practice' }
const words = 'Egna ord'
const manual = {
  kind: 'decision',
  factId: 1,
  value: 'covers',
  fromOn: null,
  untilOn: null,
  ground: words,
  by: 'Amina',
  saidAt: '',
  withdrawnAt: '',
  withdrawnGround: words,
  withdrawnBy: 'Amina',
} as const
const contact = {
  channel: 'phone',
  attempted: true,
  reached: true,
  outcome: 'reached',
  occupation: null,
  nextStep: null,
  nextOn: null,
} as const

const table: readonly (readonly [EntryKind, Permission, Happened])[] = [
  ['contact', 'outreach.log', { event: 'contact', detail: { ...contact, note: words, template: null } }],
  ['visit', 'outreach.log', { event: 'contact', detail: { ...contact, note: words, template: null } }],
  ['measure', 'measures.write', { event: 'measureProposed', detail: { name, plannedUntilOn: null, note: words } }],
  ['measure', 'measures.write', { event: 'measureBegan', detail: { name, plannedUntilOn: null, note: words } }],
  ['measure', 'measures.write', { event: 'placement', detail: { name, outcome: 'approved', ground: words } }],
  ['measure', 'measures.write', { event: 'offerDeclined', detail: { name, reason: null, note: words } }],
  ['plan', 'plans.write', { event: 'planVersion', detail: { number: 1, change: 'written', goal: words } }],
  ['decision', 'youth.decide', { event: 'manualSaid', detail: { manual } }],
  ['decision', 'outreach.log', { event: 'manualWithdrawn', detail: { manual } }],
  ['watch', 'outreach.log', { event: 'watchBegan', detail: { ground: words } }],
]
const anEntry = (kind: EntryKind, happened: Happened): Entry => ({
  kind,
  on: '2026-11-01' as PlainDate,
  at: null,
  by: 'Amina',
  struck: { by: 'Erik', why: words },
  ...happened,
})

describe('words of people’s own', () => {
  it.each(table)('of %s are for those with %s', (kind, permission, happened) => {
    const entry = anEntry(kind, happened)
    expect(asRead([entry], (one) => one === permission)).toEqual([entry])
    const others = permissions.filter((one) => !asRead([entry], (asked) => asked === one).includes(entry))
    const [left] = asRead([entry], (asked) => others.includes(asked))
    expect(JSON.stringify(left)).not.toContain(words)
    expect(left).toMatchObject({ kind, event: happened.event, by: 'Amina', struck: { by: 'Erik', why: '' } })
    expect(others).toContain('youth.read')
  })

  it('are withheld from nobody who works with youths, and from whoever looks after the system', () => {
    const heldFrom = (role: Parameters<typeof mayDo>[0][number]) => isWithheld((permission) => mayDo([role], permission))
    expect((['coordinator', 'counsellor', 'unitManager', 'protectedHandler', 'systemCoordinator'] as const).filter(heldFrom)).toEqual([
      'systemCoordinator',
    ])
    expect(mayReadGrounds((permission) => mayDo(['systemCoordinator'], permission))).toBe(false)
  })
})
