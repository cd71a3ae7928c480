import { describe, expect, it } from 'vitest'
import { assignmentFor, type AssignedNow } from './assignment.rules.ts'
import type { AssignTarget, KnownTarget } from './assignment.types.ts'

const now: AssignedNow = { version: 7, staffId: null, unitId: 1, isProtected: false }
const anna: AssignTarget = { kind: 'staff', staffId: 'anna' }
const known = (over: Partial<NonNullable<KnownTarget>> = {}): KnownTarget => ({
  isActive: true,
  unitId: 1,
  staffId: 'anna',
  mayReadProtected: false,
  ...over,
})
const unit = (unitId: number): [AssignTarget, KnownTarget] => [{ kind: 'unit', unitId }, known({ unitId, staffId: null })]
const everywhere = { units: null }
const inOne = { units: [1] }
const made = (staffId: string | null, unitId: number | null) => ({ granted: true, value: { kind: 'new', staffId, unitId } })
const same = { granted: true, value: { kind: 'same' } }
const refused = (reason: string) => ({ granted: false, reason })

describe('assigning', () => {
  it.each<[string, Parameters<typeof assignmentFor>, object]>([
    ['to a colleague, with the colleague’s unit', [everywhere, anna, known({ unitId: 2 }), now, 7], made('anna', 2)],
    ['to a colleague without a unit, where it is', [everywhere, anna, known({ unitId: null }), now, 7], made('anna', 1)],
    ['to a unit, with nobody in it yet', [everywhere, ...unit(2), { ...now, staffId: 'bo' }, 7], made(null, 2)],
    ['to nobody, where it is', [inOne, { kind: 'nobody' }, null, { ...now, staffId: 'bo' }, 7], made(null, 1)],
    ['a counsellor within the own unit', [inOne, anna, known(), now, 7], made('anna', 1)],
    ['a counsellor to another unit', [inOne, ...unit(2), now, 7], refused('outside-own-unit')],
    ['a counsellor to a colleague of another unit', [inOne, anna, known({ unitId: 2 }), now, 7], refused('outside-own-unit')],
    ['a counsellor to a colleague without a unit', [inOne, anna, known({ unitId: null }), now, 7], refused('outside-own-unit')],
    ['to somebody who has left', [everywhere, anna, known({ isActive: false }), now, 7], refused('not-active')],
    ['to somebody who is not there', [everywhere, anna, null, now, 7], refused('not-active')],
    ['from an old list', [everywhere, anna, known(), now, 6], refused('somebody-else-first')],
    ['from an old list, but as it already is', [everywhere, anna, known(), { ...now, staffId: 'anna' }, 6], same],
    [
      'a protected youth to one without the right',
      [everywhere, anna, known(), { ...now, isProtected: true }, 7],
      refused('no-right-to-protected'),
    ],
    [
      'a protected youth to one with it',
      [everywhere, anna, known({ mayReadProtected: true }), { ...now, isProtected: true }, 7],
      made('anna', 1),
    ],
    ['a protected youth to a unit', [everywhere, ...unit(2), { ...now, isProtected: true }, 7], made(null, 2)],
  ])('%s', (_, given, answer) => {
    expect(assignmentFor(...given)).toEqual(answer)
  })
})
