/** Two records side by side: what differs between them, and which of them is the likelier to keep. */
import type { DuplicateRecord } from './sources.types.ts'

export type ComparedField = 'names' | 'numbers' | 'bornOn' | 'address' | 'enrolments' | 'periods'
export const comparedFields: readonly ComparedField[] = ['names', 'numbers', 'bornOn', 'address', 'enrolments', 'periods']

const comparable: Readonly<Record<ComparedField, (record: DuplicateRecord) => string>> = {
  names: ({ givenName, familyName }) => `${givenName} ${familyName}`,
  numbers: ({ numbers }) => [...numbers].sort().join(' '),
  bornOn: ({ bornOn }) => bornOn ?? '',
  address: ({ address }) => address,
  enrolments: ({ enrolments }) => [...enrolments].sort().join('\n'),
  periods: ({ periods }) => JSON.stringify(periods),
}

/** The fields in which the records say different things. */
export const differencesOf = (first: DuplicateRecord, second: DuplicateRecord): ReadonlySet<ComparedField> =>
  new Set(comparedFields.filter((field) => comparable[field](first) !== comparable[field](second)))

const isPersonnummer = (number: string | null): boolean => number !== null && Number(number.slice(6, 8)) <= 31

/** The record that alone has a personnummer: its number is the lasting one. Null when it cannot be told. */
export function likelierToKeep(first: DuplicateRecord, second: DuplicateRecord): string | null {
  const [one, other] = [isPersonnummer(first.number), isPersonnummer(second.number)]
  return one === other ? null : one ? first.subjectId : second.subjectId
}
