/** Where a youth stands: a table of edge days, what is said of it, and properties for random histories. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { statusOf, tabOn } from './status.rules.ts'
import { statusWords } from './status.texts.ts'
import type { StatusFacts, StatusMeasure, StatusSpan } from './status.types.ts'

const date = (text: string): PlainDate => text as PlainDate
const span = (from: string, until: string | null = null): StatusSpan => ({
  fromOn: date(from),
  untilOn: until === null ? null : date(until),
})
const measure = (name: string, from: string, until: string | null = null, planned: string | null = null): StatusMeasure => ({
  ...span(from, until),
  name,
  plannedUntilOn: planned === null ? null : date(planned),
})

const nothing: StatusFacts = { periods: [], measures: [], otherForms: [], watches: [], isUnconfirmed: false }
const covered = span('2026-01-10', '2026-12-24')
const of = (facts: Partial<StatusFacts>): StatusFacts => ({ ...nothing, periods: [covered], ...facts })
const practice = measure('Praktik', '2026-03-03', '2026-05-04')
const sfi = { ...span('2026-04-01', '2026-06-01'), name: 'sfi' }

describe('where the youth stands on the edge days', () => {
  it.each<[string, Partial<StatusFacts>, Readonly<Record<string, string | null>>]>([
    [
      'covered, and nothing more',
      {},
      { '2026-01-09': null, '2026-01-10': 'toAct', '2026-12-23': 'toAct', '2026-12-24': 'closed', '2027-06-01': 'closed' },
    ],
    [
      'a measure that was planned, and ended',
      { measures: [practice] },
      {
        '2026-01-09': null,
        '2026-01-10': 'measurePlanned',
        '2026-03-02': 'measurePlanned',
        '2026-03-03': 'measureOngoing',
        '2026-05-03': 'measureOngoing',
        '2026-05-04': 'toAct',
      },
    ],
    [
      'one that nobody has ended goes on past its planned end, until coverage ends',
      { measures: [measure('Praktik', '2026-03-03', null, '2026-04-01')] },
      { '2026-04-02': 'measureOngoing', '2026-12-23': 'measureOngoing', '2026-12-24': 'closed' },
    ],
    [
      'other studies: a measure under way comes before them, one to come after',
      { measures: [practice, measure('Studiebesök', '2026-08-01', '2026-08-02')], otherForms: [sfi] },
      {
        '2026-04-01': 'measureOngoing',
        '2026-05-04': 'otherSchoolForm',
        '2026-05-31': 'otherSchoolForm',
        '2026-06-01': 'measurePlanned',
        '2026-08-01': 'measureOngoing',
        '2026-08-02': 'toAct',
      },
    ],
    [
      'two measures end to end leave no day between',
      { measures: [practice, measure('Ungdomsanställning', '2026-05-04', '2026-06-01')] },
      { '2026-05-03': 'measureOngoing', '2026-05-04': 'measureOngoing', '2026-05-31': 'measureOngoing', '2026-06-01': 'toAct' },
    ],
    [
      'one that ended the day it should have begun plans nothing and holds no day',
      { measures: [measure('Praktik', '2026-03-03', '2026-03-03')] },
      { '2026-03-02': 'toAct', '2026-03-03': 'toAct' },
    ],
    [
      'watched: not while covered, and a watch that ended is no watch',
      { periods: [span('2026-02-01', '2026-03-01'), span('2026-06-01')], watches: [span('2026-01-15', '2026-04-01')] },
      {
        '2026-01-14': null,
        '2026-01-15': 'watching',
        '2026-01-31': 'watching',
        '2026-02-01': 'toAct',
        '2026-03-01': 'watching',
        '2026-04-01': 'closed',
        '2026-06-01': 'toAct',
      },
    ],
    [
      'a measure of somebody watched is no status of the covered',
      { periods: [], watches: [span('2026-01-15')], measures: [practice] },
      { '2026-03-03': 'watching', '2026-01-14': null },
    ],
    ['an unconfirmed stay is on no other list', { isUnconfirmed: true, measures: [practice] }, { '2026-03-03': 'unconfirmedStay' }],
  ])('%s', (_, facts, expected) => {
    const days = Object.keys(expected)
    expect(Object.fromEntries(days.map((day) => [day, tabOn(of(facts), date(day))]))).toEqual(expected)
  })
})

const said = (facts: Partial<StatusFacts>, on: string, lang: 'sv' | 'en' = 'sv'): string => {
  const { title, why, leaving } = statusWords(statusOf(of(facts), date(on)), date(on), lang)
  return [`${title}: ${why}`, ...leaving].join(' ')
}

describe('what is said of it', () => {
  const open = measure('Praktik', '2026-03-03')
  it.each<[string, Partial<StatusFacts>, string, string]>([
    [
      'under way',
      { periods: [span('2026-01-10')], measures: [open] },
      '2026-04-01',
      'Pågående åtgärd: praktik sedan 3 mars 2026. Åter till Att åtgärda den dag den avslutas.',
    ],
    [
      'two under way, other studies beside, one that should have ended',
      {
        periods: [span('2026-01-10')],
        measures: [measure('Praktik', '2026-03-03', null, '2026-03-31'), measure('Grupp', '2026-03-10')],
        otherForms: [{ ...sfi, untilOn: null }],
      },
      '2026-04-02',
      'Pågående åtgärd: praktik sedan 3 mars 2026, och en till. Blir Studier i annan skolform den dag den sista av dem avslutas. Skulle ha avslutats 31 mars 2026. Den pågår tills någon avslutar den.',
    ],
    [
      'to come',
      { measures: [open] },
      '2026-02-01',
      'Planerad åtgärd: praktik från 3 mars 2026. Blir Pågående åtgärd den dag den börjar, och åter Att åtgärda om den inte blir av. Med det som är känt: Pågående åtgärd från 3 mars 2026.',
    ],
    [
      'nothing',
      { periods: [span('2026-01-10')] },
      '2026-02-01',
      'Att åtgärda: ingen åtgärd är planerad eller pågår, sedan 10 jan 2026. Lämnar Att åtgärda när en åtgärd planeras eller börjar.',
    ],
    [
      'nothing any more',
      { measures: [practice] },
      '2026-06-01',
      'Att åtgärda: ingen åtgärd är planerad eller pågår, sedan 4 maj 2026 då praktik avslutades. Lämnar Att åtgärda när en åtgärd planeras eller börjar. Med det som är känt: Avslutad från 24 dec 2026.',
    ],
    [
      'other studies, that end before coverage does',
      { otherForms: [sfi] },
      '2026-05-01',
      'Studier i annan skolform: sfi sedan 1 apr 2026. Åter till Att åtgärda dagen efter att studierna slutat. Med det som är känt: Att åtgärda från 1 juni 2026.',
    ],
    [
      'watched',
      { periods: [], watches: [span('2026-01-15')] },
      '2026-05-01',
      'Bevakas: utanför målgruppen men följs förebyggande, sedan 15 jan 2026. Ändras om ungdomen börjar omfattas, eller när bevakningen avslutas.',
    ],
    ['over', {}, '2027-01-01', 'Avslutad: omfattas inte sedan 24 dec 2026.'],
    ['nowhere', { periods: [] }, '2026-05-01', 'Står inte på någon lista: omfattas inte, och följs inte förebyggande.'],
  ])('%s', (_, facts, on, expected) => {
    expect(said(facts, on)).toBe(expected)
  })

  it('in English too', () => {
    expect(said({ periods: [span('2026-01-10')], measures: [open] }, '2026-04-01', 'en')).toBe(
      'Measure ongoing: praktik since 3 Mar 2026. Back to To act the day it ends.',
    )
  })
})

const first = dayOf(date('2026-01-01'))
const aSpan = fc
  .record({ from: fc.integer({ min: 0, max: 40 }), length: fc.option(fc.integer({ min: 0, max: 25 }), { nil: null }) })
  .map(({ from, length }): StatusSpan => ({
    fromOn: dateOf(plusDays(first, from)),
    untilOn: length === null ? null : dateOf(plusDays(first, from + length)),
  }))
const few = (name: string) =>
  fc.array(
    aSpan.map((one) => ({ ...one, name, plannedUntilOn: null })),
    { maxLength: 3 },
  )
const someFacts: fc.Arbitrary<StatusFacts> = fc.record({
  // At most one period: periods never overlap.
  periods: fc.array(aSpan, { maxLength: 1 }),
  measures: few('Praktik'),
  otherForms: few('sfi'),
  watches: fc.array(aSpan, { maxLength: 1 }),
  isUnconfirmed: fc.constant(false),
})
const days = Array.from({ length: 70 }, (_, index) => dateOf(plusDays(first, index)))

describe('whatever has happened', () => {
  it('the status changes next on exactly the day that it says', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const [index, day] of days.entries()) {
          const { changes } = statusOf(facts, day)
          const next = days.slice(index + 1).find((later) => tabOn(facts, later) !== tabOn(facts, day))
          if (next !== undefined) {
            expect(changes).toEqual({ on: next, to: tabOn(facts, next) })
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('to act is since the last day that it was something else', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const [index, day] of days.entries()) {
          const { reason } = statusOf(facts, day)
          if (reason.tab !== 'toAct') continue
          const before = days.slice(0, index).findLast((earlier) => tabOn(facts, earlier) !== 'toAct')
          // Planned and then not: only what is known of the past can say that, and no span does.
          if (before !== undefined) {
            expect(reason.sinceOn).toBe(dateOf(plusDays(dayOf(before), 1)))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('ending everything that is under way leads to where it said', () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom(...days), (facts, day) => {
        const { reason } = statusOf(facts, day)
        if (reason.tab !== 'measureOngoing') return
        const measures = facts.measures.map((one) =>
          one.fromOn <= day && (one.untilOn === null || day < one.untilOn) ? { ...one, untilOn: day } : one,
        )
        expect(tabOn({ ...facts, measures }, day)).toBe(reason.after)
      }),
    )
  })
})
