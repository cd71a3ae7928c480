/** What has been heard of a statement: the same, something else, or nothing of it. */
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { occupations, type Occupation } from '../ladder/index.ts'
import { canTick, expiresUntil, sourceOf, verdictOf, type Verdict } from './expiry.rules.ts'
import type { Heard, HeardAnswer, HeardReply } from './expiry.types.ts'

const on = '2026-11-18' as PlainDate
const reply = (answer: HeardReply['answer']): HeardReply => ({ way: 'reply', id: `r-${answer}`, on, answer, since: null })
const asked = (receiver: HeardAnswer['receiver'], answer: HeardAnswer['answer']): HeardAnswer => ({
  way: 'question',
  id: `q-${receiver}-${answer}`,
  on,
  answer,
  since: null,
  receiver,
})
const contact: Heard = { way: 'contact', id: 'c', on, channel: 'phone', outcome: 'reached' }

describe('what was heard', () => {
  it.each<[Occupation, readonly Heard[], Verdict['kind'], string | null]>([
    ['work', [], 'silent', null],
    ['work', [contact], 'silent', null],
    ['work', [reply('working')], 'agrees', 'r-working'],
    ['work', [reply('studying')], 'differs', 'r-studying'],
    ['work', [reply('callMe')], 'silent', null],
    ['work', [reply('somethingElse')], 'silent', null],
    ['work', [reply('notNow')], 'silent', null],
    ['work', [reply(null)], 'silent', null],
    ['studies', [reply('studying')], 'agrees', 'r-studying'],
    ['studiesAbroad', [reply('studying')], 'differs', 'r-studying'],
    ['none', [reply('working')], 'differs', 'r-working'],
    ['work', [asked('employer', 'yes')], 'agrees', 'q-employer-yes'],
    ['work', [asked('employer', 'no')], 'differs', 'q-employer-no'],
    ['work', [asked('employer', 'unknown')], 'silent', null],
    // That the school does not have the youth says nothing of work.
    ['work', [asked('school', 'no')], 'silent', null],
    ['work', [asked('school', 'yes')], 'differs', 'q-school-yes'],
    ['studies', [asked('school', 'no')], 'differs', 'q-school-no'],
    ['other', [asked('otherActor', 'yes')], 'agrees', 'q-otherActor-yes'],
    ['none', [asked('school', 'no')], 'silent', null],
    ['work', [reply('working'), asked('employer', 'yes')], 'agrees', 'r-working'],
    ['work', [contact, reply('working')], 'agrees', 'r-working'],
    // One that says otherwise weighs more, in any order.
    ['work', [reply('working'), asked('employer', 'no')], 'differs', 'q-employer-no'],
    ['work', [asked('employer', 'no'), reply('working')], 'differs', 'q-employer-no'],
  ])('of %s: %j', (kind, heard, verdict, by) => {
    const found = verdictOf({ kind }, heard)
    expect([found.kind, found.kind === 'silent' ? null : found.by.id]).toEqual([verdict, by])
    expect(canTick({ kind }, heard)).toBe(verdict !== 'differs')
  })

  it('that nobody knew is never ticked', () => {
    for (const kind of occupations) expect(canTick({ kind }, [])).toBe(kind !== 'unknown')
    expect(verdictOf({ kind: 'unknown' }, [reply('working')]).kind).toBe('differs')
  })

  it('comes from the youth, or from the one who was asked', () => {
    expect([sourceOf(reply('working')), sourceOf(asked('school', 'yes')), sourceOf(asked('otherActor', 'yes'))]).toEqual([
      'youth',
      'school',
      'otherActor',
    ])
  })
})

it('lapses soon is within fourteen days', () => {
  expect(expiresUntil('2026-12-20' as PlainDate)).toBe('2027-01-03')
})
