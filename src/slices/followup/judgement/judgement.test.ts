/** Monthly judgements, declines that go on, and the position every sixth month: the edge days. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysLater, plusMonths } from '../calendar/month.rules.ts'
import { aFollowUp, aJudgement, anAssessment, aSignal, plainRoutine, routine, shipped } from '../followup.testbed.ts'
import type { ConfirmedSignal, Signal } from '../signals/signals.types.ts'
import { decisionsOwed, marksOf, mayDecide, spellsOf } from './decision.rules.ts'
import { declineOf, declinesOn, scoredIn } from './decline.rules.ts'
import { judgementDueOn, judgementsOwed, mayJudge } from './judgement.rules.ts'
import type { InvestigationDecision, Judgement, Progression } from './judgement.types.ts'

const confirmed = (signal: Signal): ConfirmedSignal => signal as ConfirmedSignal
const answerOf = (decision: { granted: boolean; reason?: string; value?: unknown }): unknown =>
  decision.granted ? (decision.value ?? 'granted') : decision.reason

describe('a judgement is due', () => {
  it.each([
    ['2026-12-01', '2026-12-10'],
    ['2026-10-01', '2026-10-12'],
    ['2027-01-01', '2027-01-11'],
    ['2027-04-01', '2027-04-12'],
  ])('for the month of %s on %s', (month, dueOn) => {
    expect(judgementDueOn(date(month), routine)).toBe(dueOn)
  })

  it('never before the report, however early the day is set', () => {
    expect(judgementDueOn(date('2027-01-01'), { onHoliday: 'after', judgementDay: 2 })).toBe('2027-01-04')
    expect(judgementDueOn(date('2027-01-01'), { onHoliday: 'before', judgementDay: 2 })).toBe('2026-12-31')
    expect(judgementDueOn(date('2027-01-01'), { onHoliday: 'same', judgementDay: 2 })).toBe('2027-01-02')
  })

  it.each([
    ['2026-10-01', null, ['2026-11-01', '2026-12-01', '2027-01-01']],
    ['2026-10-31', null, ['2026-12-01', '2027-01-01']],
    ['2026-10-01', '2026-12-10', ['2026-11-01']],
    ['2026-10-01', '2026-12-11', ['2026-11-01', '2026-12-01']],
    ['2026-10-01', '2026-11-01', []],
  ])('for a follow-up from %s to %j: %j', (from, stop, months) => {
    expect(judgementsOwed(confirmed(aFollowUp('housing', from, stop)), date('2027-01-31'), plainRoutine).map(({ month }) => month)).toEqual(
      months,
    )
  })
})

describe('a judgement', () => {
  const going = aFollowUp('housing', '2026-10-01')
  const before: Judgement = { ...aJudgement('housing', '2026-11-01', 'down'), version: 2 }
  type Asked = {
    readonly today?: string
    readonly seen?: number
    readonly ground?: string
    readonly progression?: Progression
    readonly of?: Signal
  }
  const judge = (month: string, { today = '2026-12-02', seen, ground = 'Läst.', progression = 'up', of = going }: Asked = {}): unknown =>
    answerOf(
      mayJudge(
        of,
        { month: date(month), progression, ground, seen: seen ?? null },
        { judgements: [before], today: date(today), routine: plainRoutine },
      ),
    )
  it.each([
    ['2026-12-01', '2026-11-23', 'month-ahead'],
    ['2026-12-01', '2026-11-24', 1],
    ['2026-10-01', '2026-12-02', 'not-owed'],
    ['2026-12-10', '2026-12-10', 'no-month'],
    ['2026-11-01', '2026-12-02', 'already-judged'],
  ])('of %s on %s: %j', (month, today, expected) => {
    expect(judge(month, { today })).toBe(expected)
  })

  it('needs a ground, a signal in force, and the version seen', () => {
    expect(judge('2026-12-01', { ground: ' ' })).toBe('no-ground')
    expect(judge('2026-11-01', { seen: 2 })).toBe(3)
    expect(judge('2026-11-01', { seen: 1 })).toBe('somebody-else-first')
    expect(judge('2026-12-01', { seen: 1 })).toBe('somebody-else-first')
    expect(judge('2026-11-01', { seen: 2, progression: 'down' })).toBe('nothing-changed')
    expect(judge('2026-11-01', { seen: 2, progression: 'down', ground: 'Läst igen.' })).toBe(3)
    expect(judge('2026-12-01', { of: aSignal('housing', []) })).toBe('not-confirmed')
    const stopped = aFollowUp('housing', '2026-10-01', '2026-12-20')
    expect(judge('2026-12-01', { of: stopped, today: '2026-12-20' })).toBe(1)
    expect(judge('2026-12-01', { of: stopped, today: '2026-12-21' })).toBe('ended')
  })
})

const judged = (...all: (readonly [month: string, progression: Progression])[]): Judgement[] =>
  all.map(([month, progression]) => aJudgement('housing', month, progression))
const scored = (...all: (readonly [on: string, points: number])[]) =>
  scoredIn(
    all.map(([on, housing]) => anAssessment(on, { housing })),
    [shipped],
  )

describe('a decline goes on', () => {
  const signal = confirmed(aFollowUp('housing', '2026-08-31'))
  it.each<[string, Judgement[], string, string | null]>([
    ['two months down', judged(['2026-10-01', 'down'], ['2026-11-01', 'down']), '2026-11-30', 'judgedDown'],
    ['one month down', judged(['2026-11-01', 'down']), '2026-11-30', null],
    ['down and then the same', judged(['2026-10-01', 'down'], ['2026-11-01', 'same']), '2026-11-30', null],
    ['down, up, down', judged(['2026-09-01', 'down'], ['2026-10-01', 'up'], ['2026-11-01', 'down']), '2026-11-30', null],
    ['two months down with one between that nobody judged', judged(['2026-09-01', 'down'], ['2026-11-01', 'down']), '2026-11-30', null],
    ['the second month not come yet', judged(['2026-10-01', 'down'], ['2026-11-01', 'down']), '2026-10-31', null],
    ['the second month just come', judged(['2026-10-01', 'down'], ['2026-11-01', 'down']), '2026-11-01', 'judgedDown'],
    ['over the turn of the year', judged(['2027-01-01', 'down'], ['2026-12-01', 'down']), '2027-01-15', 'judgedDown'],
  ])('by judgements: %s', (_, judgements, on, reason) => {
    expect(declineOf(signal, { scored: [], judgements }, date(on), routine)).toBe(reason)
  })

  it.each<[string, ReturnType<typeof scored>, Judgement[], string | null]>([
    ['lower than the quarter before and low', scored(['2026-08-20', 1100], ['2026-11-20', 1099]), [], 'lowerScore'],
    ['the same as the quarter before', scored(['2026-08-20', 1100], ['2026-11-20', 1100]), [], null],
    ['lower, and not low', scored(['2026-08-20', 1300], ['2026-11-20', 1250]), [], null],
    ['the only one', scored(['2026-11-20', 1000]), [], null],
    ['lower, and a later month up', scored(['2026-08-20', 1100], ['2026-11-20', 1000]), judged(['2026-12-01', 'up']), null],
    ['lower, and an earlier month up', scored(['2026-08-20', 1100], ['2026-11-20', 1000]), judged(['2026-11-01', 'up']), 'lowerScore'],
    [
      'lower on the 1st, and up for the time before',
      scored(['2026-08-20', 1100], ['2026-12-01', 1000]),
      judged(['2026-12-01', 'up']),
      'lowerScore',
    ],
    ['lower, and a later month the same', scored(['2026-08-20', 1100], ['2026-11-20', 1000]), judged(['2026-12-01', 'same']), 'lowerScore'],
    ['lower last year, higher now', scored(['2026-05-20', 1100], ['2026-08-20', 900], ['2026-11-20', 950]), [], null],
  ])('by scores: %s', (_, all, judgements, reason) => {
    expect(declineOf(signal, { scored: all, judgements }, date('2026-12-15'), routine)).toBe(reason)
  })

  it('with as many months as the routine says', () => {
    const down = judged(['2026-10-01', 'down'], ['2026-11-01', 'down'], ['2026-12-01', 'down'])
    const reasons = [1, 2, 3, 4].map((declineMonths) =>
      declineOf(signal, { scored: [], judgements: down }, date('2026-12-15'), { declineMonths }),
    )
    expect(reasons).toEqual(['judgedDown', 'judgedDown', 'judgedDown', null])
  })

  it('in the areas of signals that last', () => {
    const down = judged(['2026-10-01', 'down'], ['2026-11-01', 'down'])
    const areas = (stop: string | null, on: string): string[] =>
      declinesOn([aFollowUp('housing', '2026-08-31', stop)], { scored: [], judgements: down }, date(on), routine).map(({ area }) => area)
    expect(areas(null, '2026-11-15')).toEqual(['housing'])
    expect(areas('2026-11-15', '2026-11-14')).toEqual(['housing'])
    expect(areas('2026-11-15', '2026-11-15')).toEqual([])
    expect(areas(null, '2026-08-30')).toEqual([])
  })
})

describe('the youth’s follow-up', () => {
  it.each<[string, Signal[], string[]]>([
    ['one signal', [aFollowUp('housing', '2026-01-10')], ['2026-01-10 -']],
    [
      'two at once',
      [aFollowUp('housing', '2026-01-10', '2026-05-01'), aFollowUp('health', '2026-03-01', '2026-04-01')],
      ['2026-01-10 2026-05-01'],
    ],
    [
      'one after the other without a break',
      [aFollowUp('health', '2026-05-02'), aFollowUp('housing', '2026-01-10', '2026-05-01')],
      ['2026-01-10 -'],
    ],
    [
      'one after a day without',
      [aFollowUp('housing', '2026-01-10', '2026-05-01'), aFollowUp('health', '2026-05-03', '2026-06-01')],
      ['2026-01-10 2026-05-01', '2026-05-03 2026-06-01'],
    ],
    ['none confirmed', [aSignal('housing', [])], []],
  ])('is told in spells: %s', (_, signals, spells) => {
    expect(spellsOf(signals).map(({ fromOn, untilOn }) => `${fromOn} ${untilOn ?? '-'}`)).toEqual(spells)
  })

  it.each([
    ['2026-08-31', null, ['2027-02-28', '2027-08-31', '2028-02-29']],
    ['2027-08-31', null, ['2028-02-29']],
    ['2028-02-29', '2029-12-01', []],
    ['2026-01-01', null, ['2026-07-01', '2027-01-01', '2027-07-01', '2028-01-01']],
    ['2026-01-01', '2026-07-01', []],
    ['2026-01-01', '2026-07-02', ['2026-07-01']],
    ['2026-12-31', null, ['2027-06-30', '2027-12-31']],
  ])('from %s to %j has its sixth months %j', (from, until, marks) => {
    expect(marksOf({ fromOn: date(from), untilOn: until === null ? null : date(until) }, date('2028-03-01'), routine)).toEqual(marks)
  })

  it('has a sixth month every sixth month, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 12 }), (start, decisionMonths) => {
        const fromOn = daysLater(date('2024-01-01'), start)
        const marks = marksOf({ fromOn, untilOn: null }, plusMonths(fromOn, 40), { decisionMonths })
        expect(marks).toHaveLength(Math.floor(40 / decisionMonths))
        marks.forEach((mark, at) => expect(mark).toBe(plusMonths(fromOn, (at + 1) * decisionMonths)))
      }),
    )
  })
})

describe('a position on an investigation', () => {
  const signals = [aFollowUp('housing', '2026-08-31')]
  const down = judged(['2027-01-01', 'down'], ['2027-02-01', 'down'])
  const decision = (decidedOn: string, opens: boolean, markOn: string | null): InvestigationDecision => ({
    markOn: markOn as PlainDate | null,
    opens,
    decidedOn: date(decidedOn),
    ground: 'Läst.',
  })
  const owed = (until: string, judgements: Judgement[], decisions: InvestigationDecision[] = []): string[] =>
    decisionsOwed({ signals, judgements, scored: [], decisions }, date(until), routine).map(
      ({ markOn, declines }) => `${markOn} ${declines.map(({ area }) => area).join(' ')}`,
    )

  it('is owed on the sixth month’s day when a decline goes on then', () => {
    expect(owed('2027-02-27', down)).toEqual([])
    expect(owed('2027-02-28', down)).toEqual(['2027-02-28 housing'])
    expect(owed('2027-08-30', down)).toEqual(['2027-02-28 housing'])
    expect(owed('2027-02-28', judged(['2027-02-01', 'down']))).toEqual([])
  })

  it('is asked for once, and not any more after an investigation was opened', () => {
    const goesOn = [...down, ...judged(['2027-07-01', 'down'], ['2027-08-01', 'down'])]
    expect(owed('2027-08-31', goesOn)).toEqual(['2027-02-28 housing', '2027-08-31 housing'])
    expect(owed('2027-08-31', goesOn, [decision('2027-03-01', false, '2027-02-28')])).toEqual(['2027-08-31 housing'])
    expect(owed('2027-08-31', goesOn, [decision('2027-03-01', true, '2027-02-28')])).toEqual([])
    expect(owed('2027-08-31', goesOn, [decision('2026-12-01', true, null)])).toEqual([])
    // Opened on a mark's day, or when it was late: nothing is left to take a position on.
    expect(owed('2027-02-28', goesOn, [decision('2027-02-28', true, null)])).toEqual([])
    expect(owed('2027-03-05', goesOn, [decision('2027-03-05', true, null)])).toEqual([])
    expect(owed('2027-08-31', goesOn, [decision('2026-12-01', false, null)])).toEqual(['2027-02-28 housing', '2027-08-31 housing'])
    expect(owed('2027-08-31', goesOn, [decision('2026-08-30', true, null)])).toEqual(['2027-02-28 housing', '2027-08-31 housing'])
  })

  const decide = (markOn: string | null, today: string, decisions: InvestigationDecision[] = [], ground = 'Läst.'): unknown =>
    answerOf(mayDecide({ markOn: markOn as PlainDate | null, ground }, { signals, decisions }, date(today), routine))
  it.each([
    ['2027-02-28', '2027-01-28', 'mark-ahead'],
    ['2027-02-28', '2027-01-29', 'granted'],
    ['2027-02-28', '2027-06-01', 'granted'],
    ['2027-02-27', '2027-06-01', 'not-a-mark'],
    [null, '2026-09-01', 'granted'],
    [null, '2026-08-30', 'not-followed'],
  ])('on the mark %j, taken on %s: %s', (markOn, today, expected) => {
    expect(decide(markOn, today)).toBe(expected)
  })

  it('is taken once a mark, with a ground, and never when one is opened', () => {
    expect(decide('2027-02-28', '2027-03-02', [decision('2027-03-01', false, '2027-02-28')])).toBe('already-decided')
    expect(decide(null, '2027-03-02', [decision('2027-03-01', false, '2027-02-28')])).toBe('granted')
    expect(decide(null, '2027-03-02', [decision('2027-03-02', true, null)])).toBe('already-open')
    expect(decide(null, '2027-03-02', [], ' ')).toBe('no-ground')
  })
})
