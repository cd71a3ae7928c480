/** Taking back: whose, how soon, and with what reason. */
import { describe, expect, it } from 'vitest'
import { mayStrike, mayUndo, type LoggedContact } from './undo.rules.ts'

const logged: LoggedContact = { staffId: 'amina', loggedAtMs: 1_000_000, isStruck: false }
const reasonOf = (decision: { granted: true } | { granted: false; reason: string }) => (decision.granted ? null : decision.reason)

describe('undoing', () => {
  it.each([
    ['at once', {}, 'amina', 0, null],
    ['by a clock that is a little behind', {}, 'amina', -500, null],
    ['when the button goes', {}, 'amina', 10_000, null],
    ['with what the way there takes', {}, 'amina', 12_000, null],
    ['a moment later', {}, 'amina', 12_001, 'too-late'],
    ['by somebody else', {}, 'erik', 0, 'not-yours'],
    ['what nobody signed in logged', { staffId: null }, 'amina', 0, 'not-yours'],
    ['twice', { isStruck: true }, 'amina', 0, 'already-struck'],
  ] as const)('%s', (_, given, by, afterMs, reason) => {
    expect(reasonOf(mayUndo({ ...logged, ...given }, by, logged.loggedAtMs + afterMs))).toBe(reason)
  })
})

describe('striking', () => {
  it.each([
    ['one’s own', {}, 'amina', false, 'fel ungdom', null],
    ['a colleague’s', {}, 'erik', false, 'fel ungdom', 'not-yours'],
    ['a colleague’s, by a coordinator', {}, 'erik', true, 'fel ungdom', null],
    ['without a reason', {}, 'amina', false, '', 'say-why'],
    ['with three letters', {}, 'amina', false, 'fel', null],
    ['with two', {}, 'amina', false, 'nä', 'say-why'],
    ['in the word that stands for an undo', {}, 'amina', false, 'undo', 'say-why'],
    ['twice', { isStruck: true }, 'amina', true, 'fel ungdom', 'already-struck'],
  ] as const)('%s', (_, given, by, mayStrikeAny, why, reason) => {
    expect(reasonOf(mayStrike({ ...logged, ...given }, { by, mayStrikeAny, why }))).toBe(reason)
  })
})
