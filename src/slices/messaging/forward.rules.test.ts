/** When a letter by the forwarding route may be written. */
import { describe, expect, it } from 'vitest'
import { mayForwardTo, type ForwardedKey, type ForwardFacts } from './forward.rules.ts'

const facts: ForwardFacts = { isProtected: true, mayForward: true, isUnconfirmed: false, isOptedOut: false, isCovered: true }

describe('a forwarded letter', () => {
  it.each<[string, Partial<ForwardFacts>, ForwardedKey, string | null]>([
    ['to a protected youth', {}, 'firstLetter', null],
    ['where the municipality has not turned it on', { mayForward: false }, 'firstLetter', 'not-set'],
    ['to somebody who is not protected', { isProtected: false }, 'firstLetter', 'not-protected'],
    ['to somebody whose stay nobody has confirmed', { isUnconfirmed: true }, 'firstLetter', 'unconfirmed'],
    ['to somebody who has said no to letters', { isOptedOut: true }, 'furtherLetter', 'opted-out'],
    ['to somebody who is not covered', { isCovered: false }, 'studyCertificate', 'not-covered'],
    ['about turning 20, on the very day', { isCovered: false }, 'turning20', null],
  ])('%s', (_, given, key, reason) => {
    const decision = mayForwardTo({ ...facts, ...given }, key)
    expect(decision.granted ? null : decision.reason).toBe(reason)
  })
})
