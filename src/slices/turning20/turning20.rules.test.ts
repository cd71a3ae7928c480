/** Turning 20: edge days, the checklist, and what may be said when. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { birthdaysOnList, checklistOf, isOpen, leftToDo, mayAskReceiver, mayEnd, mayMark, stageOn, turns20On } from './turning20.rules.ts'
import { outcomes, wishes, type HandOver, type Outcome, type TurningFacts } from './turning20.types.ts'

const day = (text: string): PlainDate => text as PlainDate
const today = day('2026-11-26')
const inDays = (days: number): PlainDate => dateOf(plusDays(dayOf(today), days))
const facts = (more: Partial<TurningFacts> = {}): TurningFacts => ({
  turns20On: inDays(5),
  letterOn: null,
  isLetterOnItsWay: false,
  talkedOn: null,
  wish: null,
  openMeasures: 0,
  hasOpenPlan: false,
  handOvers: [],
  ending: null,
  ...more,
})
const asked = (answer: HandOver['answer']): HandOver => ({
  handOverId: 'x',
  receiver: 'Vuxenenheten',
  askedOn: today,
  answer,
  answeredOn: answer === null ? null : today,
})
const said = (decision: { granted: boolean; reason?: string }): string => (decision.granted ? 'yes' : (decision.reason ?? ''))

describe('the list', () => {
  it.each([
    [91, null],
    [90, 'in90'],
    [31, 'in90'],
    [30, 'in30'],
    [8, 'in30'],
    [7, 'in7'],
    [1, 'in7'],
    [0, 'over'],
    [-1, 'over'],
    [-180, 'over'],
    [-181, null],
  ])('%i days before the birthday is %s', (days, stage) => {
    expect(stageOn(inDays(days), today)).toBe(stage)
  })

  it('counts from the day that the law says, also for 29 February', () => {
    expect([turns20On(day('2006-12-01')), turns20On(day('2008-02-29')), turns20On(day('2080-02-29'))]).toEqual([
      '2026-12-01',
      '2028-02-29',
      '2100-03-01',
    ])
  })

  it('asks the database for everybody who can stand on it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const { fromOn, untilOn } = birthdaysOnList(today)
        const on = inDays(days)
        if (stageOn(on, today) !== null) expect(on > fromOn && on < untilOn).toBe(true)
      }),
    )
  })

  it('is left when it is said how it ended', () => {
    expect([isOpen(facts(), today), isOpen(facts({ ending: { outcome: 'declined', on: today } }), today)]).toEqual([true, false])
  })
})

describe('the checklist', () => {
  const states = (more: Partial<TurningFacts>) => Object.fromEntries(checklistOf(facts(more)).map(({ item, state }) => [item, state]))

  it('begins with all that is open', () => {
    expect(states({ openMeasures: 1, hasOpenPlan: true })).toEqual({
      letter: 'todo',
      talk: 'todo',
      asked: 'todo',
      measures: 'todo',
      plan: 'todo',
      handOver: 'todo',
      ending: 'todo',
    })
  })

  it.each<[string, Partial<TurningFacts>, string, string]>([
    ['a letter that waits to leave', { isLetterOnItsWay: true }, 'letter', 'onItsWay'],
    ['a letter that has left', { letterOn: today, isLetterOnItsWay: true }, 'letter', 'done'],
    ['who was not reached is not talked with', { wish: 'notReached' }, 'talk', 'notNeeded'],
    ['who declines is handed to nobody', { wish: 'declines' }, 'handOver', 'notNeeded'],
    ['a receiver that is asked', { wish: 'wants', handOvers: [asked(null)] }, 'handOver', 'onItsWay'],
    ['a receiver that refused', { wish: 'wants', handOvers: [asked('refused')] }, 'handOver', 'todo'],
    ['a receiver that accepted', { wish: 'wants', handOvers: [asked('refused'), asked('accepted')] }, 'handOver', 'done'],
  ])('%s', (_, more, item, state) => {
    expect(states(more)[item]).toBe(state)
  })

  it('counts what is left', () => {
    expect([leftToDo(facts()), leftToDo(facts({ letterOn: today, talkedOn: today, wish: 'declines' }))]).toEqual([5, 1])
  })
})

describe('what may be said', () => {
  const saying = (more: Partial<TurningFacts> = {}, on = today) => ({ facts: facts(more), on, today })

  it('of a talk and an answer', () => {
    expect(said(mayMark(saying(), null))).toBe('yes')
    expect(said(mayMark(saying({}, inDays(1)), null))).toBe('ahead')
    expect(said(mayMark(saying({ turns20On: inDays(91) }), 'wants'))).toBe('not-on-the-list')
    expect(said(mayMark(saying({ ending: { outcome: 'declined', on: today } }), 'wants'))).toBe('ended')
    expect(said(mayMark(saying({ handOvers: [asked(null)], wish: 'wants' }), 'declines'))).toBe('asked-already')
  })

  it('of a receiver: only for who wants it, one at a time', () => {
    expect(said(mayAskReceiver(saying()))).toBe('not-wanted')
    expect(said(mayAskReceiver(saying({ wish: 'declines' })))).toBe('not-wanted')
    expect(said(mayAskReceiver(saying({ wish: 'wants' })))).toBe('yes')
    expect(said(mayAskReceiver(saying({ wish: 'wants', handOvers: [asked(null)] })))).toBe('asked-already')
    expect(said(mayAskReceiver(saying({ wish: 'wants', handOvers: [asked('refused')] })))).toBe('yes')
    expect(said(mayAskReceiver(saying({ wish: 'wants', handOvers: [asked('accepted')] })))).toBe('accepted-already')
  })

  it.each<[Outcome, Partial<TurningFacts>, string]>([
    ['handedOver', { wish: 'wants', handOvers: [asked('accepted')] }, 'yes'],
    ['handedOver', { wish: 'wants', handOvers: [asked(null)] }, 'no-receiver'],
    ['handedOver', { wish: 'wants' }, 'no-receiver'],
    ['nobodyTookOver', { wish: 'wants', handOvers: [asked('refused')] }, 'yes'],
    ['nobodyTookOver', { wish: 'wants' }, 'yes'],
    ['nobodyTookOver', { wish: 'wants', turns20On: inDays(8) }, 'too-early-to-close'],
    ['nobodyTookOver', { wish: 'wants', turns20On: inDays(7) }, 'yes'],
    ['nobodyTookOver', { wish: 'wants', handOvers: [asked(null)] }, 'receiver-asked'],
    ['nobodyTookOver', { wish: 'declines' }, 'other-answer'],
    ['declined', { wish: 'declines', turns20On: inDays(80) }, 'yes'],
    ['declined', {}, 'other-answer'],
    ['notReached', { wish: 'notReached', turns20On: inDays(0) }, 'yes'],
    ['notReached', { wish: 'notReached', turns20On: inDays(80) }, 'too-early-to-close'],
  ])('that it ended as %s of %j: %s', (outcome, more, answer) => {
    expect(said(mayEnd(saying(more), outcome))).toBe(answer)
  })

  it('never ends in two ways', () => {
    const answers = fc.array(fc.constantFrom(asked(null), asked('accepted'), asked('refused')), { maxLength: 3 })
    fc.assert(
      fc.property(fc.option(fc.constantFrom(...wishes)), answers, fc.integer({ min: -100, max: 90 }), (wish, handOvers, days) => {
        const possible = outcomes.filter((one) => mayEnd(saying({ wish, handOvers, turns20On: inDays(days) }), one).granted)
        expect(possible.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
