/** Counting outreach: tables for each counting rule, and a second, naive count for random histories. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { percentOf, outreachFigures } from './figures.rules.ts'
import { figureChannels, type FigureChannel, type FigureContact, type FigureQuestion } from './figures.types.ts'
import { addressOf, lastDays, periodProblem, questionFrom, schoolYearOf } from './period.rules.ts'
import { entryWait, waitsOf } from './waits.rules.ts'

const date = (text: string): PlainDate => text as PlainDate
const today = date('2026-11-26')
const question: FigureQuestion = { fromOn: date('2026-09-01'), untilOn: date('2026-12-01'), by: 'none' }

/** `2026-09-15 letter`, `2026-09-20 phone!` (reached), `2026-09-21 letter<` (the youth wrote), with unit and department if any. */
function aContact(said: string, of: Partial<FigureContact> = {}): FigureContact {
  const [on = '', what = ''] = said.split(' ')
  const [, channel = 'letter', mark = ''] = /^(\w+)([!<]?)$/.exec(what) ?? []
  const isVoice = mark !== ''
  return {
    personId: 1,
    on: date(on),
    at: dayOf(date(on)) + (isVoice ? 0.5 : 0),
    channel: channel as FigureChannel,
    attempted: mark !== '<',
    reached: isVoice,
    outcome: mark === '!' ? 'reached' : mark === '<' ? 'replied' : 'sent',
    department: null,
    counts: true,
    unitId: null,
    districtId: null,
    ...of,
  }
}

const count = (...contacts: readonly FigureContact[]) => outreachFigures({ contacts, entries: [], covered: [] }, question, today)[0]
const told = (...said: readonly string[]): string => {
  const { channels } = count(...said.map((one) => aContact(one))) ?? { channels: null }
  if (channels === null) return ''
  return figureChannels
    .filter((channel) => channels[channel].made > 0)
    .map((channel) => `${channel} ${channels[channel].made}/${channels[channel].answered}/${channels[channel].reached}`)
    .join(' ')
}

describe('an answer is counted to the latest outreach step before it', () => {
  it.each([
    ['a letter without an answer', ['2026-09-15 letter'], 'letter 1/0/0'],
    ['a letter and a reply', ['2026-09-15 letter', '2026-09-20 letter<'], 'letter 1/1/1'],
    [
      'a letter, a call, and then a reply: the call’s',
      ['2026-09-15 letter', '2026-09-18 phone', '2026-09-20 letter<'],
      'letter 1/0/0 phone 1/1/1',
    ],
    ['a call that is answered is its own', ['2026-09-15 letter', '2026-09-18 phone!'], 'letter 1/0/0 phone 1/1/1'],
    ['two replies to one letter', ['2026-09-15 letter', '2026-09-16 letter<', '2026-09-17 sms<'], 'letter 1/1/1'],
    ['two letters, each answered', ['2026-09-15 letter', '2026-09-16 letter<', '2026-10-01 letter', '2026-10-02 letter<'], 'letter 2/2/1'],
    ['a reply before any step', ['2026-09-10 letter<', '2026-09-15 letter'], 'letter 1/0/0'],
    ['a reply after the period', ['2026-11-30 letter', '2027-01-10 letter<'], 'letter 1/1/1'],
    ['a step on the day after the period', ['2026-12-01 letter'], ''],
    ['a step on the first and the last day', ['2026-09-01 letter', '2026-11-30 phone'], 'letter 1/0/0 phone 1/0/0'],
    ['a partner is no step', ['2026-09-15 letter', '2026-09-16 partner', '2026-09-17 letter<'], 'letter 1/1/1'],
    [
      'letter and sms the same day: the later of them',
      ['2026-09-15 letter', '2026-09-15 sms', '2026-09-16 sms<'],
      'letter 1/0/0 sms 1/1/1',
    ],
  ])('%s', (_, said, expected) => {
    expect(told(...said)).toBe(expected)
  })

  it('counts youths once, however often they are reached', () => {
    const calls = [1, 1, 2].map((personId, n) => aContact(`2026-09-1${n} phone!`, { personId }))
    expect(count(...calls)?.channels.phone).toEqual({ made: 3, answered: 3, reached: 2 })
  })
})

describe('the funnel', () => {
  const support = { outcome: 'reached', department: 'education' } as const
  it.each([
    ['written to', [aContact('2026-09-15 letter')], [1, 0, 0, 0]],
    ['who answered', [aContact('2026-09-15 letter'), aContact('2026-09-16 letter<')], [1, 1, 0, 0]],
    ['who said no', [aContact('2026-09-15 letter'), aContact('2026-09-16 phone!', { outcome: 'declined' })], [1, 1, 0, 0]],
    ['who was spoken with', [aContact('2026-09-15 letter'), aContact('2026-09-16 phone!')], [1, 1, 1, 0]],
    ['who chose support', [aContact('2026-09-15 letter'), aContact('2026-09-16 phone!', support)], [1, 1, 1, 1]],
    ['who chose before the letter', [aContact('2026-09-10 phone!', support), aContact('2026-09-15 letter')], [1, 0, 0, 0]],
    ['whom nobody wrote to', [aContact('2026-09-16 phone!', support)], [0, 0, 0, 0]],
  ] as const)('of somebody %s', (_, contacts, expected) => {
    const { written, answered, spokenWith, choseSupport } = count(...contacts)?.funnel ?? {}
    expect([written, answered, spokenWith, choseSupport]).toEqual(expected)
  })
})

describe('groups', () => {
  const inUnit = (unitId: number | null, personId: number, said: string) => aContact(said, { unitId, personId })
  it('count where the youth was then, and add up to the whole', () => {
    const contacts = [
      inUnit(1, 1, '2026-09-15 letter'),
      inUnit(2, 1, '2026-10-15 letter'),
      inUnit(null, 2, '2026-09-15 letter'),
      inUnit(2, 1, '2026-10-16 letter<'),
    ]
    const groups = outreachFigures({ contacts, entries: [], covered: [] }, { ...question, by: 'unit' }, today)
    expect(groups.map(({ group, channels }) => [group, channels.letter.made, channels.letter.answered])).toEqual([
      [1, 1, 0],
      [2, 1, 1],
      [null, 1, 0],
    ])
  })
})

describe('waits', () => {
  const entry = { personId: 1, enteredOn: date('2026-09-10'), untilOn: date('2026-12-24'), unitId: null, districtId: null }
  const wait = (...said: readonly string[]) =>
    entryWait(
      entry,
      date('2026-10-10'),
      said.map((one) => aContact(one)),
    )
  it.each([
    ['nobody has tried', [], [0, 0, null, null]],
    ['the last day to begin', ['2026-10-10 letter'], [1, 1, 30, null]],
    ['a day too late', ['2026-10-11 letter'], [1, 0, 31, null]],
    ['reached by the second attempt', ['2026-09-10 letter', '2026-09-20 phone!'], [1, 1, 0, 10]],
    ['the youth called first', ['2026-09-12 phone<'], [1, 1, 2, 2]],
    ['before entry and after the end do not count', ['2026-09-09 letter', '2026-12-24 phone!'], [0, 0, null, null]],
  ])('%s', (_, said, expected) => {
    const { begun, begunInTime, medianToAttempt, medianToReached } = waitsOf([wait(...said)], today)
    expect([begun, begunInTime, medianToAttempt, medianToReached]).toEqual(expected)
  })
  it('is due when it has begun, or could have on every day until the last', () => {
    const due = (asked: string, ...said: readonly string[]): number => waitsOf([wait(...said)], date(asked)).due
    expect([due('2026-10-10'), due('2026-10-11'), due('2026-09-12', '2026-09-11 letter')]).toEqual([0, 1, 1])
  })
  it('has the lower middle of an even number', () => {
    const days = ['2026-09-11 letter', '2026-09-13 letter', '2026-09-15 letter', '2026-09-30 letter'].map((one) => wait(one))
    expect(waitsOf(days, today).medianToAttempt).toBe(3)
  })
})

describe('random histories', () => {
  const someContact = fc
    .record({
      personId: fc.integer({ min: 1, max: 4 }),
      day: fc.integer({ min: -20, max: 120 }),
      order: fc.double({ min: 0, max: 0.99, noNaN: true }),
      channel: fc.constantFrom<FigureContact['channel']>(...figureChannels, 'partner', 'school'),
      attempted: fc.boolean(),
      reached: fc.boolean(),
      department: fc.constantFrom(null, null, 'education', 'labourMarket'),
      unitId: fc.constantFrom(null, 1, 2),
    })
    .map(({ day, order, attempted, reached, department, ...of }): FigureContact => {
      const on = dateOf(plusDays(dayOf(question.fromOn), day))
      const isReached = reached || !attempted
      const outcome = isReached ? 'reached' : 'sent'
      return {
        ...of,
        counts: true,
        on,
        at: day + order,
        attempted,
        reached: isReached,
        outcome,
        department: isReached ? department : null,
        districtId: null,
      }
    })
  const histories = fc.array(someContact, { maxLength: 30 }).filter((all) => new Set(all.map(({ at }) => at)).size === all.length)

  /** Counted anew from each voice backwards, with no memory between them. */
  function naive(contacts: readonly FigureContact[], channel: FigureChannel): readonly number[] {
    const steps = contacts.filter((one) => one.attempted && figureChannels.some((name) => name === one.channel))
    const answeredBy = (voice: FigureContact): FigureContact | undefined =>
      steps.filter((step) => step.personId === voice.personId && step.at <= voice.at).toSorted((a, b) => b.at - a.at)[0]
    const answered = new Set(contacts.filter(({ reached }) => reached).map(answeredBy))
    const made = steps.filter((step) => step.channel === channel && step.on >= question.fromOn && step.on < question.untilOn)
    const good = made.filter((step) => answered.has(step))
    return [made.length, good.length, new Set(good.map(({ personId }) => personId)).size]
  }

  it('are counted the same by a count that starts at the answers, in any order, and add up over units', () => {
    fc.assert(
      fc.property(histories, (contacts) => {
        const [whole] = outreachFigures({ contacts, entries: [], covered: [] }, question, today)
        const units = outreachFigures({ contacts: contacts.toReversed(), entries: [], covered: [] }, { ...question, by: 'unit' }, today)
        for (const channel of figureChannels) {
          const { made, answered, reached } = whole?.channels[channel] ?? { made: -1, answered: -1, reached: -1 }
          expect([made, answered, reached]).toEqual(naive(contacts, channel))
          expect(units.reduce((sum, { channels }) => sum + channels[channel].made, 0)).toBe(made)
          expect(units.reduce((sum, { channels }) => sum + channels[channel].answered, 0)).toBe(answered)
          expect(reached <= answered && answered <= made).toBe(true)
        }
        const { written, answered, spokenWith, choseSupport } = whole?.funnel ?? { written: 0, answered: 0, spokenWith: 0, choseSupport: 0 }
        expect(choseSupport <= spokenWith && spokenWith <= answered && answered <= written).toBe(true)
      }),
    )
  })
})

describe('the period', () => {
  it.each([
    ['', '2026-07-01', '2027-07-01', null],
    ['fran=2026-09-01&till=2026-09-30', '2026-09-01', '2026-10-01', null],
    ['fran=2026-09-01&till=2026-09-01', '2026-09-01', '2026-09-02', null],
    ['fran=2026-09-02&till=2026-09-01', '2026-07-01', '2027-07-01', 'end-before-start'],
    ['fran=igår&till=2026-09-01', '2026-07-01', '2027-07-01', 'not-a-date'],
    ['fran=2026-09-01', '2026-07-01', '2027-07-01', 'not-a-date'],
    ['fran=2001-01-01&till=2026-09-01', '2026-07-01', '2027-07-01', 'too-long'],
  ])('%j is from %s until %s', (query, fromOn, untilOn, problem) => {
    const read = questionFrom(new URLSearchParams(query), today)
    expect([read.question.fromOn, read.question.untilOn, read.problem]).toEqual([fromOn, untilOn, problem])
  })
  it('comes back from its own address', () => {
    for (const by of ['none', 'unit', 'district'] as const) {
      const asked = { ...question, by }
      expect(questionFrom(new URLSearchParams(addressOf(asked).split('?')[1]), today).question).toEqual(asked)
    }
  })
  it.each([
    ['2026-06-30', 0, '2025-07-01'],
    ['2026-07-01', 0, '2026-07-01'],
    ['2026-07-01', 1, '2025-07-01'],
  ])('the school year of %s, %i back, begins %s', (day, back, expected) => {
    expect(schoolYearOf(date(day), back).fromOn).toBe(expected)
  })
  it('of the last thirty days holds today', () => {
    expect(lastDays(today, 30)).toEqual({ fromOn: '2026-10-28', untilOn: '2026-11-27' })
  })
  it('has an end after its start, and at most ten years', () => {
    expect(periodProblem(date('2026-01-01'), date('2026-01-01'))).toBe('end-before-start')
    expect(periodProblem(date('2016-01-01'), date('2026-01-01'))).toBeNull()
    expect(periodProblem(date('2015-01-01'), date('2026-01-01'))).toBe('too-long')
  })
  it('share of nothing is nothing', () => {
    expect([percentOf(0, 0), percentOf(1, 3), percentOf(3, 3)]).toEqual([null, 33, 100])
  })
})
