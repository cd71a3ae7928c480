/** Periods to compare with, what stands beside what, and that every row and every figure of others has words. */
import { describe, expect, it } from 'vitest'
import { tableOf } from './cells.rules.ts'
import { besideOf, fitsRows, inForce, justBefore, yearsBefore } from './compare.rules.ts'
import { aPeriod, aQuestion, aYouth, facts } from './facts.testbed.ts'
import { cellKey } from './indicator.types.ts'
import { indicatorTitles, keyText, rowText } from './indicator.texts.ts'
import { shippedReferences } from './national.rules.ts'
import { ReferenceForm } from './reference.forms.ts'
import { indicatorNames, indicators } from './registry.rules.ts'
import { sexOf } from './sex.rules.ts'
import { aCoordinationNumber, aNumber } from '../../../test/support/feed-files.ts'

const days = ({ fromOn, untilOn }: ReturnType<typeof justBefore>): string => `${fromOn} ${untilOn}`

describe('the period before', () => {
  it.each([
    ['2026-01-01', '2026-07-01', '2025-07-01 2026-01-01'],
    ['2026-07-01', '2027-01-01', '2026-01-01 2026-07-01'],
    ['2026-07-01', '2027-07-01', '2025-07-01 2026-07-01'],
    ['2026-03-01', '2026-04-01', '2026-02-01 2026-03-01'],
    ['2026-03-10', '2026-03-17', '2026-03-03 2026-03-10'],
  ])('of %s until %s is %s', (from, until, expected) => expect(days(justBefore(aQuestion(from, until)))).toBe(expected))
  it.each([
    ['2026-01-01', '2026-07-01', 1, '2025-01-01 2025-07-01'],
    ['2024-02-29', '2024-03-01', 1, '2023-02-28 2023-03-01'],
    ['2024-02-28', '2024-02-29', 1, '2023-02-28 2023-03-01'],
    ['2026-07-01', '2027-01-01', 2, '2024-07-01 2025-01-01'],
  ])('%s until %s, %i years earlier', (from, until, years, expected) =>
    expect(days(yearsBefore(aQuestion(from, until), years))).toBe(expected),
  )
})

describe('ours beside others’', () => {
  const youths = [aYouth({ periods: [aPeriod('2025-01-01 -- 2026-03-01 moved')] }), aYouth(), aYouth(), aYouth()]
  const table = tableOf(facts(...youths), indicators['half-year'], aQuestion('2026-01-01', '2026-07-01', ['unit']))
  it.each([
    ['covered', null, 4],
    ['fromBefore+new', null, 4],
    ['new', 'covered', 75],
    ['exit.moved', 'exit', 100],
    ['after.work', 'after', null],
  ])('%s of %s is %d', (row, whole, expected) => expect(besideOf(table, { row, whole })).toBe(expected))
  it('what is hidden is not told in a share either', () => {
    const hidden = new Set([cellKey('new', ['*'])])
    expect(besideOf({ ...table, hidden }, { row: 'new', whole: 'covered' })).toBe('small')
  })
  it('a line of the municipality goes before the shipped one with its key', () => {
    const [first] = shippedReferences
    if (first === undefined) throw new Error('there are some')
    const own = { ...first, value: 1, isShipped: false, by: 'Anna Ek', at: '2026-11-20 10:00' }
    const all = inForce(shippedReferences, [own])
    expect(all).toHaveLength(shippedReferences.length)
    expect(all.filter(({ key }) => key === first.key)).toEqual([own])
  })
})

describe('the shipped figures of others', () => {
  it.each(shippedReferences.map((one) => [one.key, one] as const))(
    '%s is of rows that there are, has a source and a key of its own',
    (key, one) => {
      const { rows } = tableOf(facts(), indicators[one.name], aQuestion('2026-01-01', '2026-07-01'))
      expect(fitsRows({ rows }, one)).toBe(true)
      expect(shippedReferences.filter((other) => other.key === key)).toHaveLength(1)
      const { kind: _, value, whole, ...form } = one
      const url = 'https://skolverket.example/kaa'
      const typed = { ...form, url, whole: whole ?? '', value: String(value).replace('.', ',') }
      expect(ReferenceForm.safeParse(typed).data).toEqual({ ...one, url })
    },
  )
  it.each([
    ['a share over all', { value: '101' }],
    ['no number', { value: 'många' }],
    ['a period that is none', { period: '2026H3' }],
    ['no source', { source: '' }],
    ['no address', { url: '' }],
    ['an address that is none', { url: 'javascript:alert(1)' }],
    ['a field that is not known', { extra: 'x' }],
  ])('a form with %s is refused', (_, wrong) => {
    const form = {
      key: 'a',
      name: 'half-year',
      row: 'new',
      whole: 'covered',
      period: '2026H1',
      value: '12,5',
      ofWhom: 'länet',
      source: 'Skolverket',
      url: 'https://skolverket.example/kaa',
    }
    expect(ReferenceForm.safeParse(form).success).toBe(true)
    expect(ReferenceForm.safeParse({ ...form, ...wrong }).success).toBe(false)
  })
})

describe('words', () => {
  const named = [{ key: 'guidance', sv: 'Vägledning', en: 'Guidance' }]
  const names = {
    units: [{ id: 1, name: 'Väst' }],
    districts: [],
    departments: [{ key: 'education', name: 'Utbildning' }],
    items: named,
    reasons: [],
  }
  it.each(indicatorNames)('%s: every row is called something of its own, in both languages', (name) => {
    const { rows } = tableOf(facts(), indicators[name], aQuestion('2026-01-01', '2026-03-01'))
    for (const lang of ['sv', 'en'] as const) {
      const words = rows.map(({ key }) => rowText(key, names, lang))
      expect(new Set(words).size).toBe(words.length)
      expect(words.filter((word) => /undefined|^[a-z]+[.:]/.test(word))).toEqual([])
      expect(indicatorTitles[lang][name].title.length).toBeGreaterThan(3)
    }
  })
  it('keys along a dimension too', () => {
    const said = (['unit', 'sex', 'department', 'birthYear'] as const).map((dimension) =>
      ['*', '-', '1', 'woman', 'education', '2009'].map((key) => keyText(dimension, key, names, 'sv')),
    )
    expect(said).toEqual([
      ['alla', 'utan enhet', 'Väst', 'woman', 'education', '2009'],
      ['alla', 'framgår inte av numret', '1', 'kvinnor', 'education', '2009'],
      ['alla', 'utan förvaltning', '1', 'woman', 'Utbildning', '2009'],
      ['alla', 'födelseår okänt', '1', 'woman', 'education', '2009'],
    ])
  })
})

describe('sex', () => {
  it.each([
    [aNumber('20080101', '238'), 'woman'],
    [aNumber('20080101', '239'), 'man'],
    [aCoordinationNumber('20080101', '239'), 'man'],
    [null, null],
    ['20080101TF12', null],
  ])('is told by the last digit but one, and by nothing else', (number, expected) => expect(sexOf(number)).toBe(expected))
})
