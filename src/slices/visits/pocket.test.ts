/** What is carried, what is pressed without a network, and what the house's answer does to it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { addressLine, nextStop, pocketOf } from './pocket.rules.ts'
import { baseFor, picked, pressed, type Press } from './press.rules.ts'
import { afterAnswer, isGoodCode, isPast, shownPocket, withChange, type Carried } from './queue.rules.ts'
import { aChange, blank } from './visits.testbed.ts'
import type { Conflict, Pocket, PocketStop, Round, VisitFields } from './visits.types.ts'

const minute = 60_000
const now = 30_000_000 * minute + 12_345
const onMinute = 30_000_000 * minute
const member = { id: 'x', name: 'X', phone: '+46701740605', isReachable: true }
const round = {
  roundId: 'r',
  area: 'Lövsta',
  on: date('2026-11-26'),
  startsAt: '13:00',
  endsAt: '16:00',
  wipeAtMs: 99,
  first: member,
  second: member,
  watch: member,
}
const stop = {
  id: 1,
  stopId: 's1',
  personId: 7,
  subjectId: 'ungdom',
  givenName: 'Alma',
  familyName: 'Ek',
  street: 'Storgatan 1',
  postalCode: '123 45',
  locality: 'Provstad',
  unitId: 1,
  place: 1,
  plannedAt: '13:00',
  contactId: null,
  version: 1,
  isAnnounced: false,
  card: null,
  ...blank,
}

describe('the pocket', () => {
  const pocket = pocketOf({
    round: round as unknown as Round,
    stops: [stop],
    conflicts: [],
    settings: { minutesInside: 45, minutesAfterEnd: 30 },
  })

  it('holds name, address, time and what is written, and nothing else', () => {
    expect(pocket).toEqual({
      roundId: 'r',
      area: 'Lövsta',
      on: '2026-11-26',
      startsAt: '13:00',
      endsAt: '16:00',
      wipeAt: 99,
      minutesInside: 45,
      crew: ['X', 'X', 'X'],
      stops: [
        {
          stopId: 's1',
          name: 'Alma Ek',
          address: 'Storgatan 1, 123 45 Provstad',
          plannedAt: '13:00',
          why: 'no-card',
          version: 1,
          fields: blank,
        },
      ],
      conflicts: [],
    })
    expect(JSON.stringify(pocket)).not.toMatch(/ungdom|46701740605|personId/)
  })

  it.each([
    [{ street: 'Gatan 1', postalCode: '123 45', locality: 'Stad' }, 'Gatan 1, 123 45 Stad'],
    [{ street: 'Gatan 1', postalCode: '', locality: '' }, 'Gatan 1'],
    [{ street: '', postalCode: '123 45', locality: '' }, '123 45'],
  ])('writes %j on one line', (address, line) => {
    expect(addressLine(address)).toBe(line)
  })

  it('is over at 23:59, to the millisecond', () => {
    expect([isPast({ wipeAt: 99 }, 98), isPast({ wipeAt: 99 }, 99)]).toEqual([false, true])
  })

  it.each([
    ['the first without a result', [blank, blank], 0],
    ['where somebody is inside, whatever comes before', [blank, { ...blank, checkedInAt: 1 }], 1],
    ['the next when one is done', [{ ...blank, result: 'notMade' }, blank], 1],
    ['none when all are', [{ ...blank, result: 'notMade' }], null],
  ] as const)('leads to %s', (_, fields, index) => {
    const stops = fields.map((one, at) => ({ stopId: String(at), fields: one }) as unknown as PocketStop)
    expect(nextStop({ stops })?.stopId ?? null).toBe(index === null ? null : String(index))
  })
})

describe('a press', () => {
  const at = (base: VisitFields = blank, lateAt: number | null = null) => ({ base, now, lateAt })
  const press = (act: Press['act'], more: Partial<Press> = {}): Press => ({ act, result: undefined, note: '', ...more })
  const inside = { ...blank, checkedInAt: onMinute - 20 * minute }

  it.each<[string, Press, VisitFields, object | string]>([
    ['checks in on the minute', press('in'), blank, { checkedInAt: onMinute }],
    ['undoes a check-in', press('undo-in'), inside, { checkedInAt: null }],
    ['undoes both', press('undo-in'), { ...inside, checkedOutAt: onMinute }, { checkedInAt: null, checkedOutAt: null }],
    ['checks out', press('out'), inside, { checkedOutAt: onMinute }],
    [
      'checks out no earlier than in, whatever the clock says',
      press('out'),
      { ...blank, checkedInAt: onMinute + minute },
      { checkedOutAt: onMinute + minute },
    ],
    ['saves and checks out', press('save-out', { result: 'notHome' }), inside, { checkedOutAt: onMinute, result: 'notHome' }],
    [
      'saves a note with it',
      press('save-out', { result: 'notHome', note: 'Tyst' }),
      inside,
      { checkedOutAt: onMinute, result: 'notHome', note: 'Tyst' },
    ],
    [
      'saves, and checks in too, when nobody had',
      press('save-out', { result: 'reached' }),
      blank,
      { checkedInAt: onMinute, checkedOutAt: onMinute, result: 'reached' },
    ],
    ['says that nobody went', press('skip', { note: 'Snö' }), blank, { result: 'notMade', note: 'Snö' }],
    [
      'changes a result later',
      press('save', { result: 'reached' }),
      { ...inside, checkedOutAt: onMinute, result: 'notHome' },
      { result: 'reached' },
    ],
    [
      'changes nothing when nothing differs',
      press('save', { result: 'notHome' }),
      { ...inside, checkedOutAt: onMinute, result: 'notHome' },
      {},
    ],
    ['asks how it went', press('save-out'), inside, 'choose-result'],
  ])('%s', (_, given, base, fields) => {
    expect(pressed(given, at(base))).toEqual(fields)
  })

  it('on a later day says that the visit was made when it was planned', () => {
    const late = onMinute - 20 * 60 * minute
    expect(pressed(press('save', { result: 'notHome' }), at(blank, late))).toEqual({
      checkedInAt: late,
      checkedOutAt: late,
      result: 'notHome',
    })
    expect(pressed(press('save', { result: 'notMade' }), at(blank, late))).toEqual({ result: 'notMade' })
    expect(pressed(press('save', { result: 'notHome' }), at({ ...blank, checkedInAt: late + minute }, late))).toEqual({
      checkedOutAt: late + minute,
      result: 'notHome',
    })
  })

  it('is made from the fields as they were, and no others', () => {
    expect(baseFor({ result: 'notHome', note: 'x' }, { ...inside, note: 'före' })).toEqual({ result: null, note: 'före' })
  })

  it('on a conflict picks field by field, and what is in force where nothing was picked', () => {
    const theirs = { ...inside, result: 'notHome', note: 'deras' } as const
    expect(picked({ result: 'reached', note: 'min' }, theirs, { result: 'mine', note: 'theirs' })).toEqual({
      result: 'reached',
      note: 'deras',
    })
    expect(picked({ result: 'reached' }, theirs, {})).toEqual({ result: 'notHome' })
  })
})

describe('without a network', () => {
  const stops = ['s1', 's2'].map((stopId): PocketStop => ({
    stopId,
    name: stopId,
    address: '',
    plannedAt: null,
    why: null,
    version: 1,
    fields: blank,
  }))
  const pocket = { stops, conflicts: [] as readonly Conflict[] } as unknown as Pocket
  const carried: Carried = { pocket, queue: [], problems: {} }
  const first = aChange('s1', { checkedInAt: onMinute })
  const second = aChange('s1', { result: 'notHome', note: 'x' })
  const other = aChange('s2', { result: 'notMade' })
  const written = [first, second, other].reduce(withChange, carried)

  it('what was written is what is shown', () => {
    expect(shownPocket(written).stops.map(({ fields }) => fields)).toEqual([
      { ...blank, checkedInAt: onMinute, result: 'notHome', note: 'x' },
      { ...blank, result: 'notMade' },
    ])
    expect(pocket.stops[0]?.fields).toEqual(blank)
  })

  it('a conflict that was chosen about is not asked again', () => {
    const conflict = { changeId: 'c', stopId: 's1', byName: 'Bo', mine: { note: 'a' } }
    const with1 = { ...carried, pocket: { ...pocket, conflicts: [conflict] } }
    expect(shownPocket(with1).conflicts).toHaveLength(1)
    expect(shownPocket(withChange(with1, aChange('s1', { note: 'a' }, { settles: 'c' }))).conflicts).toEqual([])
  })

  it('what the house took in is dropped, what it did not is kept with the reason, and what came meanwhile waits', () => {
    const later = aChange('s2', { note: 'senare' })
    const fresh = { ...pocket, area: 'nytt' }
    const found = afterAnswer(withChange(written, later), {
      answers: [
        { changeId: first.changeId, outcome: 'saved' },
        { changeId: second.changeId, outcome: 'conflict' },
        { changeId: other.changeId, outcome: 'no-card' },
        { changeId: 'okänd', outcome: 'missing' },
      ],
      pocket: fresh,
    })
    expect(found).toEqual({ pocket: fresh, queue: [other, later], problems: { [other.changeId]: 'no-card' } })
  })

  it('a youth that the house no longer shows is gone, and a round that is over stays until all is sent', () => {
    const one = { ...pocket, stops: stops.slice(1) }
    expect(shownPocket(afterAnswer(written, { answers: [], pocket: one })).stops.map(({ stopId }) => stopId)).toEqual(['s2'])
    expect(afterAnswer(written, { answers: [], pocket: null })).toEqual({ ...written, problems: {} })
  })

  it('an answer heard twice changes nothing the second time', () => {
    const answers = fc.subarray([first, second, other]).map((some) => some.map(({ changeId }) => ({ changeId, outcome: 'saved' as const })))
    fc.assert(
      fc.property(answers, (given) => {
        const once = afterAnswer(written, { answers: given, pocket })
        expect(afterAnswer(once, { answers: given, pocket })).toEqual(once)
        expect(once.queue).toHaveLength(3 - given.length)
      }),
    )
  })
})

describe('a code', () => {
  it.each(['492817', '000001', '121212', '8675309', '1234567891'])('may be %s', (code) => {
    expect(isGoodCode(code)).toBe(true)
  })
  it.each(['49281', '111111', '123456', '987654', 'abcdef', '', '49281a', ' 492817'])('may not be %j', (code) => {
    expect(isGoodCode(code)).toBe(false)
  })
})
