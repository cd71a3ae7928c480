/** The law's settings as a form says them. */
import { describe, expect, it } from 'vitest'
import { dayFrom, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { educationRow, shippedEducations } from '../law/index.ts'
import { changesOf, comingTermYear, inOrder, readLaw, typedLaw, type TypedLaw } from './draft.rules.ts'
import { settingsFrom } from './settings.rules.ts'
import { readSources, sourceChangesOf, typedSources } from './sources.rules.ts'

const day = (text: string) => dayOf(text as PlainDate)
const today = day('2026-11-20')
const { law, guard, freshDays } = settingsFrom([{ key: 'termEnd.2025', value: '2025-06-12' }])
const typed = typedLaw(law, today)
const row = { schoolType: 'XX', educationCode: '', counts: 'national', qualifiesFrom: '' }

describe('the form of the law', () => {
  it('says nothing new when nothing is changed', () => {
    const { draft, problems } = readLaw(typed, law)
    expect(problems).toEqual([])
    expect(changesOf(law, draft)).toEqual([])
  })

  it('decides as the shipped table does, whatever order the rows are typed in', () => {
    const { draft } = readLaw({ ...typed, rows: typed.rows.toReversed() }, law)
    for (const type of [...shippedEducations.map(({ schoolType }) => schoolType.replace('*', '12')), 'OKÄND']) {
      for (const code of ['', 'IMV', 'NA25']) {
        expect(educationRow(draft.educations, type, code)).toEqual(educationRow(shippedEducations, type, code))
      }
    }
  })

  it('stores only what differs; a term end taken away is null', () => {
    const termEnds = [
      { year: 2025, on: '' },
      { year: 2027, on: '2027-06-11' },
    ]
    const { draft } = readLaw({ ...typed, termEnds, gapDays: '30', rows: [...typed.rows, row] }, law)
    const changes = changesOf(law, draft)
    expect(changes.map(({ key, value }) => (key === 'educations' ? key : [key, value]))).toEqual([
      ['termEnd.2025', null],
      ['termEnd.2027', '2027-06-11'],
      ['gap.shortDays', 30],
      'educations',
    ])
  })

  it.each<[string, Partial<TypedLaw>, string, string]>([
    ['another year', { termEnds: [{ year: 2027, on: '2026-06-11' }] }, 'termEnd-2027', 'not-that-year'],
    ['autumn', { termEnds: [{ year: 2027, on: '2027-11-11' }] }, 'termEnd-2027', 'not-spring'],
    ['no date', { termEnds: [{ year: 2027, on: '2027-06-31' }] }, 'termEnd-2027', 'not-a-date'],
    ['many days', { gapDays: '367' }, 'gapDays', 'not-days'],
    ['negative days', { gapDays: '-1' }, 'gapDays', 'not-days'],
    ['29 February', { summerFrom: '02-29' }, 'summerFrom', 'not-a-month-day'],
    ['backwards', { summerFrom: '10-01' }, 'summerUntil', 'summer-backwards'],
    ['hostile code', { rows: [{ ...row, schoolType: '<script>' }] }, 'schoolType-0', 'not-a-school-type'],
    ['everything', { rows: [{ ...row, schoolType: '*' }] }, 'schoolType-0', 'too-wide'],
    ['nearly everything', { rows: [{ ...row, schoolType: 'G*' }] }, 'schoolType-0', 'too-wide'],
    ['kind', { rows: [{ ...row, counts: 'abroad' }] }, 'counts-0', 'unknown-kind'],
    [
      'first day of what never counts',
      { rows: [{ ...row, counts: 'otherForm', qualifiesFrom: '2026-01-01' }] },
      'qualifiesFrom-0',
      'only-qualifying',
    ],
    ['twice', { rows: [row, { ...row, schoolType: 'xx ' }] }, 'schoolType-1', 'twice'],
    ['nothing left', { rows: [] }, 'schoolType-0', 'no-rows'],
  ])('refuses %s', (_, wrong, field, problem) => expect(readLaw({ ...typed, ...wrong }, law).problems).toEqual([{ field, problem }]))

  it('puts the most exact row first', () => {
    const rows = ['VU*', 'VUX*', 'VUX'].map((schoolType) => ({
      schoolType,
      educationCode: null,
      counts: 'otherForm' as const,
      qualifiesFromOn: null,
    }))
    expect(inOrder(rows).map(({ schoolType }) => schoolType)).toEqual(['VUX', 'VUX*', 'VU*'])
  })

  it.each([
    ['2026-06-30', 2026],
    ['2026-07-01', 2027],
  ])('on %s the coming term end is that of %i', (on, year) => expect(comingTermYear(day(on))).toBe(year))

  it('keeps years that are not on the form', () => {
    const old = { ...law, termEnds: new Map([[2009, dayFrom(2009, 6, 9)]]) }
    expect(readLaw(typedLaw(old, today), old).draft.termEnds).toEqual(old.termEnds)
  })
})

describe('the form of the sources', () => {
  const shown = typedSources({ guard, freshDays })
  it('comes back the same, and stores each source of its own', () => {
    expect(sourceChangesOf({ guard, freshDays }, readSources(shown).draft)).toEqual([])
    const { draft } = readSources({ ...shown, fewer: '15', freshBySource: 'friskolan: 30\n' })
    expect(sourceChangesOf({ guard, freshDays }, draft)).toEqual([
      { key: 'guard', value: { ...guard, fewer: 0.15 } },
      { key: 'sources.freshDays.friskolan', value: 30 },
    ])
    expect(sourceChangesOf(draft, { guard: draft.guard, freshDays })).toEqual([{ key: 'sources.freshDays.friskolan', value: null }])
  })

  it.each([
    [{ fewer: '101' }, 'fewer'],
    [{ more: 'tio' }, 'more'],
    [{ freshDays: '0' }, 'freshDays'],
    [{ freshBySource: 'friskolan 30' }, 'freshBySource'],
    [{ freshBySource: 'a: 3\na: 4' }, 'freshBySource'],
  ])('refuses %j', (wrong, field) => expect(readSources({ ...shown, ...wrong }).problems.map((one) => one.field)).toEqual([field]))
})
