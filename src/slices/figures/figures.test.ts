/** Counting outreach: tables for each counting rule, and a second, naive count for random histories. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { outreachFigures } from './figures.rules.ts'
import { figureChannels, type FigureChannel, type FigureContact, type FigureQuestion } from './figures.types.ts'
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
    isCovered: true,
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

describe('outside the target group', () => {
  const outside = (said: string, of: Partial<FigureContact> = {}) => aContact(said, { personId: 2, isCovered: false, ...of })
  const chosen = { outcome: 'reached', department: 'education' } as const

  it('is counted by itself, and in none of the other figures', () => {
    const covered = [aContact('2026-09-15 letter'), aContact('2026-09-16 phone!', chosen)]
    const others = [outside('2026-09-15 letter'), outside('2026-09-16 phone!', chosen), outside('2026-09-20 sms', { personId: 3 })]
    const [without, withThem] = [count(...covered), count(...covered, ...others)]
    const { outside: none, ...figures } = without ?? { outside: null }
    expect(withThem).toMatchObject(figures)
    expect(none).toMatchObject({ youths: 0, reached: 0, choseSupport: 0 })
    expect(withThem?.outside).toMatchObject({ youths: 2, reached: 1, choseSupport: 1 })
    expect(withThem?.outside.channels.letter).toEqual({ made: 1, answered: 0, reached: 0 })
    expect(withThem?.outside.channels.phone).toEqual({ made: 1, answered: 1, reached: 1 })
  })

  it('measures too: those that began on a day that the youth was covered, and the others', () => {
    const one = { personId: 1, isCovered: true, unitId: 1, districtId: null }
    const measures = [one, one, { ...one, personId: 2, unitId: 2 }, { ...one, personId: 3, isCovered: false }]
    const groups = outreachFigures({ contacts: [], entries: [], covered: [], measures }, { ...question, by: 'unit' }, today)
    expect(groups.map((of) => `${of.measures.begun} ${of.measures.youths} ${of.outside.measures.begun}`)).toEqual(['2 1 1', '1 1 0'])
  })

  it.each([
    [
      'a letter the day before coverage, answered the day after: the letter is outside, the voice is not',
      ['2026-09-30', '2026-10-02'],
      [0, 1, 1, 0],
    ],
    [
      'a letter on a covered day, answered after it ended: the letter is answered, the voice is outside',
      ['2026-10-02', '2026-10-05'],
      [1, 0, 0, 1],
    ],
  ])('%s', (_, [wrote, answered], expected) => {
    const isCovered = (on: string): boolean => on >= '2026-10-01' && on < '2026-10-04'
    const figures = count(
      aContact(`${wrote} letter`, { isCovered: isCovered(wrote ?? '') }),
      aContact(`${answered} letter<`, { isCovered: isCovered(answered ?? '') }),
    )
    const { letter } = figures?.channels ?? { letter: { answered: -1 } }
    expect([letter.answered, figures?.outside.channels.letter.answered, figures?.support.reached, figures?.outside.reached]).toEqual(
      expected,
    )
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
      isCovered: fc.constantFrom(true, true, true, false),
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
  function naive(contacts: readonly FigureContact[], channel: FigureChannel, isCovered: boolean): readonly number[] {
    const steps = contacts.filter((one) => one.attempted && figureChannels.some((name) => name === one.channel))
    const answeredBy = (voice: FigureContact): FigureContact | undefined =>
      steps.filter((step) => step.personId === voice.personId && step.at <= voice.at).toSorted((a, b) => b.at - a.at)[0]
    const answered = new Set(contacts.filter(({ reached }) => reached).map(answeredBy))
    const own = steps.filter((step) => step.channel === channel && step.isCovered === isCovered)
    const made = own.filter(({ on }) => on >= question.fromOn && on < question.untilOn)
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
          expect([made, answered, reached]).toEqual(naive(contacts, channel, true))
          const outside = whole?.outside.channels[channel] ?? { made: -1, answered: -1, reached: -1 }
          expect([outside.made, outside.answered, outside.reached]).toEqual(naive(contacts, channel, false))
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
