/**
 * The law's settings as a form says them: read, checked and compared with those in force (DOMAIN.md 3.1, 3.2, 3.3).
 * Pure: the form's texts in; a draft, or what is wrong field by field, out.
 */
import { dateOf, dayFrom, dayOf, isRealDate, parseDate, partsOf, type Day } from '../../platform/plain-date.ts'
import { studiesAbroad, type EducationKind, type EducationRow, type LawSettings } from '../law/index.ts'

/** A row of the education table as typed; a row without school type is left out. */
export type TypedRow = {
  readonly schoolType: string
  readonly educationCode: string
  readonly counts: string
  readonly qualifiesFrom: string
}

/** The form as typed. Term ends by year; an empty one means the shipped 15 June. */
export type TypedLaw = {
  readonly termEnds: readonly { readonly year: number; readonly on: string }[]
  readonly gapDays: string
  readonly summerFrom: string
  readonly summerUntil: string
  readonly rows: readonly TypedRow[]
}

/** Why a field cannot be used; in words in `settings.texts`. */
export type LawProblem =
  | 'not-a-date'
  | 'not-that-year'
  | 'not-spring'
  | 'not-days'
  | 'not-a-month-day'
  | 'summer-backwards'
  | 'not-a-school-type'
  | 'too-wide'
  | 'not-a-code'
  | 'unknown-kind'
  | 'only-qualifying'
  | 'twice'
  | 'no-rows'
export type LawProblemAt = { readonly field: string; readonly problem: LawProblem }

/** The kinds that a row can be given. Studies abroad are a manual fact: their row is always there and not on the form. */
export const choosableKinds = [
  'national',
  'introductory',
  'adapted',
  'equivalent',
  'levelUnknown',
  'otherForm',
  'undecided',
] as const satisfies readonly EducationKind[]

const qualifying: ReadonlySet<string> = new Set(['national', 'introductory', 'adapted', 'equivalent', 'abroad'])
const abroadRow: EducationRow = { schoolType: studiesAbroad, educationCode: null, counts: 'abroad', qualifiesFromOn: null }

const widthOf = (pattern: string): number => (pattern.endsWith('*') ? 1000 - pattern.length : 0)

const codeWidthOf = ({ educationCode }: EducationRow): number => (educationCode === null ? 2000 : widthOf(educationCode))

/**
 * The rows so that the first that fits is the most exact one: exact school types before prefixes, longer prefixes before shorter, and within a
 * school type rows with a code before the row for any code. Nobody has to think of the order.
 */
export function inOrder(rows: readonly EducationRow[]): EducationRow[] {
  return rows.toSorted((a, b) => widthOf(a.schoolType) - widthOf(b.schoolType) || codeWidthOf(a) - codeWidthOf(b))
}

/** The rows that a form shows. */
export const formRows = (rows: readonly EducationRow[]): EducationRow[] => rows.filter(({ schoolType }) => schoolType !== studiesAbroad)

type Found = { problems: LawProblemAt[] }

function termEndOf({ year, on }: TypedLaw['termEnds'][number], { problems }: Found): Day | null {
  const field = `termEnd-${year}`
  if (on.trim() === '') return null
  const date = parseDate(on.trim())
  if (date === null) problems.push({ field, problem: 'not-a-date' })
  else if (Number(date.slice(0, 4)) !== year) problems.push({ field, problem: 'not-that-year' })
  else if (date.slice(5) < '05-01' || date.slice(5) > '07-31') problems.push({ field, problem: 'not-spring' })
  else return dayOf(date)
  return null
}

function monthDay(text: string, field: string, { problems }: Found): [number, number] {
  const [, month, day] = /^(\d{1,2})-(\d{1,2})$/.exec(text.trim()) ?? []
  // A day that every year has: not 29 February.
  if (month !== undefined && day !== undefined && isRealDate(2001, Number(month), Number(day))) return [Number(month), Number(day)]
  problems.push({ field, problem: 'not-a-month-day' })
  return [1, 1]
}

function rowOf(row: TypedRow, index: number, { problems }: Found): EducationRow {
  const problem = (field: string, what: LawProblem) => void problems.push({ field: `${field}-${index}`, problem: what })
  const schoolType = row.schoolType.trim().toUpperCase()
  const code = row.educationCode.trim().toUpperCase()
  const fromOn = row.qualifiesFrom.trim() === '' ? null : parseDate(row.qualifiesFrom.trim())
  if (!/^[A-ZÅÄÖ0-9_]{1,30}\*?$/.test(schoolType)) problem('schoolType', schoolType === '*' ? 'too-wide' : 'not-a-school-type')
  else if (/^.\*$/.test(schoolType)) problem('schoolType', 'too-wide')
  if (code !== '' && !/^[A-ZÅÄÖ0-9]{1,20}\*?$/.test(code)) problem('educationCode', 'not-a-code')
  if (!choosableKinds.some((kind) => kind === row.counts)) problem('counts', 'unknown-kind')
  if (row.qualifiesFrom.trim() !== '' && fromOn === null) problem('qualifiesFrom', 'not-a-date')
  if (fromOn !== null && !qualifying.has(row.counts)) problem('qualifiesFrom', 'only-qualifying')
  const counts = row.counts as EducationKind
  return { schoolType, educationCode: code === '' ? null : code, counts, qualifiesFromOn: fromOn === null ? null : dayOf(fromOn) }
}

const nameOf = ({ schoolType, educationCode }: EducationRow): string => `${schoolType} ${educationCode ?? ''}`.trim()

function educationsOf(typed: readonly TypedRow[], found: Found): EducationRow[] {
  const names = new Set<string>()
  const rows: EducationRow[] = []
  typed.forEach((one, index) => {
    if (Object.values({ ...one, counts: '' }).every((text) => text.trim() === '')) return
    const row = rowOf(one, index, found)
    if (names.has(nameOf(row))) found.problems.push({ field: `schoolType-${index}`, problem: 'twice' })
    names.add(nameOf(row))
    rows.push(row)
  })
  if (rows.length === 0) found.problems.push({ field: 'schoolType-0', problem: 'no-rows' })
  return inOrder([...rows, abroadRow])
}

function daysOf(text: string, found: Found): number {
  const isDays = /^\d{1,3}$/.test(text.trim()) && Number(text) <= 366
  if (!isDays) found.problems.push({ field: 'gapDays', problem: 'not-days' })
  return isDays ? Number(text) : 0
}

/** The draft that the form says, on top of what is in force (years that are not on the form stay as they are). */
export function readLaw(typed: TypedLaw, present: LawSettings): { draft: LawSettings; problems: readonly LawProblemAt[] } {
  const found: Found = { problems: [] }
  const termEnds = new Map(present.termEnds)
  for (const one of typed.termEnds) {
    const on = termEndOf(one, found)
    if (on === null) termEnds.delete(one.year)
    else termEnds.set(one.year, on)
  }
  const shortGapDays = daysOf(typed.gapDays, found)
  const from = monthDay(typed.summerFrom, 'summerFrom', found)
  const until = monthDay(typed.summerUntil, 'summerUntil', found)
  if (dayFrom(2001, ...from) > dayFrom(2001, ...until)) found.problems.push({ field: 'summerUntil', problem: 'summer-backwards' })
  const educations = educationsOf(typed.rows, found)
  return { draft: { termEnds, shortGapDays, summer: { from, until }, educations }, problems: found.problems }
}

/** A setting to store: JSON under a key. */
export type StoredValue = { readonly key: string; readonly value: unknown }

const upwards = (a: number, b: number): number => a - b
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The rows apart from their order, which decides nothing once they are in order. */
const byName = (rows: readonly EducationRow[]): string[] => rows.map(contentOf).toSorted()
const contentOf = (row: EducationRow): string => `${nameOf(row)} ${row.counts} ${row.qualifiesFromOn ?? ''}`

/** What must be stored for the draft to be in force: only what differs. A term end that is taken away is stored as null. */
export function changesOf(present: LawSettings, draft: LawSettings): StoredValue[] {
  const changes: StoredValue[] = []
  for (const year of [...new Set([...present.termEnds.keys(), ...draft.termEnds.keys()])].toSorted(upwards)) {
    const on = draft.termEnds.get(year)
    if (on !== present.termEnds.get(year)) changes.push({ key: `termEnd.${year}`, value: on === undefined ? null : dateOf(on) })
  }
  if (draft.shortGapDays !== present.shortGapDays) changes.push({ key: 'gap.shortDays', value: draft.shortGapDays })
  if (!same(draft.summer, present.summer)) changes.push({ key: 'gap.summer', value: draft.summer })
  if (!same(byName(draft.educations), byName(present.educations))) changes.push({ key: 'educations', value: draft.educations })
  return changes
}

/** The spring term that ends next, seen from the day: its end should be set in good time. */
export function comingTermYear(today: Day): number {
  const { year, month } = partsOf(today)
  return month >= 7 ? year + 1 : year
}

/** The years on the form: those whose youths can be in the register, the coming one, and any later one that is set. */
export function formYears(termEnds: ReadonlyMap<number, Day>, today: Day): number[] {
  const { year } = partsOf(today)
  const years = new Set([year - 4, year - 3, year - 2, year - 1, year, year + 1])
  for (const set of termEnds.keys()) if (set > year) years.add(set)
  return [...years].toSorted(upwards)
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** A month and a day as `MM-DD`. */
export const writeMonthDay = ([month, day]: readonly [number, number]): string => `${twoDigits(month)}-${twoDigits(day)}`

/** The settings in force as the form shows them. */
export function typedLaw(law: LawSettings, today: Day): TypedLaw {
  return {
    termEnds: formYears(law.termEnds, today).map((year) => {
      const on = law.termEnds.get(year)
      return { year, on: on === undefined ? '' : dateOf(on) }
    }),
    gapDays: String(law.shortGapDays),
    summerFrom: writeMonthDay(law.summer.from),
    summerUntil: writeMonthDay(law.summer.until),
    rows: formRows(inOrder(law.educations)).map(({ schoolType, educationCode, counts, qualifiesFromOn }) => ({
      schoolType,
      educationCode: educationCode ?? '',
      counts,
      qualifiesFrom: qualifiesFromOn === null ? '' : dateOf(qualifiesFromOn),
    })),
  }
}
