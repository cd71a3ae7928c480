/**
 * What a school can learn. Whatever it sends, looks up and takes back, and whatever the municipality does meanwhile, everything it is answered about a
 * pupil whom we know, protect, have seen move or die is letter for letter, header for header and statement for statement what it is answered about one
 * whom nobody has heard of. Statements stand for time: a look-up that somebody puts before the answer is one that the other pupil does not have, or one
 * that asks outside `notices`, and fails here on any machine.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anna, hidden, moved, type NoticeTown } from './notices.testbed.ts'
import { alike, known, schoolDoes, unwatch, watch, weDo } from './same-answer.testbed.ts'

let town: NoticeTown
beforeAll(async () => {
  town = await watch()
})
afterAll(unwatch)

const steps = fc.array(fc.constantFrom(...Object.keys(schoolDoes), ...Object.keys(weDo)), { minLength: 3, maxLength: 9 })

describe('whoever the pupil is', () => {
  /** What has leaked, or nearly: each would be told by another answer the second time. */
  it.each([
    ['told twice', ['sendsEnd', 'sendsEnd', 'looksUp', 'looksThrough']],
    ['refused and forgotten, told again', ['sendsEnd', 'refuse', 'aHundredDaysPass', 'sendsEnd', 'looksUp', 'looksThrough', 'sendsEnd']],
    ['accepted and remembered, told again', ['sendsEnd', 'accept', 'aHundredDaysPass', 'sendsEnd', 'tick', 'looksUp', 'looksThrough']],
    ['sent on, and told there', ['sendsEnd', 'sendOn', 'tellsTheOther', 'looksUpAtTheOther', 'annulsAtTheOther', 'annuls']],
    ['accepted and taken back twice', ['sendsEnd', 'accept', 'annuls', 'annuls', 'tick', 'looksUp', 'sendsEnd']],
  ])('%s', async (_, does) => {
    expect.hasAssertions()
    for (const pupil of [
      [anna, 'Anna'],
      [hidden, 'Hemliga'],
      [moved, 'Flytt'],
    ] as const)
      await alike(pupil, does)
  })

  it('all that can be done, in any order, is answered alike', async () => {
    await fc.assert(fc.asyncProperty(known, steps, alike), { numRuns: 25 })
    expect(town.site.reported).toEqual([])
  })
})
