/** What has changed since a return was sent: youth by youth, each record once, and why. */
import { describe, expect, it } from 'vitest'
import { buildReturn } from './build.rules.ts'
import type { KnownChange } from './change.types.ts'
import { differingYouths, explainedDiff, type ReturnDiff } from './diff.rules.ts'
import { isRehearsalDue, rehearsalPause } from './rehearsal.rules.ts'
import { numberOf } from './receipt.rules.ts'
import { aContact, aMeasure, aPeriod, aProfile, aYouth, date, someFacts } from './returns.testbed.ts'
import type { ReturnYouth } from './returns.types.ts'

const recordsOf = (...youths: readonly Partial<ReturnYouth>[]) => buildReturn(someFacts(youths.map(aYouth)), aProfile()).records
const same = (personId: number): number => personId
const between = (before: Partial<ReturnYouth>, after: Partial<ReturnYouth>, known: readonly KnownChange[] = []): ReturnDiff =>
  explainedDiff(differingYouths(recordsOf(before), recordsOf(after), same), known)
const shown = ({ youths }: ReturnDiff): string[] =>
  youths.flatMap(({ changes }) =>
    changes.map(({ block, before, after, fields }) => `${block} ${before?.on ?? '+'} -> ${after?.on ?? '-'} ${fields.join(',')}`.trim()),
  )

describe('a difference', () => {
  it.each<[string, Partial<ReturnYouth>, Partial<ReturnYouth>, string[]]>([
    ['nothing', {}, {}, []],
    ['a contact added', {}, { contacts: [aContact('2026-02-01')] }, ['contact + -> 2026-02-01']],
    ['a contact struck', { contacts: [aContact('2026-02-01')] }, {}, ['contact 2026-02-01 -> -']],
    [
      'a contact that says something else',
      { contacts: [aContact('2026-02-01', 'c')] },
      { contacts: [aContact('2026-02-01', 'c', { occupation: 'none' })] },
      ['contact 2026-02-01 -> 2026-02-01 contactOccupation'],
    ],
    [
      'one struck and another written: two things',
      { contacts: [aContact('2026-02-01', 'c')] },
      { contacts: [aContact('2026-02-02', 'd')] },
      ['contact 2026-02-01 -> -', 'contact + -> 2026-02-02'],
    ],
    [
      'a period that begins on another day: one thing, and the day is on its other lines too',
      { measures: [aMeasure('2026-02-01')] },
      { periods: [aPeriod('2025-10-01')], measures: [aMeasure('2026-02-01')] },
      ['measureBegun 2026-02-01 -> 2026-02-01 registeredOn', 'youth 2025-09-01 -> 2025-10-01 registeredOn'],
    ],
    [
      'an exit on another day',
      { periods: [aPeriod('2025-09-01', '2026-03-01')] },
      { periods: [aPeriod('2025-09-01', '2026-03-05')] },
      ['exit 2026-03-01 -> 2026-03-05 exitOn'],
    ],
    ['a youth gone', {}, { periods: [aPeriod('2026-07-01')] }, ['youth 2025-09-01 -> -']],
  ])('of %s', (_, before, after, expected) => expect(shown(between(before, after))).toEqual(expected))

  it('counts what is added, gone and changed, and says why: late when it is new, corrected when it was known otherwise', () => {
    const before = { contacts: [aContact('2026-02-01', 'c')], periods: [aPeriod('2025-09-01', '2026-03-01')] }
    const after = { contacts: [aContact('2026-02-02', 'd')], periods: [aPeriod('2025-09-01', '2026-03-05')] }
    const known: KnownChange[] = [
      { personId: 1, kind: 'contact', added: 1, ended: 0 },
      { personId: 1, kind: 'registration', added: 1, ended: 1 },
      { personId: 1, kind: 'measure', added: 0, ended: 0 },
      { personId: 2, kind: 'death', added: 1, ended: 0 },
    ]
    const diff = between(before, after, known)
    expect(diff).toMatchObject({ added: 1, gone: 1, changed: 1 })
    expect(diff.youths[0]?.why).toEqual([
      { kind: 'contact', how: 'late' },
      { kind: 'registration', how: 'corrected' },
    ])
  })

  it('of records that were merged since is told of the one that was kept', () => {
    const two = recordsOf({ personId: 1 }, { personId: 2, periods: [aPeriod('2026-02-01')] })
    const one = recordsOf({ personId: 1, periods: [aPeriod('2025-09-01'), aPeriod('2026-02-01')] })
    expect(differingYouths(two, one, (personId) => (personId === 2 ? 1 : personId))).toEqual([])
  })
})

describe('a rehearsal', () => {
  const last = { onDay: date('2026-08-20'), edition: '7', secondsAgo: rehearsalPause }
  it.each<[string, Parameters<typeof isRehearsalDue>[0], string, string, boolean]>([
    ['never made', null, '2026-08-20', '7', true],
    ['made today, and nothing saved since', last, '2026-08-20', '7', false],
    ['made yesterday', last, '2026-08-21', '7', true],
    ['made a while ago, and something saved since', last, '2026-08-20', '8', true],
    ['made just now, and something saved since', { ...last, secondsAgo: rehearsalPause - 1 }, '2026-08-20', '8', false],
  ])('%s', (_, before, today, edition, isDue) => expect(isRehearsalDue(before, { today: date(today), edition })).toBe(isDue))
})

describe('a receipt', () => {
  it.each([
    [' SCB-2026/118 ', 'SCB-2026/118'],
    ['a'.repeat(60), 'a'.repeat(60)],
    ['a'.repeat(61), null],
    ['', null],
    ['-1', null],
    ['<b>1</b>', null],
    ['1\n2', null],
  ])('%j is %j', (written, number) => expect(numberOf(written)).toBe(number))
})
