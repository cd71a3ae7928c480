/** What of a youth's time is asked for, in what order it stands, and the occupation through time: tables with edge days, and properties. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'
import { occupationSpans } from './doings.rules.ts'
import type { SaidOccupation } from './doings.types.ts'
import { addressOf, asked, inOrder, pageOf, pageSize, questionFrom, shownTo, timelinePath } from './timeline.rules.ts'
import { entryKinds, internalKinds, type Entry, type TimelineQuestion } from './timeline.types.ts'

const date = (text: string): PlainDate => text as PlainDate
const day = (text: string) => dayOf(date(text))
const id = '00000000-0000-4000-8000-000000000000'

const anEntry = (on: string, of: Partial<Pick<Entry, 'kind' | 'at' | 'struck'>> = {}): Entry => ({
  kind: 'watch',
  on: date(on),
  at: null,
  by: null,
  struck: null,
  event: 'watchEnded',
  detail: {},
  ...of,
})

describe('the question of an address', () => {
  it.each([
    ['', [], null, null, 1, null],
    ['visa=atgard&visa=kontakt', ['contact', 'measure'], null, null, 1, null],
    ['visa=okant&visa=plan', ['plan'], null, null, 1, null],
    ['fran=2026-11-01&till=2026-11-01', [], '2026-11-01', '2026-11-01', 1, null],
    ['fran=2026-11-02&till=2026-11-01', [], null, null, 1, 'till'],
    ['fran=2026-02-29', [], null, null, 1, 'fran'],
    ['till=i går&visa=plan', ['plan'], null, null, 1, 'till'],
    ['sida=3', [], null, null, 3, null],
    ['sida=-1', [], null, null, 1, null],
    ['sida=1e9', [], null, null, 100, null],
  ])('%j', (query, kinds, fromOn, untilOn, page, field) => {
    const { question, problem } = questionFrom(new URLSearchParams(query))
    expect(question).toEqual({ kinds, fromOn, untilOn, page })
    expect(problem?.field ?? null).toBe(field)
  })

  it('comes back from its own address', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((n) => dateOf(plusDays(day('2020-01-01'), n)))
    fc.assert(
      fc.property(
        fc.subarray([...entryKinds]),
        fc.option(days, { nil: null }),
        fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
        fc.integer({ min: 1, max: 100 }),
        (kinds, fromOn, length, page) => {
          const untilOn = fromOn === null || length === null ? null : dateOf(plusDays(dayOf(fromOn), length))
          const question: TimelineQuestion = { kinds, fromOn, untilOn, page }
          const [path, query] = addressOf(id, question).split('?')
          expect(path).toBe(timelinePath(id))
          expect(questionFrom(new URLSearchParams(query)).question).toEqual(question)
        },
      ),
    )
  })
})

describe('the list', () => {
  it('has the latest first, and what has a time before what has none that day', () => {
    const entries = [
      anEntry('2026-11-01'),
      anEntry('2026-11-02', { at: '09:00' }),
      anEntry('2026-11-02'),
      anEntry('2026-11-02', { at: '10:30' }),
    ]
    expect(inOrder(entries).map(({ on, at }) => `${on} ${at ?? '–'}`)).toEqual([
      '2026-11-02 10:30',
      '2026-11-02 09:00',
      '2026-11-02 –',
      '2026-11-01 –',
    ])
  })

  it('holds both days of the span', () => {
    const entries = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((on) => anEntry(on))
    const question = { kinds: [], fromOn: date('2026-11-01'), untilOn: date('2026-11-30'), page: 1 }
    expect(asked(entries, question).map(({ on }) => on)).toEqual(['2026-11-01', '2026-11-30'])
  })

  it('loses nobody over its pages, and the page after the last is the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * pageSize }), (n) => {
        const entries = Array.from({ length: n }, (_, index) => anEntry(dateOf(plusDays(day('2026-11-01'), -index))))
        const pages = Math.max(1, Math.ceil(n / pageSize))
        const shown = Array.from({ length: pages }, (_, index) =>
          pageOf(entries, { kinds: [], fromOn: null, untilOn: null, page: index + 1 }),
        )
        expect(shown.flatMap(({ months }) => months.flatMap((month) => month.entries))).toEqual(entries)
        expect(pageOf(entries, { kinds: [], fromOn: null, untilOn: null, page: 99 }).page).toBe(pages)
      }),
    )
  })

  it('facing the youth has nothing internal and nothing struck', () => {
    const all = entryKinds.flatMap((kind) => [
      anEntry('2026-11-01', { kind }),
      anEntry('2026-11-01', { kind, struck: { by: '', why: '' } }),
    ])
    expect(shownTo(all, false)).toHaveLength(all.length)
    const bare = shownTo(all, true)
    expect(bare).toHaveLength(entryKinds.length - internalKinds.size)
    expect(bare.some(({ kind, struck }) => internalKinds.has(kind) || struck !== null)).toBe(false)
  })
})

const said = (kind: Occupation, statedOn: string, reviewOn: string, isRetracted = false): SaidOccupation => ({
  kind,
  source: 'youth',
  sinceOn: null,
  statedOn: date(statedOn),
  reviewOn: date(reviewOn),
  by: '',
  isRetracted,
})
const covered = [{ fromOn: day('2026-01-10'), untilOn: null }]
const spansOf = (all: readonly SaidOccupation[], periods = covered, on = '2026-06-30'): string[] =>
  occupationSpans(all, periods, day(on)).map(
    ({ from, until, kind, before }) => `${dateOf(from)} ${dateOf(until)} ${kind ?? '?'}${before === null ? '' : ` (${before})`}`,
  )

describe('the occupation through time', () => {
  it.each<[string, readonly SaidOccupation[], readonly string[]]>([
    ['never asked', [], ['2026-01-10 2026-07-01 ?']],
    [
      'said, and lapsed on its review day',
      [said('work', '2026-02-01', '2026-05-02')],
      ['2026-01-10 2026-02-01 ?', '2026-02-01 2026-05-02 work', '2026-05-02 2026-07-01 ? (work)'],
    ],
    [
      'said anew before it lapsed',
      [said('work', '2026-02-01', '2026-05-02'), said('none', '2026-04-01', '2026-05-16')],
      ['2026-01-10 2026-02-01 ?', '2026-02-01 2026-04-01 work', '2026-04-01 2026-05-16 none', '2026-05-16 2026-07-01 ? (none)'],
    ],
    [
      'asked in vain: not known from then on',
      [said('work', '2026-02-01', '2026-05-02'), said('unknown', '2026-03-01', '2026-04-01')],
      ['2026-01-10 2026-02-01 ?', '2026-02-01 2026-03-01 work', '2026-03-01 2026-07-01 ? (work)'],
    ],
    ['taken back', [said('work', '2026-02-01', '2026-05-02', true)], ['2026-01-10 2026-07-01 ?']],
    [
      'said twice the same day: the latter',
      [said('work', '2026-06-01', '2026-08-30'), said('none', '2026-06-01', '2026-07-16')],
      ['2026-01-10 2026-06-01 ?', '2026-06-01 2026-07-01 none'],
    ],
    [
      'said before the first covered day',
      [said('work', '2026-01-01', '2026-04-01')],
      ['2026-01-01 2026-04-01 work', '2026-04-01 2026-07-01 ? (work)'],
    ],
  ])('%s', (_, all, expected) => {
    expect(spansOf(all)).toEqual(expected)
  })

  it('is not unknown on days that nobody is responsible for', () => {
    expect(spansOf([], [{ fromOn: day('2026-01-10'), untilOn: day('2026-03-01') as never }])).toEqual(['2026-01-10 2026-03-01 ?'])
    expect(spansOf([], [])).toEqual([])
  })

  it('covers every covered day exactly once, whatever was said', () => {
    const statement = fc.record({
      kind: fc.constantFrom<Occupation>('work', 'none', 'unknown', 'studies'),
      at: fc.integer({ min: 0, max: 170 }),
      days: fc.integer({ min: 1, max: 90 }),
    })
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), (all) => {
        const first = day('2026-01-10')
        const statements = all
          .toSorted((a, b) => a.at - b.at)
          .map(({ kind, at, days }) => said(kind, dateOf(plusDays(first, at)), dateOf(plusDays(first, at + days))))
        const spans = occupationSpans(statements, covered, day('2026-06-30'))
        for (let at = first; at <= day('2026-06-30'); at = plusDays(at, 1)) {
          expect(spans.filter(({ from, until }) => from <= at && at < until)).toHaveLength(1)
        }
      }),
      { numRuns: 60 },
    )
  })
})
