/** The own page's rules as tables: which ways a link can be sent, how often a code is sent, what somebody may type as one, and what is shown of a plan. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import type { Way } from '../outreach/index.ts'
import type { Plan, PlanStep } from '../plans/index.ts'
import { ownPlanOf, problemOf, stepText } from './own-plan.rules.ts'
import { codeOf, maySendCode, readCode, wayChoices } from './ownplan.rules.ts'

const way = (of: Partial<Way> = {}): Way => ({
  id: 1,
  wayId: 'a',
  kind: 'phone',
  value: '+46701740605',
  source: 'youth',
  sourceDetail: '',
  foundOn: date('2026-11-20'),
  lastResult: null,
  lastResultAt: null,
  deadOn: null,
  cooldownUntil: null,
  version: 1,
  ...of,
})
const dead = date('2026-11-21')

describe('the ways that a link can be sent', () => {
  it.each([
    ['a mobile', way(), [], null],
    ['an e-mail address', way({ kind: 'email', value: 'kim@example.se' }), [], null],
    ['a number that does not work', way({ deadOn: dead }), [], 'dead'],
    ['a number, and texts said no to', way(), ['sms'], 'optedOut'],
    ['a number, and e-mail said no to', way(), ['email', 'phone', 'letter'], null],
    ['an address, and e-mail said no to', way({ kind: 'email', value: 'kim@example.se' }), ['email'], 'optedOut'],
    ['a fixed line', way({ value: '+46846500400' }), [], 'fixedLine'],
    ['a dead number, and texts said no to: the first reason', way({ deadOn: dead }), ['sms'], 'dead'],
    ['a number that only rests from calls', way({ cooldownUntil: date('2026-12-24') }), [], null],
  ] as const)('%s', (_, one, optOuts, problem) => {
    expect(wayChoices([one], optOuts).map((choice) => choice.problem)).toEqual([problem])
  })

  it('are never where somebody lives', () => {
    expect(wayChoices([way({ kind: 'address', value: 'Provgatan 1' })], [])).toEqual([])
  })

  it('are each there once, those that can be used first, and what is dead on one record is dead', () => {
    const [first, second] = [way({ value: '+46701740606', deadOn: dead }), way({ id: 2, wayId: 'b', value: '+46701740606' })]
    const mail = way({ id: 3, wayId: 'c', kind: 'email', value: 'Kim@Example.se' })
    const same = way({ id: 4, wayId: 'd', kind: 'email', value: 'kim@example.se' })
    expect(wayChoices([first, second, mail, same], []).map(({ wayId, problem }) => `${wayId} ${problem}`)).toEqual(['c null', 'a dead'])
  })
})

describe('codes', () => {
  it.each([
    [0, 0, true],
    [4, 9, true],
    [5, 5, false],
    [0, 10, false],
    [4, 10, false],
  ])('%i in the last hour and %i in the last day: one more %s', (lastHour, lastDay, may) => {
    expect(maySendCode({ lastHour, lastDay })).toBe(may)
  })

  it('are six digits, and what is typed of them is read however it is written', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.constantFrom('', ' ', '-', '\u2066'), (number, between) => {
        const code = codeOf(number)
        expect(code).toMatch(/^\d{6}$/)
        expect(readCode(` ${code.slice(0, 3)}${between}${code.slice(3)}\n`)).toBe(code)
        const inArabic = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
        const inDari = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)))
        expect([readCode(inArabic), readCode(inDari)]).toEqual([code, code])
      }),
    )
  })

  it.each(['', '12345', '1234567', 'abcdef', '12345a', '१२३४५६'])('%j is none', (typed) => {
    expect(readCode(typed)).toBeNull()
  })
})

describe('what is shown of a plan', () => {
  const step = (of: Partial<PlanStep>): PlanStep => ({
    stepId: 's',
    column: 'youth',
    text: 'Ringa',
    actor: '',
    beginsOn: null,
    dueOn: null,
    doneOn: null,
    byYouth: false,
    ...of,
  })
  const followUp = (on: string, state: Plan['followUps'][number]['state'] = 'planned'): Plan['followUps'][number] => ({
    followUpId: on,
    on: date(on),
    state,
    movedFrom: null,
    closedOn: null,
    outcome: null,
    reason: null,
    note: 'hemligt',
    by: 'Anna Prov',
  })
  const plan: Plan = {
    planId: 'p',
    personId: 7,
    openedOn: date('2026-11-01'),
    endedOn: null,
    status: 'agreed',
    version: 3,
    savedAt: '2026-11-20T10:00',
    savedBy: 'Anna Prov',
    endReason: null,
    endNote: '',
    goal: 'Målet',
    beginsOn: date('2026-11-01'),
    endsOn: null,
    noOtherActor: false,
    steps: [step({ dueOn: date('2026-12-01') }), step({ stepId: 't', column: 'other', actor: 'Lärcentrum', doneOn: date('2026-11-10') })],
    followUps: [],
    acknowledgement: null,
    asksForAcknowledgement: true,
  }
  const shown = (followUps: Plan['followUps']) => ownPlanOf({ ...plan, followUps }, date('2026-11-20'), (day) => `dag ${day}`)

  it('is the steps by whose they are, with their days as they are read', () => {
    const { youth, municipality, other, goal, version, asksForYes } = shown([])
    expect(youth).toEqual([{ stepId: 's', text: 'Ringa', actor: '', due: 'dag 2026-12-01', done: null, byYouth: false }])
    expect(municipality).toEqual([])
    expect(other).toMatchObject([{ actor: 'Lärcentrum', done: 'dag 2026-11-10' }])
    expect([goal, version, asksForYes]).toEqual(['Målet', 3, true])
  })

  it.each([
    ['none', [], null],
    ['the nearest of those ahead', [followUp('2027-02-01'), followUp('2026-12-10')], 'dag 2026-12-10'],
    ['today is still ahead', [followUp('2026-11-20')], 'dag 2026-11-20'],
    ['one that has passed is none', [followUp('2026-11-19')], null],
    ['one that was moved or dropped is none', [followUp('2026-12-10', 'postponed'), followUp('2026-12-11', 'dropped')], null],
  ] as const)('is the next follow-up: %s', (_, followUps, next) => {
    expect(shown(followUps).next).toBe(next)
  })

  it('is nothing that is noted about it', () => {
    expect(JSON.stringify(shown([followUp('2026-12-10')]))).not.toMatch(/hemligt|Anna|personId/)
  })
})

describe('what is typed', () => {
  it('is one line without marks that turn the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'aå1 \n\t\0', '\u200E', '\u2028', '\u202E', '\u2066', '\u00A0', '👋')), (signs) => {
        const typed = signs.join('')
        const text = stepText(typed)
        expect(text).toBe(text.trim())
        expect(text).not.toMatch(/[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069]/u)
        expect(stepText(text)).toBe(text)
      }),
    )
  })

  it.each([
    ['changed', 'tick', 'stepChanged'],
    ['changed', 'yes', 'planChanged'],
    ['not-own', 'tick', 'stepGone'],
    ['not-agreed', 'add', 'planOver'],
    ['missing', 'yes', 'planOver'],
    ['too-many', 'add', 'tooMany'],
  ] as const)('and refused because of %s at a %s is told as %s', (refusal, act, problem) => {
    expect(problemOf(refusal, act)).toBe(problem)
  })
})
