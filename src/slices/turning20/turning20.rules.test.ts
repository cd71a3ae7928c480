/** Turning 20: edge days, the checklist, and what may be said when. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import {
  birthdaysOnList,
  checklistOf,
  isOpen,
  leftToDo,
  mayAskReceiver,
  mayEnd,
  mayMark,
  mayTakeOver,
  mayWaive,
  stageOn,
  turns20On,
  waivable,
} from './turning20.rules.ts'
import { outcomes, waiverChoices, wishes, type AskGround, type HandOver, type Outcome, type TurningFacts } from './turning20.types.ts'

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
  waivers: [],
  handOvers: [],
  ending: null,
  ...more,
})
const asked = (answer: HandOver['answer']): HandOver => ({
  handOverId: 'x',
  receiver: 'Vuxenenheten',
  askedOn: today,
  ground: 'consent',
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

  it.each([
    // Born on 29 February of a leap year: 20 years later is a leap year too, but for those born in 2080.
    ['2008-02-29', '2027-12-01', 'in90'],
    ['2008-02-29', '2027-11-30', null],
    ['2008-02-29', '2028-02-22', 'in7'],
    ['2008-02-29', '2028-02-28', 'in7'],
    ['2008-02-29', '2028-02-29', 'over'],
    ['2080-02-29', '2100-02-28', 'in7'],
    ['2080-02-29', '2100-03-01', 'over'],
    // New Year's Day: the days before it are of the year before.
    ['2007-01-01', '2026-10-03', 'in90'],
    ['2007-01-01', '2026-10-02', null],
    ['2007-01-01', '2026-12-02', 'in30'],
    ['2007-01-01', '2026-12-25', 'in7'],
    ['2007-01-01', '2026-12-31', 'in7'],
    ['2007-01-01', '2027-01-01', 'over'],
    ['2006-12-31', '2026-12-31', 'over'],
  ])('of somebody born %s is on %s: %s', (bornOn, on, stage) => {
    expect(stageOn(turns20On(day(bornOn)), day(on))).toBe(stage)
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

  it('says why something is not needed, until it is done', () => {
    const waived: TurningFacts['waivers'] = [{ item: 'measures', why: 'continues', on: today }]
    const of = (more: Partial<TurningFacts>) => checklistOf(facts({ waivers: waived, ...more })).find(({ item }) => item === 'measures')
    expect(of({ openMeasures: 2 })).toMatchObject({ state: 'notNeeded', why: 'continues' })
    expect(of({ openMeasures: 0 })).toMatchObject({ state: 'done', why: null })
  })

  it('has the choices of the form and no others', () => {
    const all = waivable(facts({ openMeasures: 1, hasOpenPlan: true })).map(({ item, why }) => `${item}:${why}`)
    expect(all).toEqual([...waiverChoices])
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
    const may = (more: Partial<TurningFacts>) => said(mayAskReceiver(saying(more), 'consent', true))
    expect(may({})).toBe('not-wanted')
    expect(may({ wish: 'declines' })).toBe('not-wanted')
    expect(may({ wish: 'wants' })).toBe('yes')
    expect(may({ wish: 'wants', handOvers: [asked(null)] })).toBe('asked-already')
    expect(may({ wish: 'wants', handOvers: [asked('refused')] })).toBe('yes')
    expect(may({ wish: 'wants', handOvers: [asked('accepted')] })).toBe('accepted-already')
  })

  it('of a receiver that is told who it is about: on a consent that holds, or on a ground that somebody says', () => {
    const may = (ground: AskGround, isCovered: boolean) => said(mayAskReceiver(saying({ wish: 'wants' }), ground, isCovered))
    expect([may('consent', true), may('consent', false), may('withoutName', false), may('ownBoard', false)]).toEqual([
      'yes',
      'no-consent',
      'yes',
      'yes',
    ])
    const takes = (ground: AskGround, isCovered: boolean) => said(mayTakeOver({ ground }, isCovered))
    expect([
      takes('consent', true),
      takes('consent', false),
      takes('withoutName', false),
      takes('withoutName', true),
      takes('dutyByLaw', false),
    ]).toEqual(['yes', 'no-consent', 'no-consent', 'yes', 'yes'])
  })

  it('of what is not needed: what is still to do, for a reason that is one', () => {
    const may = (more: Partial<TurningFacts>, item: string, why: string) => said(mayWaive(saying(more), { item, why }))
    expect(may({}, 'letter', 'noAddress')).toBe('yes')
    expect(may({}, 'letter', 'continues')).toBe('not-to-do')
    expect(may({ letterOn: today }, 'letter', 'noAddress')).toBe('not-to-do')
    expect(may({}, 'measures', 'continues')).toBe('not-to-do')
    expect(may({ openMeasures: 1 }, 'measures', 'continues')).toBe('yes')
    expect(may({}, 'ending', 'declines')).toBe('not-to-do')
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
