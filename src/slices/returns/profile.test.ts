/** Profiles: the shipped ones can be read, and whatever is unknown, missing or cannot be written is refused at its field. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { projectRoot } from '../../platform/project.ts'
import { profileShape } from './profile-shape.rules.ts'
import type { Profile } from './profile.types.ts'
import { numbered, profileFor, readProfile, valueOf, type KnownKeys } from './profile.rules.ts'
import { aProfile } from './returns.testbed.ts'
import { shippedProfiles } from './shipped/shipped.ts'

const known: KnownKeys = {
  items: Object.keys(aProfile().codes.measureKinds),
  endReasons: [
    'completed',
    'studies',
    'work',
    'moved',
    'attendance',
    'declined',
    'unsuited',
    'noPlace',
    'neverBegan',
    'notCovered',
    'other',
  ],
}
const problemsOf = (value: unknown, keys = known, half = '2026H1'): string[] =>
  (readProfile(value, half, keys).problems ?? []).map(({ field, fault }) => `${field}: ${fault}`)

type Draft = Record<string, unknown> & { [part in 'codes' | 'file' | 'rules']: Record<string, unknown> } & {
  columns: Record<string, unknown>[]
}
/** The shipped profile with something changed by hand, as a person would. */
function changed(change: (draft: Draft) => void): unknown {
  const draft = structuredClone(aProfile()) as unknown as Draft
  change(draft)
  return draft
}
const codes = (draft: Draft, list: string): Record<string, unknown> => draft.codes[list] as Record<string, unknown>

describe('the shipped profiles', () => {
  it.each(Object.entries(shippedProfiles))('%s can be read, and says that nobody has verified it', (half, profile) => {
    expect(problemsOf(profile, known, half)).toEqual([])
    expect(profile).toMatchObject({ half, status: 'draft', note: expect.stringContaining('not verified against SCB') })
  })

  it('are those of 2026, and of 2018 with the reasons of that time: the same before and after the rule changed', () => {
    expect(Object.keys(shippedProfiles).toSorted()).toEqual(['2018H1', '2018H2', '2026H1', '2026H2'])
    const { codes: old } = aProfile({ key: '2018H2' })
    expect(aProfile({ key: '2018H1' }).codes).toEqual(old)
    expect(old.exitReasons['inEducation.introductory']).not.toBe(old.exitReasons.inEducation)
    expect(old.entryReasons.interruptedIntroductory).not.toBe(old.entryReasons.interruptedNational)
  })
})

describe('the schema file', () => {
  const schema: unknown = JSON.parse(readFileSync(join(projectRoot, 'src/slices/returns/shipped/profile.schema.json'), 'utf8'))
  it('is the shape that profiles are read by', () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(profileShape))))
  })

  it('is believed by another reader: it takes the shipped profiles, and no unknown field', () => {
    const validate = new Ajv2020({ strict: false }).compile(schema as object)
    for (const profile of Object.values(shippedProfiles)) expect(validate(profile)).toBe(true)
    expect(validate(changed((draft) => void (draft['kolumner'] = [])))).toBe(false)
  })
})

describe('a profile that somebody wrote', () => {
  it.each<[string, (draft: Draft) => void, string]>([
    ['an unknown field', (draft) => void (draft['kolumner'] = []), 'kolumner: unknown-field'],
    ['an unknown field inside', (draft) => void (draft.file['delimiter'] = ';'), 'file.delimiter: unknown-field'],
    ['an unknown field of ours', (draft) => void (draft.columns[3] = { name: 'X', field: 'diagnosis' }), 'columns.3.field: unknown-field'],
    ['an unknown key of a column', (draft) => void (draft.columns[3] = { name: 'X', width: 3 }), 'columns.3.width: unknown-field'],
    ['an unknown reason', (draft) => void (codes(draft, 'exitReasons')['bored'] = '1'), 'codes.exitReasons.bored: unknown-field'],
    [
      'an unknown refinement',
      (draft) => void (codes(draft, 'exitReasons')['inEducation.x'] = '1'),
      'codes.exitReasons.inEducation.x: unknown-field',
    ],
    ['a key that is no item', (draft) => void (codes(draft, 'measureKinds')['två ord'] = '1'), 'codes.measureKinds.två ord: unknown-field'],
    ['a reason without code', (draft) => void delete codes(draft, 'entryReasons')['movedIn'], 'codes.entryReasons.movedIn: no-code'],
    ['an empty code', (draft) => void (codes(draft, 'occupations')['none'] = ''), 'codes.occupations.none: no-code'],
    ['an item without code', (draft) => void delete codes(draft, 'measureKinds')['practice'], 'codes.measureKinds.practice: no-code'],
    ['an end without code', (draft) => void delete codes(draft, 'measureEndReasons')['work'], 'codes.measureEndReasons.work: no-code'],
    ['a code that is a formula', (draft) => void (codes(draft, 'occupations')['none'] = '=1'), 'codes.occupations.none: not-a-code'],
    ['a code that is a number', (draft) => void (codes(draft, 'occupations')['none'] = 1), 'codes.occupations.none: not-a-code'],
    ['another separator', (draft) => void (draft.file['separator'] = '::'), 'file.separator: not-a-choice'],
    ['a path for a name', (draft) => void (draft.file['name'] = '../kaa.csv'), 'file.name: not-a-choice'],
    ['a rule that is missing', (draft) => void delete draft.rules['contacts'], 'rules.contacts: missing'],
    ['another half-year', (draft) => void (draft['half'] = '2026H2'), 'half: other-half'],
    ['a column twice', (draft) => void draft.columns.push({ name: 'PERSONNR', field: 'exitOn' }), 'columns.17.name: column-twice'],
    ['a column of nothing', (draft) => void draft.columns.push({ name: 'Tom' }), 'columns.17: field-or-constant'],
    [
      'a column of two',
      (draft) => void draft.columns.push({ name: 'Två', field: 'exitOn', constant: '1' }),
      'columns.17: field-or-constant',
    ],
    ['no number', (draft) => void draft.columns.splice(1, 1), 'columns: number-has-no-column'],
    ['no record type', (draft) => void draft.columns.splice(0, 1), 'columns: record-type-has-no-column'],
  ])('with %s is refused', (_, change, expected) => expect(problemsOf(changed(change))).toEqual([expected]))

  it('is refused with everything that is wrong at once', () => {
    const draft = changed((one) => {
      one['x'] = 1
      codes(one, 'occupations')['none'] = ''
    })
    expect(problemsOf(draft).toSorted()).toEqual(['codes.occupations.none: no-code', 'x: unknown-field'])
  })

  it.each([null, 17, 'text', []])('%j is no profile', (value) => expect(problemsOf(value)).toEqual([': not-readable']))

  it('is read from a text, and numbered by whoever saves it', () => {
    expect(valueOf(JSON.stringify(aProfile()))).toEqual({ value: aProfile() })
    expect([valueOf('{'), valueOf('')]).toEqual([null, null])
    expect(numbered(aProfile(), 7)).toEqual({ ...aProfile(), version: 7 })
    expect([numbered(null, 7), numbered([1], 7)]).toEqual([null, [1]])
  })

  it('may leave out the record type where a youth has everything side by side', () => {
    const wide = changed((draft) => {
      draft.columns.splice(0, 1)
      draft.file['layout'] = 'youthRows'
    })
    expect(problemsOf(wide)).toEqual([])
  })

  it.each([';', ',', '\t', '|', '"', '\n'])('cannot have %j in a code or a column’s name, whatever its separator', (sign) => {
    const draft = changed((one) => {
      one.columns[0] = { name: `Post${sign}typ`, field: 'recordType' }
      codes(one, 'occupations')['none'] = `1${sign}2`
    })
    expect(problemsOf(draft).toSorted()).toEqual(['codes.occupations.none: not-a-code', 'columns.0.name: not-a-choice'])
  })

  it('is the beginning of another half-year’s, as a draft', () => {
    const verified: Profile = { ...aProfile(), status: 'verified' }
    expect(profileFor(verified, '2025H2')).toEqual({ ...verified, half: '2025H2', status: 'draft' })
  })
})
