/** Notices as flat text: the columns of a CSV file and the fields of the web form, made into what the shape reads. */

/** The columns in the order a file is written in. Which of them a notice has is decided by its kind. */
export const columns = [
  'kind',
  'schoolUnit',
  'number',
  'givenName',
  'familyName',
  'contactName',
  'contactPhone',
  'contactEmail',
  'startOn',
  'schoolType',
  'educationCode',
  'lastDayOn',
  'how',
  'fromOn',
  'untilOn',
  'hours',
  'schoolDid',
  'reportedToCsn',
] as const
export type ColumnName = (typeof columns)[number]

const pupil = ['number', 'givenName', 'familyName', 'contactName', 'contactPhone', 'contactEmail'] as const

/** Which columns each kind has. */
export const columnsOf = {
  start: ['kind', 'schoolUnit', ...pupil, 'startOn', 'schoolType', 'educationCode'],
  end: ['kind', 'schoolUnit', ...pupil, 'lastDayOn', 'how'],
  absence: ['kind', 'schoolUnit', ...pupil, 'fromOn', 'untilOn', 'hours', 'schoolDid', 'reportedToCsn'],
} as const satisfies Readonly<Record<string, readonly ColumnName[]>>

const truths: Readonly<Record<string, boolean>> = { ja: true, nej: false, true: true, false: false, yes: true, no: false }

/** A number with a decimal comma or point; what is no number stays text, and the shape says so. */
const numberOf = (text: string): number | string => (/^\d{1,4}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : text)

function valueOf(column: ColumnName, text: string): unknown {
  if (column === 'hours') return numberOf(text)
  if (column === 'reportedToCsn') return truths[text.toLowerCase()] ?? text
  if (column === 'schoolDid') return text.split(/[|,\s]+/).filter((one) => one !== '')
  if (column === 'educationCode') return text.toUpperCase()
  return text
}

/** Text as the shape reads it: what is empty is left out, and so is a column that another kind of notice has. */
export function fromFlat(flat: Readonly<Partial<Record<string, string>>>): Readonly<Record<string, unknown>> {
  const kind = (flat['kind'] ?? '').trim()
  const wanted: readonly ColumnName[] = Object.hasOwn(columnsOf, kind) ? columnsOf[kind as keyof typeof columnsOf] : ['kind']
  const values = wanted
    .map((column) => [column, (flat[column] ?? '').trim()] as const)
    .filter(([, text]) => text !== '')
    .map(([column, text]) => [column, valueOf(column, text)] as const)
  return Object.fromEntries(values)
}
