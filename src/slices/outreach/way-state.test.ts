/** What a row of uses says of a number: its last result, dead or alive, and how long it rests. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { wayStateFrom } from './way-state.rules.ts'
import type { WayUse } from './way-state.types.ts'

const ladder = { cooldownDays: { noAnswer: 1, wrongPerson: 30 } }
const used = (...heard: (readonly [day: number, said: WayUse['said']])[]): WayUse[] =>
  heard.map(([day, said]) => ({
    said,
    at: `2026-11-${String(day).padStart(2, '0')} 10:15:00+01`,
    on: `2026-11-${String(day).padStart(2, '0')}` as PlainDate,
  }))

describe('the state of a number', () => {
  it.each<[string, WayUse[], readonly [string | null, string | null, string | null]]>([
    ['never used', [], [null, null, null]],
    ['a letter sent says nothing', used([2, 'sent']), [null, null, null]],
    ['no answer: it rests a day', used([2, 'noAnswer']), ['noAnswer', null, '2026-11-03']],
    ['somebody else: it rests long', used([2, 'someoneElse']), ['wrongPerson', null, '2026-12-02']],
    ['it worked: it does not rest', used([2, 'noAnswer'], [5, 'reached']), ['worked', null, null]],
    ['dead since the first time', used([2, 'deadNumber'], [3, 'deadNumber']), ['dead', '2026-11-02', null]],
    ['alive again when the youth calls', used([2, 'deadNumber'], [9, 'reached']), ['worked', null, null]],
    ['dead by somebody’s word', used([2, 'noAnswer'], [4, 'dead']), ['dead', '2026-11-04', null]],
    ['revived by somebody’s word', used([2, 'deadNumber'], [4, 'revived']), [null, null, null]],
    ['an address that came back', used([2, 'returned']), ['returned', '2026-11-02', null]],
    ['not at home: the address stands', used([2, 'returned'], [3, 'notHome']), ['returned', '2026-11-02', null]],
    [
      'not even a no takes the death of the number away',
      used([2, 'deadNumber'], [3, 'noAnswer']),
      ['noAnswer', '2026-11-02', '2026-11-04'],
    ],
  ])('%s', (_, uses, [lastResult, deadOn, cooldownUntil]) => {
    expect(wayStateFrom(uses, ladder)).toMatchObject({ lastResult, deadOn, cooldownUntil })
  })

  it('is dead exactly when the last word on its life is death', () => {
    const said = fc.constantFrom<WayUse['said']>('noAnswer', 'reached', 'deadNumber', 'someoneElse', 'sent', 'revived', 'dead')
    const decides = new Set<WayUse['said']>(['reached', 'deadNumber', 'revived', 'dead'])
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), (heard) => {
        const { deadOn } = wayStateFrom(used(...heard.map((one, index) => [index + 1, one] as const)), ladder)
        const last = heard.findLast((one) => decides.has(one))
        expect(deadOn !== null).toBe(last === 'dead' || last === 'deadNumber')
      }),
    )
  })
})
