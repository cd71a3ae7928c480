/** What an absence's summary counts, and what it counts apart. */
import { expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { byYouth, countedApart } from './summary.rules.ts'
import type { Happening, Told } from './summary.types.ts'

const on = '2026-11-20' as PlainDate
const attempt: Happening = { kind: 'attempt', channel: 'phone', outcome: 'noAnswer', occupation: null, by: 'Prov', on }
const left: Happening = { kind: 'left', reason: 'turned20', on }
const told = (subjectId: string, happening: Happening, isCovered: boolean): Told => ({
  subjectId,
  givenName: 'Prov',
  familyName: 'Provsson',
  isProtected: false,
  staff: null,
  happening,
  isCovered,
})

it('counts what was done with those outside the target group apart; who left is counted on the day that coverage ended', () => {
  const all = [
    told('a', attempt, true),
    told('b', attempt, false),
    told('b', { ...attempt, kind: 'reached' }, false),
    told('c', left, false),
  ]
  const { counts, outside } = countedApart(all)
  expect(outside).toBe(2)
  expect(counts).toMatchObject({ attempt: 1, reached: 0, left: 1 })
  // All of them are told youth by youth.
  expect(byYouth(all).map(({ happenings }) => happenings.length)).toEqual([1, 2, 1])
})
