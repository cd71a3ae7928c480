/** What an answer means, and what is enough to know who a question is about. */
import { describe, expect, it } from 'vitest'
import { channelOf, inOrder, keepsName, statedBy, tellsWho } from './questions.rules.ts'
import { answers, receiverKinds, shownFields, type ShownField } from './questions.types.ts'

describe('an answer', () => {
  it.each([
    ['school', 'yes', { occupation: 'studies', source: 'school' }],
    ['employer', 'yes', { occupation: 'work', source: 'employer' }],
    ['otherActor', 'yes', { occupation: 'other', source: 'otherActor' }],
  ] as const)('yes from %s is a fact with its source', (kind, answer, expected) => {
    expect(statedBy(kind, answer)).toEqual(expected)
  })
  it('that is no or unknown says nothing of what the youth does', () => {
    for (const kind of receiverKinds) for (const answer of answers.filter((one) => one !== 'yes')) expect(statedBy(kind, answer)).toBeNull()
  })
  it('is counted as the school’s or the network’s, and only another actor’s name is forgotten', () => {
    expect(receiverKinds.map(channelOf)).toEqual(['school', 'partner', 'partner'])
    expect(receiverKinds.map(keepsName)).toEqual([true, true, false])
  })
})

describe('what is shown', () => {
  const enough: readonly (readonly [readonly ShownField[], boolean])[] = [
    [[], false],
    [['givenName'], false],
    [['familyName'], false],
    [['birthDate'], false],
    [['givenName', 'birthYear'], false],
    [['familyName', 'birthYear'], false],
    [['birthYear', 'birthDate'], false],
    [['givenName', 'familyName'], true],
    [['givenName', 'birthDate'], true],
    [['familyName', 'birthDate'], true],
    [shownFields, true],
  ]
  it.each(enough)('%j tells who: %s', (shown, expected) => {
    expect(tellsWho(shown)).toBe(expected)
  })
  it('comes in its own order, each once, and nothing else', () => {
    expect(inOrder(['birthDate', 'givenName', 'address', 'givenName'])).toEqual(['givenName', 'birthDate'])
  })
})
