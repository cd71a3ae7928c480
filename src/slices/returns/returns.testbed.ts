/** What a return is made from, for tests: a maker fills everything, the test says only what matters. Dates are written as `YYYY-MM-DD`. */
import { aNumber } from '../../../test/support/feed-files.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { parseHalfYear, type HalfYear } from './half-year.rules.ts'
import type { Profile } from './profile.types.ts'
import type {
  ReturnContact,
  ReturnFacts,
  ReturnMeasure,
  ReturnPeriod,
  ReturnRecord,
  ReturnStatement,
  ReturnStudy,
  ReturnYouth,
} from './returns.types.ts'
import { shippedProfiles } from './shipped/shipped.ts'

export const date = (text: string): PlainDate => text as PlainDate
const dateOrNull = (text: string | null): PlainDate | null => text as PlainDate | null

export function half(key = '2026H1'): HalfYear {
  const found = parseHalfYear(key)
  if (found === null) throw new Error(`no half-year ${key}`)
  return found
}

/** A shipped profile, with its rules or form changed. */
export function aProfile({ key = '2026H1', rules = {}, file = {}, ...rest }: Changed = {}): Profile {
  const shipped = shippedProfiles[key]
  if (shipped === undefined) throw new Error(`no profile ${key}`)
  return { ...shipped, ...rest, rules: { ...shipped.rules, ...rules }, file: { ...shipped.file, ...file } }
}
type Changed = { key?: string; rules?: Partial<Profile['rules']>; file?: Partial<Profile['file']> } & Partial<
  Pick<Profile, 'columns' | 'codes' | 'controls'>
>

/** From the day until the day (not included), or open. */
export const aPeriod = (fromOn: string, untilOn: string | null = null, given: Partial<ReturnPeriod> = {}): ReturnPeriod => ({
  fromOn: date(fromOn),
  untilOn: dateOrNull(untilOn),
  entryReason: 'neverStarted',
  exitReason: untilOn === null ? null : 'moved',
  exitStudy: null,
  ...given,
})

export const aContact = (on: string, contactId = `c-${on}`, given: Partial<ReturnContact> = {}): ReturnContact => ({
  contactId,
  on: date(on),
  minute: 600,
  reached: true,
  occupation: 'work',
  ...given,
})
export const anAttempt = (on: string): ReturnContact => aContact(on, `a-${on}`, { reached: false, occupation: null })

/** Guidance from the day until the day (not included) or still going on. */
export const aMeasure = (fromOn: string, endedOn: string | null = null, given: Partial<ReturnMeasure> = {}): ReturnMeasure => ({
  measureId: `m-${fromOn}`,
  itemKey: 'guidance',
  counts: true,
  code: null,
  fromOn: date(fromOn),
  plannedUntilOn: null,
  endedOn: dateOrNull(endedOn),
  endReason: endedOn === null ? null : 'completed',
  occupationAfter: endedOn === null ? null : 'work',
  ...given,
})

/** Said on the day, known for ninety days unless said otherwise. */
export const aStatement = (
  statedOn: string,
  kind: ReturnStatement['kind'] = 'work',
  reviewOn = '2999-01-01',
  sinceOn: string | null = null,
): ReturnStatement => ({ kind, statedOn: date(statedOn), reviewOn: date(reviewOn), sinceOn: dateOrNull(sinceOn) })

export const aStudy = (kind: ReturnStudy['kind'], fromOn: string, untilOn: string | null, qualifies = false): ReturnStudy => ({
  kind,
  fromOn: date(fromOn),
  untilOn: dateOrNull(untilOn),
  qualifies,
})

/** Covered since before the half-year, and nothing done. */
export const aYouth = (given: Partial<ReturnYouth> = {}): ReturnYouth => ({
  personId: 1,
  subjectId: 'subject-1',
  number: aNumber('20080314'),
  bornOn: date('2008-03-14'),
  protection: 'none',
  periods: [aPeriod('2025-09-01')],
  contacts: [],
  measures: [],
  statements: [aStatement('2025-08-01')],
  studies: [],
  ...given,
})

/** The half-year as it looks when it is over. */
export const someFacts = (youths: readonly ReturnYouth[], key = '2026H1', on?: string): ReturnFacts => ({
  municipality: '0180',
  half: half(key),
  on: on === undefined ? half(key).lastOn : date(on),
  youths,
})

/** Records in short: block, day, and the codes of the block. */
export const shown = (records: readonly ReturnRecord[]): string[] =>
  records.map(({ block, on, cells }) => {
    const codes = [
      cells.registrationReason,
      cells.occupationAtRegistration,
      cells.contactOccupation,
      cells.measureKind,
      cells.endedMeasureKind,
      cells.measureEndReason,
      cells.occupationAfterMeasure,
      cells.exitReason,
    ]
    return [block, on, ...codes.filter((code) => code !== undefined)].join(' ')
  })
