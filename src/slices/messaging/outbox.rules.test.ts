/** What a person may decide about a message. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageStates, type MessageState } from './message.types.ts'
import { choicesFor, mayChoose, progressOf } from './outbox.rules.ts'
import { outboxChoices, type OutboxChoice } from './outbox.types.ts'

describe('the choices for a message', () => {
  it.each<[MessageState, string | null, readonly OutboxChoice[]]>([
    ['queued', null, ['cancel']],
    ['queued', 'folder-full', ['cancel']],
    ['sending', null, []],
    ['sent', null, []],
    ['delivered', null, []],
    ['unsure', 'no-answer', ['arrived', 'again', 'giveUp']],
    ['failed', 'channel-down', ['again']],
    ['failed', 'no-address', ['again']],
    ['failed', 'refused:http-400', []],
    ['failed', 'not-delivered', []],
    ['failed', 'given-up', []],
    ['failed', 'protected', []],
    ['cancelled', 'by-hand', []],
  ])('that is %s (%s): %j', (state, problem, choices) => {
    expect(choicesFor({ state, problem })).toEqual(choices)
  })
})

describe('a choice', () => {
  const unsure = { state: 'unsure', problem: 'no-answer', isProtected: false } as const
  it.each<[string, Parameters<typeof mayChoose>, string | null]>([
    ['of what is so', [unsure, 'unsure', 'again'], null],
    ['made from an older page', [{ ...unsure, state: 'sent' }, 'unsure', 'again'], 'somebody-else-first'],
    ['that the state does not have', [{ ...unsure, state: 'sent' }, 'sent', 'again'], 'somebody-else-first'],
    ['to send to somebody protected', [{ ...unsure, isProtected: true }, 'unsure', 'again'], 'protected'],
    ['to note that it got through to somebody protected', [{ ...unsure, isProtected: true }, 'unsure', 'arrived'], null],
  ])('%s', (_, given, reason) => {
    const decision = mayChoose(...given)
    expect(decision.granted ? null : decision.reason).toBe(reason)
  })

  it('never sends again what may have got through without a person saying so', () => {
    fc.assert(
      fc.property(fc.constantFrom(...messageStates), fc.constantFrom(...outboxChoices), fc.boolean(), (state, choice, isProtected) => {
        const decision = mayChoose({ state, problem: 'not-delivered', isProtected }, state, choice)
        if (decision.granted && choice === 'again') expect([state, isProtected]).toEqual(['unsure', false])
      }),
    )
  })
})

describe('progress', () => {
  it('counts as done what neither waits nor is under way', () => {
    expect(progressOf({ queued: 5, sending: 1, sent: 10, delivered: 20, failed: 2, unsure: 1, cancelled: 3 })).toEqual({
      all: 42,
      done: 36,
    })
  })
})
